package io.parley.codec.xml;

import io.parley.ccmp.Message;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A message as the binding sees it: the parameters alone, the specialised element under one name.
 *
 * <p>What the binding does not see is handled here: documents and foreign elements go onto the core's tree; {@code xsi:type} and the
 * name of the specialised element say what kind of message it is; what the schema of RFC 6503 section 11 has no place for is a fault,
 * and is left out while the rest of the message is read. Attributes that the schema has no name for are ignored.
 */
final class MessageReader extends BoundView {

    /** An element of the envelope that has begun and not ended. */
    private record Open(String name, String boundName, Part part, Set<String> seen) {
        Open(String name, String boundName, Part part) {
            this(name, boundName, part, new HashSet<>());
        }

        boolean holdsText() {
            return part.content() == Part.Content.TEXT;
        }

        boolean isSpecialised() {
            return boundName.equals(SpecialisedParameters.NAME);
        }
    }

    private final XMLStreamReader xml;
    private final Direction direction;
    private final Unbound unbound = new Unbound();
    private final Deque<Open> open = new ArrayDeque<>();

    /** Reads the message in {@code xml}, which stands at the start of its root, and moves to the element inside. */
    MessageReader(XMLStreamReader xml, Direction direction) throws XMLStreamException, UnreadableException {
        super(xml, direction.element());
        this.xml = xml;
        this.direction = direction;
        if (Dialect.of(name().namespace()).isEmpty() || !name().local().equals(direction.element())) {
            throw unreadable("the root has to be " + direction.element() + " of the CCMP namespace, not " + name());
        }
        collectPrefixes();
        toInnerElement();
        collectPrefixes();
        readType();
        open.push(new Open(direction.element(), direction.element(), direction.parameters()));
    }

    /** What was read beside the parameters; complete when the binding has come to the end. */
    Unbound unbound() {
        return unbound;
    }

    private void toInnerElement() throws XMLStreamException, UnreadableException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_ELEMENT) {
                throw unreadable("the root is empty");
            }
            if (isText(event)) {
                refuseText();
            }
            event = xml.next();
        }
        if (!name().equals(Name.unqualified(direction.element()))) {
            throw unreadable("the element inside the root has to be " + direction.element() + " without namespace, not "
                    + name());
        }
    }

    private void readType() {
        String value = xml.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
        if (value != null) {
            String type = Words.trimmed(value);
            direction
                    .ofType(type, xml.getNamespaceContext())
                    .ifPresentOrElse(
                            unbound::type,
                            () -> unbound.refuse(
                                    "xsi:type '" + type + "' is not the type of a " + direction.element()));
        }
    }

    @Override
    public int next() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (enter()) {
                    return event;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (!open.isEmpty()) {
                    show(open.pop().boundName());
                    return event;
                }
            } else if (isText(event)) {
                if (!open.isEmpty() && open.element().holdsText()) {
                    return event;
                }
                refuseText();
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return event;
            }
        }
    }

    /** Whether the element that begins is one for the binding; any other has been read to its end. */
    private boolean enter() throws XMLStreamException {
        if (open.isEmpty()) {
            return leaveOut("the root holds a second element, " + name());
        }
        if (open.element().holdsText()) {
            return leaveOut(open.element().name() + " holds an element, " + name());
        }
        if (name().namespace().isEmpty()) {
            return enterParameter(xml.getLocalName(), open.element());
        }
        if (Dialect.of(name().namespace()).isPresent()) {
            return enterSpecialised(xml.getLocalName());
        }
        keep();
        return false;
    }

    private boolean enterParameter(String name, Open parent) throws XMLStreamException {
        Optional<Part> part = parent.part().child(name);
        if (part.isEmpty()) {
            return leaveOut("unknown element " + name + " in " + parent.name());
        }
        if (!parent.seen().add(name) && !part.get().repeats()) {
            return leaveOut(name + " occurs more than once in " + parent.name());
        }
        if (part.get().content() == Part.Content.INFO) {
            unbound.info(ElementReader.read(
                    xml, unbound.specialised().flatMap(Message::infoType).orElseThrow()));
            return false;
        }
        if (name.equals("xpathFilter")) {
            collectPrefixes();
        }
        return enter(new Open(name, name, part.get()));
    }

    private boolean enterSpecialised(String name) throws XMLStreamException {
        Optional<Message> message = direction.ofSpecialisedName(name);
        Optional<Part> part = message.flatMap(direction::specialised);
        if (message.isEmpty() || part.isEmpty() || open.size() > 1) {
            return leaveOut(
                    "unknown element ccmp:" + name + " in " + open.element().name());
        }
        if (unbound.specialised().isPresent()) {
            return leaveOut("a second specialised element, " + name);
        }
        unbound.specialised(message.get());
        unbound.type()
                .filter(type -> type != message.get())
                .ifPresent(type -> unbound.refuse(
                        "xsi:type says " + direction.typeName(type) + ", but the specialised element is " + name));
        collectPrefixes();
        return enter(new Open(name, SpecialisedParameters.NAME, part.get()));
    }

    private boolean enter(Open element) {
        open.push(element);
        show(element.boundName());
        return true;
    }

    private void keep() throws XMLStreamException {
        if (open.size() == 1) {
            unbound.foreign().add(foreign());
        } else if (open.element().isSpecialised() && unbound.specialised().equals(Optional.of(Message.EXTENDED))) {
            unbound.extension().add(foreign());
        } else {
            ElementReader.skip(xml);
        }
    }

    private Element foreign() throws XMLStreamException {
        return ElementReader.read(xml, ElementType.foreign(name()));
    }

    private boolean leaveOut(String reason) throws XMLStreamException {
        unbound.refuse(reason);
        ElementReader.skip(xml);
        return false;
    }

    private void refuseText() {
        if (!xml.isWhiteSpace()) {
            unbound.refuse("text beside the elements of "
                    + (open.isEmpty() ? "the root" : open.element().name()));
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    private UnreadableException unreadable(String reason) {
        return UnreadableException.at(xml.getLocation(), reason);
    }

    private Name name() {
        return ElementReader.name(xml);
    }

    private void collectPrefixes() {
        for (int at = 0; at < xml.getNamespaceCount(); at++) {
            String prefix = xml.getNamespacePrefix(at);
            if (prefix != null && !prefix.isEmpty()) {
                unbound.prefixes().put(prefix, xml.getNamespaceURI(at));
            }
        }
    }
}
