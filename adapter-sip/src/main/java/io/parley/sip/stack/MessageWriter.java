package io.parley.sip.stack;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipHeaders.Field;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes messages (RFC 3261 section 7), with the headers that the stack adds. */
final class MessageWriter {

    private static final Set<String> COPIED =
            names("Via", "From", "To", "Call-ID", "CSeq", "Content-Type", "Content-Length");
    private static final Set<String> OURS = names("Via", "Max-Forwards", "Content-Type", "Content-Length");
    private static final String END = "\r\n";

    private MessageWriter() {}

    private static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }

    /** A request with {@code via} as its one Via. */
    static byte[] request(SipRequest request, String via) {
        StringBuilder head = new StringBuilder(512)
                .append(line(request.method()))
                .append(' ')
                .append(line(request.uri()))
                .append(" SIP/2.0\r\n");
        field(head, "Via", via);
        field(head, "Max-Forwards", request.header("Max-Forwards").orElse("70"));
        others(head, request.headers(), OURS);
        return withBody(head, request.body());
    }

    /**
     * A response to a request with {@code asked} as its headers.
     *
     * @param source where the request came from
     * @param tag what To gets for a tag if it has none, empty for none
     */
    static byte[] response(SipResponse response, SipHeaders asked, InetSocketAddress source, String tag) {
        StringBuilder head = new StringBuilder(512)
                .append("SIP/2.0 ")
                .append(response.status())
                .append(' ')
                .append(line(response.reason()))
                .append(END);
        ViaLine.answered(asked, source).forEach(via -> field(head, "Via", via));
        field(head, "From", asked.first("From").orElse(""));
        String to = response.header("To").or(() -> asked.first("To")).orElse("");
        field(head, "To", response.status() == 100 || tag.isEmpty() || hasTag(to) ? to : to + ";tag=" + tag);
        field(head, "Call-ID", asked.first("Call-ID").orElse(""));
        field(head, "CSeq", asked.first("CSeq").orElse(""));
        if (response.status() == 100) {
            asked.first("Timestamp").ifPresent(time -> field(head, "Timestamp", time));
        }
        others(head, response.headers(), COPIED);
        return withBody(head, response.body());
    }

    /** Whether a value of To or From has a tag: among the parameters of the header, not those of the URI. */
    static boolean hasTag(String value) {
        int close = value.lastIndexOf('>');
        return value.substring(close + 1)
                .replace(" ", "")
                .toLowerCase(Locale.ROOT)
                .contains(";tag=");
    }

    private static void others(StringBuilder head, SipHeaders headers, Set<String> except) {
        for (Field field : headers.fields()) {
            if (!except.contains(field.name())) {
                field(head, line(field.name()), field.value());
            }
        }
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append(END);
    }

    private static byte[] withBody(StringBuilder head, SipBody body) {
        body.contentType().ifPresent(type -> field(head, "Content-Type", line(type)));
        head.append("Content-Length: ").append(body.size()).append("\r\n\r\n");
        byte[] text = head.toString().getBytes(StandardCharsets.UTF_8);
        if (body.isEmpty()) {
            return text;
        }
        byte[] content = body.bytes();
        byte[] whole = Arrays.copyOf(text, text.length + content.length);
        System.arraycopy(content, 0, whole, text.length, content.length);
        return whole;
    }

    /** What stands in one line: a line break in it would be the beginning of a header of somebody else's. */
    private static String line(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("of several lines: '" + text + "'");
        }
        return text;
    }
}
