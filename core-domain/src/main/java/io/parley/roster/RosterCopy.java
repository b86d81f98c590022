package io.parley.roster;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.persistent.PersistentMap;
import java.util.List;
import java.util.Optional;

/**
 * The copy of a conference's state that a subscriber keeps, and what each document of his subscription makes of it (RFC 4575 section 4.6).
 * Immutable; a document costs what it holds.
 *
 * @param version that of the last document that was applied; 0 before the first
 * @param entity the conference-URI; empty before the first
 * @param parts the children of the root beside users and {@code conference-view}
 * @param users the users, by their entities
 * @param views the {@code entity-view} of the focus and of each MCU, by their entities
 */
public record RosterCopy(
        long version,
        String entity,
        PersistentMap<Name, Element> parts,
        PersistentMap<String, Element> users,
        PersistentMap<String, Element> views) {

    /** What is known before the first document. */
    public static final RosterCopy NOTHING =
            new RosterCopy(0, "", PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

    private static final List<Name> ORDER = List.of(
            Info.CONFERENCE_DESCRIPTION,
            Info.HOST_INFO,
            Info.CONFERENCE_STATE,
            Info.USERS,
            Info.SIDEBARS_BY_REF,
            Info.SIDEBARS_BY_VAL,
            InfoNames.CONFERENCE_VIEW);

    /** What comes of a document. */
    public sealed interface Answer {
        /**
         * The copy follows it.
         *
         * @param copy what is known then
         */
        record Applied(RosterCopy copy) implements Answer {}

        /** It is not newer than what is known. */
        record Outdated() implements Answer {}

        /** A document before it was lost: the subscription has to be refreshed, which brings a full one. */
        record Gap() implements Answer {}

        /** The conference is over. */
        record Ended() implements Answer {}

        /**
         * It is none.
         *
         * @param reason why
         */
        record Rejected(String reason) implements Answer {}
    }

    /** What {@code document} makes of this copy. */
    public Answer apply(Element document) {
        Optional<Long> told = new McuDocument(document).version();
        if (!document.name().equals(Info.CONFERENCE_INFO) || told.isEmpty()) {
            return new Answer.Rejected("no conference-info with a version: " + document.name());
        }
        boolean isFirst = entity.isEmpty();
        if (!isFirst && told.get() <= version) {
            return new Answer.Outdated();
        }
        return switch (State.of(document)) {
            case DELETED -> new Answer.Ended();
            case FULL -> new Answer.Applied(NOTHING.with(document, told.get(), true));
            case PARTIAL ->
                isFirst || told.get() != version + 1
                        ? new Answer.Gap()
                        : new Answer.Applied(with(document, told.get(), false));
        };
    }

    private RosterCopy with(Element document, long told, boolean isFull) {
        PersistentMap<Name, Element> nextParts = parts;
        PersistentMap<String, Element> nextUsers = users;
        PersistentMap<String, Element> nextViews = views;
        for (Element child : document.elements()) {
            if (child.name().equals(Info.USERS)) {
                nextUsers = entries(nextUsers, child, Info.USER, isFull);
            } else if (child.name().equals(InfoNames.CONFERENCE_VIEW)) {
                nextViews = entries(nextViews, child, InfoNames.ENTITY_VIEW, isFull);
            } else {
                nextParts = part(nextParts, child, isFull);
            }
        }
        return new RosterCopy(told, document.attribute(Attributes.ENTITY).orElse(""), nextParts, nextUsers, nextViews);
    }

    private static PersistentMap<Name, Element> part(PersistentMap<Name, Element> known, Element part, boolean isFull) {
        boolean stateful =
                part.name().equals(Info.SIDEBARS_BY_REF) || part.name().equals(Info.SIDEBARS_BY_VAL);
        State state = stateful && !isFull ? State.of(part) : State.FULL;
        return switch (state) {
            case FULL -> known.with(part.name(), StateMerge.full(part));
            case PARTIAL ->
                known.with(
                        part.name(),
                        StateMerge.merged(known.get(part.name()).orElseGet(() -> Foreign.attributesOf(part)), part));
            case DELETED -> known.without(part.name());
        };
    }

    private static PersistentMap<String, Element> entries(
            PersistentMap<String, Element> known, Element container, Name name, boolean isFull) {
        State whole = isFull ? State.FULL : State.of(container);
        if (whole == State.DELETED) {
            return PersistentMap.empty();
        }
        PersistentMap<String, Element> next = whole == State.FULL ? PersistentMap.empty() : known;
        for (Element entry : container.children(name)) {
            String key = entry.attribute(Attributes.ENTITY).orElse("");
            next = switch (whole == State.FULL ? State.FULL : State.of(entry)) {
                case FULL -> next.with(key, StateMerge.full(StateMerge.settled(entry)));
                case PARTIAL ->
                    next.with(
                            key, StateMerge.merged(next.get(key).orElseGet(() -> Foreign.attributesOf(entry)), entry));
                case DELETED -> next.without(key);
            };
        }
        return next;
    }

    /** All that is known as one full document, in which users and views stand in the order of their entities. */
    public Element document() {
        Element document = Foreign.element(Info.CONFERENCE_INFO)
                .withAttribute(Attributes.ENTITY, entity)
                .withAttribute(Attributes.STATE, State.FULL.word())
                .withAttribute(Attributes.VERSION, Long.toString(version));
        for (Name name : ORDER) {
            if (name.equals(Info.USERS)) {
                document = document.with(
                        filled(Foreign.element(name).withAttribute(Attributes.STATE, State.FULL.word()), users));
            } else if (name.equals(InfoNames.CONFERENCE_VIEW)) {
                document = views.isEmpty()
                        ? document
                        : document.with(
                                filled(Foreign.element(name).withAttribute(InfoNames.STATE, State.FULL.word()), views));
            } else {
                document = Foreign.with(document, parts.get(name));
            }
        }
        for (var part : parts) {
            document = ORDER.contains(part.getKey()) ? document : document.with(part.getValue());
        }
        return document;
    }

    private static Element filled(Element container, PersistentMap<String, Element> entries) {
        Element filled = container;
        for (var entry : entries) {
            filled = filled.with(entry.getValue());
        }
        return filled;
    }
}
