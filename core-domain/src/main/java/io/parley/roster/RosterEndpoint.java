package io.parley.roster;

import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A device by which somebody is in a conference (MS-CONFBAS sections 2.2.4.2.1 and 2.2.4.2.2), told apart from the others of its user by what
 * it is connected to and its entity.
 *
 * @param element the {@code endpoint} as watchers of C3P are shown it
 */
public record RosterEndpoint(Element element) implements Comparable<RosterEndpoint> {

    /** The {@code session-type} of what is connected to the focus. */
    public static final String FOCUS = "focus";

    /** What the focus knows better, or nobody else may know. */
    private static final Set<Name> DROPPED = Set.of(
            InfoNames.msci("roles"),
            InfoNames.AUTH_METHOD,
            InfoNames.ACCESS_METHOD,
            InfoNames.msci("post-dial"),
            InfoNames.msci("pstnRole"),
            InfoNames.msci("pstnLeaderPasscode"));

    private static final Set<Name> DROPPED_ATTRIBUTES = Set.of(
            Attributes.STATE,
            InfoNames.SESSION_TYPE,
            InfoNames.AUTH_METHOD,
            InfoNames.ACCESS_METHOD,
            InfoNames.msci("refer-to-uri"),
            InfoNames.msci("asserted-identity"));

    /** A device at the focus: what its client asked to be shown, with what the focus knows in the place of what the client says of that. */
    static RosterEndpoint of(FocusEndpoint device) {
        Element shown = device.asked().map(RosterEndpoint::attributes).orElseGet(() -> Foreign.element(Info.ENDPOINT));
        shown = shown.withAttribute(Attributes.ENTITY, device.entity())
                .withAttribute(InfoNames.SESSION_TYPE, FOCUS)
                .withAttribute(InfoNames.ENDPOINT_URI, endpointUri(device));
        List<Element> head = new ArrayList<>();
        List<Element> groups = new ArrayList<>();
        for (Element child : device.asked().map(Element::elements).orElse(List.of())) {
            if (child.name().equals(InfoNames.ACCESS_METHOD)) {
                continue;
            }
            if (!groups.isEmpty() || child.name().equals(InfoNames.SEPARATOR)) {
                groups.add(Foreign.of(child));
            } else if (!child.name().namespace().equals(Name.INFO_NAMESPACE) && !DROPPED.contains(child.name())) {
                head.add(Foreign.of(child));
            }
        }
        shown = Foreign.with(
                shown,
                device.asked().flatMap(asked -> asked.child(Info.DISPLAY_TEXT)).map(Foreign::of));
        shown = shown.with(Foreign.element(
                        Info.STATUS, device.onHold() ? EndpointStatus.ON_HOLD : EndpointStatus.CONNECTED))
                .with(Foreign.element(InfoNames.AUTH_METHOD, device.method().word()));
        shown = Foreign.with(
                shown,
                device.asked()
                        .flatMap(asked -> asked.child(InfoNames.ACCESS_METHOD))
                        .map(Foreign::of));
        return new RosterEndpoint(Foreign.with(Foreign.with(shown, head), Foreign.withoutEnd(groups)));
    }

    /** An endpoint at an MCU: as it was reported, but that what it is connected to is for the focus to say. */
    static RosterEndpoint of(McuType type, Element reported) {
        return new RosterEndpoint(Foreign.of(reported).withAttribute(InfoNames.SESSION_TYPE, type.word()));
    }

    /** A device that neither signals to the focus nor stands in an MCU: somebody else says that it is in. */
    static RosterEndpoint of(Endpoint recorded) {
        boolean waits = recorded.status()
                .filter(status -> status.equals(EndpointStatus.ON_HOLD) || status.equals(EndpointStatus.PENDING))
                .isPresent();
        return new RosterEndpoint(Foreign.element(Info.ENDPOINT)
                .withAttribute(Attributes.ENTITY, recorded.entity())
                .withAttribute(InfoNames.SESSION_TYPE, FOCUS)
                .with(Foreign.element(Info.STATUS, waits ? EndpointStatus.ON_HOLD : EndpointStatus.CONNECTED)));
    }

    private static Element attributes(Element asked) {
        Element shown = Foreign.element(Info.ENDPOINT);
        for (Attribute attribute : asked.attributes()) {
            shown = DROPPED_ATTRIBUTES.contains(attribute.name())
                    ? shown
                    : shown.withAttribute(attribute.name(), attribute.value());
        }
        return shown;
    }

    /** A GRUU by which it signals is better than the address that its client names. */
    private static String endpointUri(FocusEndpoint device) {
        boolean isGruu = SipUri.parse(device.contact())
                .filter(uri -> uri.parameter("gruu").isPresent())
                .isPresent();
        return device.asked()
                .flatMap(asked -> asked.attribute(InfoNames.ENDPOINT_URI))
                .filter(named -> !isGruu)
                .orElse(device.contact());
    }

    /** What it is connected to: {@link #FOCUS}, or the type of an MCU. */
    public String sessionType() {
        return element.attribute(InfoNames.SESSION_TYPE).orElse("");
    }

    /** What its client, or its MCU, calls it. */
    public String entity() {
        return element.attribute(Attributes.ENTITY).orElse("");
    }

    @Override
    public int compareTo(RosterEndpoint other) {
        int byType = sessionType().compareTo(other.sessionType());
        return byType != 0 ? byType : entity().compareTo(other.entity());
    }
}
