package io.parley.codec.xml;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * From the core's tree to StAX; the one place where an element is written.
 *
 * <p>What is written for an element of the data model depends on nothing around it, so that it could be kept and written again
 * elsewhere: a foreign namespace is declared where it is used, for that element and the foreign ones inside it.
 */
final class ElementWriter {

    /** How much of a tree is written. */
    enum Form {
        /** All that it holds: what a client sends. */
        AS_IT_IS(true, true),
        /** No list that the schema demands to have entries and that has none (RFC 4575, {@code uris-type} and its like). */
        WITHOUT_EMPTY_LISTS(true, false),
        /** Likewise, and no {@code state} and {@code version}, which a conference document does not have (RFC 6501 section 4.1). */
        CONFERENCE_DOCUMENT(false, false);

        private final boolean withState;
        private final boolean withEmptyLists;

        Form(boolean withState, boolean withEmptyLists) {
            this.withState = withState;
            this.withEmptyLists = withEmptyLists;
        }
    }

    private final XMLStreamWriter xml;
    private final Form form;

    ElementWriter(XMLStreamWriter xml, Form form) {
        this.xml = xml;
        this.form = form;
    }

    /** Writes {@code element} as the root of a document. */
    void writeRoot(Element element) throws XMLStreamException {
        Prefixes prefixes = start(element, element.name(), Prefixes.EVERYWHERE);
        Prefixes.declareEverywhere(xml);
        writeRest(element, prefixes, Prefixes.EVERYWHERE);
    }

    /** Writes {@code element}. */
    void write(Element element) throws XMLStreamException {
        write(element, element.name(), Prefixes.EVERYWHERE);
    }

    /** Writes {@code element} under another name. */
    void write(Element element, Name name) throws XMLStreamException {
        write(element, name, Prefixes.EVERYWHERE);
    }

    private void write(Element element, Name name, Prefixes around) throws XMLStreamException {
        writeRest(element, start(element, name, around), around);
    }

    /** Starts {@code element} and yields the prefixes that it needs, which are still to be declared. */
    private Prefixes start(Element element, Name name, Prefixes around) throws XMLStreamException {
        Prefixes prefixes = around.of(element, name);
        xml.writeStartElement(prefixes.of(name), Words.writable(name.local()), name.namespace());
        return prefixes;
    }

    private void writeRest(Element element, Prefixes prefixes, Prefixes around) throws XMLStreamException {
        prefixes.declareBeyond(around, xml);
        for (Attribute attribute : element.attributes()) {
            if (form.withState || !isState(element, attribute.name())) {
                write(attribute, prefixes);
            }
        }
        Prefixes inside = element.type().isForeign() ? prefixes : Prefixes.EVERYWHERE;
        for (Node node : element.content()) {
            if (node instanceof Text text) {
                xml.writeCharacters(Words.writable(text.value()));
            } else if (node instanceof Element child && (form.withEmptyLists || !isEmptyList(child))) {
                write(child, child.name(), inside);
            }
        }
        xml.writeEndElement();
    }

    private void write(Attribute attribute, Prefixes prefixes) throws XMLStreamException {
        Name name = attribute.name();
        String local = Words.writable(name.local());
        String value = Words.writable(attribute.value());
        if (name.equals(Name.unqualified(XMLConstants.XMLNS_ATTRIBUTE))) {
            throw new IllegalArgumentException("xmlns is the name of no attribute");
        }
        if (name.namespace().isEmpty()) {
            xml.writeAttribute(local, value);
        } else {
            xml.writeAttribute(prefixes.of(name), name.namespace(), local, value);
        }
    }

    /** Whether that attribute is one of those that a conference document does not have (RFC 6501 sections 4.1 and 4.6.5.6). */
    private static boolean isState(Element element, Name attribute) {
        return (attribute.equals(Attributes.STATE) || attribute.equals(Attributes.VERSION))
                && element.type().attribute(attribute).isPresent();
    }

    private static boolean isEmptyList(Element element) {
        return element.size() == 0 && element.type().isLeftOutWhenEmpty();
    }
}
