package io.parley.codec.xml;

import io.parley.ccmp.Message;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.namespace.NamespaceContext;

/** The two halves of the protocol, with the names and the contents that the schema gives to their parts. */
enum Direction {
    REQUEST("ccmpRequest", Message::requestName, Message::requestType, Part.REQUEST, Part::ofRequest),
    RESPONSE("ccmpResponse", Message::responseName, Message::responseType, Part.RESPONSE, Part::ofResponse);

    private final String element;
    private final Function<Message, String> specialisedName;
    private final Function<Message, String> typeName;
    private final Part parameters;
    private final Map<String, Message> bySpecialisedName = new HashMap<>();
    private final Map<String, Message> byTypeName = new HashMap<>();
    private final Map<Message, Part> specialised = new EnumMap<>(Message.class);

    Direction(
            String element,
            Function<Message, String> specialisedName,
            Function<Message, String> typeName,
            Part parameters,
            Function<Message, Optional<Part>> specialised) {
        this.element = element;
        this.specialisedName = specialisedName;
        this.typeName = typeName;
        this.parameters = parameters;
        for (Message message : Message.values()) {
            byTypeName.put(typeName.apply(message), message);
            specialised.apply(message).ifPresent(part -> {
                bySpecialisedName.put(specialisedName.apply(message), message);
                this.specialised.put(message, part);
            });
        }
    }

    /** The local name of the root and of the element inside. */
    String element() {
        return element;
    }

    /** The local name of the specialised element of {@code message}. */
    String specialisedName(Message message) {
        return specialisedName.apply(message);
    }

    /** The local name of the type of {@code message}. */
    String typeName(Message message) {
        return typeName.apply(message);
    }

    /** The message whose specialised element has that local name; none for {@code optionsRequest}, which has no such element. */
    Optional<Message> ofSpecialisedName(String name) {
        return Optional.ofNullable(bySpecialisedName.get(name));
    }

    /** The message whose type in the schema is {@code type}, a qualified name whose prefix is declared in {@code scope}. */
    Optional<Message> ofType(String type, NamespaceContext scope) {
        int colon = type.indexOf(':');
        String namespace = scope.getNamespaceURI(colon < 0 ? "" : type.substring(0, colon));
        return namespace == null || Dialect.of(namespace).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(byTypeName.get(type.substring(colon + 1)));
    }

    /** What stands beside the specialised element. */
    Part parameters() {
        return parameters;
    }

    /** What the specialised element holds; empty for {@code optionsRequest}. */
    Optional<Part> specialised(Message message) {
        return Optional.ofNullable(specialised.get(message));
    }
}
