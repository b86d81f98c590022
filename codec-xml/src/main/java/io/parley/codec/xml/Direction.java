package io.parley.codec.xml;

import io.parley.ccmp.Message;
import io.parley.document.Name;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamReader;

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
            Function<Message, Part> specialised) {
        this.element = element;
        this.specialisedName = specialisedName;
        this.typeName = typeName;
        this.parameters = parameters;
        for (Message message : Message.values()) {
            bySpecialisedName.put(specialisedName.apply(message), message);
            byTypeName.put(typeName.apply(message), message);
            this.specialised.put(message, specialised.apply(message));
        }
        if (element.equals("ccmpRequest")) {
            bySpecialisedName.remove(specialisedName.apply(Message.OPTIONS));
        }
    }

    /** The namespace of the root, at whose start {@code xml} stands. */
    Dialect dialect(XMLStreamReader xml) throws UnreadableException {
        Name root = ElementReader.name(xml.getNamespaceURI(), xml.getLocalName());
        Optional<Dialect> dialect = Dialect.of(root.namespace());
        if (dialect.isEmpty() || !root.local().equals(element)) {
            throw UnreadableException.at(
                    xml.getLocation(), "the root has to be " + element + " of the CCMP namespace, not " + root);
        }
        return dialect.get();
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

    /** The message whose type has that local name. */
    Optional<Message> ofTypeName(String name) {
        return Optional.ofNullable(byTypeName.get(name));
    }

    /** What stands beside the specialised element. */
    Part parameters() {
        return parameters;
    }

    /** What the specialised element holds. */
    Part specialised(Message message) {
        Part part = specialised.get(message);
        if (part == null) {
            throw new IllegalArgumentException("no such message: " + message);
        }
        return part;
    }
}
