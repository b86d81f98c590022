package io.parley.codec.c3p;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a document that many watchers are told, each with a version of his own: written once, and the version put in. Immutable. */
public final class CommonDocument {

    /** The version with which a document is written of which the version does not matter. */
    static final long ANY = 1;

    private static final String DECLARATION_END = "?>";
    private static final String ATTRIBUTE = " version=\"";

    private final byte[] before;
    private final byte[] after;

    private CommonDocument(byte[] before, byte[] after) {
        this.before = before;
        this.after = after;
    }

    /** What is left of {@code document} without its version, which is the first attribute of that name behind the declaration. */
    static CommonDocument of(byte[] document) {
        // Any character is one byte here, and a quotation mark stands in no value.
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(ATTRIBUTE, text.indexOf(DECLARATION_END)) + ATTRIBUTE.length();
        return new CommonDocument(
                Arrays.copyOf(document, start),
                Arrays.copyOfRange(document, text.indexOf('"', start), document.length));
    }

    /** The document with that version. */
    public byte[] withVersion(long version) {
        byte[] digits = Long.toString(version).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(before, before.length + digits.length + after.length);
        System.arraycopy(digits, 0, whole, before.length, digits.length);
        System.arraycopy(after, 0, whole, before.length + digits.length, after.length);
        return whole;
    }
}
