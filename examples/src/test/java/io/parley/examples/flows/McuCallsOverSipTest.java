package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.partsOf;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.ConnectionInfo;
import io.parley.document.Element;
import io.parley.focus.McuType;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** MCUs that are called by SIP: by which URI (MS-CONFBAS sections 3.1.4.1.1 and 3.11), and what becomes of phones that know nothing else. */
class McuCallsOverSipTest {

    private static final SipBody OFFER = SipBody.of(
            "application/sdp",
            "v=0\r\no=- 0 0 IN IP4 10.0.1.1\r\ns=session\r\nc=IN IP4 10.0.1.1\r\nt=0 0\r\nm=message 5060 sip null\r\n");

    private SipHouse house = new SipHouse(Plan.STANDARD.chatting());

    @AfterEach
    void nothingIsLeft() {
        for (String id : List.of(House.ID, "SECOND00")) {
            house.house.provision(
                    "<deleteConference><conferenceKeys msci:conference-id='" + id + "'/></deleteConference>");
        }
        house.nothingIsLeft();
    }

    private String conference() {
        return house.house.conference.toString();
    }

    /** The URI that the roster gives for the MCU of messages. */
    private static String chat(Roster roster) {
        return Roster.at(roster.description(), "conf-uris").elements().stream()
                .filter(entry -> text(entry, "purpose").equals("chat"))
                .map(entry -> text(entry, "uri"))
                .findFirst()
                .orElseThrow();
    }

    private static SipRequest call(Phone phone, String uri) {
        return phone.request("INVITE", uri).with(OFFER);
    }

    private static SipRequest sentTo(String uri, SipRequest request) {
        return new SipRequest(request.method(), uri, request.headers(), request.body());
    }

    private static Line watch(Phone phone) {
        return phone.line(phone.subscribe());
    }

    private String dialIn(String who, String mcu) {
        return "<addUser mscp:mcuUri='" + mcu + "'><conferenceKeys confEntity='" + conference() + "'/><ci:user entity='"
                + who + "'><ci:endpoint entity='{in}'><ci:joining-method>dialed-in</ci:joining-method></ci:endpoint>"
                + "</ci:user></addUser>";
    }

    @Test
    @Requirement("C3P-3.1.4.1.1-01")
    void anInviteToTheMcuConferenceUriReachesTheMcu() {
        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = watch(alice);
        Phone bob = house.phone(BOB);
        bob.join();
        assertThat(chat(watching.roster())).isEqualTo(conference().replace(":focus:", ":chat:"));
        Line session = bob.line(call(bob, chat(watching.roster())));
        assertThat(session.accepted.body().text()).contains("m=message ");
        assertThat(watching.roster().endpoints(BOB)).containsExactly("chat connected", "focus connected");
        session.bye();
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus connected");
    }

    @Test
    @Requirement("C3P-3.1.4.1.1-02")
    void eachMcuConferenceUriLeadsToTheRoomOfItsOwnConference() {
        C3pResponse made = house.house.provision("<addConference><ci:conference-info entity=''>"
                + "<ci:conference-description><msci:conference-id>SECOND00</msci:conference-id>"
                + "</ci:conference-description></ci:conference-info></addConference>");
        assertThat(made.code()).isEqualTo(C3pCode.SUCCESS);
        String second = conference().replace(House.ID, "SECOND00");
        Phone alice = house.phone(ALICE);
        alice.join();
        alice.line(alice.invite(second, "presenter"));
        Phone bob = house.phone(BOB);
        bob.join();
        bob.line(bob.invite(second, "attendee"));
        Line one = watch(alice);
        Line two = alice.line(sentTo(second, alice.subscribe().with("To", "<" + second + ">")));
        bob.line(call(bob, chat(two.roster())));
        assertThat(two.roster().endpoints(BOB)).containsExactly("chat connected", "focus connected");
        assertThat(one.roster().endpoints(BOB)).containsExactly("focus connected");
        bob.line(call(bob, chat(one.roster())));
        assertThat(one.roster().endpoints(BOB)).containsExactly("chat connected", "focus connected");
    }

    @Test
    @Requirement({"C3P-2.2.3.18-03", "C3P-2.2.3.18-04"})
    void whoIsLetInIsToldTheUriOfTheRosterAndWhereRequestsForItGo() {
        Phone bob = house.phone(BOB);
        Line dialog = bob.join();
        Line watching = watch(bob);
        String chat = chat(watching.roster());
        assertThat(dialog.info("9", dialIn(BOB, chat)).status()).isEqualTo(202);
        Answer.OfUser answer = (Answer.OfUser)
                dialog.responses("9").get(0).command().orElseThrow().answer();
        ConnectionInfo info = answer.connectionInfo().orElseThrow();
        assertThat(info.conferenceUri().orElseThrow()).hasToString(chat);
        String server = info.serverUri().orElseThrow().toString();
        for (SipRequest invite :
                List.of(sentTo(server, call(bob, chat)), call(bob, chat).with("Route", "<" + server + ";lr>"))) {
            assertThat(watching.roster().endpoints(BOB)).containsExactly("focus connected");
            Line session = bob.line(invite);
            assertThat(watching.roster().endpoints(BOB)).containsExactly("chat connected", "focus connected");
            session.bye();
        }
    }

    @Test
    @Requirement("C3P-3.11-01")
    void anMcuThatHasNotBegunLetsNobodyIn() {
        house = new SipHouse(Plan.STANDARD.with(McuProfile.plain(McuType.CHAT)));
        house.house.mcus.script(McuType.CHAT).startAfter(Duration.ofSeconds(3));
        Phone bob = house.phone(BOB);
        Line dialog = bob.join();
        String chat = chat(watch(bob).roster());
        SipResponse early = dialog.info("8", dialIn(BOB, chat));
        assertThat(early.status()).isEqualTo(503);
        house.pass(Duration.ofSeconds(3));
        assertThat(dialog.info("9", dialIn(BOB, chat)).status()).isEqualTo(202);
        assertThat(dialog.responses("9")).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
    }

    @Test
    @Requirement("C3P-D7-02")
    void aDescriptionOfMediaIsAnsweredByTheMcuThatHasThem() {
        Phone bob = house.phone(BOB);
        SipResponse answer = bob.ask(call(bob, conference()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().contentType()).contains("application/sdp");
        assertThat(answer.body().text()).contains("m=message ");
        SipBody sound =
                SipBody.of("application/sdp", OFFER.text().replace("message 5060 sip null", "audio 4 RTP/AVP 0"));
        assertThat(bob.ask(call(bob, conference()).with(sound)).status()).isEqualTo(488);
        assertThat(house.focus.calls()).isEqualTo(1);
    }

    @Test
    @Requirement("C3P-D7-02")
    void whereNoMcuHasMediaADescriptionOfThemIs488() {
        house = new SipHouse(Plan.STANDARD.with(McuProfile.plain(McuType.CHAT)));
        Phone bob = house.phone(BOB);
        assertThat(bob.ask(call(bob, conference())).status()).isEqualTo(488);
        assertThat(house.focus.calls()).isZero();
    }

    @Test
    @Requirement("C3P-D7-06")
    void aPlainPhoneStandsInTheRosterAsAnybodyDoes() {
        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = watch(alice);
        Phone bob = house.phone(BOB);
        bob.line(call(bob, conference()));
        house.phone(CAROL).join();
        Roster roster = watching.roster();
        assertThat(roster.role(BOB)).isEqualTo("attendee");
        assertThat(roster.endpoints(BOB)).containsExactly("chat connected", "focus connected");
        Element phone = roster.endpoint(BOB, "focus");
        Element client = roster.endpoint(CAROL, "focus");
        assertThat(partsOf(phone)).isEqualTo(partsOf(client));
        assertThat(phone.attributes())
                .extracting(it -> it.name())
                .hasSameElementsAs(
                        client.attributes().stream().map(it -> it.name()).toList());
        assertThat(attribute(phone, "endpoint-uri")).isEqualTo(Line.uri(bob.contact()));
        assertThat(partsOf(roster.user(BOB)).stream().filter(part -> !part.equals("endpoint")))
                .isEqualTo(partsOf(roster.user(CAROL)).stream()
                        .filter(part -> !part.equals("endpoint"))
                        .toList());
    }
}
