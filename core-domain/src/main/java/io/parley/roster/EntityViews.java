package io.parley.roster;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.focus.Mcu;
import io.parley.identity.SipUri;
import java.util.Optional;

/** What the focus and the MCUs tell watchers of themselves: {@code entity-view} (MS-CONFBAS sections 2.2.2.7 and 2.2.4.3). */
public final class EntityViews {

    private EntityViews() {}

    /** That of the focus of {@code conference}: whether it is locked. */
    public static Element ofFocus(Conference conference, SipUri uri) {
        return view(uri)
                .with(Foreign.element(InfoNames.ENTITY_STATE)
                        .with(Foreign.element(
                                InfoNames.LOCKED,
                                Boolean.toString(conference.info().isLocked()))));
    }

    /** That of an MCU, as it was reported but for policy and settings, which are not for watchers; empty if nothing was. */
    public static Optional<Element> of(Mcu mcu) {
        return mcu.view().map(reported -> {
            Element view = view(mcu.uri());
            boolean hasState = false;
            for (Element child : reported.elements()) {
                boolean secret = child.name().equals(InfoNames.ENTITY_POLICY)
                        || child.name().equals(InfoNames.ENTITY_SETTINGS);
                boolean capabilities = child.name().equals(InfoNames.ENTITY_CAPABILITIES);
                boolean isState = child.name().equals(InfoNames.ENTITY_STATE);
                if (!hasState && !isState && !capabilities && !secret) {
                    view = view.with(Foreign.element(InfoNames.ENTITY_STATE));
                }
                hasState = hasState || isState || !capabilities && !secret;
                view = secret ? view : view.with(Foreign.of(child));
            }
            return hasState ? view : view.with(Foreign.element(InfoNames.ENTITY_STATE));
        });
    }

    /** That the MCU of {@code uri} is no more. */
    public static Element deleted(String uri) {
        return Foreign.element(InfoNames.ENTITY_VIEW)
                .withAttribute(Attributes.ENTITY, uri)
                .withAttribute(InfoNames.STATE, State.DELETED.word());
    }

    private static Element view(SipUri uri) {
        return Foreign.element(InfoNames.ENTITY_VIEW)
                .withAttribute(Attributes.ENTITY, uri.toString())
                .withAttribute(InfoNames.STATE, State.FULL.word());
    }
}
