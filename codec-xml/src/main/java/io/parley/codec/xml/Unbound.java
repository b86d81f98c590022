package io.parley.codec.xml;

import io.parley.ccmp.Message;
import io.parley.document.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was read of a message beside the parameters that the binding knows: its kind, documents, foreign elements, and the first fault. */
final class Unbound {

    private final List<Element> foreign = new ArrayList<>();
    private final List<Element> extension = new ArrayList<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private Optional<Message> type = Optional.empty();
    private Optional<Message> specialised = Optional.empty();
    private Optional<Element> info = Optional.empty();
    private Optional<String> fault = Optional.empty();

    /** The kind of message; empty if nothing says it, or if {@code xsi:type} and the specialised element say different ones. */
    Optional<Message> message() {
        return type.isPresent() && specialised.isPresent() && !type.equals(specialised)
                ? Optional.empty()
                : specialised.or(() -> type);
    }

    /** The message that {@code xsi:type} names. */
    Optional<Message> type() {
        return type;
    }

    void type(Message message) {
        type = Optional.of(message);
    }

    /** The message whose specialised element was met. */
    Optional<Message> specialised() {
        return specialised;
    }

    void specialised(Message message) {
        specialised = Optional.of(message);
    }

    /** The Info parameter. */
    Optional<Element> info() {
        return info;
    }

    void info(Element element) {
        info = Optional.of(element);
    }

    /** The foreign elements beside the parameters. */
    List<Element> foreign() {
        return foreign;
    }

    /** The foreign elements in {@code extendedRequest} or {@code extendedResponse}. */
    List<Element> extension() {
        return extension;
    }

    /** The prefixes that are declared on the way from the root to {@code xpathFilter}. */
    Map<String, String> prefixes() {
        return prefixes;
    }

    /** The first fault that was met. */
    Optional<String> fault() {
        return fault;
    }

    void refuse(String reason) {
        if (fault.isEmpty()) {
            fault = Optional.of(reason);
        }
    }
}
