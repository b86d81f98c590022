package io.parley.roster;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import java.util.Map;

/**
 * How long an element is as XML. Nothing writes XML here, so the size is that of one form of it: in UTF-8, each name with the prefix that
 * MS-CONFBAS uses for its namespace and without declarations of namespaces, which belong to the root; attributes in quotation marks behind one
 * blank; white space as it stands in the element; an element without content as an empty tag; of entities only those that XML needs.
 */
public final class Fragment {

    private static final String MICROSOFT = "http://schemas.microsoft.com/rtc/";
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry(Name.INFO_NAMESPACE, "ci:"),
            Map.entry(Name.XML_NAMESPACE, "xml:"),
            Map.entry(InfoNames.SEPARATOR.namespace(), "cis:"),
            Map.entry(InfoNames.MSCI, "msci:"),
            Map.entry(MICROSOFT + "2008/12/confinfoextensions", "msci2:"),
            Map.entry(MICROSOFT + "2005/08/acpconfinfoextensions", "msacp:"),
            Map.entry(MICROSOFT + "2005/08/asconfinfoextensions", "msas:"),
            Map.entry(MICROSOFT + "2005/08/avconfinfoextensions", "msav:"),
            Map.entry(MICROSOFT + "2005/08/dataconfinfoextensions", "msdata:"),
            Map.entry(MICROSOFT + "2005/08/imconfinfoextensions", "msim:"),
            Map.entry(MICROSOFT + "2009/03/commonmcuextensions", "msmcu:"));
    private static final String OTHER = "ns:";

    private Fragment() {}

    /** The number of bytes of {@code element}. */
    public static long size(Element element) {
        long name = size(element.name());
        long size = 1 + name;
        for (Attribute attribute : element.attributes()) {
            size += 1 + size(attribute.name()) + 2 + escaped(attribute.value(), true) + 1;
        }
        if (element.size() == 0) {
            return size + 2;
        }
        size += 1;
        for (Node node : element.content()) {
            size += node instanceof Element child ? size(child) : escaped(((Text) node).value(), false);
        }
        return size + 2 + name + 1;
    }

    private static long size(Name name) {
        return bytes(PREFIXES.getOrDefault(name.namespace(), OTHER)) + bytes(name.local());
    }

    private static long escaped(String text, boolean quoted) {
        long size = bytes(text);
        for (int i = 0; i < text.length(); i++) {
            size += switch (text.charAt(i)) {
                case '&' -> "amp;".length();
                case '<', '>' -> "lt;".length();
                case '"' -> quoted ? "quot;".length() : 0;
                default -> 0;
            };
        }
        return size;
    }

    /** The length in UTF-8. */
    private static long bytes(String text) {
        return text.codePoints()
                .mapToLong(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4)
                .sum();
    }
}
