package io.parley.privacy;

import io.parley.document.Attribute;
import io.parley.document.AttributeType;
import io.parley.document.Attributes;
import io.parley.document.Datatype;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Privacy;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of a document what names somebody who is covered: entries of lists that mean him, and who did what. The schema says where
 * people are named.
 */
final class Unnamed {

    private static final Set<Datatype> NAMING =
            Set.of(Datatype.URI, Datatype.XCON_USERID, Datatype.MODERATOR_ID, Datatype.TOKEN, Datatype.WEB_URI);

    /** In front of each property of an iCalendar body; a line that begins with white space goes on (RFC 5545 section 3.1). */
    private static final Pattern PROPERTIES = Pattern.compile("(?<=\\n)(?![ \\t])");

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

    private final Veil veil;

    Unnamed(Veil veil) {
        this.veil = veil;
    }

    /** What is left of {@code element}; nothing if it names somebody itself, or cannot do without a part that does. */
    Optional<Element> of(Element element) {
        if (element.type().isForeign()) {
            return Optional.of(element);
        }
        for (Attribute attribute : element.attributes()) {
            Optional<AttributeType> row = element.type().attribute(attribute.name());
            if (row.isPresent() && row.get().privacy() != Privacy.PUBLIC && veil.names(attribute.value())) {
                return Optional.empty();
            }
        }
        ElementType type = element.type();
        if (type.name().equals(Xcon.BASE)) {
            return Optional.of(element.withText(calendar(element.text())));
        }
        if (!type.isStructured()) {
            boolean names = type.privacy() != Privacy.PUBLIC
                    && type.datatype().filter(NAMING::contains).isPresent()
                    && veil.names(element.text());
            return names ? Optional.empty() : Optional.of(element);
        }
        Element left = inside(element);
        boolean lostItsName = type.name().equals(Xcon.USER) && left.count(Xcon.E_MAIL) < element.count(Xcon.E_MAIL);
        boolean lostItsUri = type.name().equals(Info.ENTRY)
                && element.child(Info.URI).isPresent()
                && left.child(Info.URI).isEmpty();
        return lostItsName || lostItsUri ? Optional.empty() : Optional.of(left);
    }

    /** {@code element} without what names somebody below it. */
    Element inside(Element element) {
        Element left = element;
        for (Element child : element.elements()) {
            boolean isCoveredRecord = child.type().name().equals(Info.USER);
            Optional<Element> kept = isCoveredRecord ? Optional.of(record(child)) : of(child);
            left = kept.isPresent() ? left.replacing(child, kept.get()) : left.without(child);
        }
        return left;
    }

    /** A record: that of somebody covered is dealt with elsewhere, and stays here. */
    private Element record(Element user) {
        boolean covered = user.attribute(Attributes.ENTITY)
                .flatMap(XconUserId::parse)
                .filter(veil::covers)
                .isPresent();
        return covered ? user : of(user).orElse(user);
    }

    /** An iCalendar body without the properties, organizers and attendees above all, that hold an address of somebody covered. */
    private String calendar(String body) {
        StringBuilder kept = new StringBuilder();
        for (String property : PROPERTIES.split(body, -1)) {
            if (!veil.occursIn(FOLD.matcher(property).replaceAll(""))) {
                kept.append(property);
            }
        }
        return kept.toString().equals(body) ? body : kept.toString();
    }
}
