package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.House.EVE;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.text;
import static io.parley.examples.flows.SipHouse.addUser;
import static io.parley.examples.flows.SipHouse.roles;
import static io.parley.examples.flows.SipHouse.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.document.Element;
import io.parley.identity.SipUri;
import io.parley.sip.authentication.AssertedIdentity;
import io.parley.sip.authentication.Authentication;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** INVITE to a conference, by the checks of MS-CONFBAS section 3.2.4.2 and their order; and who gets in. */
@Requirement({"C3P-2.2.3.2.1-01", "C3P-2.2.3.2.1-03", "C3P-D4-23", "C3P-D4-24", "C3P-D4-25"})
class JoiningOverSipTest {

    private static final String NOBODY = "sip:alice@example.com;gruu;opaque=app:conf:focus:id:NONE0000";

    private SipHouse house = SipHouse.open();
    private Phone bob = house.phone(BOB);

    private void in(Plan plan) {
        house = new SipHouse(plan);
        bob = house.phone(BOB);
    }

    private String conference() {
        return house.house.conference.toString();
    }

    private static Plan described(String description) {
        return Plan.STANDARD.describedBy(description);
    }

    @AfterEach
    void nothingIsLeftWhenEverybodyHasGone() {
        house.house
                .parley
                .focus()
                .find(house.house.conference)
                .ifPresent(it -> house.house.provision("<deleteConference><conferenceKeys msci:conference-id='"
                        + House.ID + "'/></deleteConference>"));
        house.nothingIsLeft();
    }

    private static C3pResponse c3p(SipResponse response) {
        assertThat(response.body().contentType()).contains("application/cccp+xml");
        return House.response(response.body().bytes());
    }

    /** It is refused with that code and, in C3P, for that reason; and nothing has changed. */
    private void refused(SipResponse response, int status, Reason reason) {
        assertThat(response.status()).as("%s", response.headers()).isEqualTo(status);
        C3pResponse body = c3p(response);
        assertThat(body.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(body.anyReason()).contains(reason);
        assertThat(body.requestId()).isEqualTo("1");
        assertThat(house.focus.calls()).isZero();
        assertThat(attendance()).isZero();
    }

    private int attendance() {
        return house.house
                .parley
                .focus()
                .find(house.house.conference)
                .orElseThrow()
                .attendance()
                .size();
    }

    private SipResponse invite(SipBody body) {
        return bob.ask(bob.invite().with(body));
    }

    private SipResponse invite(String command) {
        return invite(house.command(BOB, conference(), "1", command));
    }

    private void malformed(String command) {
        refused(invite(command), 400, Reason.REQUEST_MALFORMED);
    }

    private static String endpoint(String entity) {
        return "<ci:endpoint entity='" + entity + "'/>";
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    @Requirement({
        "C3P-2.2.1.2-05",
        "C3P-2.2.1.2-06",
        "C3P-2.2.1.4-01",
        "C3P-D2-17",
        "C3P-D2-19",
        "C3P-2.2.3.4-03",
        "C3P-D1-03"
    })
    void whoJoinsIsToldHisRoleAndWhereTheFocusIs(Transport transport) {
        Phone phone = house.phone(BOB, "{b}", transport);
        Line line = phone.line(phone.invite(conference(), "presenter"));
        SipResponse ok = line.accepted;
        assertThat(ok.header("Contact").orElseThrow()).contains(";isfocus").contains("opaque=app:conf:focus:id:");
        C3pResponse response = c3p(ok);
        assertThat(response.code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(response.command().orElseThrow().name()).isEqualTo("addUser");
        assertThat(response.requestId()).isEqualTo("1");
        assertThat(response.from()).isEqualTo(house.house.conference);
        assertThat(response.to()).isEqualTo(SipUri.of(BOB));
        Answer.OfUser granted = (Answer.OfUser) response.command().orElseThrow().answer();
        assertThat(granted.conferenceKeys().orElseThrow().confEntity()).contains(house.house.conference);
        assertThat(granted.user().orElseThrow().roles()).containsExactly("attendee");
        assertThat(granted.user().orElseThrow().endpoints()).isEmpty();
        assertThat(house.focus.calls()).isEqualTo(1);

        SipResponse bye = line.bye();
        assertThat(bye.status()).isEqualTo(200);
        assertThat(bye.body().isEmpty()).isTrue();
        assertThat(attendance()).isZero();
        Line again = phone.join();
        house.house.provision(
                "<deleteConference><conferenceKeys msci:conference-id='" + House.ID + "'/></deleteConference>");
        house.moment();
        assertThat(again.heard("BYE")).hasSize(1).allMatch(it -> it.body().isEmpty());
    }

    @Test
    @Requirement({"C3P-D2-18", "C3P-2.2.1.1-04", "SUB-4.4.4-02"})
    void theAnswerSaysWhatElseWorksAndHeadersThatNobodyKnowsChangeNothing() {
        Line line = bob.line(bob.invite().with("X-Unknown", "x").with("ms-foo", "y"));
        List<String> allow = line.accepted.headers().list("Allow");
        assertThat(allow).contains("INVITE", "ACK", "BYE", "CANCEL", "UPDATE", "INFO");
        for (String method : allow) {
            if (!List.of("INVITE", "ACK", "BYE", "CANCEL").contains(method)) {
                assertThat(line.ask(method).status()).as(method).isNotEqualTo(405);
            }
        }
        assertThat(line.accepted.headers().list("Allow-Events")).containsExactly("conference");
    }

    @Test
    @Requirement("C3P-CM2.2.1-01")
    void whoWantsToKeepTheConnectionOpenIsToldHow() {
        Line line = bob.line(bob.invite().with("ms-keep-alive", "UAC;hop-hop=yes"));
        String told = "UAS;tcp=no;hop-hop=yes;end-end=no;timeout=300";
        assertThat(line.accepted.header("ms-keep-alive")).contains(told);
        Line watching = bob.line(bob.subscribe().with("ms-keep-alive", "UAC;hop-hop=yes"));
        assertThat(watching.accepted.header("ms-keep-alive")).contains(told);
        assertThat(house.phone(CAROL).join().accepted.header("ms-keep-alive")).isEmpty();
    }

    @Test
    @Requirement({"C3P-2.2.1.2-07", "TIMER-12.3-01"})
    void anExtensionThatIsRequiredIsKnownOrRefused() {
        assertThat(bob.ask(bob.invite().with("Require", "timer")).status()).isEqualTo(200);
        SipResponse refused = bob.ask(bob.invite().with("Require", "x-none"));
        assertThat(refused.status()).isEqualTo(420);
        assertThat(refused.header("Unsupported")).contains("x-none");
    }

    // The checks

    @Test
    @Requirement({"C3P-D2-02", "SUB-6.2-01"})
    void aConferenceThatIsNotThereIs404() {
        SipResponse response = bob.ask(bob.invite(NOBODY, "attendee"));
        refused(response, 404, Reason.CONFERENCE_DOESNT_EXIST);
        SipResponse endorsing = bob.ask(bob.invite(NOBODY, "attendee")
                .with(house.command(
                        BOB,
                        NOBODY,
                        "1",
                        "<endorseUser><conferenceKeys confEntity='" + NOBODY + "'/><endorsee>" + CAROL
                                + "</endorsee><dialog-id><call-id>c</call-id><from-tag>f</from-tag><to-tag>t</to-tag>"
                                + "</dialog-id></endorseUser>")));
        assertThat(endorsing.status()).isEqualTo(404);
        assertThat(bob.ask(bob.invite(NOBODY, "attendee").with(SipBody.NONE)).status())
                .isEqualTo(404);
        SipRequest subscribe = bob.request("SUBSCRIBE", NOBODY).with("Event", "conference");
        assertThat(bob.ask(subscribe).status()).isEqualTo(404);
        Phone carol = house.phone(CAROL);
        assertThat(carol.ask(carol.subscribe()).status()).isEqualTo(403);
    }

    @Test
    @Requirement({"C3P-D2-03", "C3P-D2-04", "C3P-2.2.1.1-03"})
    void whatCannotBeReadIs400AndAnsweredByC3pWhereTheRequestIdCanBeRead() {
        assertThat(invite(SipBody.NONE).status()).isEqualTo(400);
        assertThat(invite(SipBody.of("text/plain", "hello")).status()).isEqualTo(400);
        SipResponse notXml = invite(Phone.xml("hello"));
        assertThat(notXml.status()).isEqualTo(400);
        assertThat(notXml.body().isEmpty()).isTrue();
        malformed("<addUser/>");
        malformed(addUser(conference(), user(BOB, roles("attendee") + endpoint("{b}")))
                + "<deleteConference><conferenceKeys confEntity='" + conference() + "'/></deleteConference>");
        SipResponse seven = invite(house.command(BOB, conference(), "7", "<addUser/>"));
        assertThat(c3p(seven).requestId()).isEqualTo("7");
        malformed("<deleteConference><conferenceKeys confEntity='" + conference() + "'/></deleteConference>");
    }

    @Test
    void aDescriptionOfMediaIs488SinceTheFocusHasNone() {
        assertThat(invite(SipBody.of("application/sdp", "v=0")).status()).isEqualTo(488);
    }

    @Test
    @Requirement("C3P-2.2.3.3-01")
    void confEntityIsTheConferenceThatIsCalled() {
        malformed(addUser(NOBODY, user(BOB, roles("attendee") + endpoint("{b}"))));
    }

    @Test
    @Requirement("C3P-2.2.3.3-02")
    void addUserHasOneUser() {
        malformed(addUser(conference(), ""));
        malformed(addUser(
                conference(),
                user(BOB, roles("attendee") + endpoint("{b}")) + user(CAROL, roles("attendee") + endpoint("{c}"))));
    }

    @Test
    @Requirement("C3P-2.2.3.3-03")
    void theUserIsTheSender() {
        malformed(addUser(conference(), user(CAROL, roles("attendee") + endpoint("{b}"))));
        malformed(addUser(conference(), user("tel:+1", roles("attendee") + endpoint("{b}"))));
    }

    @Test
    @Requirement({"C3P-2.2.3.3-04", "C3P-2.2.3.3-05", "C3P-2.2.3.3-07", "C3P-2.2.3.3-08"})
    void theUserHasOneRoleThatIsKnownAndOneEndpointThatHasAName() {
        malformed(addUser(conference(), user(BOB, endpoint("{b}"))));
        malformed(addUser(conference(), user(BOB, roles("attendee") + roles("attendee") + endpoint("{b}"))));
        malformed(addUser(conference(), user(BOB, roles("chair") + endpoint("{b}"))));
        malformed(addUser(conference(), user(BOB, roles("attendee"))));
        malformed(addUser(conference(), user(BOB, roles("attendee") + endpoint("{b}") + endpoint("{c}"))));
        malformed(addUser(conference(), user(BOB, roles("attendee") + "<ci:endpoint/>")));
    }

    @Test
    void fromAndToOfTheDocumentAreThoseOfTheInvite() {
        String command = house.addUser(BOB, conference(), "{b}", "attendee");
        refused(invite(house.command(CAROL, conference(), "1", command)), 400, Reason.REQUEST_MALFORMED);
        refused(invite(house.command(BOB, NOBODY, "1", command)), 400, Reason.REQUEST_MALFORMED);
    }

    @Test
    @Requirement({"C3P-3.2.4.2-01", "C3P-SAE-01", "C3P-4.2.1-04"})
    void whoJoinsForAnotherHasToSayItTwiceAndToBeAllowed() {
        in(Plan.STANDARD.sip(settings -> settings.delegation(
                (delegate, principal) -> delegate.equals(SipUri.of(BOB)) && principal.equals(SipUri.of(CAROL)))));
        String forCarol = addUser(
                conference(),
                user(
                        BOB,
                        roles("attendee") + "<ci:endpoint entity='{b}'><cis:separator/><msci:session-on-behalf-of>"
                                + "<msci:entity>" + CAROL
                                + "</msci:entity></msci:session-on-behalf-of></ci:endpoint>"));
        SipRequest invite = bob.invite().with(house.command(BOB, conference(), "1", forCarol));
        refused(bob.ask(invite), 403, Reason.UNAUTHORIZED);
        String header = "p-session-on-behalf-of";
        refused(bob.ask(fresh(invite).with(header, "<" + DAVE + ">")), 403, Reason.UNAUTHORIZED);
        refused(bob.ask(bob.invite().with(header, "<" + DAVE + ">")), 403, Reason.UNAUTHORIZED);

        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        assertThat(bob.ask(fresh(invite).with(header, "<" + CAROL + ">")).status())
                .isEqualTo(200);
        List<List<Element>> groups = new C3pEndpoint(watching.roster().endpoint(BOB, "focus")).groups();
        assertThat(text(watching.roster().endpoint(BOB, "focus"), "session-on-behalf-of", "entity"))
                .isEqualTo(CAROL);
        assertThat(groups.get(0)).extracting(it -> it.name().local()).doesNotContain("session-on-behalf-of");
    }

    private SipRequest fresh(SipRequest invite) {
        return bob.invite().with(invite.body());
    }

    @Test
    void nobodyJoinsForAnotherWhereNobodyMay() {
        refused(bob.ask(bob.invite().with("p-session-on-behalf-of", "<" + CAROL + ">")), 403, Reason.UNAUTHORIZED);
    }

    @Test
    @Requirement("C3P-D2-10")
    void aJoinBeyondTheLimitIs603UntilSomebodyLeaves() {
        in(Plan.STANDARD.focus(settings -> settings.withParticipants(2)));
        house.phone(ALICE).join();
        Line first = bob.join();
        Phone carol = house.phone(CAROL);
        SipResponse full = carol.ask(carol.invite());
        assertThat(full.status()).isEqualTo(603);
        assertThat(c3p(full).anyReason()).contains(Reason.OTHER_FAILURE);
        assertThat(house.focus.calls()).isEqualTo(2);
        first.bye();
        assertThat(carol.ask(carol.invite()).status()).isEqualTo(200);
    }

    @Test
    @Requirement("C3P-D2-01")
    void theEarlierCheckAnswersWhoBreaksTwo() {
        in(Plan.STANDARD.focus(settings -> settings.withParticipants(0)));
        long version = version();
        assertThat(bob.ask(bob.invite(NOBODY, "chair")).status())
                .as("no conference, no such role")
                .isEqualTo(404);
        refused(
                bob.ask(bob.invite(conference(), "chair").with("p-session-on-behalf-of", "<" + CAROL + ">")),
                400,
                Reason.REQUEST_MALFORMED);
        refused(bob.ask(bob.invite().with("p-session-on-behalf-of", "<" + CAROL + ">")), 403, Reason.UNAUTHORIZED);
        refused(bob.ask(bob.invite()), 603, Reason.OTHER_FAILURE);
        assertThat(version()).isEqualTo(version);
    }

    private long version() {
        return house.house
                .parley
                .focus()
                .find(house.house.conference)
                .orElseThrow()
                .version()
                .value();
    }

    @Test
    @Requirement("C3P-D2-23")
    void whoCancelsInTimeLeavesNoTrace() {
        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        house.hold();
        List<SipResponse> responses = new ArrayList<>();
        ClientTransaction transaction = bob.begin(bob.invite(), responses);
        house.pass(Duration.ofMillis(10));
        transaction.cancel();
        house.pass(Duration.ofMillis(10));
        house.release();
        house.moment();
        assertThat(responses).extracting(SipResponse::status).containsExactly(100, 487);
        assertThat(watching.roster().users()).containsExactly(ALICE);
        assertThat(watching.roster().documents()).as("nobody saw him").hasSize(1);
        assertThat(house.focus.calls()).isEqualTo(1);
    }

    // Who gets in

    @Test
    @Requirement({"C3P-D2-06", "C3P-D2-09", "C3P-PRO3.1-04"})
    void aClosedConferenceAdmitsWhoIsInvitedAndKeepsOthersInTheLobby() {
        in(described("<msci:admission-policy>closedAuthenticated</msci:admission-policy>")
                .with("<ci:users><ci:user entity='" + CAROL + "'>" + roles("presenter") + "</ci:user><ci:user entity='"
                        + DAVE + "'>" + roles("attendee") + "</ci:user></ci:users>"));
        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        house.phone(CAROL).join();
        house.phone(DAVE).join();
        bob.join();
        assertThat(watching.roster().endpoints(CAROL)).containsExactly("focus connected");
        assertThat(watching.roster().role(CAROL)).isEqualTo("presenter");
        assertThat(watching.roster().endpoints(DAVE)).containsExactly("focus connected");
        assertThat(watching.roster().role(DAVE)).isEqualTo("attendee");
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus on-hold");

        in(described("<msci:admission-policy>closedAuthenticated</msci:admission-policy>"
                + "<msci:server-mode>13</msci:server-mode>"));
        refused(bob.ask(bob.invite()), 403, Reason.UNAUTHORIZED);
    }

    @Test
    @Requirement({"C3P-D2-07", "C3P-2.2.2.3-06", "C3P-2.2.2.3-08", "C3P-2.2.2.3-02"})
    void anOpenConferenceAdmitsWhoIsAuthenticated() {
        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        assertThat(text(watching.roster().description(), "admission-policy")).isIn("openAuthenticated", "");
        assertThat(text(watching.roster().description(), "autopromote")).isIn("0", "");
        bob.line(bob.invite(conference(), "presenter"));
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus connected");
        assertThat(watching.roster().role(BOB)).isEqualTo("attendee");
        Phone eve = house.phone(EVE);
        eve.join();
        assertThat(watching.roster().endpoints(EVE)).containsExactly("focus on-hold");
        Phone nobody = house.phone("sip:x@anonymous.invalid");
        assertThat(nobody.ask(nobody.invite()).status()).isEqualTo(403);
    }

    @Test
    @Requirement("C3P-2.2.2.3-07")
    void withoutALobbyFederatedUsersAreAuthenticated() {
        in(described("<msci:server-mode>13</msci:server-mode>"));
        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        house.phone(EVE).join();
        assertThat(watching.roster().endpoints(EVE)).containsExactly("focus connected");
    }

    @Test
    @Requirement({"C3P-D2-08", "C3P-D2-14", "C3P-3.2.4.1.2-01"})
    void anAnonymousConferenceThatPromotesEveryoneDoes() {
        in(described("<msci:admission-policy>anonymous</msci:admission-policy>"
                + "<msci:autopromote>2147483648</msci:autopromote>"));
        Phone nobody = house.phone("sip:x@anonymous.invalid");
        Line line = nobody.join();
        Phone eve = house.phone(EVE);
        Line federated = eve.join();
        Line watching = nobody.line(nobody.subscribe());
        assertThat(watching.roster().role("sip:x@anonymous.invalid")).isEqualTo("presenter");
        assertThat(watching.roster().role(EVE)).isEqualTo("presenter");
        assertThat(watching.roster().endpoints(EVE)).containsExactly("focus connected");
        assertThat(federated.accepted.body().text()).contains("presenter");
        String lock = "<modifyConferenceLock><conferenceKeys confEntity='" + conference()
                + "'/><locked>true</locked></modifyConferenceLock>";
        assertThat(line.info("8", lock).status()).isEqualTo(202);
        assertThat(line.responses("8")).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
    }

    @Test
    @Requirement("C3P-D2-15")
    void thoseOfTheCompanyArePromotedIfThatIsWanted() {
        in(described("<msci:admission-policy>anonymous</msci:admission-policy>"
                + "<msci:autopromote>32768</msci:autopromote>"));
        assertThat(bob.join().accepted.body().text()).contains("presenter");
        assertThat(house.phone(EVE).join().accepted.body().text()).contains("attendee");
        assertThat(house.phone("sip:x@anonymous.invalid").join().accepted.body().text())
                .contains("attendee");
    }

    @Test
    @Requirement({"C3P-D2-11", "C3P-2.2.2.3-15", "C3P-3.8.5.1-06"})
    void aLockedConferenceWithoutLobbyReleasesWhoIsNotLetIn() {
        in(described("<msci:server-mode>13</msci:server-mode>")
                .with("<ci:users><ci:user entity='" + CAROL + "'>" + roles("presenter") + "</ci:user></ci:users>"));
        Phone alice = house.phone(ALICE);
        Line line = alice.join();
        Line watching = alice.line(alice.subscribe());
        line.info(
                "8",
                "<modifyConferenceLock><conferenceKeys confEntity='" + conference()
                        + "'/><locked>true</locked></modifyConferenceLock>");
        house.phone(CAROL).join();
        house.phone(ALICE).join();
        Line held = bob.join();
        Line lobby = bob.line(bob.subscribe());
        assertThat(watching.roster().endpoints(CAROL)).containsExactly("focus connected");
        assertThat(watching.roster().endpoints(ALICE)).containsExactly("focus connected", "focus connected");
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus on-hold");
        assertThat(text(lobby.roster().description(), "lobby-capable")).isNotEqualTo("true");
        house.pass(Duration.ofSeconds(30));
        assertThat(held.heard("BYE")).hasSize(1);
        assertThat(held.heard("BYE").get(0).header("Reason")).contains("SIP;cause=481;text=\"Participant Denied\"");
        assertThat(watching.roster().users()).doesNotContain(BOB);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement("C3P-D2-12")
    void whoCallsByTelephoneBypassesTheLobbyWhereThatIsSaid(boolean bypass) {
        in(described("<msci:pstn-lobby-bypass>" + bypass + "</msci:pstn-lobby-bypass>")
                .sip(settings -> settings.authentication(new AssertedIdentity(
                        Set.of(InMemoryNetwork.socket("10.0.1.3:5060").getAddress()), Authentication.OFF))));
        Phone alice = house.phone(ALICE);
        Line line = alice.join();
        line.info(
                "8",
                "<modifyConferenceLock><conferenceKeys confEntity='" + conference()
                        + "'/><locked>true</locked></modifyConferenceLock>");
        Line watching = alice.line(alice.subscribe());
        Phone gateway = house.phone("sip:+15550100@gateway.example.com");
        gateway.line(gateway.invite().with("P-Asserted-Identity", "<tel:+15550100>"));
        bob.join();
        assertThat(watching.roster().endpoints("tel:+15550100"))
                .containsExactly(bypass ? "focus connected" : "focus on-hold");
        assertThat(watching.roster().endpoints(BOB)).as("no telephone").containsExactly("focus on-hold");
    }

    @Test
    void theNameShownIsThatOfTheRequestOrOfTheDirectory() {
        Phone alice = house.phone(ALICE);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        String named = "<ci:display-text>Bob of Sales</ci:display-text>" + roles("attendee") + endpoint("{b}");
        bob.line(bob.invite().with(house.command(BOB, conference(), "1", addUser(conference(), user(BOB, named)))));
        house.phone(CAROL).join();
        assertThat(text(watching.roster().user(BOB), "display-text")).isEqualTo("Bob of Sales");
        assertThat(text(watching.roster().user(CAROL), "display-text"))
                .as("as the directory says")
                .isEqualTo("Carol");
    }

    @Test
    void whoseFromIsATelephoneNumberIsToldThatAUserHasASipUri() {
        String number = "tel:+15550100";
        Phone gateway = house.phone(number);
        SipResponse refused = gateway.ask(gateway.invite().with("Contact", "<sip:gateway@10.0.1.9>"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(c3p(refused).anyReason()).contains(Reason.REQUEST_MALFORMED);
    }

    @Test
    @Requirement({"C3P-3.2.5.2.2-01", "C3P-3.2.5.2.2-02"})
    void severalEndpointsOfOneUserLiveSideBySide() {
        Line phone = bob.join();
        Phone other = house.phone(BOB);
        Line desk = other.join();
        Line watching = other.line(other.subscribe());
        assertThat(watching.roster().endpoints(BOB)).hasSize(2);
        phone.bye();
        assertThat(watching.roster().endpoints(BOB)).hasSize(1);
        assertThat(attribute(watching.roster().endpoint(BOB, "focus"), "entity"))
                .isEqualTo(other.device);
        assertThat(desk.heard("BYE")).isEmpty();
        assertThat(desk.ask("OPTIONS").status()).isEqualTo(200);
        assertThat(watching.heard())
                .noneMatch(it -> it.header("Subscription-State").orElse("").startsWith("terminated"));
    }

    @Test
    @Requirement({"C3P-2.2.2.6-02", "C3P-2.2.2.6-03", "C3P-2.2.4.2.1-02"})
    void whatTellsADeviceApartIsShownToWatchers() {
        SipRequest invite = bob.invite();
        bob.line(
                invite.with("From", invite.header("From").orElseThrow() + ";epid=732A323248")
                        .with("Contact", bob.contact() + ";+sip.instance=\"<urn:uuid:0a>\"")
                        .with(
                                house.command(
                                        BOB,
                                        conference(),
                                        "1",
                                        addUser(
                                                conference(),
                                                user(
                                                        BOB,
                                                        roles("attendee")
                                                                + "<ci:endpoint entity='{b}' msci:endpoint-uri='sip:other@example.com'/>")))));
        Phone carol = house.phone(CAROL);
        carol.join();
        Line watching = carol.line(carol.subscribe());
        assertThat(attribute(watching.roster().endpoint(BOB, "focus"), "epid")).isEqualTo("732A323248");
        assertThat(attribute(watching.roster().endpoint(BOB, "focus"), "sip-instance"))
                .contains("urn:uuid:0a");
        assertThat(attribute(watching.roster().endpoint(CAROL, "focus"), "epid"))
                .isEmpty();
        assertThat(attribute(watching.roster().endpoint(BOB, "focus"), "endpoint-uri"))
                .isEqualTo(Line.uri(bob.contact()));
    }

    @Test
    @Requirement("C3P-I-05")
    void phonesThatCallTheirDocumentsOtherwiseAreAnsweredLikewise() {
        Phone phone = house.phone(ALICE);
        SipBody body = house.command(ALICE, conference(), "1", house.addUser(ALICE, conference(), "{y}", "presenter"));
        Line line = phone.line(phone.invite().with(SipBody.of("application/conference-ctrl+xml", body.bytes())));
        assertThat(line.accepted.body().contentType()).contains("application/conference-ctrl+xml");
        SipBody lock = house.command(
                ALICE,
                conference(),
                "2",
                "<modifyConferenceLock><conferenceKeys confEntity='" + conference()
                        + "'/><locked>true</locked></modifyConferenceLock>");
        assertThat(line.info(SipBody.of("application/conference-ctrl+xml", lock.bytes()))
                        .status())
                .isEqualTo(202);
        SipRequest answer = line.heard("INFO").get(0);
        assertThat(answer.body().contentType()).contains("application/conference-ctrl+xml");
        assertThat(House.response(answer.body().bytes()).code()).isEqualTo(C3pCode.SUCCESS);
        SipResponse refused = line.info(SipBody.of("application/conference-ctrl+xml", "no"));
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    @Requirement("SUB-4.4.4-03")
    void optionsTellWhatAConferenceKnows() {
        SipResponse known = bob.ask(bob.request("OPTIONS", conference()));
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.headers().list("Allow-Events")).containsExactly("conference");
        assertThat(known.headers().list("Accept"))
                .containsExactly("application/cccp+xml", "application/conference-ctrl+xml");
        assertThat(known.header("Contact").orElseThrow()).endsWith(";isfocus");
        assertThat(bob.ask(bob.request("OPTIONS", NOBODY)).status()).isEqualTo(404);
        assertThat(bob.ask(bob.request("OPTIONS", "sip:example.com")).status()).isEqualTo(200);
        SipResponse unknown = bob.ask(bob.request("PUBLISH", conference()));
        assertThat(unknown.status()).isEqualTo(405);
        assertThat(unknown.headers().list("Allow")).contains("INVITE");
    }
}
