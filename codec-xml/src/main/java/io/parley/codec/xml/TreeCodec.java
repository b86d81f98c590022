package io.parley.codec.xml;

import io.parley.document.Element;
import io.parley.document.ElementType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * XML of any vocabulary as a tree of foreign elements, with the same hardening as everything that is read here. Built once, used by all
 * threads.
 */
public final class TreeCodec {

    private final XmlSource source;
    private final XmlSink sink = new XmlSink();
    private final Map<String, String> prefixes;

    /**
     * A codec that reads within {@code limits}.
     *
     * @param prefixes the prefixes that it writes for namespaces, by namespace; the order is that in which they are declared
     */
    public TreeCodec(Limits limits, Map<String, String> prefixes) {
        this.source = new XmlSource(limits);
        this.prefixes = new LinkedHashMap<>(prefixes);
    }

    /** The tree in these bytes. Never throws because of what they are. */
    public TreeReading read(byte[] xml) {
        List<Element> root = new ArrayList<>(1);
        try {
            return new TreeReading.Whole(source.read(xml, reader -> {
                ElementType type = ElementType.foreign(ElementReader.name(reader));
                root.add(ElementReader.start(reader, type));
                Element read = ElementReader.read(reader, type);
                XmlSource.toEnd(reader);
                return read;
            }));
        } catch (UnreadableException fault) {
            return new TreeReading.Broken(root.stream().findFirst(), fault);
        }
    }

    /**
     * The bytes of {@code root}: its namespace is the default one, all others are declared on the root.
     *
     * @throws IllegalArgumentException if a name or value holds characters that XML 1.0 has not
     */
    public byte[] write(Element root) {
        return sink.write(xml -> new TreeWriter(xml, root, prefixes).write());
    }
}
