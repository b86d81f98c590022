package io.parley.codec.xml;

import io.parley.ccmp.Body;
import io.parley.ccmp.Message;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;
import org.codehaus.stax2.util.StreamWriter2Delegate;

/**
 * The counterpart of {@link MessageReader}: takes the parameters from the binding and puts around and between them what the binding
 * does not know, in the order of the schema of RFC 6503 section 11.
 */
final class MessageWriter extends StreamWriter2Delegate {

    private static final String CCMP_PREFIX = "ccmp";
    private static final String XSI_PREFIX = "xsi";

    private final XMLStreamWriter2 xml;
    private final Direction direction;
    private final Dialect dialect;
    private final Optional<Message> message;
    private final List<Element> foreign;
    private final Body body;
    private final ElementWriter elements;
    private int depth;
    private boolean inSpecialised;
    private boolean foreignWritten;

    MessageWriter(
            XMLStreamWriter2 xml,
            Direction direction,
            Dialect dialect,
            Optional<Message> message,
            List<Element> foreign,
            Body body) {
        super(xml);
        this.xml = xml;
        this.direction = direction;
        this.dialect = dialect;
        this.message = message;
        this.foreign = foreign;
        this.body = body;
        this.elements = new ElementWriter(
                xml,
                direction == Direction.REQUEST ? ElementWriter.Form.AS_IT_IS : ElementWriter.Form.CONFERENCE_DOCUMENT);
    }

    /** Writes the root around the inner element, which is written by {@code binding}. */
    <P> void write(Binding<P> binding, P parameters) throws XMLStreamException {
        xml.writeStartElement(CCMP_PREFIX, direction.element(), dialect.namespace());
        xml.writeNamespace(CCMP_PREFIX, dialect.namespace());
        Prefixes.declareEverywhere(xml);
        xml.writeNamespace(XSI_PREFIX, XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
        binding.write(parameters, this);
        xml.writeEndElement();
    }

    @Override
    public void writeStartElement(String prefix, String name, String namespace) throws XMLStreamException {
        depth++;
        if (depth == 2 && name.equals(SpecialisedParameters.NAME)) {
            inSpecialised = true;
            writeForeign();
            xml.writeStartElement(CCMP_PREFIX, direction.specialisedName(message.orElseThrow()), dialect.namespace());
            return;
        }
        xml.writeStartElement(name);
        if (depth == 1 && message.isPresent()) {
            xml.writeAttribute(
                    XSI_PREFIX,
                    XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
                    "type",
                    CCMP_PREFIX + ":" + direction.typeName(message.get()));
        } else if (name.equals("xpathFilter") && body instanceof Body.Filter filter) {
            writePrefixes(filter.prefixes());
        }
    }

    @Override
    public void writeEndElement() throws XMLStreamException {
        if (depth == 1) {
            writeForeign();
        } else if (depth == 2 && inSpecialised) {
            writeContent();
            inSpecialised = false;
        }
        depth--;
        xml.writeEndElement();
    }

    private void writeForeign() throws XMLStreamException {
        if (!foreignWritten) {
            foreignWritten = true;
            for (Element element : foreign) {
                writeForeign(element);
            }
        }
    }

    private void writeForeign(Element element) throws XMLStreamException {
        String namespace = element.name().namespace();
        if (namespace.isEmpty() || Dialect.of(namespace).isPresent()) {
            throw new IllegalArgumentException(element.name() + " is not of a foreign namespace");
        }
        elements.write(element);
    }

    private void writeContent() throws XMLStreamException {
        if (body instanceof Body.Info info && !isEmptyList(info)) {
            elements.write(
                    info.element(), Name.unqualified(message.orElseThrow().infoName()));
        } else if (body instanceof Body.Extension extension) {
            for (Element element : extension.content()) {
                writeForeign(element);
            }
        }
    }

    /** Whether {@code info} is a list without entries, for which the schema has no form (RFC 4575, {@code uris-type}). */
    private boolean isEmptyList(Body.Info info) {
        return message.orElseThrow().content() == Message.Content.LIST
                && !info.element().children(Info.ENTRY).iterator().hasNext();
    }

    private void writePrefixes(Map<String, String> prefixes) throws XMLStreamException {
        for (Map.Entry<String, String> prefix : new TreeMap<>(prefixes).entrySet()) {
            if (!prefix.getValue().equals(xml.getNamespaceContext().getNamespaceURI(prefix.getKey()))) {
                Prefixes.declare(xml, prefix.getKey(), prefix.getValue());
            }
        }
    }

    @Override
    public void writeCharacters(String text) throws XMLStreamException {
        xml.writeCharacters(Words.writable(text));
    }

    @Override
    public void writeCharacters(char[] text, int start, int length) throws XMLStreamException {
        xml.writeCharacters(Words.writable(new String(text, start, length)));
    }
}
