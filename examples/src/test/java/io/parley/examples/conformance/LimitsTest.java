package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Limits;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What there is no room for is 511, and the reason says what is exceeded (RFC 6503 section 5.4). */
class LimitsTest {

    private static final CcmpRequest CREATE = conf(Operation.CREATE, ALICE).on(AUDIO_ROOM);

    private static House houseWith(UnaryOperator<Limits> limits) {
        return House.open(parley -> parley.limits(limits.apply(Limits.defaults())));
    }

    private static void isExceeded(CcmpResponse response, String reason) {
        assertThat(response.code()).isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
        assertThat(response.reason()).isEqualTo(reason);
    }

    @Test
    @Requirement("CCMP-5.4-20")
    void noMoreConferencesAreCreatedThanTheSystemMayHave() {
        House house = houseWith(limits -> limits.withConferences(3));
        String first = house.conferenceOf(ALICE);
        house.conferenceOf(BOB);
        house.conferenceOf(CAROL);

        isExceeded(house.ask(CREATE), "the system has its 3 conferences");
        assertThat(house.done(blueprint(Operation.CREATE, ROOT).info(confInfo("xcon:more@example.com", title("More"))))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        house.done(conf(Operation.DELETE, ALICE).on(first));
        house.done(CREATE);
        isExceeded(house.ask(CREATE), "the system has its 3 conferences");
    }

    @Test
    void nobodyCreatesMoreConferencesThanAnOwnerMayHave() {
        House house = houseWith(limits -> limits.withConferencesPerOwner(1));
        String first = house.conferenceOf(ALICE);
        house.conferenceOf(BOB);

        isExceeded(house.ask(CREATE), ALICE + " has his 1 conferences");
        house.done(conf(Operation.DELETE, ALICE).on(first));
        house.done(CREATE);
    }

    @Test
    @Requirement("CCMP-5.4-23")
    void nobodyNewJoinsBeyondTheUsersOfTheSystem() {
        House house = houseWith(limits -> limits.withUsers(2));
        String one = house.conferenceOf(ALICE);
        String other = house.conferenceOf(ALICE);
        house.done(join(ALICE, one));
        house.done(join(BOB, one));

        isExceeded(house.ask(join(CAROL, other)), "the system has its 2 users");
        house.done(join(BOB, other));
        house.done(user(Operation.DELETE, BOB).on(one));
        isExceeded(house.ask(join(CAROL, other)), "the system has its 2 users");
        house.done(user(Operation.DELETE, BOB).on(other));
        house.done(join(CAROL, other));
    }

    @Test
    void aConferenceThatDoesNotSayHowManyHasTheLimitOfTheSystem() {
        House house = houseWith(limits -> limits.withParticipants(2));
        String silent = house.conferenceOf(ALICE);
        String modest = house.conferenceOf(ALICE);
        house.done(update(ALICE, modest, maximum(1)));

        house.done(join(BOB, silent));
        house.done(join(CAROL, silent));
        isExceeded(house.ask(join(ALICE, silent)), silent + " has the 2 users that a conference may have");
        house.done(join(BOB, modest));
        isExceeded(house.ask(join(CAROL, modest)), modest + " has its info:maximum-user-count of 1 users");
    }

    private static String maximum(int users) {
        return description("<info:maximum-user-count>" + users + "</info:maximum-user-count>");
    }

    @Test
    @Requirement("XF-5-02")
    void nobodyStatesMoreUsersThanAConferenceMayHaveButABlueprint() {
        House house = houseWith(limits -> limits.withParticipants(2));
        String reason = "info:maximum-user-count cannot be 3: a conference may have 2 users";
        String conference = house.conferenceOf(ALICE);
        house.done(update(ALICE, conference, maximum(2)));
        Element before = house.documentOf(conference, ALICE);

        isExceeded(house.ask(update(ALICE, conference, maximum(3))), reason);
        assertThat(house.documentOf(conference, ALICE)).isEqualTo(before);
        isExceeded(
                house.ask(conf(Operation.CREATE, ALICE).info(confInfo("xcon:AUTO_GENERATE_1@example.com", maximum(3)))),
                reason);

        house.done(blueprint(Operation.CREATE, ROOT).info(confInfo("xcon:large@example.com", maximum(3))));
        String large = house.done(conf(Operation.CREATE, ALICE).on("xcon:large@example.com"))
                .confObjId()
                .orElseThrow();
        for (String user : List.of(ALICE, BOB, CAROL)) {
            house.done(join(user, large));
        }
    }

    @Test
    void noLimitIsNegative() {
        Limits usual = Limits.defaults();
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> usual.withConferences(-1),
                () -> usual.withConferencesPerOwner(-1),
                () -> usual.withUsers(-1),
                () -> usual.withParticipants(-1),
                () -> usual.withSidebars(-1),
                () -> usual.withDocumentSize(-1),
                () -> usual.withHistory(-1))) {
            assertThatIllegalArgumentException().isThrownBy(wrong).withMessageEndingWith("0 or more, not -1");
        }
        assertThat(usual.withHistory(0).withSidebars(0).history()).isZero();
    }

    @Test
    void aDocumentDoesNotGrowBeyondItsSizeAndMayAlwaysShrink() {
        House house = houseWith(limits -> limits.withDocumentSize(3000));
        String conference = house.conferenceOf(ALICE);
        house.done(update(ALICE, conference, title("x".repeat(1000))));

        CcmpResponse refused = house.ask(update(ALICE, conference, title("x".repeat(3000))));

        assertThat(refused.code()).isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
        assertThat(refused.reason()).contains(conference).contains("at most 3000 are kept");
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(2);
        house.done(update(ALICE, conference, title("x")));
        assertThat(house.ask(conf(Operation.CREATE, ALICE)
                                .info(confInfo("xcon:large@example.com", title("x".repeat(3000)))))
                        .code())
                .isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
    }

    @Test
    void ofManyCreationsAtOnceExactlySoManySucceedAsThereIsRoomFor() throws Exception {
        House house = houseWith(limits -> limits.withConferences(25));
        List<Callable<ResponseCode>> creations = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            creations.add(() -> house.ask(CREATE).code());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<ResponseCode> codes = new ArrayList<>();
        try {
            for (Future<ResponseCode> answer : threads.invokeAll(creations)) {
                codes.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(codes).filteredOn(ResponseCode.SUCCESS::equals).hasSize(25);
        assertThat(codes)
                .filteredOn(ResponseCode.RESOURCES_NOT_AVAILABLE::equals)
                .hasSize(35);
    }
}
