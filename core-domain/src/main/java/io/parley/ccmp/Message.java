package io.parley.ccmp;

import io.parley.document.ElementType;
import io.parley.document.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The twelve pairs of messages (RFC 6503 section 5.3), with the names that its schema gives their parts.
 */
public enum Message {
    /** The list of blueprints (5.3.1). */
    BLUEPRINTS("blueprints", Content.LIST, Schema.SIDEBARS_BY_REF),
    /** The list of conferences (5.3.2). */
    CONFS("confs", Content.LIST, Schema.SIDEBARS_BY_REF),
    /** A blueprint (5.3.3). */
    BLUEPRINT("blueprint", Content.INFO, Schema.CONFERENCE_INFO),
    /** A conference (5.3.4). */
    CONF("conf", Content.INFO, Schema.CONFERENCE_INFO),
    /** The users of a conference (5.3.5). */
    USERS("users", Content.INFO, Schema.USERS),
    /** A user of a conference (5.3.6). */
    USER("user", Content.INFO, Schema.USER),
    /** The list of sidebars by value (5.3.7). */
    SIDEBARS_BY_VAL("sidebarsByVal", Content.LIST, Schema.SIDEBARS_BY_VAL),
    /** A sidebar by value (5.3.8). */
    SIDEBAR_BY_VAL("sidebarByVal", Content.INFO, Schema.CONFERENCE_INFO),
    /** The list of sidebars by reference (5.3.9). */
    SIDEBARS_BY_REF("sidebarsByRef", Content.LIST, Schema.SIDEBARS_BY_REF),
    /** A sidebar by reference (5.3.10). */
    SIDEBAR_BY_REF("sidebarByRef", Content.INFO, Schema.CONFERENCE_INFO),
    /** A message beyond the standard ones (5.3.11). */
    EXTENDED("extended", Content.EXTENSION, null),
    /** What the server can do (5.3.12); its request has no element of its own. */
    OPTIONS("options", Content.OPTIONS, null);

    /** What the specialised part of a message holds. */
    public enum Content {
        /** A filter in the request, a list in the response. */
        LIST,
        /** A document or a part of one. */
        INFO,
        /** The name of an extension and what it likes. */
        EXTENSION,
        /** Nothing in the request, the options in the response. */
        OPTIONS
    }

    private final String stem;
    private final Content content;
    private final Optional<ElementType> info;

    Message(String stem, Content content, @Nullable ElementType info) {
        this.stem = stem;
        this.content = content;
        this.info = Optional.ofNullable(info);
    }

    /** The local name of the specialised element of the request, such as {@code confRequest}. */
    public String requestName() {
        return stem + "Request";
    }

    /** The local name of the specialised element of the response, such as {@code confResponse}. */
    public String responseName() {
        return stem + "Response";
    }

    /** The name of the type of the request in the schema, such as {@code ccmp-conf-request-message-type}. */
    public String requestType() {
        return "ccmp-" + stem + "-request-message-type";
    }

    /** The name of the type of the response in the schema. */
    public String responseType() {
        return "ccmp-" + stem + "-response-message-type";
    }

    /** The local name of the Info parameter, such as {@code confInfo}; for messages that have one. */
    public String infoName() {
        return stem + "Info";
    }

    /** What the specialised part holds. */
    public Content content() {
        return content;
    }

    /** The row of the schema for the Info parameter; empty for the messages that have none. */
    public Optional<ElementType> infoType() {
        return info;
    }

    /** Whether {@code operation} has to be there: in the messages that address one object. */
    public boolean needsOperation() {
        return content == Content.INFO;
    }

    /** Whether it may be named in {@code standard-message-list} (section 5.3.12). */
    public boolean isStandard() {
        return content == Content.LIST || content == Content.INFO;
    }

    /** The message whose request has that local name. */
    public static Optional<Message> ofRequest(String localName) {
        for (Message message : values()) {
            if (message.requestName().equals(localName)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** As people write it: the name of its request. */
    @Override
    public String toString() {
        return requestName();
    }
}
