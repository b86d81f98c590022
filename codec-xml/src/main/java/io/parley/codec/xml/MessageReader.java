package io.parley.codec.xml;

import io.parley.ccmp.Message;
import io.parley.document.Element;
import io.parley.document.ElementType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A message as the binding sees it: the parameters alone, without namespaces and attributes, the specialised element under one name.
 *
 * <p>What the binding does not see is handled here: documents and foreign elements go onto the core's tree; {@code xsi:type} and the
 * name of the specialised element say what kind of message it is; what RFC 6503 section 11 does not admit is skipped, and the first
 * such fault is kept while the rest of the message is read.
 */
final class MessageReader extends StreamReaderDelegate {

    private record Open(String name, String boundName, Part part, Set<String> seen) {}

    private final XMLStreamReader xml;
    private final Direction direction;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final List<Element> foreign = new ArrayList<>();
    private final List<Element> extension = new ArrayList<>();
    private String boundName;
    private Optional<Message> type = Optional.empty();
    private Optional<Message> specialised = Optional.empty();
    private Optional<Element> info = Optional.empty();
    private Optional<String> fault = Optional.empty();

    /** Reads the message in {@code xml}, which stands at the start of its root, and moves to the element inside. */
    MessageReader(XMLStreamReader xml, Direction direction) throws XMLStreamException, UnreadableException {
        super(xml);
        this.xml = xml;
        this.direction = direction;
        this.boundName = direction.element();
        collectPrefixes();
        toInnerElement();
        collectPrefixes();
        readType();
        open.push(new Open(direction.element(), direction.element(), direction.parameters(), new HashSet<>()));
    }

    /** The kind of message, empty if nothing says it or two things say different ones. */
    Optional<Message> message() {
        return type.isPresent() && specialised.isPresent() && !type.equals(specialised)
                ? Optional.empty()
                : specialised.or(() -> type);
    }

    /** The Info parameter. */
    Optional<Element> info() {
        return info;
    }

    /** The foreign elements beside the parameters. */
    List<Element> foreign() {
        return foreign;
    }

    /** The foreign elements in {@code extendedRequest} or {@code extendedResponse}. */
    List<Element> extension() {
        return extension;
    }

    /** The prefixes that were declared where {@code xpathFilter} stands. */
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

    private void toInnerElement() throws XMLStreamException, UnreadableException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_ELEMENT) {
                throw UnreadableException.at(xml.getLocation(), "the root is empty");
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                refuseText("the root");
            }
            event = xml.next();
        }
        if (!namespace().isEmpty() || !xml.getLocalName().equals(direction.element())) {
            throw UnreadableException.at(
                    xml.getLocation(),
                    "the element inside the root has to be " + direction.element() + " without namespace, not "
                            + ElementReader.name(namespace(), xml.getLocalName()));
        }
    }

    private void readType() {
        String value = xml.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
        if (value == null) {
            return;
        }
        String name = Words.trimmed(value);
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String namespace = xml.getNamespaceContext().getNamespaceURI(prefix);
        if (namespace != null && Dialect.of(namespace).isPresent()) {
            type = direction.ofTypeName(name.substring(colon + 1));
        }
        if (type.isEmpty()) {
            refuse("xsi:type '" + name + "' is not the type of a " + direction.element());
        }
    }

    @Override
    public int next() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (enter()) {
                        return event;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!open.isEmpty()) {
                        boundName = open.pop().boundName();
                        return event;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty() && open.element().part().holdsText()) {
                        return event;
                    }
                    refuseText(open.isEmpty() ? "the root" : open.element().name());
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return event;
                }
                default -> {}
            }
        }
    }

    /** Whether the element that begins is one for the binding; any other has been read to its end. */
    private boolean enter() throws XMLStreamException {
        String name = xml.getLocalName();
        if (open.isEmpty()) {
            return leaveOut("the root holds a second element, " + ElementReader.name(namespace(), name));
        }
        Open parent = open.element();
        if (parent.part().holdsText()) {
            return leaveOut(parent.name() + " holds an element, " + ElementReader.name(namespace(), name));
        }
        if (namespace().isEmpty()) {
            return enterParameter(name, parent);
        }
        if (Dialect.of(namespace()).isPresent()) {
            return enterSpecialised(name, parent);
        }
        keep(parent);
        return false;
    }

    private boolean enterParameter(String name, Open parent) throws XMLStreamException {
        Optional<Part> part = parent.part().child(name);
        if (part.isEmpty()) {
            return leaveOut("unknown element " + name + " in " + parent.name());
        }
        if (!part.get().repeats() && !parent.seen().add(name)) {
            return leaveOut(name + " occurs more than once in " + parent.name());
        }
        if (part.get() == Part.INFO) {
            info = Optional.of(ElementReader.read(
                    xml, specialised.flatMap(Message::infoType).orElseThrow()));
            return false;
        }
        if (name.equals("xpathFilter")) {
            collectPrefixes();
        }
        return enter(new Open(name, name, part.get(), new HashSet<>()));
    }

    private boolean enterSpecialised(String name, Open parent) throws XMLStreamException {
        Optional<Message> message = direction.ofSpecialisedName(name);
        if (message.isEmpty() || open.size() > 1) {
            return leaveOut("unknown element ccmp:" + name + " in " + parent.name());
        }
        if (specialised.isPresent()) {
            return leaveOut("a second specialised element, " + name);
        }
        specialised = message;
        if (type.isPresent() && !type.equals(message)) {
            refuse("xsi:type says " + direction.specialisedName(type.get()) + " and the element inside is " + name);
        }
        collectPrefixes();
        return enter(new Open(name, SpecialisedParameters.NAME, direction.specialised(message.get()), new HashSet<>()));
    }

    private boolean enter(Open element) {
        open.push(element);
        boundName = element.boundName();
        return true;
    }

    private void keep(Open parent) throws XMLStreamException {
        if (open.size() == 1) {
            foreign.add(readForeign());
        } else if (parent.boundName().equals(SpecialisedParameters.NAME)
                && specialised.equals(Optional.of(Message.EXTENDED))) {
            extension.add(readForeign());
        } else {
            ElementReader.skip(xml);
        }
    }

    private Element readForeign() throws XMLStreamException {
        return ElementReader.read(xml, ElementType.foreign(ElementReader.name(namespace(), xml.getLocalName())));
    }

    private boolean leaveOut(String reason) throws XMLStreamException {
        refuse(reason);
        ElementReader.skip(xml);
        return false;
    }

    private void refuseText(String parent) {
        if (!xml.isWhiteSpace()) {
            refuse("text between the elements of " + parent);
        }
    }

    private String namespace() {
        String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private void collectPrefixes() {
        for (int at = 0; at < xml.getNamespaceCount(); at++) {
            String prefix = xml.getNamespacePrefix(at);
            if (prefix != null && !prefix.isEmpty()) {
                prefixes.put(prefix, xml.getNamespaceURI(at));
            }
        }
    }

    @Override
    public String getLocalName() {
        return boundName;
    }

    @Override
    public String getNamespaceURI() {
        return "";
    }

    @Override
    public String getPrefix() {
        return "";
    }

    @Override
    public int getAttributeCount() {
        return 0;
    }

    @Override
    public int getNamespaceCount() {
        return 0;
    }
}
