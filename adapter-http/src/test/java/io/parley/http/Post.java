package io.parley.http;

/** Texts of requests. */
final class Post {

    private static final String HEAD =
            "POST /Xcon/Ccmp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ccmp+xml\r\n";

    private Post() {}

    /** A POST that is all right. */
    static String of(String body) {
        return with("", body);
    }

    /** A POST with further fields, each of which ends in CRLF. */
    static String with(String fields, String body) {
        return HEAD + fields + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** A POST whose body comes in chunks. */
    static String chunked(String... chunks) {
        StringBuilder text = new StringBuilder(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
        for (String chunk : chunks) {
            text.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk);
            text.append("\r\n");
        }
        return text.append("0\r\n\r\n").toString();
    }
}
