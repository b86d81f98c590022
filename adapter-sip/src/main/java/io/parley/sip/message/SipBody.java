package io.parley.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a message with its content type (RFC 3261 section 7.4). Immutable. */
public final class SipBody {

    /** No body. */
    public static final SipBody NONE = new SipBody("", new byte[0]);

    private final String contentType;
    private final byte[] content;

    private SipBody(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content;
    }

    /** A body of that {@code Content-Type}, whose bytes are copied; an empty one is no body at all. */
    public static SipBody of(String contentType, byte[] content) {
        return content.length == 0 ? NONE : new SipBody(contentType, content.clone());
    }

    /** A body of that {@code Content-Type}, in UTF-8. */
    public static SipBody of(String contentType, String text) {
        return of(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /** The {@code Content-Type} as written; empty without a body. */
    public Optional<String> contentType() {
        return isEmpty() ? Optional.empty() : Optional.of(contentType);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return content.clone();
    }

    /** The number of bytes. */
    public int size() {
        return content.length;
    }

    /** The bytes as UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SipBody that
                && contentType.equals(that.contentType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * contentType.hashCode() + Arrays.hashCode(content);
    }

    /** Its type and size; what it says may be a secret. */
    @Override
    public String toString() {
        return isEmpty() ? "no body" : content.length + " bytes of " + contentType;
    }
}
