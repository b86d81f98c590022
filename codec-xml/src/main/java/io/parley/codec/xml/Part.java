package io.parley.codec.xml;

import io.parley.ccmp.Message;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand without namespace inside one element of a message: the schema of RFC 6503 section 11 as the reader needs it. The order
 * is not part of it, since it is not enforced on reading.
 *
 * @param children the elements that it may hold; none if it holds text
 * @param repeats whether it may occur several times in its parent
 */
record Part(Map<String, Part> children, boolean repeats) {

    /** A parameter that holds text. */
    static final Part TEXT = new Part(Map.of(), false);

    /** An Info parameter, which holds a document or a part of one. */
    static final Part INFO = new Part(Map.of(), false);

    private static final Part WORDS = new Part(Map.of(), true);

    private static final Part SUBJECT = of(Map.of("username", TEXT, "password", TEXT, "conference-password", TEXT));

    private static final Map<String, Part> DESCRIBED_MESSAGE =
            Map.of("name", TEXT, "operations", of(Map.of("operation", WORDS)), "schema-def", TEXT, "description", TEXT);

    private static final Part OPTIONS = of(Map.of(
            "standard-message-list", of(Map.of("standard-message", new Part(DESCRIBED_MESSAGE, true))),
            "extended-message-list", of(Map.of("extended-message", new Part(DESCRIBED_MESSAGE, true)))));

    /** The parameters of every request (section 5.1) and the base version, for which the schema has no place. */
    static final Part REQUEST = of(Map.of(
            "subject", SUBJECT,
            "confUserID", TEXT,
            "confObjID", TEXT,
            "operation", TEXT,
            "conference-password", TEXT,
            "version", TEXT));

    /** The parameters of every response (section 5.2). */
    static final Part RESPONSE = of(Map.of(
            "confUserID", TEXT,
            "confObjID", TEXT,
            "operation", TEXT,
            "response-code", TEXT,
            "response-string", TEXT,
            "version", TEXT));

    private static Part of(Map<String, Part> children) {
        return new Part(children, false);
    }

    /** The specialised element of a request. */
    static Part ofRequest(Message message) {
        return of(
                switch (message.content()) {
                    case LIST -> Map.of("xpathFilter", TEXT);
                    case INFO -> Map.of(message.infoName(), INFO);
                    case EXTENSION -> Map.of("extensionName", TEXT);
                    case OPTIONS -> Map.of();
                });
    }

    /** The specialised element of a response. */
    static Part ofResponse(Message message) {
        return of(
                switch (message.content()) {
                    case LIST, INFO -> Map.of(message.infoName(), INFO);
                    case EXTENSION -> Map.of("extensionName", TEXT);
                    case OPTIONS -> Map.of("options", OPTIONS);
                });
    }

    /** Whether it holds text instead of elements. */
    boolean holdsText() {
        return this == TEXT || this == WORDS;
    }

    Optional<Part> child(String name) {
        return Optional.ofNullable(children.get(name));
    }
}
