package io.parley.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A response as it came over the wire. Names of fields are in lower case; a field that comes twice has two values. */
record Answer(int status, Map<String, List<String>> fields, String body) {

    /** Reads the next response, and sees that it has what every response has and nothing that none may have. */
    static Answer read(InputStream in) throws IOException {
        String statusLine = line(in);
        if (!statusLine.matches("HTTP/1\\.1 [0-9]{3} .*")) {
            throw new AssertionError("Not a status line: " + statusLine);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        Answer head = new Answer(Integer.parseInt(statusLine.substring(9, 12)), fields, "");
        int length = Integer.parseInt(head.field("content-length"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The body ends after " + body.length + " of " + length + " bytes");
        }
        if (!List.of("no-store", "private").contains(String.valueOf(head.field("cache-control")))
                || head.field("date") == null) {
            throw new AssertionError("Intermediaries may keep it, or it has no Date: " + head);
        }
        if (fields.containsKey("server") || fields.containsKey("x-powered-by")) {
            throw new AssertionError("Says what kind of server it is: " + head);
        }
        return new Answer(head.status(), fields, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ends after \"" + line + "\"");
            }
            line.append((char) c);
        }
        if (line.length() == 0 || line.charAt(line.length() - 1) != '\r') {
            throw new AssertionError("A line without CR: " + line);
        }
        return line.substring(0, line.length() - 1);
    }

    /** The value of a field that comes once, or null. */
    String field(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " comes " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** Whether it announces the end of the connection. */
    boolean closes() {
        return "close".equalsIgnoreCase(field("connection"));
    }
}
