package io.parley.privacy;

import io.parley.conference.Conference;
import io.parley.conference.Pseudonyms;
import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns changes that somebody made to what he saw into changes of what there is. What is merged needs no care where something was left
 * out: what changes do not mention stays. Care is needed for what was shown otherwise than it is, and for lists that are replaced whole.
 */
final class Meant {

    private final Conference conference;
    private final Shown shown;
    private final Veil veil;
    private final Element base;

    Meant(Conference conference, Shown shown, Veil veil, Element base) {
        this.conference = conference;
        this.shown = shown;
        this.veil = veil;
        this.base = base;
    }

    Element changes(Element given) {
        if (given.type() == Schema.CONFERENCE_INFO) {
            return document(given, conference.document());
        }
        if (given.type() == Schema.USERS) {
            return users(given, conference.document().child(Info.USERS).orElseGet(Schema.USERS::empty));
        }
        return given.type() == Schema.USER ? user(given).orElse(given) : given;
    }

    private Element document(Element given, Element real) {
        boolean disguised =
                !veil.isEmpty() || !conference.attendance().pseudonyms().isEmpty();
        Element meant = given;
        for (Element part : given.elements()) {
            Optional<Element> standing = real.child(part.type().name());
            if (part.type() == Schema.SIDEBARS_BY_VAL) {
                meant = meant.replacing(part, sidebars(part, standing));
            } else if (disguised || part.type() == Schema.USERS) {
                meant = meant.replacing(part, part(part, standing, real));
            }
        }
        return meant;
    }

    private Element part(Element part, Optional<Element> standing, Element real) {
        if (part.type() == Schema.CONFERENCE_DESCRIPTION && standing.isPresent()) {
            return description(part, standing.get());
        }
        if (part.type() == Schema.CONFERENCE_STATE) {
            return state(part, real);
        }
        return part.type() == Schema.USERS ? users(part, standing.orElseGet(Schema.USERS::empty)) : part;
    }

    private Element sidebars(Element given, Optional<Element> real) {
        Element meant = given;
        for (Element entry : given.children(Info.ENTRY)) {
            Optional<Element> standing = real.flatMap(list ->
                    list.entry(Info.ENTRY, entry.attribute(Attributes.ENTITY).orElse("")));
            if (standing.isPresent()) {
                Shown inside = shown.inside(standing.get());
                meant = meant.replacing(
                        entry,
                        new Meant(inside.conference(), inside, inside.veil(), standing.get())
                                .document(entry, standing.get()));
            }
        }
        return meant;
    }

    /** A title or a time that comes back as it was shown is no change. */
    private Element description(Element given, Element real) {
        Element seen = shown.description(real);
        Element meant = given;
        for (Name part : List.of(Info.DISPLAY_TEXT, Xcon.CONFERENCE_TIME)) {
            boolean asShown = !seen.child(part).equals(real.child(part))
                    && given.child(part).equals(seen.child(part));
            meant = asShown ? meant.without(part) : meant;
        }
        return meant;
    }

    /** The count that was shown is no change; any other is one, so that nobody finds out the right one by trying. */
    private Element state(Element given, Element real) {
        Optional<String> seen = shown.userCount(real);
        Optional<String> told = given.childText(Info.USER_COUNT);
        if (seen.isEmpty() || told.isEmpty()) {
            return given;
        }
        if (told.equals(seen)) {
            return given.without(Info.USER_COUNT);
        }
        return told.equals(real.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT))
                ? given.with(Info.USER_COUNT, seen.get())
                : given;
    }

    private Element users(Element given, Element real) {
        Element meant = given;
        for (Element record : given.children(Info.USER)) {
            Optional<Element> whose = user(record);
            if (whose.isEmpty()) {
                meant = meant.without(record);
            } else if (whose.get() != record) {
                meant = meant.without(record).with(whose.get());
            }
        }
        for (Name list : List.of(Xcon.ALLOWED_USERS_LIST, Xcon.DENY_USERS_LIST)) {
            Optional<Element> asked = meant.child(list);
            Optional<Element> standing = real.child(list);
            if (asked.isPresent() && standing.isPresent() && !veil.isEmpty()) {
                meant = meant.replacing(asked.get(), list(asked.get(), standing.get()));
            }
        }
        Optional<Element> banned = meant.child(Xcon.DENY_USERS_LIST);
        Optional<Element> bannedBefore = base.at(Info.USERS, Xcon.DENY_USERS_LIST);
        return banned.isPresent() && bannedBefore.isPresent()
                ? meant.replacing(banned.get(), shown.bans().meant(banned.get(), bannedBefore.get()))
                : meant;
    }

    /** Whom a record is of; nobody, if it names somebody by a name under which the viewer does not know him, or who is not there. */
    private Optional<Element> user(Element record) {
        Optional<XconUserId> named = record.attribute(Attributes.ENTITY).flatMap(XconUserId::parse);
        if (named.isEmpty()) {
            return Optional.of(record);
        }
        Optional<XconUserId> behind = conference.attendance().pseudonyms().meaning(named.get());
        if (behind.isEmpty()) {
            boolean unknown =
                    veil.covers(named.get()) && conference.user(named.get()).isPresent();
            return unknown ? Optional.empty() : Optional.of(record);
        }
        return conference.user(behind.get()).map(standing -> behind(record, named.get(), standing));
    }

    /** The record of {@code standing} with the changes of {@code record}; the endpoint by which he was shown to wait is any that waits. */
    private static Element behind(Element record, XconUserId pseudonym, Element standing) {
        Element meant = record.withAttribute(
                Attributes.ENTITY, standing.attribute(Attributes.ENTITY).orElseThrow());
        Optional<Element> waiting = record.entry(Info.ENDPOINT, pseudonym.toString());
        if (waiting.isEmpty()) {
            return meant;
        }
        meant = meant.without(waiting.get());
        for (Endpoint endpoint : new User(standing).endpoints()) {
            if (endpoint.status().filter(EndpointStatus.PENDING::equals).isPresent()) {
                meant = meant.with(waiting.get().withAttribute(Attributes.ENTITY, endpoint.entity()));
            }
        }
        return meant;
    }

    /** The list as it is to be: what was asked for, and in its place whatever the viewer could not see of what there is. */
    private Element list(Element asked, Element real) {
        Unnamed unnamed = new Unnamed(veil);
        if (unnamed.inside(real) == real) {
            return asked;
        }
        Element list = real.type().empty();
        for (Attribute attribute : asked.attributes()) {
            list = list.withAttribute(attribute.name(), attribute.value());
        }
        List<Element> added = new ArrayList<>(asked.elements());
        for (Element standing : real.elements()) {
            Optional<Element> again =
                    added.stream().filter(element -> isSame(element, standing)).findFirst();
            if (standing.type().name().equals(Xcon.PERSISTENT_LIST)) {
                Element persons = list(again.orElseGet(standing.type()::empty), standing);
                list = persons.size() > 0 || again.isPresent() ? list.with(persons) : list;
            } else if (unnamed.of(standing).isEmpty()) {
                list = list.with(standing);
            } else if (again.isPresent()) {
                list = list.with(again.get());
            }
            again.ifPresent(added::remove);
        }
        for (Element element : added) {
            list = list.with(element);
        }
        return list;
    }

    private static boolean isSame(Element one, Element other) {
        ElementType type = one.type();
        if (!type.equals(other.type())) {
            return false;
        }
        return type.isKeyed()
                ? List.of(Attributes.URI, Attributes.METHOD, Attributes.ID).stream()
                        .allMatch(key -> one.attribute(key).equals(other.attribute(key)))
                : type.name().equals(Xcon.PERSISTENT_LIST) || one.equals(other);
    }

    /** The users whom {@code changes} name by their pseudonyms. */
    static List<XconUserId> named(Element changes, Pseudonyms pseudonyms) {
        List<XconUserId> named = new ArrayList<>();
        if (changes.type() == Schema.USER) {
            changes.attribute(Attributes.ENTITY)
                    .flatMap(XconUserId::parse)
                    .flatMap(pseudonyms::meaning)
                    .ifPresent(named::add);
        } else {
            Optional<Element> users = changes.type() == Schema.USERS ? Optional.of(changes) : changes.child(Info.USERS);
            users.ifPresent(
                    roster -> roster.children(Info.USER).forEach(record -> named.addAll(named(record, pseudonyms))));
        }
        return named;
    }
}
