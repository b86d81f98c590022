package io.parley.codec.c3p;

import io.parley.c3p.C3pNames;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.EndpointKeys;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.LobbySettings;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/** An element of a message while it is put together; the schema brings it into order afterwards. */
final class Tree {

    private Element element;

    private Tree(Name name) {
        this.element = ElementType.foreign(name).empty();
    }

    static Tree of(Name name) {
        return new Tree(name);
    }

    static Tree withText(Name name, Object text) {
        Tree tree = new Tree(name);
        tree.element = tree.element.withText(text.toString());
        return tree;
    }

    Element element() {
        return element;
    }

    /** Adds {@code child} if there is none of its name. */
    Tree unlessThere(Tree child) {
        return element.child(child.element.name()).isPresent() ? this : child(child);
    }

    Tree attribute(Name name, Object value) {
        element = element.withAttribute(name, value.toString());
        return this;
    }

    Tree attribute(String name, Object value) {
        return attribute(Name.unqualified(name), value);
    }

    Tree attribute(String name, Optional<?> value) {
        value.ifPresent(present -> attribute(name, present));
        return this;
    }

    Tree mcuUri(Optional<SipUri> mcuUri) {
        mcuUri.ifPresent(uri -> attribute(C3pNames.MCU_URI, uri));
        return this;
    }

    Tree child(Element child) {
        element = element.with(child);
        return this;
    }

    Tree child(Tree child) {
        return child(child.element);
    }

    Tree child(Optional<Element> child) {
        child.ifPresent(this::child);
        return this;
    }

    Tree text(Name name, Object text) {
        return child(ElementType.foreign(name).text(text.toString()));
    }

    Tree text(Name name, Optional<?> text) {
        text.ifPresent(present -> text(name, present));
        return this;
    }

    Tree texts(Name name, List<?> texts) {
        texts.forEach(text -> text(name, text));
        return this;
    }

    static Element conferenceKeys(ConferenceKeys keys) {
        Tree tree = of(C3pNames.cccp("conferenceKeys")).attribute("confEntity", keys.confEntity());
        keys.conferenceId().ifPresent(id -> tree.attribute(C3pNames.msci("conference-id"), id));
        return tree.element;
    }

    static Element endpointKeys(EndpointKeys keys) {
        return of(C3pNames.cccp("endpointKeys"))
                .attribute("confEntity", keys.confEntity())
                .attribute("userEntity", keys.userEntity())
                .attribute("endpointEntity", keys.endpointEntity())
                .element;
    }

    Tree lockSettings(Optional<LobbySettings> settings) {
        settings.ifPresent(all -> text(
                        C3pNames.msci("admission-policy"), all.admissionPolicy().word())
                .text(C3pNames.msci("autopromote"), all.autopromote())
                .text(C3pNames.msci("pstn-lobby-bypass"), all.pstnLobbyBypass()));
        return this;
    }
}
