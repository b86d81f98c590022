package io.parley.codec.xml;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Opens XML from strangers: XML 1.0 in UTF-8, without a document type, within limits. No entity is ever resolved.
 *
 * <p>The bytes are decoded by the platform before the parser sees them, because its decoder refuses every sequence that is not UTF-8,
 * overlong forms and surrogates included; and what is no character is refused here, because the parser lets U+FFFE and U+FFFF pass.
 */
public final class XmlSource {

    /** What is done with an XML document. */
    public interface Content<T> {
        /** What is made of the element at whose start {@code xml} stands. */
        T read(XMLStreamReader xml) throws XMLStreamException, UnreadableException;
    }

    private static final String UTF_8 = "UTF-8";

    private final Limits limits;
    private final WstxInputFactory factory = new WstxInputFactory();

    /** A source that reads within {@code limits}. */
    public XmlSource(Limits limits) {
        this.limits = limits;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not resolved");
        });
        // So that faults inside a text are thrown where it is met, not where it is looked at.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.getConfig().setMaxElementDepth(limits.depth());
        factory.getConfig().setMaxAttributesPerElement(limits.attributes());
        factory.getConfig().setMaxAttributeSize(limits.characters());
        factory.getConfig().setMaxTextLength(limits.characters());
        factory.getConfig().setMaxElementCount(limits.elements());
    }

    /** What {@code stream} holds, or just more of it than is admitted. */
    byte[] bytes(InputStream stream) throws IOException {
        return stream.readNBytes(limits.bytes() + 1);
    }

    /** What {@code content} makes of the root element, at whose start its reader stands. */
    <T> T read(byte[] xml, Content<T> content) throws UnreadableException {
        return read(xml, before -> {}, content);
    }

    /**
     * Likewise, after {@code prolog} has been shown each comment and processing instruction before the root element.
     *
     * @throws UnreadableException if it is no XML as it is read here
     */
    public <T> T read(byte[] xml, Consumer<XMLStreamReader> prolog, Content<T> content) throws UnreadableException {
        if (xml.length > limits.bytes()) {
            throw UnreadableException.because("longer than " + limits.bytes() + " bytes");
        }
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(decode(xml)));
            try {
                toRoot(reader, prolog);
                return content.read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException illFormed) {
            throw UnreadableException.of(illFormed);
        }
    }

    private static String decode(byte[] xml) throws UnreadableException {
        ByteBuffer bytes = ByteBuffer.wrap(xml);
        CharBuffer text = CharBuffer.allocate(xml.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            throw UnreadableException.because(String.format(
                    "the encoding has to be UTF-8: byte %02X at offset %d",
                    bytes.get(bytes.position()), bytes.position()));
        }
        String decoded = text.flip().toString();
        OptionalInt stranger = Words.firstStranger(decoded);
        if (stranger.isPresent()) {
            throw UnreadableException.because(Words.stranger(decoded, stranger.getAsInt()));
        }
        return decoded;
    }

    private static void toRoot(XMLStreamReader reader, Consumer<XMLStreamReader> prolog)
            throws UnreadableException, XMLStreamException {
        requireUtf8(reader);
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw UnreadableException.at(reader.getLocation(), "a document type declaration (DTD) is not accepted");
            }
            prolog.accept(reader);
        }
    }

    /** Reads what follows the root element, which may be comments and the like. */
    static void toEnd(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static void requireUtf8(XMLStreamReader reader) throws UnreadableException {
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase(UTF_8)) {
            throw UnreadableException.because("the encoding has to be UTF-8, not " + encoding);
        }
        String version = reader.getVersion();
        if (version != null && !version.isEmpty() && !version.equals("1.0")) {
            throw UnreadableException.because("the version of XML has to be 1.0, not " + version);
        }
    }
}
