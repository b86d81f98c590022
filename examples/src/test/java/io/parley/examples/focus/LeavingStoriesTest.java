package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static io.parley.examples.focus.Meeting.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Conferences;
import io.parley.dialout.Referral;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.OutgoingCall;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.Callees;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import io.parley.user.Endpoint;
import io.parley.user.Execution;
import io.parley.user.User;
import io.parley.user.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who learns of those on their way into a conference and out of it (RFC 4575 sections 5.7.3, 5.7.6 and 5.7.7). */
class LeavingStoriesTest {

    private static final String DAN = "sip:dan@example.org";
    private static final XconUserId BOB_ID = XconUserId.of("bob", "example.com");
    private static final SipStatus BUSY = new SipStatus(486, "Busy Here");

    private final Meeting meeting = Meeting.open();
    private final Meeting.Caller alice = meeting.join(ALICE);
    private final Meeting.Caller carol = meeting.join(CAROL);

    private void leave(Meeting.Caller who, Departure why) {
        meeting.parley.focus().leave(meeting.id, who.dialog, why);
    }

    /** Alice has Dan called, by CCMP. */
    private OutgoingCall dialled() {
        meeting.ccmp(
                Message.CONF,
                Operation.UPDATE,
                "xcon-userid:alice@example.com",
                Optional.of(
                        Conferences.changes(meeting.id).allow(DAN, "dial-out").build()));
        return meeting.memory.signalling().callTo(SipUri.of(DAN)).orElseThrow();
    }

    private OutgoingCall referred(String who) {
        meeting.parley
                .focus()
                .refer(
                        new Signaller(SipUri.of(who), true, false),
                        meeting.uri,
                        Referral.of(SipUri.of(DAN), Optional.empty()).orElseThrow(),
                        progress -> {})
                .ifPresent(refusal -> {
                    throw new AssertionError(refusal.toString());
                });
        return meeting.memory.signalling().callTo(SipUri.of(DAN)).orElseThrow();
    }

    private static List<Element> all(RosterWatch watching) {
        List<Element> all = new ArrayList<>();
        for (Optional<Element> told = watching.next(); told.isPresent(); told = watching.next()) {
            all.add(told.get());
        }
        return all;
    }

    /** What a document tells of each user: {@code deleted}, or the statuses of his endpoints and how those left. */
    private static List<String> told(Element document) {
        List<String> told = new ArrayList<>();
        for (Element users : document.children(Info.USERS)) {
            for (Element user : users.children(Info.USER)) {
                StringBuilder how =
                        new StringBuilder(user.attribute(Attributes.ENTITY).orElse(""));
                if (user.attribute(Attributes.STATE).orElse("").equals("deleted")) {
                    how.append(" deleted");
                }
                for (Element endpoint : user.children(Info.ENDPOINT)) {
                    how.append(' ').append(endpoint.childText(Info.STATUS).orElse(""));
                    endpoint.childText(Info.DISCONNECTION_METHOD)
                            .ifPresent(word -> how.append(' ').append(word));
                }
                told.add(how.toString());
            }
        }
        return told;
    }

    private static List<List<String>> toldBy(RosterWatch watching) {
        return all(watching).stream().map(LeavingStoriesTest::told).toList();
    }

    // How somebody left

    @Test
    @Requirement({"EV-5.7.6-01", "EV-5.7.6-05"})
    void theModelTellsHowSomebodyLeftAndThenWhatARetrieveShows() {
        Meeting.Caller bob = meeting.join(BOB);
        RosterWatch watching = alice.watch(Format.XCON);
        watching.next();
        leave(bob, Departure.EXPIRED);

        assertThat(new Users(meeting.retrieved().child(Info.USERS).orElseThrow()).find(BOB_ID))
                .as("who has left is in no answer of CCMP")
                .isEmpty();
        List<Element> told = all(watching);
        assertThat(told).hasSize(2);
        User gone = new Users(told.get(0).child(Info.USERS).orElseThrow())
                .find(BOB_ID)
                .orElseThrow();
        Endpoint endpoint = gone.endpoints().get(0);
        assertThat(gone.endpoints()).hasSize(1);
        assertThat(endpoint.status()).contains("disconnected");
        assertThat(endpoint.disconnectionMethod()).contains("departed");
        assertThat(endpoint.disconnectionInfo().flatMap(Execution::reason))
                .contains("SIP;cause=408;text=\"Request Timeout\"");
        assertThat(endpoint.disconnectionInfo().flatMap(Execution::when))
                .contains(meeting.memory.clock().instant());
        assertThat(told.get(0).textAt(Info.CONFERENCE_STATE, Info.USER_COUNT))
                .as("he does not count")
                .contains("2");
        assertThat(told.get(1)).isEqualTo(meeting.retrieved());
    }

    @Test
    @Requirement({"EV-5.7.6-02", "EV-5.7.7-03"})
    void whoIsRemovedByCcmpIsBootedByWhoeverDidIt() {
        meeting.join(BOB);
        RosterWatch watching = alice.watch(Format.XCON);
        watching.next();
        meeting.ccmp(
                Message.USER,
                Operation.DELETE,
                "xcon-userid:alice@example.com",
                Optional.of(Conferences.user(BOB_ID).build()));
        Endpoint endpoint = new Users(
                        watching.next().orElseThrow().child(Info.USERS).orElseThrow())
                .find(BOB_ID)
                .orElseThrow()
                .endpoints()
                .get(0);
        assertThat(endpoint.disconnectionMethod()).contains("booted");
        assertThat(endpoint.disconnectionInfo().flatMap(Execution::by)).contains(ALICE);
    }

    @Test
    void whoTakesHimselfAwayByCcmpHasDeparted() {
        meeting.join(BOB);
        RosterWatch watching = alice.watchPlainly();
        watching.next();
        meeting.ccmp(
                Message.USER,
                Operation.DELETE,
                "xcon-userid:bob@example.com",
                Optional.of(Conferences.user(BOB_ID).build()));
        assertThat(toldBy(watching))
                .containsExactly(List.of(BOB + " disconnected departed"), List.of(BOB + " deleted"));
    }

    @Test
    void aClientOfC3pIsToldThatHeIsGoneAndNothingBefore() {
        Meeting.Caller bob = meeting.join(BOB);
        RosterWatch watching = alice.watch();
        watching.next();
        leave(bob, Departure.LEFT);
        assertThat(toldBy(watching)).containsExactly(List.of(BOB + " deleted"));
    }

    @Test
    void manyWhoLeaveBeforeSomebodyLooksAreToldTogether() {
        RosterWatch watching = alice.watchPlainly();
        watching.next();
        Meeting.Caller bob = meeting.join(BOB);
        leave(bob, Departure.LEFT);
        leave(carol, Departure.EXPIRED);
        assertThat(toldBy(watching))
                .as("also of whoever came and went in between")
                .containsExactly(
                        List.of(BOB + " disconnected departed", CAROL + " disconnected departed"),
                        List.of(BOB + " deleted", CAROL + " deleted"));
    }

    @Test
    void whoAsksForAllIsToldFirstHowSomebodyLeft() {
        RosterWatch watching = alice.watchPlainly();
        watching.next();
        leave(carol, Departure.LEFT);
        watching.restart();
        List<Element> told = all(watching);
        assertThat(told.get(0).attribute(Attributes.STATE)).contains("full");
        assertThat(told(told.get(0))).contains(CAROL + " disconnected departed");
        assertThat(told(told.get(1))).containsExactly(CAROL + " deleted");
    }

    @Test
    void whoTakesThePlaceOfHisOwnDeviceHasNotLeft() {
        RosterWatch watching = alice.watchPlainly();
        watching.next();
        meeting.join(CAROL);
        assertThat(toldBy(watching)).allSatisfy(told -> assertThat(told).containsExactly(CAROL + " connected"));
    }

    // Calls

    @Test
    @Requirement({"EV-5.7.7-02", "EV-5.7.6-04"})
    void anOutcomeIsToldHoweverLateAWatcherLooks() {
        RosterWatch plain = alice.watchPlainly();
        RosterWatch xcon = alice.watch(Format.XCON);
        plain.next();
        xcon.next();
        OutgoingCall call = referred(ALICE);
        meeting.parley.focus().failed(meeting.id, call.id(), BUSY);
        meeting.memory.clock().advance(Duration.ofSeconds(11));

        List<Element> told = all(plain);
        assertThat(told.stream().map(LeavingStoriesTest::told))
                .containsExactly(List.of(DAN + " disconnected busy"), List.of(DAN + " deleted"));
        Element endpoint = told.get(0).at(Info.USERS, Info.USER, Info.ENDPOINT).orElseThrow();
        assertThat(endpoint.textAt(Info.DISCONNECTION_INFO, Info.REASON)).contains("SIP;cause=486;text=\"Busy Here\"");
        assertThat(toldBy(xcon).get(0)).anyMatch(user -> user.endsWith(" disconnected busy"));
    }

    @Test
    @Requirement("EV-5.7.3-11")
    void whoSteersFollowsACallAndTheOthersSeeThatSomebodyHasCome() {
        RosterWatch moderator = alice.watchPlainly();
        RosterWatch participant = carol.watchPlainly();
        RosterWatch ofModel = carol.watch(Format.XCON);
        List.of(moderator, participant, ofModel).forEach(RosterWatch::next);

        OutgoingCall call = dialled();
        assertThat(toldBy(moderator)).containsExactly(List.of(DAN + " dialing-out"));
        meeting.parley.focus().alerting(meeting.id, call.id());
        assertThat(toldBy(moderator)).containsExactly(List.of(DAN + " alerting"));
        assertThat(toldBy(participant)).isEmpty();
        assertThat(endpoints(ofModel)).as("nothing but the list of targets").doesNotContain(DAN);
        Element retrieved = meeting.ccmp(
                        Message.CONF, Operation.RETRIEVE, "xcon-userid:carol@example.com", Optional.empty())
                .body()
                .info()
                .orElseThrow();
        assertThat(new Users(retrieved.child(Info.USERS).orElseThrow())).hasSize(2);
        assertThat(retrieved.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)).contains("2");

        meeting.parley.focus().answered(meeting.id, call.id(), Callees.device(call));
        assertThat(toldBy(moderator)).containsExactly(List.of(DAN + " connected"));
        assertThat(toldBy(participant)).containsExactly(List.of(DAN + " connected"));
        assertThat(endpoints(ofModel)).contains(DAN);
    }

    private static List<String> endpoints(RosterWatch ofModel) {
        List<String> endpoints = new ArrayList<>();
        for (Element document : all(ofModel)) {
            new Users(document.child(Info.USERS).orElseThrow())
                    .forEach(user -> user.endpoints().forEach(endpoint -> endpoints.add(endpoint.entity())));
        }
        return endpoints;
    }

    @Test
    @Requirement("EV-5.7.3-11")
    void whoAskedForACallFollowsItWithoutSteering() {
        Element users = meeting.retrieved().child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, "xcon-userid:carol@example.com").orElseThrow();
        meeting.ccmp(
                Message.USER,
                Operation.UPDATE,
                "xcon-userid:alice@example.com",
                Optional.of(record.with(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, "true")));
        Meeting.Caller bob = meeting.join(BOB);
        RosterWatch asker = carol.watchPlainly();
        RosterWatch other = bob.watchPlainly();
        asker.next();
        other.next();
        OutgoingCall call = referred(CAROL);
        assertThat(toldBy(asker))
                .singleElement()
                .satisfies(told -> assertThat(told).contains(DAN + " dialing-out"));
        meeting.parley.focus().failed(meeting.id, call.id(), BUSY);
        assertThat(toldBy(asker)).containsExactly(List.of(DAN + " disconnected busy"));
        assertThat(toldBy(other)).isEmpty();
    }
}
