package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.document.Element;
import io.parley.identity.XconUserId;
import io.parley.sip.dialog.Delivery;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import io.parley.user.Endpoint;
import io.parley.user.User;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calls that the focus places (RFC 4579 sections 5.5 and 5.7, RFC 6501 section 4.6.3), as those hear of them who are called. */
class DialOutOverSipTest {

    private static final String CAROL = "sip:carol@elsewhere.example";

    private final SipHouse house = SipHouse.forPhones();
    private final Room room = Room.of(house);
    private final Phone alice = house.phone(ALICE);
    private final Telephone carol = house.telephone(CAROL);
    private Line watching;

    DialOutOverSipTest() {
        alice.line(alice.invite(room.uri, "presenter").with("Session-Expires", "7200"));
        watching = alice.line(
                alice.request("SUBSCRIBE", room.uri).with("Event", "conference").with("Expires", "3600"));
    }

    private void list(String method) {
        room.update(it -> it.allow(carol.uri, method));
    }

    private Endpoint endpoint() {
        List<Endpoint> endpoints = room.endpoints(carol.uri);
        assertThat(endpoints).isNotEmpty();
        return endpoints.get(0);
    }

    private long present() {
        return watching.roster().users().stream()
                .filter(user -> user.contains("carol"))
                .count();
    }

    @AfterEach
    void nothingIsLeft() {
        house.pass(Duration.ofMinutes(12));
        room.deleted();
        house.nothingIsLeft();
        assertThat(carol.talks).allMatch(talk -> talk.ends() == 1);
    }

    @Test
    @Requirement({"DM-4.6.3-09", "PHONE-4.2-02", "PHONE-5.2-01", "PHONE-5.13-01", "TIMER-7.1-03"})
    void aTargetIsCalledByTheConference() {
        carol.picksUp();
        list("dial-out");

        SipRequest invite = carol.invitation();
        assertThat(invite.uri()).isEqualTo(carol.uri);
        assertThat(invite.header("From").orElseThrow()).startsWith("<" + room.uri + ">");
        String contact = invite.header("Contact").orElseThrow();
        assertThat(contact).startsWith("<" + room.uri.replaceFirst("@.*", "@")).endsWith(";isfocus");
        assertThat(invite.header("Session-Expires")).contains("1800");
        assertThat(invite.header("Require")).isEmpty();
        assertThat(invite.headers().list("Allow")).contains("INVITE", "BYE", "REFER", "NOTIFY");
        assertThat(invite.headers().list("Supported")).contains("timer", "replaces");
        assertThat(invite.headers().list("Accept")).contains("application/sdp");
        assertThat(carol.methods()).containsExactly("INVITE", "ACK");
        assertThat(present()).as("she has subscribed to nothing, and is shown").isEqualTo(1);
        assertThat(endpoint().status()).contains("connected");
        assertThat(endpoint().joiningMethod()).contains("dialed-out");

        Telephone dan = house.telephone("sip:dan@elsewhere.example");
        assertThat(dan.calls(Line.uri(contact)).response().status())
                .as("the same conference")
                .isEqualTo(200);
        assertThat(watching.roster().users()).hasSize(3);
    }

    @Test
    @Requirement("PHONE-4.2-01")
    void whateverBeginsACallSaysThatThereIsAFocus() {
        list("dial-out");
        carol.rings();
        carol.answers();
        house.telephone("sip:dan@elsewhere.example").calls(room.uri);

        List<SipMessage> requests = beginnings(message -> message instanceof SipRequest);
        List<SipMessage> responses =
                beginnings(message -> message instanceof SipResponse response && response.status() > 100);
        assertThat(requests).as("to Carol").hasSize(1);
        assertThat(responses).as("to Alice and Dan").hasSize(2);
        assertThat(responses)
                .allMatch(
                        response -> ((SipResponse) response).isSuccess(),
                        "no provisional one, and so none that is reliable");
        for (SipMessage message :
                Stream.concat(requests.stream(), responses.stream()).toList()) {
            assertThat(message.header("Contact").orElseThrow()).endsWith(";isfocus");
        }
    }

    /** What the focus has sent to begin a call, as far as {@code kind} is meant. */
    private List<SipMessage> beginnings(Predicate<SipMessage> kind) {
        return house.told().stream()
                .filter(kind)
                .filter(message -> message.header("CSeq").orElseThrow().endsWith(" INVITE"))
                .toList();
    }

    @Test
    @Requirement({"EV-5.7.3-07", "EV-5.7.3-09", "CCMP-I-16", "XF-9.2-02"})
    void aCallIsDialingOutThenAlertingThenConnected() {
        list("dial-out");
        assertThat(room.status(carol.uri)).isEqualTo("dialing-out");
        carol.ringing.get(0).progress(SipResponse.of(183, "Session Progress"));
        house.moment();
        assertThat(room.status(carol.uri)).as("it does not ring yet").isEqualTo("dialing-out");
        carol.rings();
        assertThat(room.status(carol.uri)).isEqualTo("alerting");
        assertThat(present()).isZero();
        carol.answers();
        assertThat(room.status(carol.uri)).isEqualTo("connected");
        assertThat(present()).isEqualTo(1);
    }

    @Test
    @Requirement({"EV-5.7.6-04", "CCMP-I-16"})
    void whoIsBusyIsShownToBe() {
        carol.refuses(486, "Busy Here");
        list("dial-out");
        assertThat(endpoint().status()).contains("disconnected");
        assertThat(endpoint().disconnectionMethod()).contains("busy");
        assertThat(endpoint().disconnectionInfo().orElseThrow().reason()).contains("SIP;cause=486;text=\"Busy Here\"");
    }

    @Test
    @Requirement("EV-5.7.6-03")
    void whoCannotBeReachedIsShownAsFailed() {
        carol.refuses(480, "Temporarily Unavailable");
        list("dial-out");
        assertThat(endpoint().disconnectionMethod()).contains("failed");
        assertThat(endpoint().disconnectionInfo().orElseThrow().reason())
                .contains("SIP;cause=480;text=\"Temporarily Unavailable\"");
    }

    @Test
    void whoDoesNotPickUpIsGivenUpAndCalledAgain() {
        list("dial-out");
        carol.rings();
        house.pass(Duration.ofMinutes(3));
        assertThat(carol.ringing).as("CANCEL").isEmpty();
        assertThat(endpoint().disconnectionInfo().orElseThrow().reason())
                .contains("SIP;cause=408;text=\"Request Timeout\"");
        house.pass(Duration.ofSeconds(31));
        assertThat(carol.ringing).hasSize(1);
        carol.answers();
        assertThat(present()).isEqualTo(1);
    }

    @Test
    void whoeverIsCalledByANameThatNobodyKnowsIsNotReached() {
        room.update(it -> it.allow(CAROL, "dial-out"));
        assertThat(room.endpoints(CAROL)
                        .get(0)
                        .disconnectionInfo()
                        .orElseThrow()
                        .reason())
                .contains("SIP;cause=503;text=\"Service Unavailable\"");
    }

    @Test
    void aCallIsGivenUpWhenItsEntryIsGone() {
        list("dial-out");
        carol.rings();
        room.update(it -> it.allowNobody());
        assertThat(carol.ringing).isEmpty();
        assertThat(room.endpoints(carol.uri)).isEmpty();
        assertThat(carol.methods()).containsOnlyOnce("INVITE").doesNotContain("BYE");
    }

    @Test
    void whoAnswersWhileHeIsGivenUpIsHungUpOn() {
        list("dial-out");
        house.hold();
        carol.answers();
        house.focus.signalling().cancel(room.id, room.call());
        house.release();
        house.moment();
    }

    @Test
    void whoAnswersWhenTheConferenceHasGoneIsHungUpOn() {
        Room other = Room.of(house);
        other.update(it -> it.active(true).allow(carol.uri, "dial-out"));
        house.hold();
        carol.answers();
        other.deleted();
        house.release();
        house.moment();
        assertThat(carol.methods()).startsWith("INVITE").endsWith("ACK", "BYE");
        assertThat(carol.talks.get(0).isOver()).isTrue();
    }

    @Test
    @Requirement({"C3P-D1-04", "XF-8.1-02"})
    void theTargetWhomCcmpAddsIsCalledAndWhomItRemovesIsHungUpOn() {
        carol.refuses(603, "Decline");
        list("dial-out");
        XconUserId known = room.idOf(carol.uri);
        house.pass(Duration.ofMinutes(1));
        assertThat(room.endpoints(carol.uri)).isEmpty();

        carol.picksUp();
        room.user(Operation.CREATE, User.builder(known).aor(carol.uri).build());
        assertThat(carol.methods()).containsExactly("INVITE", "INVITE", "ACK");
        assertThat(present()).isEqualTo(1);
        room.user(Operation.DELETE, User.builder(known).build());
        assertThat(carol.methods()).containsExactly("INVITE", "INVITE", "ACK", "BYE");
        assertThat(carol.talks.get(0).isOver()).isTrue();
        assertThat(present()).isZero();
    }

    @Test
    void whoHangsUpAfterBeingCalledIsOut() {
        carol.picksUp();
        list("dial-out");
        carol.talks.get(0).hangsUp();
        assertThat(present()).isZero();
        assertThat(carol.methods()).containsExactly("INVITE", "ACK");
    }

    @Test
    @Requirement({"DM-4.6.3-11", "PHONE-5.7-02"})
    void whoIsReferredCallsTheConference() {
        carol.whenReferred(DialOutOverSipTest::follow);
        list("refer");
        assertThat(carol.referrals).hasSize(1);
        SipRequest refer = carol.referrals.get(0);
        assertThat(refer.uri()).isEqualTo(carol.uri);
        assertThat(refer.header("Refer-To")).contains("<" + room.uri + ">");
        assertThat(refer.header("Contact").orElseThrow()).endsWith(";isfocus");
        assertThat(refer.header("From").orElseThrow()).startsWith("<" + room.uri + ">");
        assertThat(present()).isEqualTo(1);
        assertThat(carol.heard("INVITE")).isEmpty();
    }

    private static void follow(Telephone phone, IncomingSubscribe refer) {
        Told told = new Told();
        told.of(refer.accept(
                SipResponse.of(202, "Accepted").with("Contact", "<" + phone.uri + ">"), told, Delivery.AS_ASKED));
        phone.begins(phone.request(
                        "INVITE", Line.uri(refer.request().header("Refer-To").orElseThrow()))
                .with(Telephone.OFFER));
        told.says("SIP/2.0 200 OK");
    }

    @Test
    void whoWantsNotToBeReferredIsShownAsFailed() {
        carol.whenReferred((phone, refer) -> refer.reject(SipResponse.of(603, "Decline")));
        list("refer");
        assertThat(endpoint().disconnectionInfo().orElseThrow().reason()).contains("SIP;cause=603;text=\"Decline\"");
    }

    @Test
    void whoAcceptsToBeReferredAndIsSilentIsGivenUp() {
        carol.whenReferred((phone, refer) -> {
            Told told = new Told();
            told.of(refer.accept(
                    SipResponse.of(202, "Accepted").with("Contact", "<" + phone.uri + ">"), told, Delivery.AS_ASKED));
        });
        list("refer");
        assertThat(endpoint().status()).contains("alerting");
        house.pass(Duration.ofMinutes(3).plusSeconds(1));
        assertThat(endpoint().disconnectionInfo().orElseThrow().reason())
                .contains("SIP;cause=408;text=\"Request Timeout\"");
    }

    @Test
    @Requirement({"CCMP-7082-01", "CCMP-7082-02", "CCMP-7082-03", "CCMP-7082-04", "EV-5.3.2-01"})
    void theConferenceTellsByWhichUriItIsControlled() {
        carol.picksUp();
        list("dial-out");
        String told = "<" + room.id + ">;purpose=ccmp";
        assertThat(carol.invitation().header("Call-Info")).contains(told);
        Telephone dan = house.telephone("sip:dan@elsewhere.example");
        assertThat(dan.calls(room.uri).response().header("Call-Info")).contains(told);
        assertThat(alice.ask(alice.request("OPTIONS", room.uri)).header("Call-Info"))
                .contains(told);
        Element uris = Roster.at(
                House.document(dan.watches(room.uri).get(0).body().bytes()), "conference-description", "service-uris");
        assertThat(uris.elements()).hasSize(1);
        assertThat(Roster.text(uris, "entry", "uri")).isEqualTo(room.id.toString());
        assertThat(Roster.text(uris, "entry", "purpose")).isEqualTo("ccmp");
    }
}
