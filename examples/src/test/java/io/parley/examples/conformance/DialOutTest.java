package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.focus.SipStatus;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.Callees;
import io.parley.inmemory.RecordingSignalling;
import io.parley.inmemory.RecordingSignalling.Cancel;
import io.parley.inmemory.RecordingSignalling.Invite;
import io.parley.inmemory.RecordingSignalling.Refer;
import io.parley.participation.Joining;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import io.parley.user.DisconnectionMethod;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.Execution;
import io.parley.user.JoiningMethod;
import io.parley.user.User;
import io.parley.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The calls that the focus places, as those who steer the conference watch them (RFC 4575 section 5.7, RFC 6501 section 4.6.3). */
class DialOutTest {

    private static final SipUri DAN = SipUri.of("sip:dan@example.org");
    private static final SipStatus BUSY = new SipStatus(486, "Busy Here");
    private static final SipStatus UNSUPPORTED = new SipStatus(415, "Unsupported Media Type");

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    private DialOutTest running() {
        house.done(join(ALICE, conference).info(House.userInfo(ALICE, Roster.endpoint("sip:alice@example.com"))));
        return this;
    }

    private void list(String... targets) {
        change(
                house,
                conference,
                ALICE,
                "<xcon:allowed-users-list>" + String.join("", targets) + "</xcon:allowed-users-list>");
    }

    private static String target(SipUri uri, String method) {
        return "<xcon:target uri='" + uri + "' method='" + method + "'/>";
    }

    private OutgoingCall dialled() {
        list(target(DAN, "dial-out"));
        return call();
    }

    private OutgoingCall call() {
        return signalling().callTo(DAN).orElseThrow();
    }

    private RecordingSignalling signalling() {
        return house.memory().signalling();
    }

    private XconUri uri() {
        return XconUri.of(conference);
    }

    private Optional<User> dan() {
        return new Users(Roster.of(house, conference, ALICE))
                .stream()
                        .filter(user -> user.endpoints().stream()
                                .anyMatch(endpoint -> endpoint.entity().startsWith(DAN.toString())))
                        .findFirst();
    }

    private Endpoint endpoint() {
        List<Endpoint> endpoints = dan().orElseThrow().endpoints();
        assertThat(endpoints).hasSize(1);
        return endpoints.get(0);
    }

    private void pass(Duration time) {
        house.memory().clock().advance(time);
    }

    @Test
    @Requirement({"DM-4.6.3-09", "EV-5.7.3-09"})
    void aCallThatBeginsIsDialingOut() {
        running().dialled();

        assertThat(signalling().calls()).contains(new Invite(uri(), ContactUri.of(DAN.toString())));
        assertThat(endpoint().status()).contains(EndpointStatus.DIALING_OUT);
        assertThat(endpoint().joiningMethod()).contains(JoiningMethod.DIALED_OUT);
    }

    @Test
    @Requirement("EV-5.7.3-07")
    void aCallThatRingsIsAlerting() {
        OutgoingCall call = running().dialled();
        house.focus().alerting(uri(), call.id());

        assertThat(endpoint().status()).contains(EndpointStatus.ALERTING);
        long version = house.versionOf(conference, ALICE);
        house.focus().alerting(uri(), call.id());
        assertThat(house.versionOf(conference, ALICE)).as("it rings as before").isEqualTo(version);
    }

    @Test
    @Requirement({"EV-5.7.4-02", "EV-5.7.5-01", "EV-5.7.5-02"})
    void whoAnswersIsConnectedAsTheSameEndpoint() {
        OutgoingCall call = running().dialled();
        String entity = endpoint().entity();
        pass(Duration.ofSeconds(7));
        Instant answered = house.memory().clock().instant();

        assertThat(house.focus().answered(uri(), call.id(), Callees.device(call)))
                .isInstanceOfSatisfying(
                        Joining.Joined.class,
                        joined -> assertThat(joined.onHold()).isFalse());

        assertThat(endpoint().entity()).isEqualTo(entity);
        assertThat(endpoint().status()).contains(EndpointStatus.CONNECTED);
        assertThat(endpoint().joiningMethod()).contains(JoiningMethod.DIALED_OUT);
        assertThat(endpoint().joiningInfo().flatMap(Execution::when)).contains(answered);
        assertThat(endpoint().joiningInfo().flatMap(Execution::by)).contains(ALICE);
        assertThat(signalling().calls()).noneMatch(Cancel.class::isInstance);
    }

    @Test
    @Requirement("EV-5.7.9-03")
    void theTagsAreThoseOfTheInviteWhoeverSentIt() {
        OutgoingCall call = running().dialled();
        house.focus().answered(uri(), call.id(), Callees.device(call));

        Element sip = endpoint().element().at(Info.CALL_INFO, Info.SIP).orElseThrow();
        assertThat(sip.childText(Info.FROM_TAG)).as("the focus has called").contains("focus");
        assertThat(sip.childText(Info.TO_TAG)).contains("callee");
    }

    @Test
    @Requirement("EV-5.5.3-01")
    void aLockedConferenceCallsNobody() {
        running();
        house.done(update(
                ALICE, conference, "<info:conference-state><info:locked>true</info:locked></info:conference-state>"));
        list(target(DAN, "dial-out"));

        assertThat(signalling().callTo(DAN)).isEmpty();
        assertThat(dan()).isEmpty();
    }

    @Test
    void whoAnswersIsInTheRosterOnlyAsLongAsHeIsIn() {
        OutgoingCall call = running().dialled();
        house.focus().answered(uri(), call.id(), Callees.device(call));
        house.focus().leave(uri(), Callees.device(call).dialog(), Departure.LEFT);

        assertThat(dan()).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(calls()).as("who has left is not called back").hasSize(1);
    }

    @Test
    @Requirement({"EV-5.7.6-04", "EV-5.7.2-02"})
    void whoIsBusyIsShownAsBusy() {
        OutgoingCall call = running().dialled();
        house.focus().failed(uri(), call.id(), BUSY);

        assertThat(endpoint().status()).contains(EndpointStatus.DISCONNECTED);
        assertThat(endpoint().disconnectionMethod()).contains(DisconnectionMethod.BUSY);
        assertThat(endpoint().disconnectionInfo().flatMap(Execution::reason))
                .contains("SIP;cause=486;text=\"Busy Here\"");
    }

    @Test
    @Requirement({"EV-5.7.6-03", "EV-5.7.7-01"})
    void aFailureIsShownWithItsCodeAndTextAndThenForgotten() {
        OutgoingCall call = running().dialled();
        house.focus().failed(uri(), call.id(), UNSUPPORTED);

        assertThat(endpoint().disconnectionMethod()).contains(DisconnectionMethod.FAILED);
        assertThat(endpoint().disconnectionInfo().flatMap(Execution::reason))
                .contains("SIP;cause=415;text=\"Unsupported Media Type\"");

        pass(Duration.ofMillis(9999));
        assertThat(dan()).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(dan()).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whatMayGoBetterAnotherTimeIsTriedThreeTimes() {
        OutgoingCall first = running().dialled();
        house.focus().failed(uri(), first.id(), BUSY);
        pass(Duration.ofSeconds(30));
        assertThat(endpoint().status()).contains(EndpointStatus.DIALING_OUT);
        assertThat(endpoint().disconnectionInfo()).isEmpty();
        assertThat(call().id()).isNotEqualTo(first.id());

        house.focus().failed(uri(), first.id(), BUSY);
        assertThat(endpoint().status()).as("an old outcome").contains(EndpointStatus.DIALING_OUT);
        house.focus().failed(uri(), call().id(), BUSY);
        pass(Duration.ofSeconds(30));
        house.focus().failed(uri(), call().id(), BUSY);
        pass(Duration.ofHours(1));

        assertThat(calls()).hasSize(3);
        assertThat(dan()).isEmpty();
    }

    private List<RecordingSignalling.Call> calls() {
        return signalling().calls().stream()
                .filter(call -> call instanceof Invite || call instanceof Refer)
                .toList();
    }

    @Test
    void whoseEntryGoesIsCalledNoMore() {
        OutgoingCall call = running().dialled();
        list();

        assertThat(signalling().calls()).contains(new Cancel(uri(), call.id()));
        assertThat(dan()).isEmpty();
        assertThat(house.focus().answered(uri(), call.id(), Callees.device(call)))
                .isInstanceOf(Joining.Refused.class);
        assertThat(dan()).isEmpty();
    }

    @Test
    void whoIsRemovedIsCalledNoMore() {
        OutgoingCall call = running().dialled();
        house.done(user(Operation.DELETE, ALICE)
                .on(conference)
                .info(House.userInfo(dan().orElseThrow().id().toString(), "")));

        assertThat(signalling().calls()).contains(new Cancel(uri(), call.id()));
        pass(Duration.ofHours(1));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void nobodyIsCalledIntoAConferenceThatHasEnded() {
        OutgoingCall call = running().dialled();
        list(target(DAN, "dial-out"), target(SipUri.of("sip:eve@example.org"), "refer"));
        OutgoingCall referred =
                signalling().callTo(SipUri.of("sip:eve@example.org")).orElseThrow();
        house.done(House.conf(Operation.DELETE, ALICE).on(conference));

        assertThat(signalling().calls()).contains(new Cancel(uri(), call.id()), new Cancel(uri(), referred.id()));
        pass(Duration.ofHours(1));
        assertThat(calls()).hasSize(2);
    }

    @Test
    void whoComesByHimselfWhileItRingsIsInOnce() {
        running();
        house.done(House.user(Operation.CREATE, BOB)
                .on(conference)
                .info(House.userInfo(BOB, Roster.endpoint("sip:x@y.z"))));
        house.done(House.user(Operation.DELETE, BOB).on(conference));
        SipUri bob = SipUri.of("sip:bob@example.com");
        list(target(bob, "dial-out"));
        OutgoingCall call = signalling().callTo(bob).orElseThrow();
        Joining.Answer answer = house.focus()
                .join(
                        new Signaller(bob, true, false),
                        SipUri.of("sip:" + XconUri.of(conference).objectId().orElseThrow() + "@example.com"),
                        new Device(
                                new DialogId("c", "o", "t"),
                                "sip:bob@10.0.0.1",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false));

        assertThat(answer).isInstanceOf(Joining.Joined.class);
        assertThat(signalling().calls()).contains(new Cancel(uri(), call.id()));
        Users users = new Users(Roster.of(house, conference, ALICE));
        assertThat(users.find(call.user()).orElseThrow().endpoints())
                .extracting(Endpoint::entity)
                .containsExactly("sip:bob@10.0.0.1");
    }

    @Test
    void aTargetThatIsAddedWithoutADeviceIsCalledThen() {
        running();
        house.done(join(CAROL, conference).info(House.userInfo(CAROL, Roster.endpoint("sip:carol@example.com"))));
        list("<xcon:target uri='sip:carol@example.com' method='dial-out'/>");
        assertThat(calls()).as("she is there").isEmpty();
        house.done(user(Operation.DELETE, CAROL).on(conference));
        assertThat(calls()).as("nobody asks for her").isEmpty();

        house.done(add(ALICE, conference, CAROL));

        assertThat(calls()).containsExactly(new Invite(uri(), ContactUri.of("sip:carol@example.com")));
    }

    @Test
    @Requirement("DM-4.6.3-11")
    void whoIsReferredAndFollowsIsShownNoMoreAsCalled() {
        house.memory()
                .signalling()
                .reaches(new Callees(house.focus()).rings(DAN).answers(DAN));
        running();
        list(target(DAN, "refer"));

        assertThat(calls()).containsExactly(new Refer(uri(), ContactUri.of(DAN.toString())));
        assertThat(dan()).isEmpty();
        assertThat(signalling().calls()).noneMatch(Cancel.class::isInstance);
    }

    @Test
    @Requirement("DM-4.6.3-13")
    void anUnknownMethodIsKeptAndCallsNobody() {
        running();
        list(target(DAN, "sms"));

        assertThat(calls()).isEmpty();
        assertThat(new Users(Roster.of(house, conference, ALICE)).allowed())
                .anySatisfy(kept -> assertThat(kept.method()).isEqualTo("sms"));
    }

    @Test
    void aConferenceEndsThatHasNobodyButWhoDidNotCome() {
        OutgoingCall call = running().dialled();
        house.done(user(Operation.DELETE, ALICE).on(conference));
        pass(Duration.ofMinutes(5));
        assertThat(isActive()).as("somebody is being called").isTrue();
        house.focus().failed(uri(), call.id(), UNSUPPORTED);
        pass(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(5));

        assertThat(isActive()).isFalse();
    }

    private boolean isActive() {
        return house.focus()
                .find(SipUri.of("sip:" + XconUri.of(conference).objectId().orElseThrow() + "@example.com"))
                .orElseThrow()
                .info()
                .isActive();
    }
}
