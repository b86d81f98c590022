package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipMessage;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sidebars and those who phone (RFC 6504 section 7.4, RFC 5239 section 9.4): who hears of them, and how they end with their conference. */
class SidebarFlowsOverSipTest {

    private final SipHouse house = SipHouse.forPhones();
    private final Room room = Room.of(house);

    @AfterEach
    void nothingIsLeft() {
        house.pass(Duration.ofMinutes(1));
        house.nothingIsLeft();
    }

    private CcmpResponse ccmp(Message message, Operation operation, String who, String object, Optional<Element> info) {
        CcmpRequest request = CcmpRequest.of(message, who.replaceFirst("sip:", "xcon-userid:"))
                .on(object)
                .operation(operation);
        CcmpResponse response =
                house.house.parley.ccmp().handle(info.map(request::info).orElse(request));
        house.moment();
        return response;
    }

    private CcmpResponse done(CcmpResponse response) {
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        return response;
    }

    /** A sidebar by reference that Alice makes. */
    private String sidebar() {
        return done(ccmp(Message.SIDEBAR_BY_REF, Operation.CREATE, ALICE, room.id.toString(), Optional.empty()))
                .confObjId()
                .orElseThrow();
    }

    private static String uri(String sidebar) {
        return ConferenceUri.of(XconUri.of(sidebar)).toString();
    }

    // RFC 6504 section 7.4

    @Test
    @Requirement({"FLOW-7.4-03", "FLOW-7.4-04"})
    void section74BobIsToldOfTheSidebarInWhichHeIsCoachedAndTheCustomerCarolIsNot() {
        room.update(it -> it.title("Customer service").subject("Contract").keywords("contract"));
        Telephone bob = house.telephone(BOB);
        bob.calls(room.uri);
        List<SipMessage> toldBob = bob.watches(room.uri);
        Telephone carol = house.telephone(CAROL);
        carol.calls(room.uri);
        carol.watches(room.uri);
        room.user(
                Operation.DELETE,
                Conferences.user(XconUserId.of("alice", "example.com")).build());
        CopyPhone copy = new CopyPhone(house, CAROL, "10.0.3.1:5060", room.uri);
        assertThat(copy.subscribe(CopyPhone.DIFFS)).isEqualTo(200);

        String sidebar = sidebar();
        done(ccmp(
                Message.SIDEBAR_BY_REF,
                Operation.UPDATE,
                ALICE,
                sidebar,
                Optional.of(Conferences.changes(XconUri.of(sidebar))
                        .title("Coaching sidebar Alice and Bob")
                        .user(Conferences.user(XconUserId.of("bob", "example.com")))
                        .allow("xcon-userid:alice@example.com", "dial-in")
                        .allow("xcon-userid:bob@example.com", "dial-out")
                        .build())));
        house.moment();

        assertThat(toldBob.get(toldBob.size() - 1).body().text()).contains("sidebars-by-ref", uri(sidebar));
        List<String> knownToCarol = new ArrayList<>();
        carol.heard().forEach(it -> knownToCarol.add(it.headers() + it.body().text()));
        copy.heard().forEach(it -> knownToCarol.add(it.headers() + it.body().text()));
        for (Message message : List.of(Message.CONF, Message.USERS, Message.SIDEBARS_BY_REF, Message.SIDEBARS_BY_VAL)) {
            Operation operation = Operation.RETRIEVE;
            CcmpRequest request =
                    CcmpRequest.of(message, "xcon-userid:carol@example.com").on(room.id.toString());
            boolean isList = message == Message.SIDEBARS_BY_REF || message == Message.SIDEBARS_BY_VAL;
            knownToCarol.add(done(house.house.parley.ccmp().handle(isList ? request : request.operation(operation)))
                    .body()
                    .toString());
        }
        assertThat(knownToCarol)
                .hasSizeGreaterThan(5)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainIgnoringCase("alice")
                        .doesNotContain(sidebar, uri(sidebar))
                        .doesNotContain("sidebars-by-ref"));
        done(ccmp(Message.SIDEBAR_BY_REF, Operation.DELETE, ALICE, sidebar, Optional.empty()));
        room.deleted();
    }

    // RFC 5239 section 9.4

    @Test
    @Requirement({"XF-9.4-03", "XF-9.4-04"})
    void theSidebarsOfAConferenceEndBeforeIt() {
        Phone alice = house.phone(ALICE);
        Line organizer = alice.line(alice.invite(room.uri, "presenter"));
        String sidebar = sidebar();
        Phone bob = house.phone(BOB);
        Line main = bob.line(bob.invite(room.uri, "attendee"));
        Line aside = bob.line(bob.invite(uri(sidebar), "attendee"));
        Line watching = bob.line(bob.request("SUBSCRIBE", uri(sidebar))
                .with("Event", "conference")
                .with("Expires", "3600"));
        assertThat(active(sidebar)).isTrue();
        assertThat(ccmp(Message.CONF, Operation.DELETE, ALICE, room.id.toString(), Optional.empty())
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);

        assertThat(organizer
                        .ask(new DeleteConference(ConferenceKeys.of(SipUri.of(room.uri))))
                        .code())
                .isEqualTo(C3pCode.SUCCESS);
        house.moment();

        assertThat(active(sidebar)).isFalse();
        assertThat(house.house
                        .parley
                        .focus()
                        .find(SipUri.of(uri(sidebar)))
                        .orElseThrow()
                        .attendance()
                        .size())
                .isZero();
        assertThat(room.info().isActive()).isFalse();
        List<String> ends = bob.heard().stream()
                .filter(it -> it.method().equals("BYE")
                        || it.header("Subscription-State").orElse("").startsWith("terminated"))
                .map(it -> it.method() + " " + it.header("Call-ID").orElseThrow())
                .toList();
        assertThat(ends).hasSize(3).endsWith("BYE " + main.callId());
        assertThat(ends).contains("BYE " + aside.callId(), "NOTIFY " + watching.callId());
    }

    private boolean active(String sidebar) {
        return new ConferenceInfo(
                        done(ccmp(Message.SIDEBAR_BY_REF, Operation.RETRIEVE, ALICE, sidebar, Optional.empty()))
                                .body()
                                .info()
                                .orElseThrow())
                .isActive();
    }
}
