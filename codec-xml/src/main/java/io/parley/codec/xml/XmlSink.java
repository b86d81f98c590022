package io.parley.codec.xml;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;

/** Writes XML 1.0 in UTF-8 with a declaration, compactly, the same bytes for the same value. */
public final class XmlSink {

    private static final int USUAL_LENGTH = 2048;

    /** What is written as one XML document. */
    public interface Content {
        /** Writes all between the start and the end of the document. */
        void write(XMLStreamWriter2 xml) throws XMLStreamException;
    }

    private final WstxOutputFactory factory = new WstxOutputFactory();

    /** A sink for any number of documents and threads. */
    public XmlSink() {
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_NAMES, true);
    }

    /** The bytes of {@code content}; an {@link IllegalArgumentException} if XML cannot hold it. */
    public byte[] write(Content content) {
        return fragment(xml -> {
            xml.writeStartDocument("1.0", "UTF-8", true);
            content.write(xml);
            xml.writeEndDocument();
        });
    }

    /** The bytes of {@code content} without a declaration, to be put into a document; an {@link IllegalArgumentException} likewise. */
    byte[] fragment(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try {
            XMLStreamWriter2 xml = (XMLStreamWriter2) factory.createXMLStreamWriter(bytes, "UTF-8");
            content.write(xml);
            xml.close();
        } catch (XMLStreamException refused) {
            throw new IllegalArgumentException("not XML: " + refused.getMessage(), refused);
        }
        return bytes.toByteArray();
    }

    /** {@code text} itself; an {@link IllegalArgumentException} if XML 1.0 cannot hold it. */
    public static String writable(String text) {
        return Words.writable(text);
    }
}
