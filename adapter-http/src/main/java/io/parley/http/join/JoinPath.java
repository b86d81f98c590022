package io.parley.http.join;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a join URL: {@code /meet/ORGANIZER/ID}, or {@code /meet/ORGANIZER/ID.ocsmeet} for the document itself.
 *
 * @param organizer the name of the organizer, percent escapes undone
 * @param conferenceId the conference id, percent escapes undone
 */
public record JoinPath(String organizer, String conferenceId) {

    /** What every join path begins with. */
    public static final String PREFIX = "/meet/";

    /** What is put behind a join path to get the document. */
    public static final String SUFFIX = ".ocsmeet";

    private static final Pattern FORM = Pattern.compile(Pattern.quote(PREFIX) + "([^/]+)/([^/]+)");
    private static final Pattern ESCAPES = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");

    /** What {@code path}, as it stands in a request, names; empty if it cannot be parsed. */
    public static Optional<JoinPath> parse(String path) {
        Matcher parts = FORM.matcher(isOfDocument(path) ? path.substring(0, path.length() - SUFFIX.length()) : path);
        return parts.matches()
                ? decoded(parts.group(1))
                        .flatMap(organizer -> decoded(parts.group(2)).map(id -> new JoinPath(organizer, id)))
                : Optional.empty();
    }

    /** Whether {@code path} is for the document only. */
    public static boolean isOfDocument(String path) {
        return path.endsWith(SUFFIX);
    }

    /** The text that percent-encoded UTF-8 stands for (RFC 3986 section 2.5), or empty if it stands for none. */
    private static Optional<String> decoded(String segment) {
        if (!ESCAPES.matcher(segment).matches()
                || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(segment)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            if (segment.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(segment, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) segment.charAt(i));
            }
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return Optional.of(text.toString());
        } catch (CharacterCodingException noUtf8) {
            return Optional.empty();
        }
    }
}
