package io.parley.roster;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;

/** A conference document in the making, as an MCU or a notifier would write it. */
public final class Report {

    private Element root;
    private Element users = Foreign.element(Info.USERS);
    private boolean hasUsers;

    private Report(Element root) {
        this.root = root;
    }

    public static Report full(long version) {
        return of("full", version).users("full");
    }

    public static Report partial(long version) {
        return of("partial", version).users("partial");
    }

    public static Report of(String state, long version) {
        return new Report(Foreign.element(Info.CONFERENCE_INFO)
                .withAttribute(Attributes.ENTITY, "sip:main@example.com")
                .withAttribute(Attributes.STATE, state)
                .withAttribute(Attributes.VERSION, Long.toString(version)));
    }

    public Report users(String state) {
        users = users.withAttribute(Attributes.STATE, state);
        return this;
    }

    /** A part of the root, behind the users. */
    public Report with(Element part) {
        root = root.with(part);
        return this;
    }

    public Report user(Element user) {
        users = users.with(user);
        hasUsers = true;
        return this;
    }

    /** Somebody with one endpoint. */
    public Report has(String name, String endpoint) {
        return user(user("sip:" + name + "@example.com", "full").with(endpoint(endpoint, "full")));
    }

    public Report gone(String name) {
        return user(user("sip:" + name + "@example.com", "deleted"));
    }

    /** The one view of an MCU, which says that it is locked or not. */
    public Report view(Object uri, boolean locked) {
        return with(view(entityView(uri, "full")
                .with(Foreign.element(InfoNames.ENTITY_STATE)
                        .with(Foreign.element(InfoNames.LOCKED, Boolean.toString(locked))))));
    }

    public static Element view(Element... views) {
        Element view = Foreign.element(InfoNames.CONFERENCE_VIEW).withAttribute(InfoNames.STATE, "partial");
        for (Element entity : views) {
            view = view.with(entity);
        }
        return view;
    }

    public static Element entityView(Object uri, String state) {
        return Foreign.element(InfoNames.ENTITY_VIEW)
                .withAttribute(Attributes.ENTITY, uri.toString())
                .withAttribute(InfoNames.STATE, state);
    }

    public static Element user(String entity, String state) {
        return stateful(Info.USER, entity, state);
    }

    public static Element endpoint(String entity, String state) {
        return stateful(Info.ENDPOINT, entity, state).with(Foreign.element(Info.STATUS, "connected"));
    }

    private static Element stateful(Name name, String entity, String state) {
        return Foreign.element(name).withAttribute(Attributes.ENTITY, entity).withAttribute(Attributes.STATE, state);
    }

    public Element document() {
        if (!hasUsers) {
            return root;
        }
        Element document = Foreign.attributesOf(root).with(users);
        return Foreign.with(document, root.elements());
    }
}
