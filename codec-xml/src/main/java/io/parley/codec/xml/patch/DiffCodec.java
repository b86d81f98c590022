package io.parley.codec.xml.patch;

import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.codec.xml.XmlSink;
import io.parley.codec.xml.XmlSource;
import io.parley.patch.Condition;
import io.parley.patch.Patch;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents of {@code application/xcon-conference-info-diff+xml} (RFC 6502 section 5). Built once, used by all threads. */
public final class DiffCodec {

    /** The media type that is written. */
    public static final String MEDIA_TYPE = "application/xcon-conference-info-diff+xml";

    private static final Pattern ENCODING = Pattern.compile("\\A<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int LONGEST_DECLARATION = 200;

    private final XmlSource source;
    private final XmlSink sink = new XmlSink();

    /** A codec that reads diffs and what they are applied to within {@code limits}. */
    public DiffCodec(Limits limits) {
        this.source = new XmlSource(limits);
    }

    /**
     * Whether a media type names diffs: that which is written, or as RFC 6502 section 5 spells it once. Without regard to case; without
     * parameters.
     */
    public static boolean isDiff(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return type.equals(MEDIA_TYPE) || type.equals("application/xcon-conference-diff-info+xml");
    }

    /**
     * The bytes of a patch.
     *
     * @param entity the XCON-URI of the conference
     * @throws IllegalArgumentException if a value holds characters that XML 1.0 has not, or a selector what none can say
     */
    public byte[] write(String entity, Patch patch) {
        return sink.write(xml -> DiffWriter.write(entity, patch, xml));
    }

    /** What became of a document to which a diff was applied. */
    public sealed interface Result {

        /** All of it was done. */
        final class Done implements Result {
            private final byte[] document;

            private Done(byte[] document) {
                this.document = document;
            }

            /** The bytes of the next document; the caller may do with them as he likes. */
            public byte[] document() {
                return document.clone();
            }
        }

        /**
         * Something could not be done, so nothing was.
         *
         * @param condition why
         * @param phrase the same for people
         */
        record Failed(Condition condition, String phrase) implements Result {}
    }

    /**
     * What {@code diff} makes of {@code document}: all operations in their order, or none.
     *
     * @throws UnreadableException if the document, not the diff, is no XML
     */
    public Result apply(byte[] document, byte[] diff) throws UnreadableException {
        XmlDocument target = XmlDocument.read(source, document);
        try {
            XmlDocument next = next(target, diff);
            return new Result.Done(sink.write(next::write));
        } catch (Inapplicable fault) {
            return new Result.Failed(fault.condition(), fault.phrase());
        }
    }

    XmlDocument read(byte[] document) throws UnreadableException {
        return XmlDocument.read(source, document);
    }

    XmlDocument next(XmlDocument document, byte[] bytes) throws Inapplicable {
        Diff diff = Diff.of(readDiff(bytes));
        XmlDocument next = document;
        for (int at = 0; at < diff.operations().size(); at++) {
            next = XmlApplication.make(diff.operation(at), next);
        }
        return next;
    }

    private XmlDocument readDiff(byte[] bytes) throws Inapplicable {
        requireUtf8(bytes);
        try {
            return XmlDocument.read(source, bytes);
        } catch (UnreadableException fault) {
            boolean isEntity = fault.reason().contains("ndeclared general entity");
            throw new Inapplicable(
                    isEntity ? Condition.INVALID_ENTITY_DECLARATION : Condition.INVALID_DIFF_FORMAT,
                    fault.getMessage());
        }
    }

    /** Documents are in UTF-8, so a diff has to be as well (RFC 5261 section 5.1). */
    private static void requireUtf8(byte[] bytes) throws Inapplicable {
        int length = Math.min(bytes.length, LONGEST_DECLARATION);
        String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        boolean isUtf16 = start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE");
        if (isUtf16 || declared.find() && !declared.group(1).equalsIgnoreCase("UTF-8")) {
            throw new Inapplicable(Condition.INVALID_CHARACTER_SET, "the character set has to be UTF-8");
        }
    }
}
