package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.House.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.Operation;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import io.parley.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the focus is to phones that know RFC 3261 and nothing of conferences (RFC 4579 section 3.3, RFC 4028 section 9). */
class PlainPhonesOverSipTest {

    private static final SipBody OFFER = SipBody.of(
            "application/sdp",
            "v=0\r\no=bob 7 3 IN IP4 10.0.1.1\r\ns=-\r\nc=IN IP4 10.0.1.1\r\nt=0 0\r\n"
                    + "m=message 5060 sip null\r\na=accept-types:text/plain\r\n");
    private static final Duration HALF = Duration.ofSeconds(900);

    private final SipHouse house = SipHouse.forPhones();
    private final String room = house.house.room().toString();
    private final Phone bob = house.phone(BOB);
    private final Phone alice = house.phone(ALICE);

    private SipRequest call() {
        return bob.request("INVITE", room).with(OFFER);
    }

    private SipRequest subscribe(Phone phone) {
        return phone.request("SUBSCRIBE", room).with("Event", "conference").with("Expires", "3600");
    }

    /** Alice, who sees who is in, and whose client refreshes her call. */
    private Line watching() {
        alice.line(alice.invite(room, "attendee").with("Session-Expires", "7200"));
        return alice.line(subscribe(alice));
    }

    @AfterEach
    void nothingIsDemandedButATimer() {
        for (SipMessage message : house.told()) {
            assertThat(message.headers().list("Require")).isSubsetOf("timer");
            assertThat(message.header("Proxy-Require")).isEmpty();
            if (message instanceof SipRequest) {
                assertThat(message.header("Require")).isEmpty();
            }
        }
    }

    @Test
    @Requirement({"PHONE-3.3-01", "PHONE-3.3-02"})
    void aPhoneIsInByCallingAndOutByHangingUp() {
        Line watching = watching();
        Line line = bob.line(call());
        assertThat(line.accepted.header("Require")).isEmpty();
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(line.bye().status()).isEqualTo(200);
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement("PHONE-3.4-01")
    void aPhoneSubscribesBesideItsCall() {
        Line line = bob.line(call());
        SipRequest beside = subscribe(bob);
        Line watching = bob.line(beside);
        assertThat(watching.callId()).isNotEqualTo(line.callId());
        assertThat(watching.accepted.status()).isEqualTo(200);
        assertThat(watching.methods()).containsExactly("NOTIFY");
        assertThat(watching.roster().users()).containsExactly(BOB);
    }

    @ParameterizedTest
    @CsvSource({"600;refresher=uas, 600;refresher=uas", "600, 600;refresher=uac"})
    @Requirement("TIMER-9-13")
    void aPhoneHasTheRefresherOfRfc4028WhereC3pHasItsOwn(String asked, String expected) {
        SipResponse phone = bob.ask(call().with("Supported", "timer").with("Session-Expires", asked));
        assertThat(phone.header("Session-Expires")).contains(expected);
        SipResponse c3p = alice.ask(alice.invite(room, "attendee").with("Session-Expires", asked));
        assertThat(c3p.header("Session-Expires")).contains("600;refresher=uac");
    }

    @Test
    @Requirement({"TIMER-9-09", "TIMER-10-02"})
    void aPhoneWithoutTimersIsRefreshedAndMissedWhenItIsGone() {
        Line watching = watching();
        Line line = bob.line(call());
        assertThat(line.accepted.header("Session-Expires")).contains("1800;refresher=uas");
        house.pass(HALF);
        assertThat(line.heard("INVITE")).hasSize(1);
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
        // Its stack says 100, and nobody picks up.
        bob.answers(Phone.DEAF);
        house.pass(HALF.multipliedBy(2).plusSeconds(1));
        assertThat(line.methods()).endsWith("INVITE", "BYE");
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement("TIMER-9-09")
    void aPhoneThatIsUnpluggedIsGoneAfterTheRefreshThatFails() {
        Line watching = watching();
        bob.line(call());
        bob.vanish();
        house.pass(HALF.plusSeconds(34));
        assertThat(house.network.traffic())
                .anyMatch(it -> it.message() instanceof SipRequest bye
                        && bye.method().equals("BYE")
                        && bye.header("To").orElse("").contains(BOB));
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 481})
    @Requirement("TIMER-10-02")
    void aRefreshThatFindsNoCallEndsIt(int refusal) {
        Line watching = watching();
        Line line = bob.line(call());
        bob.answers("INVITE", refusal);
        house.pass(HALF);
        assertThat(line.methods()).containsExactly("INVITE", "BYE");
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    private static String origin(SipBody description) {
        return description
                .text()
                .lines()
                .filter(line -> line.startsWith("o="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement({"TIMER-7.4-06", "TIMER-7.4-07"})
    void theOriginOfADescriptionStaysWhileNothingChanges() {
        Line line = bob.line(call());
        String origin = origin(line.accepted.body());
        SipResponse again = line.ask(line.request("INVITE").with(OFFER));
        assertThat(again.status()).isEqualTo(200);
        assertThat(origin(again.body())).isEqualTo(origin);
        assertThat(again.body()).isEqualTo(line.accepted.body());
        house.pass(HALF);
        assertThat(origin(line.heard("INVITE").get(0).body())).isEqualTo(origin);
    }

    @Test
    @Requirement({"PHONE-5.13-01", "PHONE-4.2-04"})
    void aCallTellsWhatTheFocusCanDo() {
        SipResponse called = bob.ask(call());
        SipResponse asked = bob.ask(bob.request("OPTIONS", room));
        house.pass(HALF);
        SipRequest ours = bob.heard().stream()
                .filter(it -> it.method().equals("INVITE"))
                .findFirst()
                .orElseThrow();
        for (SipMessage message : new SipMessage[] {called, asked}) {
            assertThat(message.headers().list("Allow")).contains("INVITE", "BYE", "UPDATE");
            assertThat(message.headers().list("Accept")).contains("application/cccp+xml", "application/sdp");
            assertThat(message.headers().lists("Supported", "timer")).isTrue();
            assertThat(message.header("Contact").orElseThrow()).endsWith(";isfocus");
        }
        assertThat(Optional.of(ours).flatMap(it -> it.header("Contact")).orElseThrow())
                .endsWith(";isfocus");
    }

    @Test
    @Requirement("PHONE-5.13-04")
    void whatIsAcceptedIsUnderstoodAndNothingElse() {
        assertThat(bob.ask(bob.request("OPTIONS", room)).headers().list("Accept"))
                .containsExactly("application/cccp+xml", "application/conference-ctrl+xml", "application/sdp");
        SipBody command = alice.invite(room, "attendee").body();
        Line line = alice.join();
        for (String type : new String[] {"application/cccp+xml", "application/conference-ctrl+xml"}) {
            SipResponse joined = alice.ask(alice.request("INVITE", room).with(SipBody.of(type, command.bytes())));
            assertThat(joined.status()).as(type).isEqualTo(200);
        }
        assertThat(bob.ask(call()).status()).as("application/sdp").isEqualTo(200);
        SipResponse refused = line.info(SipBody.of("text/plain", "let me in"));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.headers().list("Accept")).contains("application/cccp+xml", "application/sdp");
    }

    @Test
    void twoCallsByTheSameContactAreTwoEndpoints() {
        Phone plain = house.phone(ALICE);
        Line watching = plain.line(subscribe(plain).with("Accept", "application/conference-info+xml"));
        Line first = bob.line(call());
        Line second = bob.line(call());
        assertThat(first.first.header("Contact")).isEqualTo(second.first.header("Contact"));
        assertThat(watching.roster().user(BOB).elements().stream()
                        .filter(it -> it.name().local().equals("endpoint"))
                        .map(it -> Roster.attribute(it, "entity")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private static String state(SipMessage notify) {
        return notify.header("Subscription-State").orElse("");
    }

    @Test
    @Requirement("PHONE-3.4-02")
    void aSubscriptionEndsWithTheLastCallOfItsUser() {
        Line first = bob.line(call());
        Line second = bob.line(call());
        Line watching = bob.line(subscribe(bob));
        first.bye();
        assertThat(watching.heard("NOTIFY"))
                .allSatisfy(it -> assertThat(state(it)).startsWith("active"));
        assertThat(second.bye().status()).isEqualTo(200);
        List<SipRequest> told = watching.heard("NOTIFY");
        assertThat(state(told.get(told.size() - 1))).startsWith("terminated");
    }

    @Test
    @Requirement("PHONE-3.4-02")
    void whoeverIsSentAwayHearsTheEndOfHisSubscriptionFirst() {
        Line line = bob.line(call());
        Line watching = bob.line(subscribe(bob));
        Room.at(house, room)
                .user(
                        Operation.DELETE,
                        User.builder(XconUserId.of("bob", "example.com")).build());
        assertThat(line.methods()).containsExactly("BYE");
        List<String> last = bob.heard().stream()
                .filter(it -> it.method().equals("BYE") || state(it).startsWith("terminated"))
                .map(SipRequest::method)
                .toList();
        assertThat(last).containsExactly("NOTIFY", "BYE");
        assertThat(watching.heard("NOTIFY")).hasSizeGreaterThan(1);
    }

    @Test
    @Requirement("EV-3.3-03")
    void theWordsOfC3pAreForItsClients() {
        Line organizer = alice.line(alice.invite(room, "presenter").with("Session-Expires", "7200"));
        Line ofAlice = alice.line(subscribe(alice));
        Phone client = house.phone(CAROL);
        client.line(client.invite(room, "attendee"));
        Line ofClient = client.line(subscribe(client));
        bob.line(call());
        Line ofPhone = bob.line(subscribe(bob));
        Telephone leaving = house.telephone(DAVE);
        Talk talk = leaving.calls(room);
        List<SipMessage> ofLeaving = leaving.watches(room);
        Telephone staying = house.telephone(EVE);
        staying.calls(room);
        List<SipMessage> ofStaying = staying.watches(room);

        talk.hangsUp();
        for (String who : List.of(CAROL, BOB)) {
            organizer.ask(new DeleteUser(
                    new UserKeys(SipUri.of(room), SipUri.of(who)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        Room.at(house, room).deleted();

        assertThat(last(ofClient.heard("NOTIFY"))).isEqualTo("terminated;reason=ParticipantRemoved");
        assertThat(last(ofPhone.heard("NOTIFY"))).isEqualTo("terminated;reason=rejected");
        assertThat(last(ofLeaving)).isEqualTo("terminated;reason=rejected");
        assertThat(last(ofStaying)).isEqualTo("terminated;reason=noresource");
        assertThat(last(ofAlice.heard("NOTIFY"))).isEqualTo("terminated;reason=ConferenceTerminated");
        assertThat(ofPhone.heard("NOTIFY"))
                .allSatisfy(it -> assertThat(it.header("ms-diagnostics-public")).isEmpty());
    }

    private static String last(List<? extends SipMessage> notifications) {
        return state(notifications.get(notifications.size() - 1));
    }
}
