package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.ConferenceUri;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Creations and updates of every kind: what they answer, and which of two on one version is made (RFC 6503 sections 4.2 and 5.3). */
class RowsOfUpdatesTest {

    private static final Version BASE = new Version(3);
    private final House house = House.open();

    @Test
    @Requirement("CCMP-5.4-06")
    void ofTwoUpdatesOfOneThingOnOneVersionTheFirstIsMadeWhateverTheMessage() {
        String conference = house.conferenceOf(ALICE);
        house.done(update(ALICE, conference, title("two")));
        house.done(update(ALICE, conference, title("three")));
        collide(value -> update(ALICE, conference, title(value)), () -> titleOf(house.documentOf(conference, ALICE)));

        String crowd = atThree();
        collide(
                value -> users(Operation.UPDATE, ALICE)
                        .on(crowd)
                        .info(usersInfo("<xcon:join-handling>" + (value.equals("A") ? "confirm" : "block")
                                + "</xcon:join-handling>")),
                () -> Roster.of(house, crowd, ALICE)
                        .childText(Xcon.JOIN_HANDLING)
                        .map(handling -> handling.equals("confirm") ? "A" : handling));

        String group = atThree();
        collide(
                value -> user(Operation.UPDATE, ALICE)
                        .on(group)
                        .info(userInfo(BOB, "<info:display-text>" + value + "</info:display-text>")),
                () -> Roster.record(house, group, ALICE, BOB).childText(Info.DISPLAY_TEXT));

        String main = Sidebar.main(house);
        for (Sidebar kind : Sidebar.values()) {
            String sidebar = kind.of(house, main, ALICE);
            house.done(kind.update(ALICE, sidebar, title("two")));
            house.done(kind.update(ALICE, sidebar, title("three")));
            collide(
                    value -> kind.update(ALICE, sidebar, title(value)),
                    () -> titleOf(kind.document(house, sidebar, ALICE).element()));
        }
    }

    private String atThree() {
        String conference = house.conferenceOf(ALICE);
        house.done(join(ALICE, conference));
        house.done(join(BOB, conference));
        return conference;
    }

    private void collide(Function<String, CcmpRequest> change, Supplier<Optional<String>> value) {
        CcmpResponse first = house.done(change.apply("A").basedOn(BASE));
        CcmpResponse second = house.ask(change.apply("B").basedOn(BASE));

        assertThat(first.version()).contains(new Version(4));
        assertThat(second.code()).as(second.reason()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(second.version()).contains(new Version(4));
        assertThat(value.get()).contains("A");
    }

    @Test
    @Requirement("CCMP-5.3-07")
    void aListMayBeAskedForByTheOperationRetrieveWhichTheResponseDoesNotRepeat() {
        String main = Sidebar.main(house);
        Sidebar.BY_VALUE.of(house, main, ALICE);
        Sidebar.BY_REFERENCE.of(house, main, ALICE);
        for (CcmpRequest plain : new CcmpRequest[] {
            CcmpRequest.of(Message.BLUEPRINTS, ALICE),
            CcmpRequest.of(Message.CONFS, ALICE),
            Sidebar.BY_VALUE.list(ALICE, main),
            Sidebar.BY_REFERENCE.list(ALICE, main)
        }) {
            CcmpResponse response = house.done(plain.operation(Operation.RETRIEVE));

            assertThat(response).isEqualTo(house.done(plain));
            assertThat(response.body().info()).isPresent();
            assertThat(response.operation()).isEmpty();
        }
    }

    @Test
    @Requirement("CCMP-D4-02")
    void aConferenceThatRunsIsNotClonedAndOneThatHasEndedIs() {
        Scheduled scheduled =
                new Scheduled().conference("", Scheduled.atTen(Scheduled.mixingEnd("2030-01-01T11:00:00Z", "none")));
        CcmpRequest clone = conf(Operation.CREATE, ALICE).on(scheduled.id());

        assertThat(scheduled.at("2030-01-01T10:00:00Z").active()).isTrue();
        assertThat(scheduled.house().ask(clone).code()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(scheduled.at("2030-01-01T11:00:00Z").active()).isFalse();
        scheduled.house().done(clone);
    }

    @Test
    @Requirement("EV-5.6.5-01")
    void noConferenceIsMadeACascadeOfItself() {
        String conference = house.conferenceOf(ALICE);
        String own = ConferenceUri.of(XconUri.of(conference)).toString();
        String cascade = "<info:cascaded-focus>" + own + "</info:cascaded-focus>";
        String record = "<info:user entity='" + ALICE + "'>" + cascade + "</info:user>";
        for (CcmpRequest request : List.of(
                House.user(Operation.UPDATE, ALICE).on(conference).info(House.userInfo(ALICE, cascade)),
                House.users(Operation.UPDATE, ALICE).on(conference).info(House.usersInfo(record)),
                Updates.update(ALICE, conference, Updates.users(record)))) {
            assertThat(house.ask(request))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED))
                    .satisfies(refused -> assertThat(refused.reason()).contains("cascaded-focus"));
        }
        house.done(House.user(Operation.CREATE, ALICE).on(conference).info(House.userInfo(ALICE, cascade)));
        assertThat(house.documentOf(conference, ALICE).toString()).doesNotContain("cascaded-focus");
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("CCMP-D4-08")
    void theAnswerToACreationIsWhatIsThenRetrieved(Sidebar kind) {
        String main = Sidebar.main(house);
        CcmpResponse sidebar = house.done(kind.create(ALICE, main));
        CcmpResponse cloned = house.done(conf(Operation.CREATE, ALICE).on(AUDIO_ROOM));
        CcmpResponse described = house.done(
                conf(Operation.CREATE, ALICE).info(confInfo("xcon:AUTO_GENERATE_1@example.com", title("Team"))));
        CcmpResponse room = house.done(blueprint(Operation.CREATE, ROOT)
                .info(confInfo("xcon:more@example.com", description("<info:subject>More</info:subject>"))));

        assertThat(infoOf(sidebar)).isEqualTo(infoOf(house.done(kind.retrieve(ALICE, id(sidebar)))));
        assertThat(infoOf(cloned)).isEqualTo(house.documentOf(id(cloned), ALICE));
        assertThat(infoOf(described)).isEqualTo(house.documentOf(id(described), ALICE));
        assertThat(infoOf(room))
                .isEqualTo(infoOf(house.done(blueprint(Operation.RETRIEVE, ROOT).on(id(room)))));
    }

    @Test
    @Requirement("XF-5.2-03")
    void aParticipantMayChangeHisNameAndNotTheSizeOfTheConference() {
        String conference = atThree();

        CcmpResponse refused =
                house.ask(update(BOB, conference, description("<info:maximum-user-count>9</info:maximum-user-count>")));

        assertThat(refused.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        house.done(user(Operation.UPDATE, BOB)
                .on(conference)
                .info(userInfo(BOB, "<info:display-text>Bobby</info:display-text>")));
        assertThat(Roster.record(house, conference, ALICE, BOB).childText(Info.DISPLAY_TEXT))
                .contains("Bobby");
        assertThat(house.documentOf(conference, ALICE).toString()).doesNotContain("maximum-user-count");
    }

    @Test
    @Requirement("CCMP-5.4-15")
    void onlyADeletionIsAnswered425() {
        String parent = house.conferenceOf(ALICE);
        house.done(conf(Operation.CREATE, ALICE).on(parent));
        String main = Sidebar.main(house);
        String child = Sidebar.BY_VALUE.of(house, main, ALICE);
        house.done(join(BOB, child));
        int deletions = 0;
        for (Message message : Message.values()) {
            for (Operation operation : Operation.values()) {
                for (String object : new String[] {AUDIO_ROOM, parent, main, child}) {
                    for (String sender : new String[] {ALICE, BOB, ROOT}) {
                        // A house asserts of every answer of the suite that a 425 belongs to a deletion; here there are
                        // some.
                        CcmpResponse response = house.ask(
                                CcmpRequest.of(message, sender).on(object).operation(operation));
                        if (response.code() == ResponseCode.FORBIDDEN_DELETE_PARENT) {
                            assertThat(operation).isEqualTo(Operation.DELETE);
                            deletions++;
                        }
                    }
                }
            }
        }
        assertThat(deletions).isPositive();
    }

    private static String id(CcmpResponse response) {
        return response.confObjId().orElseThrow();
    }

    private static Element infoOf(CcmpResponse response) {
        return response.body().info().orElseThrow();
    }
}
