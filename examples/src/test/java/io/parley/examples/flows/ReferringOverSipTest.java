package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.authentication.Identified;
import io.parley.sip.dialog.Delivery;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import io.parley.user.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones ask the focus by REFER to bring in, refer or send away somebody (RFC 4579 sections 5.5, 5.7, 5.10 and 5.11). */
class ReferringOverSipTest {

    private static final String CAROL = "sip:carol@elsewhere.example";
    private static final String FACTORY = "sip:conference-factory@example.com";

    private final SipHouse house = SipHouse.forPhones();
    private final Room room = Room.of(house);
    private final Telephone alice = house.telephone(ALICE);
    private final Telephone bob = house.telephone(BOB);
    private final Telephone carol = house.telephone(CAROL);
    private final Talk alices = alice.calls(room.uri);
    private final Talk bobs = bob.calls(room.uri);

    @AfterEach
    void everyCallEndsOnce() {
        room.deleted();
        house.nothingIsLeft();
        for (Telephone phone : List.of(alice, bob, carol)) {
            assertThat(phone.talks).allMatch(talk -> talk.ends() == 1);
        }
    }

    private static String escaped(String uri) {
        return uri.replace(":", "%3A").replace("@", "%40");
    }

    private long presentCarols() {
        return room.endpoints(carol.uri).stream()
                .filter(it -> it.status().equals(Optional.of("connected")))
                .map(Endpoint::entity)
                .filter(carol.uri::equals)
                .count();
    }

    @Test
    @Requirement({"PHONE-5.5-01", "PHONE-5.5-02", "DM-4.6.5.4-01", "C3P-D7-03"})
    void whoIsReferredToIsCalledAndTheReferrerIsToldHowThatGoes() {
        room.update(BOB, it -> it.mayInviteUsers(true));
        Referred referred = bobs.refers(carol.uri);
        assertThat(referred.status()).isEqualTo(202);
        assertThat(referred.response().header("Contact").orElseThrow()).endsWith(";isfocus");
        assertThat(referred.told()).as("at once").containsExactly("SIP/2.0 100 Trying");
        SipRequest invite = carol.invitation();
        assertThat(invite.uri()).isEqualTo(carol.uri);
        assertThat(invite.header("Contact").orElseThrow()).endsWith(";isfocus");
        assertThat(invite.header("Referred-By")).contains("<" + BOB + ">");

        carol.rings();
        carol.answers();
        assertThat(referred.told()).containsExactly("SIP/2.0 100 Trying", "SIP/2.0 180 Ringing", "SIP/2.0 200 OK");
        assertThat(referred.isTerminated()).isTrue();
        assertThat(presentCarols()).isEqualTo(1);
        assertThat(room.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"486, Busy Here", "404, Not Found", "603, Decline"})
    void theReferrerIsToldWhyNobodyCame(int status, String reason) {
        carol.refuses(status, reason);
        Referred referred = alices.refers(carol.uri);
        assertThat(referred.told()).containsExactly("SIP/2.0 100 Trying", "SIP/2.0 " + status + " " + reason);
        assertThat(referred.isTerminated()).isTrue();
    }

    @Test
    @Requirement("PHONE-5.5-03")
    void aReferOutsideOfAnyCallDoesTheSame() {
        carol.picksUp();
        Referred referred = alice.refers(alice.refer(room.uri, carol.uri));
        assertThat(referred.status()).isEqualTo(202);
        assertThat(referred.told()).containsExactly("SIP/2.0 100 Trying", "SIP/2.0 200 OK");
        assertThat(referred.isTerminated()).isTrue();
        assertThat(presentCarols()).isEqualTo(1);
    }

    @Test
    @Requirement("PHONE-5.5-04")
    void aStrangerRefersNobody() {
        Telephone eve = house.telephone(House.EVE);
        assertThat(eve.refers(eve.refer(room.uri, carol.uri)).status()).isEqualTo(403);
        assertThat(carol.heard()).isEmpty();
    }

    @Test
    @Requirement({"DM-4.6.5.4-02", "DM-4.6.5.3-02", "DM-4.6.5.5-02", "CCMP-D6-21"})
    void whoeverDoesNotSteerTheConferenceHasToBeAllowedTo() {
        List<String> wishes =
                List.of(carol.uri, carol.uri + ";method=REFER?Refer-To=" + escaped(room.uri), ALICE + ";method=BYE");
        for (String wish : wishes) {
            assertThat(bobs.refers(wish).status()).as(wish).isEqualTo(403);
        }
        room.update(BOB, it -> it.mayInviteUsers(false).mayReferUsers(false).mayRemoveUsers(false));
        for (String wish : wishes) {
            assertThat(bobs.refers(wish).status()).as(wish).isEqualTo(403);
        }
        assertThat(carol.heard()).isEmpty();
        assertThat(alices.isOver()).isFalse();
        room.update(BOB, it -> it.mayInviteUsers(true).mayReferUsers(true).mayRemoveUsers(true));
        for (String wish : wishes) {
            assertThat(bobs.refers(wish).status()).as(wish).isEqualTo(202);
        }
        assertThat(carol.heard("INVITE")).hasSize(1);
        assertThat(alices.isOver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/", "mailto:carol@elsewhere.example"})
    @Requirement("PHONE-5.5-05")
    void otherSchemesAreNotReferredTo(String referTo) {
        assertThat(alices.refers(referTo).status()).isEqualTo(416);
    }

    @Test
    void whatAsksForNothingIsRefused() {
        assertThat(alices.refers(SipHeaders.NONE).status()).isEqualTo(400);
        assertThat(alices.refers(SipHeaders.NONE
                                .and("Refer-To", "<" + carol.uri + ">")
                                .and("Refer-To", "<" + BOB + ">"))
                        .status())
                .isEqualTo(400);
        assertThat(alices.refers("sip:").status()).isEqualTo(400);
        assertThat(alices.refers(carol.uri + ";method=MESSAGE").status()).isEqualTo(501);
        assertThat(alice.refers(alice.refer("sip:nobody@example.com", carol.uri))
                        .status())
                .isEqualTo(404);
        assertThat(carol.heard()).isEmpty();
    }

    @Test
    @Requirement("PHONE-5.5-06")
    void theFactoryRefersNobody() {
        assertThat(alice.refers(alice.refer(FACTORY, carol.uri)).status()).isEqualTo(403);
        assertThat(carol.heard()).isEmpty();
    }

    @Test
    @Requirement("PHONE-5.6-01")
    void whoeverWasReferredJoinsByCalling() {
        Talk carols = carol.calls(carol.request("INVITE", room.uri)
                .with("Referred-By", "<" + BOB + ">")
                .with(Telephone.OFFER));
        assertThat(carols.response().status()).isEqualTo(200);
        Endpoint endpoint = room.endpoints(carol.uri).get(0);
        assertThat(endpoint.referred().orElseThrow().by()).contains(BOB);
    }

    @Test
    @Requirement("PHONE-5.7-01")
    void nobodyIsReferredToAnotherConference() {
        Referred referred = alices.refers(carol.uri + ";method=REFER?Refer-To=sip%3Aother%40example.com");
        assertThat(referred.status()).isEqualTo(403);
        assertThat(carol.heard()).isEmpty();
    }

    @Test
    @Requirement({"PHONE-5.7-02", "DM-4.6.5.3-01"})
    void whoIsToBeReferredIsSentARefer() {
        room.update(BOB, it -> it.mayReferUsers(true));
        Told told = new Told();
        carol.whenReferred((phone, refer) -> told.of(refer.accept(
                SipResponse.of(202, "Accepted").with("Contact", "<" + phone.uri + ">"), told, Delivery.AS_ASKED)));
        Referred referred = bobs.refers(carol.uri + ";method=REFER?Refer-To=" + escaped(room.uri));
        assertThat(referred.status()).isEqualTo(202);
        SipRequest refer = carol.referrals.get(0);
        assertThat(refer.header("Refer-To")).contains("<" + room.uri + ">");
        assertThat(refer.header("Contact").orElseThrow()).endsWith(";isfocus");
        assertThat(refer.header("Referred-By")).contains("<" + BOB + ">");
        assertThat(room.list()).isEmpty();
        carol.calls(room.uri);
        told.says("SIP/2.0 200 OK");
        house.moment();
        assertThat(referred.told()).endsWith("SIP/2.0 200 OK");
        assertThat(referred.isTerminated()).isTrue();
    }

    @Test
    @Requirement({"PHONE-5.10-01", "PHONE-5.10-02"})
    void ofTheHeadersInAReferToNothingIsPassedOnThatCouldDoHarm() {
        alices.refers(carol.uri + "?Replaces=12345600%40elsewhere.example%3Bfrom-tag%3D1%3Bto-tag%3D2"
                + "&Require=replaces&Subject=Come%20in&Route=%3Csip%3Aevil.example%3E&Via=SIP%2F2.0%2FTCP%20evil.example"
                + "&From=%3Csip%3Aevil%40evil.example%3E&Call-ID=evil");
        SipRequest invite = carol.invitation();
        assertThat(invite.uri()).isEqualTo(carol.uri);
        assertThat(invite.header("Replaces")).contains("12345600@elsewhere.example;from-tag=1;to-tag=2");
        assertThat(invite.header("Require")).contains("replaces");
        assertThat(invite.header("Subject")).contains("Come in");
        assertThat(invite.header("Route")).isEmpty();
        assertThat(invite.headers().toString()).doesNotContain("evil");
        assertThat(invite.header("From").orElseThrow()).startsWith("<" + room.uri + ">");
    }

    @Test
    @Requirement({"PHONE-5.11-01", "PHONE-5.11-02", "PHONE-5.11-03", "PHONE-5.11-04", "PHONE-5.11-05", "DM-4.6.5.5-01"})
    void whoIsSentAwayIsHungUpOnByAllHisDevicesAndHisSubscriptionEnds() {
        room.update(BOB, it -> it.mayRemoveUsers(true));
        Talk desk = carol.calls(room.uri);
        Telephone mobile = house.telephone(CAROL);
        Talk walking = mobile.calls(room.uri);
        List<SipMessage> documents = carol.watches(room.uri);

        Referred referred = bobs.refers(CAROL + ";method=BYE");
        assertThat(referred.status()).isEqualTo(202);
        assertThat(referred.told()).containsExactly("SIP/2.0 100 Trying", "SIP/2.0 200 OK");
        assertThat(referred.isTerminated()).isTrue();
        assertThat(desk.isOver()).isTrue();
        assertThat(walking.ends()).isEqualTo(1);
        assertThat(documents.get(documents.size() - 1).header("Subscription-State"))
                .hasValueSatisfying(state -> assertThat(state).startsWith("terminated"));
        assertThat(carol.methods()).endsWith("NOTIFY", "BYE");
        assertThat(mobile.methods()).endsWith("BYE");
        assertThat(room.users().stream().map(it -> it.id().toString())).noneMatch(id -> id.contains("carol"));
        assertThat(bobs.isOver()).isFalse();
    }

    @Test
    @Requirement("PHONE-5.11-06")
    void whoIsNotThereCannotBeSentAway() {
        Referred referred = alices.refers(carol.uri + ";method=BYE");
        assertThat(referred.status()).isEqualTo(202);
        assertThat(referred.told()).containsExactly("SIP/2.0 100 Trying", "SIP/2.0 404 Not Found");
    }

    @Test
    @Requirement({"DM-4.6.5.5-03", "C3P-D7-04"})
    void whoSteersTheConferenceNeedsNoPermission() {
        assertThat(alices.refers(BOB + ";method=BYE").status()).isEqualTo(202);
        assertThat(bobs.isOver()).isTrue();
        assertThat(alices.refers(carol.uri).status()).isEqualTo(202);
        assertThat(carol.heard("INVITE")).hasSize(1);
    }

    @Test
    void whoSendsHimselfAwayIsStillToldThatItIsDone() {
        Referred referred = alices.refers(ALICE + ";method=BYE");
        assertThat(referred.told()).containsExactly("SIP/2.0 100 Trying", "SIP/2.0 200 OK");
        assertThat(alices.isOver()).isTrue();
    }

    @Test
    void whoHasReferredAndHungUpIsStillTold() {
        Referred referred = alices.refers(carol.uri);
        alices.hangsUp();
        carol.answers();
        assertThat(referred.told()).endsWith("SIP/2.0 200 OK");
        assertThat(presentCarols()).isEqualTo(1);
    }

    @Test
    void twoWhoReferToTheSameHaveHimCalledOnce() {
        Referred first = alices.refers(carol.uri);
        Referred second = alice.refers(alice.refer(room.uri, carol.uri));
        carol.answers();
        assertThat(carol.heard("INVITE")).hasSize(1);
        for (Referred referred : List.of(first, second)) {
            assertThat(referred.told()).endsWith("SIP/2.0 200 OK");
            assertThat(referred.isTerminated()).isTrue();
        }
    }

    @Test
    void whoIsReferredToAndDoesNotAnswerIsGivenUp() {
        Referred referred = alices.refers(carol.uri);
        house.pass(Duration.ofMinutes(3).plusSeconds(1));
        assertThat(referred.told()).endsWith("SIP/2.0 408 Request Timeout");
        assertThat(carol.ringing).isEmpty();
    }

    @Test
    @Requirement("PHONE-6-02")
    void whatTheReferrerWritesOfHimselfGivesHimNoRight() {
        SipHeaders forged =
                SipHeaders.NONE.and("Refer-To", "<" + carol.uri + ">").and("Referred-By", "<" + ALICE + ">");
        assertThat(bobs.refers(forged).status()).isEqualTo(403);

        // Whatever the From says, this house knows that everything comes from Bob.
        SipHouse proved = new SipHouse(Plan.STANDARD
                .chatting()
                .sip(settings -> settings.authentication((request, peer, key) ->
                        new Identified.As(new Signaller(SipUri.of(BOB), true, false), Optional.empty()))));
        Room other = Room.of(proved);
        Telephone phone = proved.telephone(ALICE);
        phone.calls(other.uri);
        Telephone target = proved.telephone(CAROL);
        SipRequest refer = phone.refer(other.uri, target.uri).with("Referred-By", "<" + ALICE + ">");
        assertThat(phone.refers(refer).status()).isEqualTo(403);
        assertThat(target.heard()).isEmpty();
        assertThat(carol.heard()).isEmpty();
    }

    @Test
    @Requirement("PHONE-5.13-02")
    void whatAllowNamesIsAnsweredAndNothingElse() {
        SipResponse told = alice.asks(alice.request("OPTIONS", room.uri));
        List<String> methods = List.of(
                "INVITE",
                "ACK",
                "CANCEL",
                "OPTIONS",
                "BYE",
                "REFER",
                "SUBSCRIBE",
                "NOTIFY",
                "INFO",
                "UPDATE",
                "MESSAGE");
        assertThat(alices.response().headers().list("Allow")).containsExactlyInAnyOrderElementsOf(methods);
        assertThat(told.headers().list("Allow")).containsAll(methods);
        for (String method : methods) {
            if (!method.equals("ACK") && !method.equals("CANCEL")) {
                assertThat(outside(method)).as(method).isNotEqualTo(405);
            }
        }
        for (String method : List.of("PUBLISH", "REGISTER", "PRACK")) {
            assertThat(outside(method)).as(method).isEqualTo(405);
        }
    }

    private int outside(String method) {
        SipRequest request = alice.request(method, room.uri);
        return alice.asks(method.equals("SUBSCRIBE") ? request.with("Event", "conference") : request)
                .status();
    }
}
