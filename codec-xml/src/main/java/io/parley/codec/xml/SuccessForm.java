package io.parley.codec.xml;

import io.parley.ccmp.CcmpResponse;
import io.parley.document.Name;
import io.parley.identity.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A response of success with blanks for the sender, the object, its version and the element that is told, in the order of the schema of RFC
 * 6503 section 11. Immutable.
 */
final class SuccessForm {

    private static final List<String> BLANKS = List.of("confUserID", "confObjID", "version");

    private final List<byte[]> pieces;
    private final int length;

    private SuccessForm(List<byte[]> pieces) {
        this.pieces = List.copyOf(pieces);
        this.length = pieces.stream().mapToInt(piece -> piece.length).sum();
    }

    /** Cuts the blanks out of a response in which an empty element of that name stands; nothing else in it can look like one. */
    static SuccessForm of(byte[] response, Name element) {
        String rest = new String(response, StandardCharsets.UTF_8);
        List<byte[]> pieces = new ArrayList<>();
        for (String blank : BLANKS) {
            String start = "<" + blank + ">";
            int from = rest.indexOf(start);
            pieces.add(bytes(from < 0 ? "" : rest.substring(0, from + start.length())));
            rest = from < 0 ? rest : rest.substring(rest.indexOf("</" + blank + ">", from));
        }
        String place = "<" + element.local() + "/>";
        int at = rest.indexOf(place);
        if (at < 0) {
            throw new IllegalArgumentException("no " + place + " in the response");
        }
        pieces.add(bytes(rest.substring(0, at)));
        pieces.add(bytes(rest.substring(at + place.length())));
        return new SuccessForm(pieces);
    }

    /** Whether {@code text} stands in XML as it is. */
    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character <= ' ' || character >= 0x7F || character == '<' || character == '>' || character == '&') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The form filled in with what {@code response} says, all of it plain, and {@code element}. */
    byte[] with(CcmpResponse response, byte[] element) {
        List<byte[]> filling = List.of(
                bytes(response.confUserId()),
                bytes(response.confObjId()),
                bytes(response.version().map(Version::toString)),
                element);
        int total = length;
        for (byte[] filled : filling) {
            total += filled.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(total);
        for (int blank = 0; blank < filling.size(); blank++) {
            whole.put(pieces.get(blank)).put(filling.get(blank));
        }
        return whole.put(pieces.get(filling.size())).array();
    }

    private static byte[] bytes(Optional<String> text) {
        return bytes(text.orElse(""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
