package io.parley.sip.stack;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipHeaders.Field;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Reads a message whose end is known (RFC 3261 sections 7 and 25.1): the first line, and fields as they are written. What a field means is
 * looked at only for those few without which no message can be answered.
 */
final class MessageReader {

    private static final String TOKEN = "-.!%*_+`'~";
    private static final int MOST_FIELDS = 512;

    private final String head;
    private final byte[] body;
    private final List<Field> fields = new ArrayList<>();
    private String firstLine = "";
    private String method = "";
    private String contentType = "";
    private int froms;
    private int tos;
    private int callIds;
    private int cseqs;
    private int maxForwards;
    private int contentTypes;
    private boolean cseqFits = true;

    private MessageReader(byte[] head, byte[] body) {
        this.head = new String(head, StandardCharsets.UTF_8);
        this.body = body;
    }

    /** Reads a message from its first line to the end of its last header field, and its body. */
    static Reading read(byte[] head, byte[] body) {
        return new MessageReader(head, body).read();
    }

    /** What can be read of a message that cannot be taken, for the answer to it. */
    static Reading.Refused refuse(byte[] partOfHead, int status, String reason) {
        Reading reading = read(partOfHead, new byte[0]);
        if (reading instanceof Reading.Read read && read.message() instanceof SipRequest request) {
            return new Reading.Refused(status, reason, request.method(), request.headers());
        }
        return reading instanceof Reading.Refused refused
                ? new Reading.Refused(status, reason, refused.method(), refused.headers())
                : new Reading.Refused(status, reason, "", SipHeaders.NONE);
    }

    private Reading read() {
        String wrong = readLines();
        if (firstLine.startsWith("SIP/")) {
            return wrong.isEmpty() ? response() : refused(wrong);
        }
        return request(wrong);
    }

    private Reading request(String wrongField) {
        int uriStart = firstLine.indexOf(' ') + 1;
        int versionStart = firstLine.lastIndexOf(' ') + 1;
        if (uriStart <= 1 || versionStart <= uriStart || !isToken(firstLine, 0, uriStart - 1)) {
            return new Reading.Refused(400, "Bad Request Line", "", SipHeaders.NONE);
        }
        method = firstLine.substring(0, uriStart - 1);
        String uri = firstLine.substring(uriStart, versionStart - 1);
        String version = firstLine.substring(versionStart);
        if (version.isEmpty()) {
            return refused("Bad Request Line");
        } else if (!version.regionMatches(true, 0, "SIP/", 0, 4)) {
            return new Reading.Refused(400, "Bad Request Line", "", SipHeaders.NONE);
        } else if (!version.equalsIgnoreCase("SIP/2.0")) {
            return new Reading.Refused(505, "Version Not Supported", method, headers());
        }
        if (!isUri(uri)) {
            return refused("Bad Request-URI");
        }
        if (!wrongField.isEmpty()) {
            return refused(wrongField);
        }
        String wrong = wrongEssential(true);
        return wrong.isEmpty()
                ? new Reading.Read(new SipRequest(method, uri, headers(), SipBody.of(contentType, body)))
                : refused(wrong);
    }

    private Reading response() {
        boolean wellFormed = firstLine.regionMatches(true, 0, "SIP/2.0 ", 0, 8)
                && firstLine.length() >= 11
                && (firstLine.length() == 11 || firstLine.charAt(11) == ' ');
        OptionalInt status = wellFormed ? number(firstLine.substring(8, 11)) : OptionalInt.empty();
        if (status.isEmpty() || status.getAsInt() < 100 || status.getAsInt() > 699) {
            return refused("Bad Status Line");
        }
        String wrong = wrongEssential(false);
        return wrong.isEmpty()
                ? new Reading.Read(new SipResponse(
                        status.getAsInt(),
                        firstLine.length() > 12 ? firstLine.substring(12) : "",
                        headers(),
                        SipBody.of(contentType, body)))
                : refused(wrong);
    }

    private Reading refused(String reason) {
        return new Reading.Refused(400, reason, method, headers());
    }

    private SipHeaders headers() {
        return SipHeaders.of(fields);
    }

    /** RFC 3261 section 8.1.1: what every request has, and exactly once but for Via. */
    private String wrongEssential(boolean request) {
        if (froms != 1) {
            return "Bad From";
        } else if (tos != 1) {
            return "Bad To";
        } else if (callIds != 1) {
            return "Bad Call-ID";
        } else if (cseqs != 1 || !cseqFits) {
            return "Bad CSeq";
        } else if (maxForwards > 1) {
            return "Bad Max-Forwards";
        } else if (contentTypes > 1) {
            return "Bad Content-Type";
        } else if (fields.stream().noneMatch(field -> field.name().equalsIgnoreCase("Via"))) {
            return "Bad Via";
        }
        return request ? wrongSequence() : "";
    }

    private String wrongSequence() {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase("CSeq")
                    && !field.value()
                            .substring(field.value().lastIndexOf(' ') + 1)
                            .equals(method)) {
                return "Bad CSeq";
            }
        }
        return "";
    }

    /** Reads the lines, and returns what is wrong with one of them. */
    private String readLines() {
        int end = head.indexOf("\r\n");
        firstLine = end < 0 ? head : head.substring(0, end);
        if (firstLine.indexOf('\t') >= 0 || hasControl(firstLine)) {
            firstLine = "";
            return "Bad First Line";
        }
        String wrong = "";
        int at = end < 0 ? head.length() : end + 2;
        while (at < head.length()) {
            int next = lineEnd(at);
            String found = fields.size() < MOST_FIELDS ? readField(head.substring(at, next)) : "Too Many Headers";
            if (wrong.isEmpty()) {
                wrong = found;
            }
            at = next + 2;
        }
        return wrong;
    }

    /** Where the field that begins at {@code start} ends: behind its continuations (section 7.3.1). */
    private int lineEnd(int start) {
        int end = head.indexOf("\r\n", start);
        while (end >= 0 && end + 2 < head.length() && (head.charAt(end + 2) == ' ' || head.charAt(end + 2) == '\t')) {
            end = head.indexOf("\r\n", end + 2);
        }
        return end < 0 ? head.length() : end;
    }

    private String readField(String line) {
        int colon = line.indexOf(':');
        int nameEnd = colon;
        while (nameEnd > 0 && (line.charAt(nameEnd - 1) == ' ' || line.charAt(nameEnd - 1) == '\t')) {
            nameEnd--;
        }
        if (nameEnd <= 0 || !isToken(line, 0, nameEnd)) {
            return "Bad Header";
        }
        String value = unfolded(line.substring(colon + 1));
        if (hasControl(value)) {
            return "Bad Header";
        }
        Field field = new Field(line.substring(0, nameEnd), value);
        switch (field.name().toLowerCase(Locale.ROOT)) {
            case "from" -> froms++;
            case "to" -> tos++;
            case "call-id" -> callIds++;
            case "cseq" -> {
                cseqs++;
                cseqFits &= isSequence(field.value());
            }
            case "max-forwards" -> {
                maxForwards++;
                OptionalInt hops = number(field.value());
                if (hops.isEmpty() || hops.getAsInt() > 255) {
                    fields.add(field);
                    return "Bad Max-Forwards";
                }
            }
            case "content-type" -> {
                contentTypes++;
                contentType = field.value();
                return "";
            }
            case "content-length" -> {
                return "";
            }
            default -> {
                // Any other is the matter of the rooms above.
            }
        }
        fields.add(field);
        return "";
    }

    private static String unfolded(String value) {
        if (value.indexOf('\r') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (String line : value.split("\r\n", -1)) {
            text.append(text.isEmpty() ? "" : " ").append(line.strip());
        }
        return text.toString();
    }

    /** {@code CSeq = 1*DIGIT LWS Method}, the number below 2^31 (section 8.1.1.5). */
    private static boolean isSequence(String value) {
        int space = value.indexOf(' ');
        int method = value.lastIndexOf(' ') + 1;
        return space > 0
                && value.substring(space, method).isBlank()
                && isToken(value, method, value.length())
                && number(value.substring(0, space)).isPresent();
    }

    private static OptionalInt number(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return OptionalInt.empty();
            }
        }
        try {
            return OptionalInt.of(Integer.parseInt(digits));
        } catch (NumberFormatException tooLarge) {
            return OptionalInt.empty();
        }
    }

    /** Whether {@code text} has a control character other than a tabulator. */
    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letterOrDigit && TOKEN.indexOf(c) < 0) {
                return false;
            }
        }
        return end > start;
    }

    /** Whether {@code text} has a scheme, and no character that belongs into no URI; schemes are not known here. */
    static boolean isUri(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '<' || c == '>' || c == '"') {
                return false;
            }
        }
        return text.indexOf(':') > 0;
    }
}
