package io.parley.sip.stack;

import gov.nist.javax.sip.header.Via;
import io.parley.sip.message.SipHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a server does with the Via that a request came with (RFC 3261 sections 17.2.3 and 18.2, RFC 3581). */
final class ViaLine {

    private static final String COOKIE = "z9hg4bk";

    private ViaLine() {}

    /**
     * By what the transaction of a request is known: branch and sent-by, and where there is no branch of RFC 3261, what section 17.2.3
     * compares for RFC 2543. An ACK and a CANCEL are given the name of the request that they belong to.
     */
    static String transactionOf(Via via, SipHeaders headers, String uri) {
        String branch = via.getBranch();
        String sentBy = via.getHost() + ":" + via.getPort();
        if (branch != null && branch.regionMatches(true, 0, COOKIE, 0, COOKIE.length())) {
            return (branch + "|" + sentBy).toLowerCase(Locale.ROOT);
        }
        // Not the To tag, which only the ACK has, and only the number of CSeq, whose method differs.
        String sequence = headers.first("CSeq").orElse("");
        String name = String.join(
                "|",
                uri,
                headers.first("From").orElse(""),
                headers.first("Call-ID").orElse(""),
                sequence.substring(0, Math.max(0, sequence.indexOf(' '))),
                headers.first("Via").orElse(""));
        return COOKIE + "-2543|" + name.toLowerCase(Locale.ROOT) + "|" + Integer.toHexString(name.hashCode());
    }

    /** Where responses go by UDP: to where the request came from, by the port of its Via unless that asks for the one it came by. */
    static InetSocketAddress replyTo(Via via, InetSocketAddress source) {
        if (via.hasParameter(Via.RPORT)) {
            return source;
        }
        int port = via.getPort() > 0 ? via.getPort() : 5060;
        return new InetSocketAddress(source.getAddress(), port);
    }

    /** The fields of Via as responses carry them: the first member says where the request really came from. */
    static List<String> answered(SipHeaders headers, InetSocketAddress source) {
        List<String> fields = new ArrayList<>(headers.all("Via"));
        for (int i = 0; i < fields.size(); i++) {
            List<String> members =
                    new ArrayList<>(SipHeaders.NONE.with("Via", fields.get(i)).list("Via"));
            if (!members.isEmpty()) {
                members.set(0, marked(members.get(0), source));
                fields.set(i, String.join(", ", members));
                return fields;
            }
        }
        return fields;
    }

    private static String marked(String via, InetSocketAddress source) {
        StringBuilder marked = new StringBuilder();
        boolean rport = false;
        String[] parts = via.split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            String name = parts[i].strip().toLowerCase(Locale.ROOT);
            if (i == 0) {
                marked.append(parts[i].strip());
            } else if (name.equals("rport") || name.startsWith("rport=")) {
                rport = true;
            } else if (!name.startsWith("received=") && !name.isEmpty()) {
                marked.append(';').append(parts[i].strip());
            }
        }
        marked.append(";received=").append(text(source.getAddress()));
        if (rport) {
            marked.append(";rport=").append(source.getPort());
        }
        return marked.toString();
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
