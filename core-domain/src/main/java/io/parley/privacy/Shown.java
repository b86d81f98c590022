package io.parley.privacy;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUserId;
import io.parley.user.EndpointStatus;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns a document into what somebody sees of it: records into disguises, and nothing that names those behind them. */
final class Shown {

    private static final String TITLE = "New conference by ";
    private static final String CLONED = " cloned from ";
    private static final String SIDEBAR = "SIDEBAR CONFERENCE";

    private final Conference conference;
    private final boolean steers;
    private final Veil veil;
    private final Bans bans;
    private final Sidebars sidebars;
    private final Unnamed unnamed;

    Shown(Conference conference, boolean steers, Veil veil, Bans bans, Sidebars sidebars) {
        this.conference = conference;
        this.steers = steers;
        this.veil = veil;
        this.bans = bans;
        this.sidebars = sidebars;
        this.unnamed = new Unnamed(veil);
    }

    /** The same for a sidebar inside the document. */
    Shown inside(Element entry) {
        Conference sidebar = sidebars.find(entry).orElse(conference);
        return new Shown(sidebar, steers, sidebars.veil(veil, entry), sidebars.bans(sidebar), sidebars);
    }

    Conference conference() {
        return conference;
    }

    Veil veil() {
        return veil;
    }

    Bans bans() {
        return bans;
    }

    Element document(Element document) {
        Element shown = inSidebars(document);
        if (veil.isEmpty()) {
            return shown;
        }
        for (Element part : shown.elements()) {
            if (part.type() == Schema.CONFERENCE_DESCRIPTION) {
                shown = shown.replacing(part, description(part));
            } else if (part.type() == Schema.USERS) {
                shown = shown.replacing(part, users(part));
            } else if (part.type() == Schema.CONFERENCE_STATE) {
                Optional<String> count = userCount(document);
                shown = count.isPresent() ? shown.replacing(part, part.with(Info.USER_COUNT, count.get())) : shown;
            } else if (part.type() != Schema.SIDEBARS_BY_VAL) {
                Optional<Element> left = part(part);
                shown = left.isPresent() ? shown.replacing(part, left.get()) : shown.without(part);
            }
        }
        return shown;
    }

    /** What is left of a part that is neither description nor users. */
    Optional<Element> part(Element part) {
        return veil.isEmpty() ? Optional.of(part) : unnamed.of(part);
    }

    private Element inSidebars(Element document) {
        Optional<Element> sidebarsByValue = document.child(Info.SIDEBARS_BY_VAL);
        if (sidebarsByValue.isEmpty()) {
            return document;
        }
        Element shown = sidebarsByValue.get();
        for (Element sidebar : sidebarsByValue.get().children(Info.ENTRY)) {
            shown = shown.replacing(sidebar, inside(sidebar).document(sidebar));
        }
        return document.replacing(sidebarsByValue.get(), shown);
    }

    Element description(Element description) {
        if (veil.isEmpty()) {
            return description;
        }
        Element shown = unnamed.of(description).orElseGet(description.type()::empty);
        Optional<Element> title = shown.child(Info.DISPLAY_TEXT);
        Optional<String> told = title.map(Element::text).flatMap(this::titleWithoutOwner);
        return told.isPresent() ? shown.replacing(title.get(), title.get().withText(told.get())) : shown;
    }

    /** What is shown in place of a title that the server made and that names an owner who is not seen. */
    private Optional<String> titleWithoutOwner(String title) {
        Optional<XconUserId> owner = conference.owner().filter(veil::covers);
        if (owner.isPresent() && title.strip().startsWith(SIDEBAR)) {
            return Optional.of(SIDEBAR);
        }
        if (owner.isEmpty() || !title.strip().startsWith(TITLE)) {
            return Optional.empty();
        }
        for (String name : veil.names(owner.get())) {
            String own = TITLE + name + CLONED;
            if (title.strip().startsWith(own)) {
                return Optional.of("New conference" + CLONED + title.strip().substring(own.length()));
            }
        }
        return Optional.of("New conference");
    }

    Element users(Element users) {
        if (veil.isEmpty()) {
            return users;
        }
        Element shown = unnamed.inside(users);
        Map<String, Element> disguises = new TreeMap<>();
        for (XconUserId user : veil.users()) {
            Optional<Element> record = users.entry(Info.USER, user.toString());
            if (record.isPresent()) {
                shown = shown.without(shown.entry(Info.USER, user.toString()).orElseThrow());
                user(record.get())
                        .ifPresent(disguise -> disguises.put(
                                disguise.attribute(Attributes.ENTITY).orElseThrow(), disguise));
            }
        }
        for (Element disguise : disguises.values()) {
            shown = shown.with(disguise);
        }
        return shown;
    }

    /** What is seen of a record; empty for somebody who is not seen to be there. */
    Optional<Element> user(Element record) {
        XconUserId user = XconUserId.of(record.attribute(Attributes.ENTITY).orElse(""));
        if (!veil.covers(user)) {
            return veil.isEmpty() ? Optional.of(record) : unnamed.of(record);
        }
        return veil.pseudonym(user).map(pseudonym -> disguise(user, pseudonym));
    }

    /** Nothing but the pseudonym; and for those who may admit him, that he waits. */
    private Element disguise(XconUserId user, XconUserId pseudonym) {
        Element disguise = Schema.USER.empty().withAttribute(Attributes.ENTITY, pseudonym.toString());
        return steers && conference.attendance().isPending(user)
                ? disguise.with(Schema.USER
                        .child(Info.ENDPOINT)
                        .empty()
                        .withAttribute(Attributes.ENTITY, pseudonym.toString())
                        .with(Info.STATUS, EndpointStatus.PENDING))
                : disguise;
    }

    /** The number of users that is seen, if it is not the one that the document tells. */
    Optional<String> userCount(Element document) {
        long hidden = veil.users().stream()
                .filter(user -> veil.pseudonym(user).isEmpty()
                        && document.child(Info.USERS)
                                .flatMap(users -> users.entry(Info.USER, user.toString()))
                                .isPresent())
                .count();
        return document.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)
                .filter(count -> hidden > 0)
                .map(count -> Long.toString(Long.parseLong(count) - hidden));
    }
}
