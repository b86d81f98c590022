package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.conference.Disconnection;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.OutgoingCall;
import io.parley.focus.Participant;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.user.DisconnectionMethod;
import io.parley.user.EndpointStatus;
import io.parley.user.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How people part from a conference (RFC 4575 sections 5.7.6 and 5.7.7), which is noted where it is seen that their devices are gone. Who is there
 * by CCMP alone has no call that could end. A device that was only being called has not been in it; of one at an MCU nobody but the MCU knows how it went. A call that failed says itself how.
 *
 * @param method a word of {@link DisconnectionMethod}
 * @param reason what signalling says of it, as a {@code Reason} says it
 * @param by whose doing it was, if somebody sent them away
 * @param at when
 */
public record Parting(String method, Optional<String> reason, Optional<XconUserId> by, Instant at) {

    private static final ElementType ENDPOINT = Schema.USER.child(Info.ENDPOINT);
    private static final Set<String> CALLED = Set.of(EndpointStatus.DIALING_OUT, EndpointStatus.ALERTING);
    private static final SipStatus TIMED_OUT = new SipStatus(408, "Request Timeout");
    private static final SipStatus FORBIDDEN = new SipStatus(403, "Forbidden");

    /** They went by themselves. */
    public static Parting departed(Instant at) {
        return new Parting(DisconnectionMethod.DEPARTED, Optional.empty(), Optional.empty(), at);
    }

    /** Nothing was heard of them any more, which counts as if they had gone. */
    public static Parting expired(Instant at) {
        return new Parting(DisconnectionMethod.DEPARTED, Optional.of(TIMED_OUT.reason()), Optional.empty(), at);
    }

    /** The focus sent them away, upon the wish of somebody or of nobody; whoever wished it for himself has departed. */
    public static Parting booted(Optional<XconUserId> by, Instant at) {
        return new Parting(DisconnectionMethod.BOOTED, Optional.empty(), by, at);
    }

    /**
     * {@code conference}, which has just refused {@code request}, with the note that this caller was booted before he was in it; empty if nobody
     * is there to be told, if it is not sure who he is or he wants to be unknown, or if he was noted not long ago: who goes on trying moves
     * nothing.
     */
    public static Optional<Conference> refused(Conference conference, JoinRequest request, Instant at) {
        Caller caller = request.caller();
        boolean isNoted = conference
                .attendance()
                .disconnection(caller.id())
                .filter(noted -> !noted.isForgotten(at))
                .isPresent();
        boolean callsOpenly = request.coming() instanceof Coming.Calling && !request.conceals();
        if (isNoted
                || !callsOpenly
                || !caller.authenticated()
                || !conference.info().isActive()) {
            return Optional.empty();
        }
        Parting booted = new Parting(DisconnectionMethod.BOOTED, Optional.of(FORBIDDEN.reason()), Optional.empty(), at);
        Element device = ENDPOINT.empty().withAttribute(Attributes.ENTITY, request.contact());
        Element record = User.builder(caller.id()).build().with(booted.shown(device, conference));
        String name = caller.user().displayName();
        Element named = name.isBlank() ? record : record.with(Info.DISPLAY_TEXT, name);
        return Optional.of(conference
                .next(conference.document())
                .withDisconnections(List.of(new Disconnection(caller.id(), caller.uri(), named, at))));
    }

    /** {@code after}, the state after {@code before}, with the note of who has parted between the two. */
    public Conference noted(Conference before, Conference after) {
        Element was = roster(before);
        Element is = roster(after);
        Map<XconUserId, List<Element>> gone = new LinkedHashMap<>();
        for (Difference difference : Diff.between(was, is)) {
            if (difference instanceof Difference.OfElement of && of.after().isEmpty()) {
                Element standing = of.before().orElseThrow();
                if (of.type() == Schema.USER) {
                    List<Element> devices = gone.computeIfAbsent(new User(standing).id(), any -> new ArrayList<>());
                    standing.children(Info.ENDPOINT).forEach(devices::add);
                } else if (of.type() == ENDPOINT) {
                    XconUserId user = new User(of.path().in(was).get(1)).id();
                    gone.computeIfAbsent(user, any -> new ArrayList<>()).add(standing);
                }
            }
        }
        List<Disconnection> noted = new ArrayList<>();
        gone.forEach((user, devices) -> disconnection(before, user, devices).ifPresent(noted::add));
        return noted.isEmpty() ? after : after.withDisconnections(noted);
    }

    private static Element roster(Conference conference) {
        return conference.document().child(Info.USERS).orElseGet(Schema.USERS::empty);
    }

    private Optional<Disconnection> disconnection(Conference before, XconUserId user, List<Element> devices) {
        Optional<FocusInstance> instance = before.focus().flatMap(Focus::instance);
        Optional<Participant> known = instance.flatMap(live -> live.participant(user));
        Optional<OutgoingCall> call = instance.flatMap(live -> live.calls().get(user));
        Element alone = before.user(user).orElseThrow();
        for (Element device : alone.children(Info.ENDPOINT)) {
            alone = alone.without(device);
        }
        Parting his = by.filter(user::equals).isPresent() ? departed(at) : this;
        for (Element device : devices) {
            boolean told = !isCalled(device) && !isAtMcu(known, device);
            alone = told ? alone.with(his.shown(device, before)) : alone;
        }
        Optional<SipUri> address = known.map(Participant::uri)
                .or(() -> call.map(outgoing -> outgoing.wanted().target().addressOfRecord()));
        Element gone = alone;
        return address.filter(any -> gone.child(Info.ENDPOINT).isPresent())
                .map(sip -> new Disconnection(user, sip, gone, at));
    }

    private static boolean isCalled(Element device) {
        return device.childText(Info.STATUS).filter(CALLED::contains).isPresent();
    }

    private static boolean isAtMcu(Optional<Participant> known, Element device) {
        String entity = device.attribute(Attributes.ENTITY).orElse("");
        return known.filter(participant -> {
                    for (Map.Entry<?, String> seat : participant.seats()) {
                        if (seat.getValue().equals(entity)) {
                            return true;
                        }
                    }
                    return false;
                })
                .isPresent();
    }

    /** {@code device} as it is shown now that it is gone. */
    private Element shown(Element device, Conference before) {
        if (device.childText(Info.STATUS)
                .filter(EndpointStatus.DISCONNECTED::equals)
                .isPresent()) {
            return device;
        }
        Element how = ENDPOINT.child(Info.DISCONNECTION_INFO)
                .empty()
                .with(Info.WHEN, at.truncatedTo(ChronoUnit.SECONDS).toString());
        how = reason.isPresent() ? how.with(Info.REASON, reason.get()) : how;
        how = by.isPresent() ? how.with(Info.BY, uri(before, by.get())) : how;
        Element shown = device.without(Info.CALL_INFO);
        for (Element stream : device.children(Info.MEDIA)) {
            shown = shown.without(stream);
        }
        return shown.with(Info.STATUS, EndpointStatus.DISCONNECTED)
                .with(Info.DISCONNECTION_METHOD, method)
                .with(how);
    }

    /** His SIP URI, if he is in the conference by signalling. */
    private static String uri(Conference conference, XconUserId user) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(live -> live.participant(user))
                .map(participant -> participant.uri().toString())
                .orElseGet(user::toString);
    }
}
