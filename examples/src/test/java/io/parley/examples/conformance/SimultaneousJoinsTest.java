package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Roster.addContact;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Roster.joinBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Many join at the same moment; nobody becomes two, nobody gets lost. */
class SimultaneousJoinsTest {

    private static final String CONTACT = "sip:dan@example.org";

    private final House house = House.open();

    @Test
    @Requirement("CCMP-D6-03")
    void joinsByOneNewContactEndWithOneId() throws Exception {
        List<String> conferences = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            conferences.add(house.conferenceOf(ALICE));
        }

        List<CcmpResponse> responses = atOnce(20, i -> joinBy(CONTACT, conferences.get(i)));

        assertThat(responses).extracting(CcmpResponse::code).containsOnly(ResponseCode.SUCCESS);
        assertThat(responses).extracting(CcmpResponse::confUserId).doesNotContain("");
        assertThat(responses.stream().map(CcmpResponse::confUserId).distinct()).hasSize(1);
    }

    @Test
    @Requirement({"CCMP-D6-03", "CCMP-5.4-05"})
    void ofJoinsByOneNewContactToOneConferenceOneSucceeds() throws Exception {
        String conference = house.conferenceOf(ALICE);

        List<CcmpResponse> responses = atOnce(20, i -> joinBy(CONTACT, conference));

        assertThat(responses).extracting(CcmpResponse::code).containsOnlyOnce(ResponseCode.SUCCESS);
        assertThat(responses).extracting(CcmpResponse::code).containsOnly(ResponseCode.SUCCESS, ResponseCode.CONFLICT);
        assertThat(Roster.ids(house, conference, ALICE)).hasSize(2);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(2);
    }

    @Test
    @Requirement("CCMP-D6-03")
    void whoIsOvertakenBetweenTheDecisionAndItsCommitGetsTheSameId() {
        String first = house.conferenceOf(ALICE);
        String second = house.conferenceOf(CAROL);
        List<String> overtaking = new ArrayList<>();
        house.memory()
                .faults()
                .beforeCommit(
                        () -> overtaking.add(house.done(joinBy(CONTACT, second)).confUserId()));

        String overtaken = house.done(joinBy(CONTACT, first)).confUserId();

        assertThat(overtaking).containsExactly(overtaken);
    }

    @Test
    @Requirement("CCMP-D6-03")
    void whoIsOvertakenInTheSameConferenceIsThereAlready() {
        String conference = house.conferenceOf(ALICE);
        house.memory().faults().beforeCommit(() -> house.done(joinBy(CONTACT, conference)));

        CcmpResponse overtaken = house.ask(joinBy(CONTACT, conference));

        assertThat(overtaken.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(Roster.ids(house, conference, ALICE)).hasSize(2);
    }

    @Test
    @Requirement("CCMP-3.2-03")
    void everyNewUserHasAnIdOfHisOwn() throws Exception {
        String conference = house.conferenceOf(ALICE);

        atOnce(50, i -> addContact(ALICE, conference, "sip:guest" + i + "@example.org"));

        assertThat(Roster.ids(house, conference, ALICE)).hasSize(51).doesNotHaveDuplicates();
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(51);
    }

    @Test
    void theUserCountIsTheNumberOfUsersInTheRoster() throws Exception {
        String conference = house.conferenceOf(ALICE);

        for (int round = 0; round < 5; round++) {
            atOnce(10, i -> join(guest(i), conference));
            assertThat(Roster.userCount(house, conference, ALICE)).isEqualTo(11);
            atOnce(10, i -> i % 2 == 0 ? user(Operation.DELETE, guest(i)).on(conference) : join(guest(i), conference));
            assertThat(Roster.userCount(house, conference, ALICE)).isEqualTo(6);
            assertThat(Roster.ids(house, conference, ALICE)).hasSize(6);
        }
    }

    private static String guest(int number) {
        return "xcon-userid:guest" + number + "@example.com";
    }

    /** Asks all at the same moment, each on a thread of its own. */
    private List<CcmpResponse> atOnce(int number, IntFunction<CcmpRequest> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(number);
        List<Callable<CcmpResponse>> questions = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            CcmpRequest request = requests.apply(i);
            questions.add(() -> {
                start.await();
                return house.ask(request);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<CcmpResponse> responses = new ArrayList<>();
            for (Future<CcmpResponse> response : threads.invokeAll(questions)) {
                responses.add(response.get());
            }
            return responses;
        } finally {
            threads.shutdown();
        }
    }
}
