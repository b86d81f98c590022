package io.parley.codec.xml;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import java.io.IOException;
import java.io.InputStream;

/**
 * Conference documents that stand alone (RFC 4575 section 5, RFC 6501 section 3.1). Built once, used by all threads.
 *
 * <p>Whether a document makes sense is for the core to say; here it is only whether it is one.
 */
public final class DocumentCodec {

    private final XmlSource source;
    private final XmlSink sink = new XmlSink();

    /** A codec that reads within {@code limits}. */
    public DocumentCodec(Limits limits) {
        this.source = new XmlSource(limits);
    }

    /**
     * The document in a stream that ends with it.
     *
     * @throws UnreadableException if it is no XML, or its root is not {@code conference-info}
     * @throws IOException as thrown by the stream
     */
    public Element read(InputStream document) throws IOException, UnreadableException {
        return read(source.bytes(document));
    }

    /**
     * The document in these bytes.
     *
     * @throws UnreadableException if it is no XML, or its root is not {@code conference-info}
     */
    public Element read(byte[] document) throws UnreadableException {
        return source.read(document, xml -> {
            Name root = ElementReader.name(xml);
            if (!root.equals(Info.CONFERENCE_INFO)) {
                throw UnreadableException.at(xml.getLocation(), "the root has to be info:conference-info, not " + root);
            }
            Element read = ElementReader.read(xml, Schema.CONFERENCE_INFO);
            XmlSource.toEnd(xml);
            return read;
        });
    }

    /**
     * The bytes of {@code document}, with {@code state} and {@code version} where it has them and without lists that have no entry.
     *
     * @throws IllegalArgumentException if a value holds characters that XML 1.0 has not
     */
    public byte[] write(Element document) {
        return sink.write(xml -> new ElementWriter(xml, ElementWriter.Form.WITHOUT_EMPTY_LISTS).writeRoot(document));
    }
}
