package io.parley.http;

/** Texts of requests without a body. */
final class Get {

    private Get() {}

    static String of(String target, String... fields) {
        return request("GET", target, fields);
    }

    static String head(String target) {
        return request("HEAD", target);
    }

    private static String request(String method, String target, String... fields) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        return text.append("\r\n").toString();
    }
}
