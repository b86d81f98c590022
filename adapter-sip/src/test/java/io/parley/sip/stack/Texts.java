package io.parley.sip.stack;

import java.util.concurrent.atomic.AtomicInteger;

/** Messages as they are written. */
final class Texts {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Texts() {}

    /** A branch that was not used before. */
    static String branch() {
        return "z9hG4bKtest" + NUMBERS.incrementAndGet();
    }

    /** A request with {@code via} behind the transport; every Call-ID is the branch or whatever stands there. */
    static String request(String method, String transport, String via, String sequence) {
        return method + " sip:bob@example.com SIP/2.0\r\n"
                + "Via: SIP/2.0/" + transport + " " + via + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:alice@example.com>;tag=1\r\n"
                + "To: <sip:bob@example.com>\r\n"
                + "Call-ID: " + via.hashCode() + "\r\n"
                + "CSeq: " + sequence + "\r\n"
                + "Content-Length: 0\r\n\r\n";
    }

    static String udp(String method, int port, String branch) {
        return request(method, "UDP", "127.0.0.1:" + port + ";rport;branch=" + branch, "1 " + method);
    }

    static String tcp(String method, String branch) {
        return request(method, "TCP", "127.0.0.1:5060;branch=" + branch, "1 " + method);
    }

    /** What stands in a header of a message, the first of that name. */
    static String header(String message, String name) {
        for (String line : message.split("\r\n")) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip();
            }
        }
        throw new AssertionError("no " + name + " in " + message);
    }
}
