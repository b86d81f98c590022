package io.parley.roster;

import io.parley.conference.Conference;
import io.parley.conference.Disconnection;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Participant;
import io.parley.focus.Seat;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody who is in a conference, or waits to be admitted (MS-CONFBAS section 2.2.4.2).
 *
 * @param id who he is
 * @param entity his SIP URI; for somebody who came otherwise one that follows from who he is
 * @param displayName his name for humans
 * @param presenter whether he is a presenter; the focus says so, whatever MCUs report (MS-CONFBAS section 3.7)
 * @param endorsement who endorsed him last
 * @param endpoints his devices, those at one MCU or at the focus together
 */
public record Member(
        XconUserId id,
        String entity,
        Optional<String> displayName,
        boolean presenter,
        Optional<Participant.Endorsement> endorsement,
        List<RosterEndpoint> endpoints) {

    private static final Set<String> IN_SESSION =
            Set.of(EndpointStatus.CONNECTED, EndpointStatus.ON_HOLD, EndpointStatus.MUTED_VIA_FOCUS);

    /** Copies the list. */
    public Member {
        Objects.requireNonNull(id, "id");
        endpoints = List.copyOf(endpoints);
    }

    /** That of {@code user} in {@code conference}; empty if he is not in it. Costs what he has, and not what the conference has. */
    public static Optional<Member> of(Conference conference, XconUserId user) {
        Optional<Element> record = conference.user(user);
        Optional<FocusInstance> instance = conference.focus().flatMap(Focus::instance);
        Optional<Participant> known = instance.flatMap(live -> live.participant(user));
        boolean isIn = known.filter(participant -> !participant.isGone()).isPresent()
                || conference.attendance().hasJoined(user)
                || conference.attendance().isPending(user);
        return record.filter(there -> isIn)
                .map(User::new)
                .map(recorded -> new Member(
                        user,
                        entity(user, known),
                        recorded.displayName().filter(name -> !name.isBlank()),
                        isPresenter(recorded),
                        known.flatMap(Participant::endorsement),
                        endpoints(instance, known, recorded)));
    }

    private static String entity(XconUserId user, Optional<Participant> known) {
        return known.map(participant -> participant.uri().toString()).orElseGet(() -> entity(user));
    }

    private static String entity(XconUserId user) {
        return "sip:" + user.toString().substring(user.toString().indexOf(':') + 1);
    }

    /** That of {@code user}, whom the focus of {@code conference} calls, or who was in it by a device that is shown to be gone; else empty. */
    public static Optional<Member> passing(Conference conference, XconUserId user) {
        return conference
                .user(user)
                .map(User::new)
                .filter(Member::isPassing)
                .map(recorded -> new Member(
                        user,
                        address(conference, user).map(SipUri::toString).orElseGet(() -> entity(user)),
                        recorded.displayName(),
                        isPresenter(recorded),
                        Optional.empty(),
                        List.of()));
    }

    private static boolean isPassing(User recorded) {
        return recorded.endpoints().stream()
                .anyMatch(endpoint -> endpoint.status()
                        .filter(status -> !IN_SESSION.contains(status))
                        .isPresent());
    }

    private static Optional<SipUri> address(Conference conference, XconUserId user) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(live -> live.calls().get(user))
                .map(call -> call.wanted().target().addressOfRecord())
                .or(() -> conference.attendance().disconnection(user).map(Disconnection::address));
    }

    /** {@code administrator} and {@code moderator} are presenters, all others attendees (design of the two protocols). */
    public static boolean isPresenter(User user) {
        return user.hasRole(Role.MODERATOR) || user.hasRole(Role.ADMINISTRATOR);
    }

    private static List<RosterEndpoint> endpoints(
            Optional<FocusInstance> instance, Optional<Participant> known, User recorded) {
        Map<RosterEndpoint, RosterEndpoint> endpoints = new TreeMap<>();
        Set<String> shown = new HashSet<>();
        if (known.isPresent()) {
            for (Map.Entry<String, FocusEndpoint> entry : known.get().endpoints()) {
                shown.add(entry.getValue().documentEntity());
                RosterEndpoint endpoint = RosterEndpoint.of(entry.getValue());
                endpoints.put(endpoint, endpoint);
            }
            for (Map.Entry<Seat, String> entry : known.get().seats()) {
                shown.add(entry.getValue());
                for (RosterEndpoint endpoint : endpoints(instance.orElseThrow(), entry.getKey())) {
                    endpoints.put(endpoint, endpoint);
                }
            }
        }
        for (Endpoint endpoint : recorded.endpoints()) {
            boolean isIn = endpoint.status().filter(IN_SESSION::contains).isPresent();
            if (isIn && shown.add(endpoint.entity())) {
                endpoints.putIfAbsent(RosterEndpoint.of(endpoint), RosterEndpoint.of(endpoint));
            }
        }
        return new ArrayList<>(endpoints.values());
    }

    private static List<RosterEndpoint> endpoints(FocusInstance instance, Seat seat) {
        List<RosterEndpoint> endpoints = new ArrayList<>();
        Optional<Element> reported =
                instance.mcus().get(seat.mcu()).flatMap(mcu -> mcu.users().get(seat.address()));
        reported.ifPresent(user -> user.children(Info.ENDPOINT)
                .forEach(endpoint -> endpoints.add(RosterEndpoint.of(seat.mcu(), endpoint))));
        return endpoints;
    }

    /** The {@code user} that watchers of C3P are shown. */
    public Element element() {
        Element user = Foreign.element(Info.USER)
                .withAttribute(Attributes.ENTITY, entity)
                .withAttribute(Attributes.STATE, State.FULL.word());
        if (endorsement.isPresent()) {
            user = user.withAttribute(
                    InfoNames.ENDORSER, endorsement.get().endorser().toString());
            Optional<String> name = endorsement.get().displayName();
            user = name.isPresent() ? user.withAttribute(InfoNames.ENDORSER_DISPLAY_NAME, name.get()) : user;
        }
        user = Foreign.with(user, displayName.map(name -> Foreign.element(Info.DISPLAY_TEXT, name)));
        user = user.with(
                Foreign.element(Info.ROLES).with(Foreign.element(Info.ENTRY, presenter ? "presenter" : "attendee")));
        return Foreign.with(
                user, endpoints.stream().map(RosterEndpoint::element).toList());
    }
}
