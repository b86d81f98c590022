package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.ALICES_ID;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.House.EVE;
import static io.parley.examples.flows.Roster.at;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRole;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import io.parley.user.Role;
import io.parley.user.UserChanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One conference by two protocols (RFC 5239 sections 8 and 9): what CCMP changes reaches whoever has called, and whoever calls is there for CCMP. */
class BothProtocolsOverSipTest {

    private static final XconUserId BOBS_ID = XconUserId.of("xcon-userid:bob@example.com");

    private final SipHouse house =
            new SipHouse(Plan.STANDARD.with(McuProfile.plain(McuType.CHAT), McuProfile.audioVideo()));
    private final String conference = house.house.conference.toString();
    private final Phone alice = house.phone(ALICE);
    private final Phone bob = house.phone(BOB);
    private final Line organizer = alice.join();
    private final Line watching = alice.line(alice.subscribe());

    @AfterEach
    void nothingIsLeft() {
        house.house.ccmp(Message.CONF, Operation.DELETE, ALICES_ID, Optional.empty());
        house.nothingIsLeft();
    }

    private static UserChanges bob() {
        return Conferences.userChanges(BOBS_ID);
    }

    private List<String> locks() {
        return List.of(
                watching.roster().locked(conference),
                watching.roster().locked(house.house.mcu(McuType.CHAT).toString()),
                watching.roster().locked(house.house.mcu(McuType.AUDIO_VIDEO).toString()));
    }

    /** The roles that CCMP shows of Bob. */
    private List<String> roles() {
        Element record = at(house.house.retrieved(), "users").elements().stream()
                .filter(user -> user.attribute(Attributes.ENTITY).equals(Optional.of(BOBS_ID.toString())))
                .findFirst()
                .orElseThrow();
        return at(record, "roles").elements().stream().map(Element::text).toList();
    }

    /** The XCON-USERIDs that CCMP shows. */
    private List<String> users() {
        return at(house.house.retrieved(), "users").elements().stream()
                .filter(user -> user.name().local().equals("user"))
                .map(user -> user.attribute(Attributes.ENTITY).orElseThrow())
                .toList();
    }

    @Test
    @Requirement({"C3P-D1-02", "XF-8.2-01"})
    void whatCcmpChangesIsToldToWhoeverWatches() {
        bob.join();
        Line watcher = bob.line(bob.subscribe());
        house.house.user(Operation.UPDATE, bob().role(Role.MODERATOR));
        house.moment();
        assertThat(watcher.roster().role(BOB)).isEqualTo("presenter");
        assertThat(watching.roster().role(BOB)).isEqualTo("presenter");
        house.house.update(house.house.changes().subject("Daily"));
        house.moment();
        assertThat(text(watcher.roster().description(), "subject")).isEqualTo("Daily");
        assertThat(watcher.heard()).extracting(it -> it.method()).containsOnly("NOTIFY");
    }

    @Test
    @Requirement("C3P-D1-06")
    void aLockOfEitherProtocolIsTheLockOfTheOtherAndOfAllMcus() {
        house.house.update(house.house.changes().locked(true));
        house.moment();
        assertThat(locks()).containsOnly("true");
        bob.join();
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus on-hold");

        ModifyConferenceLock unlock =
                new ModifyConferenceLock(ConferenceKeys.of(house.house.conference), false, Optional.empty());
        assertThat(organizer.ask(unlock).code()).isEqualTo(C3pCode.SUCCESS);
        assertThat(house.house.retrieved().textAt(Info.CONFERENCE_STATE, Info.LOCKED))
                .contains("false");
        assertThat(locks()).containsOnly("false");
    }

    @Test
    @Requirement("C3P-D1-08")
    void rolesOfEitherProtocolAreRolesOfTheOther() {
        bob.join();
        promote(C3pRole.PRESENTER);
        assertThat(roles()).containsExactly("moderator");
        promote(C3pRole.ATTENDEE);
        assertThat(roles()).containsExactly("participant");
        for (Role role : List.of(Role.ADMINISTRATOR, Role.OBSERVER, Role.MODERATOR, Role.USER, Role.PARTICIPANT)) {
            house.house.user(Operation.UPDATE, bob().role(role));
            house.moment();
            boolean presents = role.equals(Role.ADMINISTRATOR) || role.equals(Role.MODERATOR);
            assertThat(watching.roster().role(BOB)).as("%s", role).isEqualTo(presents ? "presenter" : "attendee");
        }
    }

    private void promote(C3pRole role) {
        UserKeys keys = new UserKeys(house.house.conference, SipUri.of(BOB));
        assertThat(organizer
                        .ask(new ModifyUserRoles(keys, role, Optional.empty()))
                        .code())
                .isEqualTo(C3pCode.SUCCESS);
    }

    @Test
    void whomCcmpRemovesIsSentAwayInTheSignalling() {
        Line line = bob.join();
        Line watcher = bob.line(bob.subscribe());
        house.house.user(Operation.DELETE, bob());
        house.moment();
        assertThat(watcher.heard("NOTIFY")
                        .get(watcher.heard("NOTIFY").size() - 1)
                        .header("Subscription-State")
                        .orElse(""))
                .contains("terminated");
        assertThat(line.methods()).containsExactly("BYE");
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement("XF-8.1-01")
    void aCallIsTakenOrWaitsOrIsRefusedAsThePolicySays() {
        house.house.update(house.house.changes().joinHandling("allow"));
        assertThat(bob.ask(bob.invite()).status()).isEqualTo(200);
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus connected");
        house.house.update(house.house.changes().joinHandling("confirm"));
        Phone carol = house.phone(CAROL);
        assertThat(carol.ask(carol.invite()).status()).isEqualTo(200);
        assertThat(watching.roster().endpoints(CAROL)).containsExactly("focus on-hold");
        house.house.update(house.house.changes().joinHandling("block"));
        Phone dave = house.phone(DAVE);
        assertThat(dave.ask(dave.invite()).status()).isEqualTo(403);
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB, CAROL);
    }

    @Test
    @Requirement("XF-9.2-01")
    void whoComesOrGoesLeavesTheOthersAsTheyWere() {
        bob.join();
        Line watcher = bob.line(bob.subscribe());
        Phone carol = house.phone(CAROL);
        Element before = watcher.roster().user(BOB);
        Element organized = watcher.roster().user(ALICE);
        Line third = carol.join();
        assertThat(at(watcher.roster().last(), "users").elements()).hasSize(1);
        third.bye();
        assertThat(at(watcher.roster().last(), "users").elements()).hasSize(1);
        assertThat(watcher.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
        Line anew = bob.line(bob.subscribe());
        assertThat(anew.roster().user(BOB)).isEqualTo(before);
        assertThat(anew.roster().user(ALICE)).isEqualTo(organized);
    }

    @Test
    @Requirement({"XF-6.1-01", "XF-6.1-02"})
    void theSipUriOfAConferenceLeadsIntoThatOneAndNoOther() {
        String one = made("xcon:one@example.com");
        String other = made("xcon:other@example.com");
        assertThat(one).isNotEqualTo(other).isNotEqualTo(conference);
        assertThat(create("xcon:one@example.com").code()).isEqualTo(ResponseCode.CONFLICT);

        Line line = bob.line(bob.invite(one, "attendee"));
        assertThat(attendance(one)).isEqualTo(1);
        assertThat(attendance(other)).isZero();
        assertThat(attendance(conference)).isEqualTo(1);
        line.bye();
        assertThat(attendance(one)).isZero();
    }

    private CcmpResponse create(String id) {
        return house.house
                .parley
                .ccmp()
                .handle(CcmpRequest.of(Message.CONF, ALICES_ID)
                        .operation(Operation.CREATE)
                        .info(Conferences.builder(id).subject("One of many").build()));
    }

    /** The one SIP URI of a conference that Alice makes by CCMP. */
    private String made(String id) {
        CcmpResponse created = create(id);
        assertThat(created.code()).as("%s", created.reason()).isEqualTo(ResponseCode.SUCCESS);
        Element document = created.body().info().orElseThrow();
        List<Element> uris = at(document, "conference-description", "conf-uris").elements();
        assertThat(uris).hasSize(1);
        return text(uris.get(0), "uri");
    }

    private int attendance(String uri) {
        return house.house
                .parley
                .focus()
                .find(SipUri.of(uri))
                .orElseThrow()
                .attendance()
                .size();
    }

    @Test
    @Requirement("XF-6.3-05")
    void aStrangerWhoCallsIsGivenAnIdentifierAndKeepsIt() {
        Phone eve = house.phone(EVE);
        List<String> known = users();
        Line line = eve.join();
        String given = users().stream()
                .filter(user -> !known.contains(user))
                .findFirst()
                .orElseThrow();
        assertThat(given).startsWith("xcon-userid:").endsWith("@example.com");
        line.bye();
        assertThat(users()).doesNotContain(given);
        Line again = eve.join();
        assertThat(users()).contains(given);
        assertThat(watching.roster().users()).contains(EVE);
        house.house.user(Operation.DELETE, Conferences.userChanges(XconUserId.of(given)));
        house.moment();
        assertThat(again.methods()).containsExactly("BYE");
    }

    @Test
    @Requirement("DM-4.2.5-18")
    void nobodyNewIsLetInAfterTheTimeThatIsStatedByEitherProtocol() {
        Line line = bob.join();
        house.house.update(house.house
                .changes()
                .time(Conferences.time("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20300101T090000Z\nDURATION:PT1H\n"
                                + "END:VEVENT\nEND:VCALENDAR")
                        .mustJoinBefore(house.house.memory.clock().instant().plusSeconds(60))));
        Phone carol = house.phone(CAROL);
        carol.join().bye();
        house.pass(Duration.ofSeconds(61));
        SipResponse late = carol.ask(carol.invite());
        assertThat(late.status()).isEqualTo(403);
        CcmpResponse refused = house.house.ccmp(
                Message.USER,
                Operation.CREATE,
                "xcon-userid:carol@example.com",
                Optional.of(Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:carol@example.com")));
        assertThat(refused.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(line.methods()).isEmpty();
        Phone desk = house.phone(BOB);
        desk.join();
        assertThat(watching.roster().endpoints(BOB)).as("he is in").hasSize(2);
    }
}
