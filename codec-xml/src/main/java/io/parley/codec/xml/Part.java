package io.parley.codec.xml;

import io.parley.ccmp.Message;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand without namespace inside one element of a message: the schema of RFC 6503 section 11 as the reader needs it. The order
 * is not part of it, since it is not enforced on reading.
 *
 * @param content what it holds
 * @param children the elements that it may hold
 * @param repeats whether it may occur several times in its parent
 */
record Part(Content content, Map<String, Part> children, boolean repeats) {

    /** What an element of a message holds. */
    enum Content {
        /** Elements of the envelope. */
        PARTS,
        /** Text. */
        TEXT,
        /** A document or a part of one. */
        INFO
    }

    private static final Part TEXT = new Part(Content.TEXT, Map.of(), false);

    private static final Part SUBJECT = of(Map.of("username", TEXT, "password", TEXT, "conference-password", TEXT));

    private static final Part DESCRIBED_MESSAGE = repeated(Map.of(
            "name",
            TEXT,
            "operations",
            of(Map.of("operation", new Part(Content.TEXT, Map.of(), true))),
            "schema-def",
            TEXT,
            "description",
            TEXT));

    private static final Part OPTIONS = of(Map.of(
            "standard-message-list", of(Map.of("standard-message", DESCRIBED_MESSAGE)),
            "extended-message-list", of(Map.of("extended-message", DESCRIBED_MESSAGE))));

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
        return new Part(Content.PARTS, children, false);
    }

    private static Part repeated(Map<String, Part> children) {
        return new Part(Content.PARTS, children, true);
    }

    private static Part info(Message message) {
        return of(Map.of(message.infoName(), new Part(Content.INFO, Map.of(), false)));
    }

    /** The specialised element of a request, if it has one. */
    static Optional<Part> ofRequest(Message message) {
        return switch (message.content()) {
            case LIST -> Optional.of(of(Map.of("xpathFilter", TEXT)));
            case INFO -> Optional.of(info(message));
            case EXTENSION -> Optional.of(of(Map.of("extensionName", TEXT)));
            case OPTIONS -> Optional.empty();
        };
    }

    /** The specialised element of a response. */
    static Optional<Part> ofResponse(Message message) {
        return Optional.of(
                switch (message.content()) {
                    case LIST, INFO -> info(message);
                    case EXTENSION -> of(Map.of("extensionName", TEXT));
                    case OPTIONS -> of(Map.of("options", OPTIONS));
                });
    }

    /** What {@code name} is in here, if it may be in here. */
    Optional<Part> child(String name) {
        return Optional.ofNullable(children.get(name));
    }
}
