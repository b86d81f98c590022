package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.Roster.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SERVICE to a Focus Factory (MS-CONFPRO), and endorsements (MS-CONFBAS section 3.3), over SIP. */
class FactoryOverSipTest {

    private static final String FACTORY = ";gruu;opaque=app:conf:focusfactory";

    private final SipHouse house = SipHouse.open();
    private final Phone alice = house.phone(ALICE);
    private final Phone bob = house.phone(BOB);
    private final String conference = house.house.conference.toString();

    @AfterEach
    void nothingIsLeft() {
        house.house.provision(
                "<deleteConference><conferenceKeys msci:conference-id='" + House.ID + "'/></deleteConference>");
        house.nothingIsLeft();
    }

    private SipRequest service(Phone phone, String command) {
        String factory = phone.who + FACTORY;
        return phone.request("SERVICE", factory).with(house.command(phone.who, factory, "1", command));
    }

    private static String keys(String command) {
        return "<" + command + "><conferenceKeys msci:conference-id='" + House.ID + "'/></" + command + ">";
    }

    private static C3pResponse c3p(SipResponse response) {
        assertThat(response.body().contentType()).contains("application/cccp+xml");
        return House.response(response.body().bytes());
    }

    @Test
    @Requirement({"C3P-PRO1-01", "C3P-D4-22"})
    void everyOperationOfTheFactoryIsAnsweredInThe200() {
        String info = "<ci:conference-info entity=''><ci:conference-description><msci:conference-id>NEWONE00"
                + "</msci:conference-id></ci:conference-description></ci:conference-info>";
        String known = info.replace("NEWONE00", House.ID).replace("entity=''", "entity='" + conference + "'");
        for (String command : List.of(
                "<addConference>" + info + "</addConference>",
                "<getConferences/>",
                keys("getConference"),
                "<modifyConference>" + known + "</modifyConference>",
                "<getAvailableMcuTypes/>",
                "<getEncryptionKey/>",
                "<getConferencingCapabilities/>",
                keys("deleteConference"))) {
            SipResponse response = alice.ask(service(alice, command));
            assertThat(response.status()).as(command).isEqualTo(200);
            String name = command.replaceFirst("<(\\w+).*", "$1");
            assertThat(c3p(response).command()).as("%s", c3p(response)).isPresent();
            assertThat(c3p(response).command().orElseThrow().name()).isEqualTo(name);
        }
        SipRequest tagged = service(alice, "<getConferences/>");
        SipResponse within = alice.ask(tagged.with("To", tagged.header("To").orElseThrow() + ";tag=x"));
        assertThat(within.status()).isEqualTo(200);
        assertThat(c3p(within).code()).isEqualTo(C3pCode.SUCCESS);
    }

    @Test
    @Requirement({"C3P-2.2.3.19-01", "C3P-3.5.4.2.3.2-03"})
    void theFactoryKnowsWhatIsProvisionedAndNotWhoIsThere() {
        bob.join();
        SipResponse response = alice.ask(service(alice, keys("getConference")));
        Answer.OfConference info =
                (Answer.OfConference) c3p(response).command().orElseThrow().answer();
        assertThat(attribute(info.conferenceInfo(), "entity")).isEqualTo(conference);
        assertThat(new String(response.body().bytes(), StandardCharsets.UTF_8)).doesNotContain("bob");
        Line organizer = alice.join();
        organizer.info("3", "<getConference><conferenceKeys confEntity='" + conference + "'/></getConference>");
        assertThat(organizer.heard("INFO").get(0).body().text()).contains(BOB);
        for (String command : List.of("getConference", "deleteConference")) {
            C3pResponse unknown = c3p(alice.ask(service(alice, keys(command).replace(House.ID, "NONE0000"))));
            assertThat(unknown.code()).isEqualTo(C3pCode.FAILURE);
            assertThat(unknown.anyReason()).contains(Reason.CONFERENCE_DOESNT_EXIST);
        }
    }

    @Test
    void whatIsNoCommandToAFactoryIsToldSo() {
        assertThat(bob.ask(service(bob, keys("deleteConference"))).status()).isEqualTo(200);
        assertThat(house.house.parley.focus().find(house.house.conference))
                .as("it is Alice's")
                .isPresent();
        SipRequest unreadable = service(alice, "<addConference/>");
        SipResponse malformed = alice.ask(unreadable);
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(c3p(malformed).anyReason()).contains(Reason.REQUEST_MALFORMED);
        SipRequest plain = service(alice, "<getConferences/>");
        assertThat(alice.ask(new SipRequest("SERVICE", plain.uri(), plain.headers(), SipBody.NONE))
                        .status())
                .isEqualTo(400);
        assertThat(alice.ask(service(alice, "<getConferences/>").with(SipBody.of("text/plain", "hello")))
                        .status())
                .isEqualTo(415);
        assertThat(alice.ask(alice.request("SERVICE", conference)
                                .with(house.command(ALICE, conference, "1", "<getConferences/>")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Requirement("C3P-2.2.2.3-14")
    void aConferenceHasALobbyOrNone() {
        for (String mode : List.of("13", "14", "15")) {
            C3pResponse response = c3p(alice.ask(service(
                    alice,
                    "<addConference><ci:conference-info entity=''><ci:conference-description><msci:conference-id>MODE0000"
                            + mode + "</msci:conference-id><msci:server-mode>" + mode
                            + "</msci:server-mode></ci:conference-description></ci:conference-info></addConference>")));
            assertThat(response.code()).isEqualTo(mode.equals("15") ? C3pCode.FAILURE : C3pCode.SUCCESS);
        }
    }

    // Endorsement

    private String endorse(Line line, String fromTag, String toTag) {
        return "<endorseUser><conferenceKeys confEntity='" + conference + "'/><endorsee>" + line.phone.who
                + "</endorsee><dialog-id><call-id>" + line.callId() + "</call-id><from-tag>" + fromTag
                + "</from-tag><to-tag>" + toTag + "</to-tag></dialog-id></endorseUser>";
    }

    private SipRequest endorsing(Phone phone, String command) {
        return phone.invite().with(house.command(phone.who, conference, "1", command));
    }

    @Test
    @Requirement({"C3P-3.3-01", "C3P-D2-26", "C3P-2.2.1.2-05", "C3P-2.2.3.5-02", "C3P-2.2.4.2-05"})
    void whoIsEndorsedByTheOrganizerIsAPresenterAndTheEndorsingDialogEnds() {
        Line organizer = alice.join();
        Line watching = alice.line(alice.subscribe());
        Line call = bob.join();
        Line endorsing = alice.line(endorsing(alice, endorse(call, call.localTag(), call.remoteTag())));
        C3pResponse response = c3p(endorsing.accepted);
        assertThat(response.code()).isEqualTo(C3pCode.SUCCESS);
        Answer.OfEndorsement answer =
                (Answer.OfEndorsement) response.command().orElseThrow().answer();
        assertThat(answer.result()).contains("success");
        assertThat(answer.conferenceKeys().orElseThrow().confEntity()).contains(house.house.conference);
        assertThat(endorsing.methods()).containsExactly("BYE");
        assertThat(watching.roster().role(BOB)).isEqualTo("presenter");
        assertThat(attribute(watching.roster().user(BOB), "endorser")).isEqualTo(ALICE);

        Phone carol = house.phone(CAROL);
        Line third = carol.join();
        alice.line(endorsing(alice, endorse(third, third.remoteTag(), third.localTag())));
        assertThat(watching.roster().role(CAROL)).as("tags in the other order").isEqualTo("presenter");
        carol.line(endorsing(carol, endorse(call, call.localTag(), call.remoteTag())));
        assertThat(attribute(watching.roster().user(BOB), "endorser")).isEqualTo(CAROL);
        assertThat(attribute(watching.roster().user(BOB), "endorser-display-name"))
                .isEqualTo("Carol");
        String incomplete = endorse(call, "f", "t").replace("<from-tag>f</from-tag>", "");
        assertThat(alice.ask(endorsing(alice, incomplete)).status()).isEqualTo(400);
        assertThat(organizer.heard("BYE")).isEmpty();
    }

    @Test
    @Requirement({"C3P-D2-25", "C3P-2.2.3.6-01", "C3P-2.2.3.5-01"})
    void aDialogThatIsNotThereCannotBeEndorsed() {
        alice.join();
        Line watching = alice.line(alice.subscribe());
        Line call = bob.join();
        Phone carol = house.phone(CAROL);
        Line third = carol.join();
        Line gone = house.phone(CAROL).join();
        gone.bye();
        int known = watching.roster().documents().size();
        for (String command : List.of(
                endorse(call, call.localTag(), "wrong"),
                endorse(call, third.localTag(), third.remoteTag()),
                endorse(third, third.localTag(), third.remoteTag()).replace("<endorsee>" + CAROL, "<endorsee>" + BOB),
                endorse(gone, gone.localTag(), gone.remoteTag()))) {
            SipResponse refused = alice.ask(endorsing(alice, command));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate").orElseThrow()).startsWith("Digest realm=");
            C3pResponse response = c3p(refused);
            assertThat(response.code()).isEqualTo(C3pCode.FAILURE);
            assertThat(((Answer.OfEndorsement) response.command().orElseThrow().answer()).result())
                    .contains("otherFailure");
        }
        assertThat(watching.roster().documents()).hasSize(known);
        String phoneNumber = endorse(call, call.localTag(), call.remoteTag()).replace(BOB, "tel:+1");
        SipResponse malformed = alice.ask(endorsing(alice, phoneNumber));
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(c3p(malformed).anyReason()).contains(Reason.REQUEST_MALFORMED);
    }

    @Test
    @Requirement("C3P-3.3-02")
    void whoIsEndorsedComesOutOfTheLobby() {
        Line organizer = alice.join();
        organizer.info(
                "3",
                "<modifyConferenceLock><conferenceKeys confEntity='" + conference
                        + "'/><locked>true</locked></modifyConferenceLock>");
        Line call = bob.join();
        Line watching = bob.line(bob.subscribe());
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus on-hold");
        alice.line(endorsing(alice, endorse(call, call.localTag(), call.remoteTag())));
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus connected");
        assertThat(attribute(watching.roster().last(), "state")).isEqualTo("full");
        house.pass(Duration.ofSeconds(1));
    }
}
