package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.House.ID;
import static io.parley.examples.flows.Roster.at;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.partsOf;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.MediaCommand;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.c3p.UserKeys;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.focus.Autopromote;
import io.parley.focus.LobbySettings;
import io.parley.focus.LobbySettings.Admission;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.ports.in.FocusService.Departure;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The flows of MS-CONFBAS sections 4.2 to 4.4, told once for every way into a conference. */
abstract class Flows {

    static final Plan CHAT = Plan.STANDARD.with(McuProfile.plain(McuType.CHAT));
    static final Plan CHAT_AND_SOUND = Plan.STANDARD.with(McuProfile.plain(McuType.CHAT), McuProfile.audioVideo());

    private final List<Stage> stages = new ArrayList<>();

    /** Raises a stage; a test raises one. */
    abstract Stage raised(Plan plan);

    private Stage stage(Plan plan) {
        Stage stage = raised(plan);
        stages.add(stage);
        return stage;
    }

    private House house() {
        return stages.get(0).house();
    }

    private ConferenceKeys keys() {
        return ConferenceKeys.of(house().conference);
    }

    private UserKeys keys(String user) {
        return new UserKeys(house().conference, SipUri.of(user));
    }

    private ModifyConferenceLock lock(boolean locked) {
        return new ModifyConferenceLock(keys(), locked, Optional.empty());
    }

    private DeleteUser eject(String user) {
        return new DeleteUser(keys(user), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private SetLobbyAccess lobby(Access access, String... users) {
        return new SetLobbyAccess(
                keys(), List.of(users).stream().map(SipUri::of).toList(), access);
    }

    /** A command as it is written by hand. */
    private Command command(String xml) {
        return House.read(House.request(ALICE, house().conference.toString(), "1", xml))
                .command();
    }

    private Command addUser(String who, String method, String endpoint) {
        return command("<addUser mscp:mcuUri='" + house().mcu(McuType.CHAT) + "'><conferenceKeys confEntity='"
                + house().conference + "'/><ci:user entity='" + who + "'><ci:endpoint entity='" + endpoint
                + "'><ci:joining-method>" + method + "</ci:joining-method></ci:endpoint></ci:user></addUser>");
    }

    private Command record(String who, String device, String content) {
        return command("<modifyEndpoint><endpointKeys confEntity='" + house().conference + "' userEntity='" + who
                + "' endpointEntity='" + device + "'/><ci:endpoint entity='" + device + "'>" + content
                + "</ci:endpoint></modifyEndpoint>");
    }

    private static Answer answer(C3pResponse response) {
        assertThat(response.code()).as("%s", response).isEqualTo(C3pCode.SUCCESS);
        return response.command().orElseThrow().answer();
    }

    private String focus() {
        return house().conference.toString();
    }

    private Seat alice(Stage stage) {
        Seat alice = stage.join(ALICE, "{alice}", C3pRole.PRESENTER);
        alice.watch();
        return alice;
    }

    // 4.2 Joining and leaving

    @Test
    @Requirement({
        "C3P-3.2.4.2-06",
        "C3P-2.2.2.6-01",
        "C3P-2.2.4.2.1-01",
        "C3P-2.2.2.7-02",
        "C3P-D2-16",
        "C3P-2.2.2.2-04"
    })
    void joining() {
        Stage stage = stage(Plan.STANDARD);
        assertThat(active()).isEqualTo("false");
        Seat alice = alice(stage);
        assertThat(active()).isEqualTo("true");
        assertThat(alice.granted()).isEqualTo(C3pRole.PRESENTER);
        Element first = alice.roster().documents().get(0);
        assertThat(attribute(first, "state")).isEqualTo("full");
        assertThat(alice.roster().users()).containsExactly(ALICE);
        assertThat(alice.roster().views()).containsExactly(attribute(first, "entity"));

        Seat bob = stage.join(BOB, "{G}", C3pRole.PRESENTER);
        assertThat(bob.granted()).isEqualTo(C3pRole.ATTENDEE);
        Roster roster = alice.roster();
        assertThat(attribute(roster.last(), "state")).isEqualTo("partial");
        assertThat(partsOf(roster.last())).containsExactly("users");
        assertThat(roster.users()).containsExactly(ALICE, BOB);
        assertThat(roster.role(ALICE)).isEqualTo("presenter");
        assertThat(roster.role(BOB)).isEqualTo("attendee");
        assertThat(roster.endpoints(BOB)).containsExactly("focus connected");
        assertThat(attribute(roster.endpoint(BOB, "focus"), "entity")).isEqualTo("{G}");

        bob.leave();
        alice.leave();
        house().pass(Duration.ofMinutes(1));
        assertThat(active()).isEqualTo("false");
    }

    /** What the Focus Factory says of {@code is-active}. */
    private String active() {
        C3pResponse response =
                house().provision("<getConference><conferenceKeys msci:conference-id='" + ID + "'/></getConference>");
        return text(((Answer.OfConference) answer(response)).conferenceInfo(), "conference-description", "is-active");
    }

    @Test
    void updatingTheDialogChangesNothingThatAnybodySees() {
        Stage stage = stage(Plan.STANDARD);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        int known = alice.roster().documents().size();
        bob.update();
        assertThat(alice.roster().documents()).hasSize(known);
        assertThat(bob.sentAway()).isEmpty();
    }

    @Test
    @Requirement("C3P-3.2.4.2-02")
    void leaving() {
        Stage stage = stage(Plan.STANDARD);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        bob.leave();
        assertThat(alice.roster().users()).containsExactly(ALICE);
        assertThat(bob.sentAway()).isEmpty();
    }

    // 4.3 Subscribing

    @Test
    @Requirement({"C3P-D3-06", "C3P-2.2.4.2-01", "C3P-2.2.4.2-06"})
    void subscribingAndUnsubscribing() {
        Stage stage = stage(Plan.STANDARD);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB, "{phone}", C3pRole.ATTENDEE);
        stage.join(BOB, "{desk}", C3pRole.ATTENDEE);
        stage.join(CAROL, "{phone}", C3pRole.ATTENDEE);
        stage.join(CAROL, "{desk}", C3pRole.ATTENDEE);
        stage.join(DAVE);
        stage.join("sip:erin@example.com");
        bob.watch();
        Roster late = bob.roster();
        assertThat(late.documents()).hasSize(1);
        assertThat(late.users())
                .containsExactlyInAnyOrder(ALICE, BOB, CAROL, DAVE, "sip:erin@example.com")
                .containsExactlyInAnyOrderElementsOf(alice.roster().users());
        assertThat(late.users().stream()
                        .mapToInt(user -> late.endpoints(user).size())
                        .sum())
                .isEqualTo(7);
        assertThat(late.user(BOB).attributes())
                .noneMatch(it -> it.name().local().startsWith("endorser"));

        bob.watchNoMore();
        alice.ask(lock(true));
        assertThat(alice.roster().locked(focus())).isEqualTo("true");
        assertThat(bob.roster().locked(focus())).as("nothing that came later").isEqualTo("false");
        assertThat(bob.sentAway()).isEmpty();
    }

    // 4.4 Conference control

    @Test
    @Requirement({"C3P-2.2.3.10-01", "C3P-2.2.3.10-03", "C3P-2.2.3.9-02", "C3P-3.5.5.2.3-01", "C3P-2.2.2.3-16"})
    void modifyConferenceLock() {
        Stage stage = stage(Plan.STANDARD.with("<ci:users>"
                + "<ci:user entity='sip:dave@example.com'><ci:roles><ci:entry>presenter</ci:entry></ci:roles></ci:user>"
                + "</ci:users>"));
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        bob.watch();
        Answer.OfLock locked = (Answer.OfLock) answer(alice.ask(lock(true)));
        assertThat(locked.conference()).contains(house().conference);
        assertThat(locked.locked()).contains(true);
        assertThat(locked.settings()).isEmpty();
        assertThat(alice.roster().locked(focus())).isEqualTo("true");
        assertThat(bob.roster().locked(focus())).isEqualTo("true");
        assertThat(attribute(alice.roster().last(), "state")).isEqualTo("partial");

        stage.join(CAROL);
        stage.join(DAVE);
        stage.join(ALICE, "{second}", C3pRole.PRESENTER);
        assertThat(alice.roster().endpoints(CAROL)).containsExactly("focus on-hold");
        assertThat(alice.roster().endpoints(DAVE)).containsExactly("focus on-hold");
        assertThat(alice.roster().endpoints(ALICE)).containsExactly("focus connected", "focus connected");

        LobbySettings open = new LobbySettings(Admission.ANONYMOUS, Autopromote.COMPANY, true);
        Answer.OfLock all =
                (Answer.OfLock) answer(alice.ask(new ModifyConferenceLock(keys(), true, Optional.of(open))));
        assertThat(all.settings()).contains(open);
        stage.join("sip:frank@example.com");
        assertThat(alice.roster().endpoints("sip:frank@example.com"))
                .as("whatever the policy says")
                .containsExactly("focus on-hold");
    }

    @Test
    @Requirement({"C3P-4.4.1-02", "C3P-4.4.1-03", "C3P-2.2.2.7-10"})
    void anMcuTellsOfItsOwnLockLater() {
        Stage stage = stage(CHAT);
        Seat alice = alice(stage);
        String chat = house().mcu(McuType.CHAT).toString();
        assertThat(alice.roster().views()).containsExactlyInAnyOrder(focus(), chat);
        assertThat(alice.roster().views())
                .allSatisfy(
                        view -> assertThat(partsOf(alice.roster().view(view))).contains("entity-state"));
        house().mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(2));
        alice.ask(lock(true));
        assertThat(alice.roster().locked(focus())).isEqualTo("true");
        assertThat(alice.roster().locked(chat)).isNotEqualTo("true");
        house().pass(Duration.ofSeconds(3));
        assertThat(alice.roster().locked(chat)).isEqualTo("true");
        assertThat(alice.roster().documents()).hasSize(3);
    }

    @Test
    @Requirement({"C3P-2.2.2.3-01", "C3P-2.2.3.10-02", "C3P-4.4.1-04", "C3P-D4-13"})
    void aLockSettingThatIsNotAllowedChangesNothing() {
        Stage stage = stage(Plan.STANDARD.describedBy("<msci:anonymous-type-allowed>false</msci:anonymous-type-allowed>"
                + "<msci:autopromote-allowed>32768</msci:autopromote-allowed>"
                + "<msci:pstn-lobby-bypass-allowed>false</msci:pstn-lobby-bypass-allowed>"));
        Seat alice = alice(stage);
        assertThat(text(alice.roster().description(), "anonymous-type-allowed")).isEqualTo("false");
        for (LobbySettings settings : List.of(
                new LobbySettings(Admission.ANONYMOUS, Autopromote.NONE, false),
                new LobbySettings(Admission.OPEN_AUTHENTICATED, Autopromote.EVERYONE, false),
                new LobbySettings(Admission.OPEN_AUTHENTICATED, Autopromote.NONE, true))) {
            C3pResponse refused = alice.ask(new ModifyConferenceLock(keys(), true, Optional.of(settings)));
            assertThat(refused.code()).isEqualTo(C3pCode.FAILURE);
            assertThat(refused.anyReason()).contains(Reason.OTHER_FAILURE);
            assertThat(refused.diagnostics().entries()).isNotEmpty();
            Answer.OfLock lock = (Answer.OfLock) refused.command().orElseThrow().answer();
            assertThat(lock.conference()).contains(house().conference);
            assertThat(lock.locked()).contains(false);
        }
        assertThat(alice.roster().documents()).as("nothing has changed").hasSize(1);
        LobbySettings company = new LobbySettings(Admission.OPEN_AUTHENTICATED, Autopromote.COMPANY, false);
        Answer.OfLock done =
                (Answer.OfLock) answer(alice.ask(new ModifyConferenceLock(keys(), true, Optional.of(company))));
        assertThat(done.locked()).contains(true);
        assertThat(done.settings()).contains(company);
    }

    @Test
    @Requirement({"C3P-2.2.4.2-02", "C3P-D4-26"})
    void modifyUserRoles() {
        Stage stage = stage(CHAT_AND_SOUND);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        bob.watch();
        C3pResponse promoted = alice.ask(new ModifyUserRoles(keys(BOB), C3pRole.PRESENTER, Optional.empty()));
        Answer.OfUser user = (Answer.OfUser) answer(promoted);
        assertThat(promoted.responder()).isEmpty();
        assertThat(user.conferenceKeys()).contains(keys());
        assertThat(user.user().orElseThrow().entity()).isEqualTo(SipUri.of(BOB));
        assertThat(user.user().orElseThrow().roles()).containsExactly("presenter");
        assertThat(alice.roster().role(BOB)).isEqualTo("presenter");
        assertThat(bob.roster().role(BOB)).isEqualTo("presenter");
        assertThat(bob.ask(lock(true)).code()).as("a presenter now").isEqualTo(C3pCode.SUCCESS);
    }

    @Test
    @Requirement({"C3P-2.2.4.2-04", "C3P-4.4.3-03", "C3P-4.4.3-04", "C3P-3.8.5.1-04"})
    void deleteUser() {
        Stage stage = stage(CHAT);
        Seat alice = alice(stage);
        Seat phone = stage.join(BOB, "{phone}", C3pRole.ATTENDEE);
        Seat desk = stage.join(BOB, "{desk}", C3pRole.ATTENDEE);
        desk.watch();
        assertThat(desk.send(addUser(BOB, "dialed-in", "{chat}"))).isEqualTo(202);
        house().mcus
                .change(
                        house().running(McuType.CHAT),
                        state -> state.with(C3pUser.of(SipUri.of(BOB))
                                .withEndpoints(List.of(C3pEndpoint.of("{chat}").withStatus("connected")))));
        house().pass(House.MOMENT);
        assertThat(alice.roster().endpoints(BOB))
                .containsExactlyInAnyOrder("focus connected", "focus connected", "chat connected");

        house().mcus.script(McuType.CHAT).answerAfter(Duration.ofSeconds(2));
        Answer.OfUser gone = (Answer.OfUser) answer(alice.ask(eject(BOB)));
        assertThat(gone.conferenceKeys()).contains(keys());
        assertThat(gone.user().orElseThrow().entity()).isEqualTo(SipUri.of(BOB));
        assertThat(phone.sentAway()).contains(Departure.REMOVED);
        assertThat(desk.sentAway()).contains(Departure.REMOVED);
        assertThat(alice.sentAway()).isEmpty();
        assertThat(alice.roster().endpoints(BOB)).containsExactly("chat connected");
        assertThat(attribute(alice.roster().user(BOB), "state")).isEqualTo("full");
        house().pass(Duration.ofSeconds(3));
        assertThat(alice.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement({"C3P-3.2.4.2-03", "C3P-3.9-01", "C3P-3.1.4.2-01"})
    void deleteConference() {
        Stage stage = stage(CHAT);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        Seat carol = stage.join(CAROL);
        bob.watch();
        C3pResponse before = provisioned();
        alice.ask(lock(true));
        Answer.OfConference over = (Answer.OfConference) answer(alice.ask(new DeleteConference(keys())));
        assertThat(attribute(over.conferenceInfo(), "entity")).isEqualTo(focus());
        assertThat(List.of(alice, bob, carol))
                .extracting(Seat::sentAway)
                .containsOnly(Optional.of(Departure.TERMINATED));
        assertThat(text(info(provisioned()), "conference-description", "subject"))
                .isEqualTo(text(info(before), "conference-description", "subject"));

        Seat again = stage.join(BOB);
        again.watch();
        assertThat(again.roster().users()).containsExactly(BOB);
        assertThat(again.roster().locked(focus())).isEqualTo("false");
        assertThat(house().mcus.started()).as("a chat of its own").hasSize(2);
    }

    private C3pResponse provisioned() {
        return house().provision("<getConference><conferenceKeys msci:conference-id='" + ID + "'/></getConference>");
    }

    private static Element info(C3pResponse response) {
        return ((Answer.OfConference) answer(response)).conferenceInfo();
    }

    @Test
    @Requirement({"C3P-4.4.5-01", "C3P-4.4.5-02", "C3P-3.4.4.2.1-05", "C3P-3.4.4.2.1-06", "XF-9.2-02"})
    void addUserByDialOut() {
        Stage stage = stage(CHAT);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        bob.watch();
        house().mcus.script(McuType.CHAT).calleeRings(SipUri.of(DAVE));
        assertThat(alice.send(addUser(DAVE, "dialed-out", "{out}"))).isEqualTo(202);
        List<C3pResponse> pending = alice.responses();
        assertThat(pending).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING);
        assertThat(pending.get(0).responder()).contains(house().mcu(McuType.CHAT));
        assertThat(alice.roster().users()).doesNotContain(DAVE);

        house().mcus.answer(SipUri.of(DAVE));
        house().pass(House.MOMENT);
        List<C3pResponse> done = alice.responses();
        assertThat(done).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
        assertThat(done.get(0).requestId()).isEqualTo(pending.get(0).requestId());
        assertThat(done.get(0).responder()).contains(house().mcu(McuType.CHAT));
        for (Seat watcher : List.of(alice, bob)) {
            assertThat(watcher.roster().endpoints(DAVE)).containsExactly("chat connected");
            Element endpoint = watcher.roster().endpoint(DAVE, "chat");
            assertThat(attribute(endpoint, "entity")).isEqualTo("{out}");
            assertThat(text(endpoint, "joining-method")).isEqualTo("dialed-out");
        }
        assertThat(attribute(alice.roster().last(), "state")).isEqualTo("partial");
    }

    @Test
    @Requirement({"C3P-4.4.6-02", "C3P-D4-26"})
    void addUserByDialIn() {
        Stage stage = stage(CHAT);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        C3pResponse response = bob.ask(addUser(BOB, "dialed-in", "{in}"));
        Answer.OfUser in = (Answer.OfUser) answer(response);
        assertThat(response.responder()).contains(house().mcu(McuType.CHAT));
        assertThat(in.conferenceKeys()).contains(keys());
        assertThat(in.user().orElseThrow().roles()).containsExactly("attendee");
        assertThat(in.user().orElseThrow().endpoint().orElseThrow().entity()).contains("{in}");
        assertThat(in.user().orElseThrow().entity()).isEqualTo(SipUri.of(BOB));
        assertThat(in.connectionInfo().orElseThrow().entries()).isNotEmpty();

        house().mcus
                .change(
                        house().running(McuType.CHAT),
                        state -> state.with(C3pUser.of(SipUri.of(BOB))
                                .withEndpoints(List.of(C3pEndpoint.of("{in}").withStatus("connected")))));
        house().pass(House.MOMENT);
        assertThat(alice.roster().endpoints(BOB)).containsExactlyInAnyOrder("focus connected", "chat connected");
    }

    @Test
    @Requirement({"C3P-4.4.7-02", "C3P-D4-20", "C3P-I-09"})
    void getConference() {
        Stage stage = stage(Plan.STANDARD);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        bob.watch();
        alice.ask(lock(true));
        int known = bob.roster().documents().size();
        Element info = info(alice.ask(new GetConference(keys(), false, Optional.empty())));
        assertThat(attribute(info, "state")).isEqualTo("full");
        Roster told = new Roster();
        told.take(info.withAttribute(Attributes.VERSION, "1"));
        assertThat(told.users()).isEqualTo(alice.roster().users());
        assertThat(told.locked(focus())).isEqualTo("true");
        assertThat(bob.roster().documents()).hasSize(known);
        assertThat(bob.ask(new GetConference(keys(), false, Optional.empty())).anyReason())
                .contains(Reason.UNAUTHORIZED);
    }

    @Test
    @Requirement({
        "C3P-2.2.4.2.1-03",
        "C3P-3.14.4.1-03",
        "C3P-3.14.4.1-04",
        "C3P-3.14.4.1-05",
        "C3P-3.14.5.1-01",
        "C3P-3.5.4.2.1-02",
        "C3P-2.2.2.3-17"
    })
    void setLobbyAccess() {
        Stage stage = stage(Plan.STANDARD);
        Seat alice = alice(stage);
        alice.ask(lock(true));
        Seat bob = stage.join(BOB);
        Seat cathy = stage.join(CAROL);
        bob.watch();
        cathy.watch();
        house().pass(Duration.ofMinutes(1));
        assertThat(bob.roster().users()).as("himself alone").containsExactly(BOB);
        assertThat(bob.roster().endpoints(BOB)).containsExactly("focus on-hold");
        assertThat(bob.send(lock(false))).isEqualTo(403);
        assertThat(bob.responses()).isEmpty();

        assertThat(statuses(alice.ask(lobby(Access.GRANTED, BOB, "sip:nobody@example.com", ALICE))))
                .containsExactly(BOB + " success", "sip:nobody@example.com userDoesntExist", ALICE + " alreadyGranted");
        assertThat(bob.roster().users()).containsExactlyInAnyOrder(ALICE, BOB, CAROL);
        assertThat(alice.roster().endpoints(BOB)).containsExactly("focus connected");
        assertThat(statuses(alice.ask(lobby(Access.DENIED, CAROL, BOB, "sip:nobody@example.com"))))
                .containsExactly(CAROL + " success", BOB + " alreadyGranted", "sip:nobody@example.com userDoesntExist");
        assertThat(cathy.sentAway()).contains(Departure.DENIED);
        assertThat(bob.sentAway()).isEmpty();
        assertThat(alice.roster().users()).containsExactly(ALICE, BOB);
    }

    @Test
    @Requirement({"C3P-3.14.4.1-02", "C3P-D4-16"})
    void whoIsAdmittedBeyondTheLimitStaysInTheLobbyUntilSomebodyLeaves() {
        Stage stage = stage(Plan.STANDARD.focus(settings -> settings.withParticipants(2)));
        Seat alice = alice(stage);
        alice.ask(lock(true));
        Seat bob = stage.join(BOB);
        stage.join(CAROL);
        assertThat(statuses(alice.ask(lobby(Access.GRANTED, BOB, CAROL, DAVE, ALICE))))
                .containsExactly(
                        BOB + " success",
                        CAROL + " conferenceFull",
                        DAVE + " userDoesntExist",
                        ALICE + " alreadyGranted");
        assertThat(alice.roster().endpoints(CAROL)).containsExactly("focus on-hold");
        bob.leave();
        assertThat(statuses(alice.ask(lobby(Access.GRANTED, CAROL)))).containsExactly(CAROL + " success");
        assertThat(alice.roster().endpoints(CAROL)).containsExactly("focus connected");
    }

    private static List<String> statuses(C3pResponse response) {
        return ((Answer.OfLobby) answer(response))
                .statuses().stream()
                        .map(status -> status.userEntity() + " " + status.reason())
                        .toList();
    }

    @Test
    @Requirement({"C3P-4.4.9-01", "C3P-4.4.9-02", "C3P-4.4.9-03", "C3P-2.2.3.24-01"})
    void modifyEndpoint() {
        Stage stage = stage(Plan.STANDARD.describedBy("<msci:recording-allowed>false</msci:recording-allowed>"));
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB, "{bob}", C3pRole.ATTENDEE);
        assertThat(answer(bob.ask(record(
                        BOB,
                        "{bob}",
                        "<cis:separator/><cis:separator/><msci:client-recording><msci:recording-status>recording"
                                + "</msci:recording-status></msci:client-recording>"))))
                .isInstanceOf(Answer.Nothing.class);
        List<List<Element>> groups = new C3pEndpoint(alice.roster().endpoint(BOB, "focus")).groups();
        assertThat(groups.get(2)).extracting(it -> it.name().local()).contains("client-recording");
        bob.watch();
        assertThat(text(bob.roster().endpoint(BOB, "focus"), "client-recording", "recording-status"))
                .isEqualTo("recording");

        bob.ask(record(BOB, "{bob}", ""));
        assertThat(partsOf(alice.roster().endpoint(BOB, "focus"))).doesNotContain("client-recording");
        assertThat(partsOf(bob.roster().endpoint(BOB, "focus"))).doesNotContain("client-recording");
        assertThat(alice.ask(record(BOB, "{none}", "")).anyReason()).contains(Reason.ENDPOINT_DOESNT_EXIST);
    }

    @Test
    @Requirement({"C3P-D4-21", "C3P-D4-26", "C3P-2.2.4.3-02", "C3P-2.2.2.7-03", "C3P-2.2.2.4-01", "C3P-2.2.2.4-04"})
    void modifyConference() {
        Stage stage = stage(CHAT_AND_SOUND);
        Seat alice = alice(stage);
        String chat = house().mcu(McuType.CHAT).toString();
        String sound = house().mcu(McuType.AUDIO_VIDEO).toString();
        assertThat(alice.roster().views()).containsExactlyInAnyOrder(focus(), chat, sound);
        assertThat(at(alice.roster().description(), "conf-uris").elements())
                .extracting(entry -> text(entry, "purpose") + " " + text(entry, "uri"))
                .containsExactlyInAnyOrder("chat " + chat, "audio-video " + sound);
        house().mcus.script(McuType.AUDIO_VIDEO).answerAfter(Duration.ofSeconds(1));
        int known = alice.roster().documents().size();
        assertThat(alice.send(command("<modifyConference mscp:mcuUri='" + sound + "'><ci:conference-info entity='"
                        + focus() + "' state='partial'><msci:conference-view ci:state='partial'>"
                        + "<msci:entity-view ci:state='partial' entity='" + sound + "'><msci:entity-state>"
                        + "<msci:mediaFiltersRules><msci:initialFilters><msci:role>default</msci:role>"
                        + "<msci:ingressFilter>block</msci:ingressFilter></msci:initialFilters>"
                        + "</msci:mediaFiltersRules></msci:entity-state></msci:entity-view></msci:conference-view>"
                        + "</ci:conference-info></modifyConference>")))
                .isEqualTo(202);
        assertThat(alice.roster().documents()).as("before its report").hasSize(known);
        house().pass(Duration.ofSeconds(2));
        List<C3pResponse> responses = alice.responses();
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
        assertThat(responses.get(0).responder()).contains(SipUri.of(sound));
        assertThat(text(
                        at(alice.roster().view(sound), "entity-state", "mediaFiltersRules"),
                        "initialFilters",
                        "ingressFilter"))
                .isEqualTo("block");
    }

    // Beyond section 4

    @Test
    @Requirement("C3P-2.2.3.26-01")
    void modifyConferenceAnnouncements() {
        Stage stage = stage(CHAT_AND_SOUND);
        Seat alice = alice(stage);
        for (boolean enabled : List.of(true, false)) {
            Answer.OfAnnouncements told =
                    (Answer.OfAnnouncements) answer(alice.ask(announcing(McuType.AUDIO_VIDEO, enabled)));
            assertThat(told.enabled()).isEqualTo(enabled);
        }
        C3pResponse refused = alice.ask(announcing(McuType.CHAT, true));
        assertThat(refused.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(refused.anyReason()).contains(Reason.NOT_SUPPORTED);
    }

    private Command announcing(McuType type, boolean enabled) {
        return command("<modifyConferenceAnnouncements mscp:mcuUri='" + house().mcu(type)
                + "'><conferenceKeys confEntity='" + focus() + "'/><enabled>" + enabled
                + "</enabled></modifyConferenceAnnouncements>");
    }

    @Test
    @Requirement({"C3P-I-04", "C3P-I-13"})
    void whoIsMutedCannotLetHimselfBeHeard() {
        Stage stage = stage(CHAT_AND_SOUND);
        Seat alice = alice(stage);
        Seat bob = stage.join(BOB);
        Element medium = House.read(House.request(ALICE, focus(), "1", filter("unblock")))
                                .command()
                        instanceof MediaCommand.ModifyEndpointMedia modify
                ? modify.media().element()
                : ElementType.foreign(C3pNames.ci("media")).empty();
        house().mcus
                .change(
                        house().running(McuType.AUDIO_VIDEO),
                        state -> state.with(C3pUser.of(SipUri.of(BOB))
                                .withEndpoints(List.of(C3pEndpoint.of("{av}")
                                        .withStatus("connected")
                                        .with(medium)))));
        house().pass(House.MOMENT);
        String sound = house().mcu(McuType.AUDIO_VIDEO).toString();
        answer(alice.ask(command("<modifyConference mscp:mcuUri='" + sound + "'><ci:conference-info entity='" + focus()
                + "'><msci:conference-view><msci:entity-view entity='" + sound + "'><msci:entity-state>"
                + "<msci:mediaFiltersRules><msci:mayModifyOwnFilters><msci:role>default</msci:role>"
                + "<msci:value>false</msci:value></msci:mayModifyOwnFilters></msci:mediaFiltersRules>"
                + "</msci:entity-state></msci:entity-view></msci:conference-view></ci:conference-info>"
                + "</modifyConference>")));
        answer(alice.ask(command(filter("block"))));
        assertThat(heard(alice)).isEqualTo("block");
        C3pResponse refused = bob.ask(command(filter("unblock")));
        assertThat(refused.anyReason()).contains(Reason.UNAUTHORIZED);
        assertThat(heard(alice)).isEqualTo("block");
    }

    private static String heard(Seat watcher) {
        return text(watcher.roster().endpoint(BOB, "audio-video"), "media", "media-ingress-filter");
    }

    private String filter(String word) {
        return "<modifyEndpointMedia mscp:mcuUri='" + house().mcu(McuType.AUDIO_VIDEO) + "'><mediaKeys confEntity='"
                + focus() + "' userEntity='" + BOB + "' endpointEntity='{av}' mediaId='1'/><ci:media id='1'>"
                + "<ci:type>audio</ci:type><cis:separator/><msci:media-ingress-filter>" + word
                + "</msci:media-ingress-filter></ci:media></modifyEndpointMedia>";
    }
}
