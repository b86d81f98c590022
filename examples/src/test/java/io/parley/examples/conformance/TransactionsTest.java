package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Requests as transactions: whole, one after the other, and without a trace when they fail (RFC 6503 section 4). */
class TransactionsTest {

    private final House house = House.open();

    @Test
    void everyConferenceHasAUriOfItsOwn() throws InterruptedException, ExecutionException {
        List<String> uris = inParallel(
                        1000, any -> conf(Operation.CREATE, ALICE).on(AUDIO_ROOM))
                .stream()
                .map(response -> response.confObjId().orElseThrow())
                .toList();

        assertThat(uris).hasSize(1000).doesNotHaveDuplicates().doesNotContain(AUDIO_ROOM);
    }

    @Test
    @Requirement("CCMP-4-03")
    void updatesOfOneConferenceRunOneAfterTheOther() throws InterruptedException, ExecutionException {
        String conference = house.conferenceOf(ALICE);

        List<CcmpResponse> responses = inParallel(
                100,
                n -> update(
                        ALICE,
                        conference,
                        description("<info:available-media><info:entry label='m" + n
                                + "'><info:type>audio</info:type></info:entry></info:available-media>")));

        assertThat(responses)
                .extracting(response -> response.version().orElseThrow().value())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 101).boxed().toList());
        assertThat(house.documentOf(conference, ALICE)
                        .at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                        .orElseThrow()
                        .count(Info.ENTRY))
                .isEqualTo(101);
    }

    @Test
    @Requirement({"CCMP-4-02", "CCMP-4.2-04"})
    void aRequestFailsAsAWhole() {
        String conference = house.conferenceOf(ALICE);
        Element before = house.documentOf(conference, ALICE);

        CcmpResponse invalid = house.ask(update(
                ALICE,
                conference,
                description(
                        "<info:subject>new</info:subject><info:service-uris><info:entry><info:uri>not a URI</info:uri>"
                                + "</info:entry></info:service-uris>")));
        CcmpResponse refused =
                house.ask(update(ALICE, conference, title("New") + state("<info:user-count>7</info:user-count>")));

        assertThat(invalid.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(invalid.reason()).contains("service-uris", "not a URI");
        assertThat(refused.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(house.documentOf(conference, ALICE)).isEqualTo(before);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-5.4-17")
    void aFaultOfTheServersOwnIs500AndChangesNothing() {
        String conference = house.conferenceOf(ALICE);
        Element before = house.documentOf(conference, ALICE);
        house.memory().faults().failCommit(1);

        CcmpResponse response = house.ask(update(ALICE, conference, title("New")));

        assertThat(response.code()).isEqualTo(ResponseCode.SERVER_INTERNAL_ERROR);
        assertThat(house.documentOf(conference, ALICE)).isEqualTo(before);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
        house.done(update(ALICE, conference, title("New")));
    }

    @Test
    @Requirement("CCMP-D2-15")
    void a500NamesAnIncidentThatTheLogRepeats() {
        String conference = house.conferenceOf(ALICE);
        house.memory().faults().failCommit(1);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("io.parley");
        logger.addAppender(log);

        String reason = house.ask(update(ALICE, conference, title("New"))).reason();
        logger.detachAppender(log);

        String incident = reason.substring(reason.lastIndexOf(' ') + 1);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.contains(incident));
        assertThat(reason).doesNotContain("io.parley", "Exception", "Fault");
    }

    @Test
    void anUpdateThatRunsAgainIsOneUpdate() {
        String conference = house.conferenceOf(ALICE);
        house.memory()
                .faults()
                .beforeCommit(() ->
                        house.done(update(ALICE, conference, description("<info:subject>Between</info:subject>"))));

        CcmpResponse response = house.done(update(ALICE, conference, title("New")));

        Element document = response.body().info().orElseThrow();
        assertThat(response.version().orElseThrow().value()).isEqualTo(3);
        assertThat(titleOf(document)).contains("New");
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)).contains("Between");
    }

    private List<CcmpResponse> inParallel(int count, IntFunction<CcmpRequest> request)
            throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(20);
        try {
            List<Future<CcmpResponse>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                CcmpRequest next = request.apply(i);
                answers.add(clients.submit(() -> house.done(next)));
            }
            List<CcmpResponse> responses = new ArrayList<>();
            for (Future<CcmpResponse> answer : answers) {
                responses.add(answer.get());
            }
            return responses;
        } finally {
            clients.shutdownNow();
        }
    }
}
