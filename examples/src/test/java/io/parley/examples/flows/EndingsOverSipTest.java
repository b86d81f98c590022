package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Schema;
import io.parley.identity.SipUri;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How calls and their subscriptions end, in which order and with what words (MS-CONFBAS sections 3.8.5.1 and 4.4.3 to 4.4.8). */
class EndingsOverSipTest {

    private static final String REMOVED = "Participant Removed";
    private static final String DENIED = "Participant Denied";
    private static final String TERMINATED = "Conference Terminated - Organizer Ended Session";

    private final SipHouse house = SipHouse.open();
    private final Phone alice = house.phone(ALICE);
    private final Phone bob = house.phone(BOB);
    private final Line organizer = alice.join();

    private ConferenceKeys keys() {
        return ConferenceKeys.of(house.house.conference);
    }

    private DeleteUser eject(String user) {
        return new DeleteUser(
                new UserKeys(house.house.conference, SipUri.of(user)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SipRequest last(Line line) {
        List<SipRequest> heard = line.heard();
        return heard.get(heard.size() - 1);
    }

    /** The subscription has ended in that word before the call has in these, and nothing has followed. */
    private void ended(Phone phone, Line call, Line subscription, String word, int code, String text) {
        SipRequest notify = last(subscription);
        assertThat(notify.method()).isEqualTo("NOTIFY");
        assertThat(notify.header("Subscription-State")).contains("terminated;reason=" + word);
        assertThat(notify.header("ms-diagnostics-public")).contains(code + ";reason=\"" + text + "\"");
        assertThat(notify.body().isEmpty()).isTrue();
        SipRequest bye = last(call);
        assertThat(bye.method()).isEqualTo("BYE");
        assertThat(bye.header("Reason")).contains("SIP;cause=481;text=\"" + text + "\"");
        assertThat(bye.header("ms-diagnostics-public")).contains(code + ";reason=\"" + text + "\"");
        assertThat(bye.body().isEmpty()).isTrue();
        assertThat(phone.heard().indexOf(notify)).isLessThan(phone.heard().indexOf(bye));
        house.pass(Duration.ofSeconds(40));
        assertThat(subscription
                        .ask(subscription.request("SUBSCRIBE").with("Event", "conference"))
                        .status())
                .isEqualTo(481);
        assertThat(call.ask("INFO").status()).isEqualTo(481);
    }

    private void nothingIsLeft() {
        house.house.provision(
                "<deleteConference><conferenceKeys msci:conference-id='" + House.ID + "'/></deleteConference>");
        house.nothingIsLeft();
    }

    @Test
    @Requirement({
        "C3P-3.8.5.1-02",
        "C3P-3.8.5.1-05",
        "C3P-4.4.3-01",
        "C3P-4.4.3-02",
        "C3P-D3-11",
        "SUB-4.2.2-10",
        "SUB-4.4.1-01"
    })
    void whoIsEjectedHearsItOfHisSubscriptionAndThenOfHisCallOnEachEndpoint() {
        Line phone = bob.join();
        Line watching = bob.line(bob.subscribe());
        Phone other = house.phone(BOB);
        Line desk = other.join();
        Line within = other.line(other.subscribe());
        organizer.ask(eject(BOB));
        ended(bob, phone, watching, "ParticipantRemoved", 3118, REMOVED);
        ended(other, desk, within, "ParticipantRemoved", 3118, REMOVED);
        assertThat(organizer.heard("BYE")).isEmpty();
        nothingIsLeft();
    }

    @Test
    @Requirement({"C3P-3.8.5.1-03", "C3P-3.8.5.1-06", "C3P-4.4.8-01"})
    void whoIsDeniedHearsThat() {
        organizer.ask(new ModifyConferenceLock(keys(), true, Optional.empty()));
        Line call = bob.join();
        Line watching = bob.line(bob.subscribe());
        organizer.ask(new SetLobbyAccess(keys(), List.of(SipUri.of(BOB)), Access.DENIED));
        ended(bob, call, watching, "ParticipantDenied", 3119, DENIED);
        nothingIsLeft();
    }

    @Test
    @Requirement({"C3P-4.4.4-01", "C3P-4.4.4-03", "C3P-3.2.4.2-03"})
    void theEndOfTheConferenceEndsEveryCallAndItsSenderHasHisAnswerFirst() {
        Line his = alice.line(alice.subscribe());
        Line call = bob.join();
        Line watching = bob.line(bob.subscribe());
        Phone carol = house.phone(CAROL);
        Line third = carol.join();
        int known = alice.heard().size();
        organizer.ask(new DeleteConference(keys()));
        assertThat(alice.heard().subList(known, alice.heard().size()))
                .extracting(SipRequest::method)
                .containsExactly("INFO", "NOTIFY", "BYE");
        ended(bob, call, watching, "ConferenceTerminated", 3116, TERMINATED);
        ended(alice, organizer, his, "ConferenceTerminated", 3116, TERMINATED);
        assertThat(third.heard("BYE")).hasSize(1);
        nothingIsLeft();
    }

    @Test
    void whoEjectsHimselfHasHisAnswerFirst() {
        Line his = alice.line(alice.subscribe());
        int known = alice.heard().size();
        organizer.ask(eject(ALICE));
        assertThat(alice.heard().subList(known, alice.heard().size()))
                .extracting(SipRequest::method)
                .containsExactly("INFO", "NOTIFY", "BYE");
        ended(alice, organizer, his, "ParticipantRemoved", 3118, REMOVED);
        nothingIsLeft();
    }

    @Test
    void whoDoesNotTakeHisAnswerIsNotWaitedForForEver() {
        alice.answers(
                request -> request.method().equals("INFO") ? Optional.empty() : Optional.of(SipResponse.of(200, "OK")));
        assertThat(organizer.info("5", new DeleteConference(keys())).status()).isEqualTo(202);
        assertThat(organizer.methods()).containsExactly("INFO");
        house.pass(Duration.ofSeconds(5));
        assertThat(organizer.methods()).containsExactly("INFO", "BYE");
        house.pass(Duration.ofSeconds(40));
        nothingIsLeft();
    }

    @Test
    @Requirement("C3P-3.4.4.2-04")
    void whoLeavesIsToldTheEndOfHisSubscription() {
        Line call = bob.join();
        Line watching = bob.line(bob.subscribe());
        assertThat(call.bye().status()).isEqualTo(200);
        assertThat(last(watching).header("Subscription-State")).contains("terminated;reason=noresource");
        assertThat(call.heard("BYE")).isEmpty();
        organizer.bye();
        house.nothingIsLeft();
    }

    @Test
    @Requirement({"SUB-4.5.2-01", "SUB-4.5.2-03"})
    void aSubscriptionWithinTheCallEndsByItselfAndTheDialogWithBoth() {
        Line call = bob.join();
        assertThat(call.ask(call.request("SUBSCRIBE").with("Event", "conference"))
                        .status())
                .isEqualTo(200);
        assertThat(call.heard("NOTIFY")).hasSize(1);
        assertThat(call.ask(call.request("SUBSCRIBE")
                                .with("Event", "conference")
                                .with("Expires", "0"))
                        .status())
                .isEqualTo(200);
        assertThat(call.heard("BYE")).isEmpty();
        assertThat(call.ask("OPTIONS").status()).isEqualTo(200);

        call.ask(call.request("SUBSCRIBE").with("Event", "conference"));
        organizer.ask(eject(BOB));
        assertThat(call.methods()).endsWith("NOTIFY", "BYE");
        house.pass(Duration.ofSeconds(40));
        assertThat(call.ask("OPTIONS").status()).isEqualTo(481);
        organizer.bye();
        house.nothingIsLeft();
    }

    @Test
    @Requirement({"C3P-D1-05", "C3P-D1-07", "C3P-PRO3.3-01"})
    void whatCcmpAndTheFactoryEndEndsCalls() {
        Line call = bob.join();
        Line watching = bob.line(bob.subscribe());
        CcmpRequest delete = CcmpRequest.of(Message.USER, "xcon-userid:alice@example.com")
                .on(house.house.id.toString())
                .operation(Operation.DELETE)
                .info(Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:bob@example.com"));
        assertThat(house.house.parley.ccmp().handle(delete).code()).isEqualTo(ResponseCode.SUCCESS);
        house.moment();
        ended(bob, call, watching, "ParticipantRemoved", 3118, REMOVED);

        Phone carol = house.phone(CAROL);
        Line third = carol.join();
        CcmpRequest end = CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                .on(house.house.id.toString())
                .operation(Operation.DELETE);
        assertThat(house.house.parley.ccmp().handle(end).code()).isEqualTo(ResponseCode.SUCCESS);
        house.moment();
        assertThat(third.heard("BYE")).hasSize(1);
        assertThat(organizer.heard("BYE")).hasSize(1);
        assertThat(carol.ask(carol.invite()).status()).isEqualTo(404);
        house.nothingIsLeft();
    }
}
