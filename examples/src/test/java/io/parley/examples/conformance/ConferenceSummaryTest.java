package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The extension that RFC 6503 section 6.9 shows. */
class ConferenceSummaryTest {
    @Test
    void aSummaryOfNoConferenceIs400() {
        CcmpResponse response = House.open().ask(summary(ALICE, "confSummaryRequest"));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("confObjID");
    }

    @Test
    @Requirement({"CCMP-6.9-01", "CCMP-D3-11"})
    void theSummaryHoldsTitleStatusPublicityAndMedia() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        Element summary = summaryOf(house, conference);

        assertThat(summary.elements())
                .extracting(element -> element.name().local())
                .containsExactly("title", "status", "public", "media");
        assertThat(text(summary, "title")).contains("AudioRoom");
        assertThat(text(summary, "media")).isEqualTo("audio");
        assertThat(((Body.Extension)
                                house.done(summary(ALICE, "confRequestSummary").on(conference))
                                        .body())
                        .content())
                .containsExactly(summary);
    }

    @Test
    @Requirement("CCMP-6.9-02")
    void theStatusIsRegisteredThenActive() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        assertThat(text(summaryOf(house, conference), "status")).isEqualTo("registered");
        house.done(user(Operation.CREATE, ALICE).on(conference));
        assertThat(text(summaryOf(house, conference), "status")).isEqualTo("active");
    }

    @ParameterizedTest
    @CsvSource({
        "allow, anonymous, true",
        "allow, closedAuthenticated, false",
        "allow, openAuthenticated, false",
        "confirm, anonymous, false",
        "block, anonymous, false"
    })
    @Requirement("CCMP-6.9-03")
    void publicMeansThatEverybodyMayTakePart(String handling, String policy, String expected) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(update(
                ALICE,
                conference,
                users("<xcon:join-handling>" + handling + "</xcon:join-handling><xcon:user-admission-policy>" + policy
                        + "</xcon:user-admission-policy>")));

        assertThat(text(summaryOf(house, conference), "public")).isEqualTo(expected);
    }

    private static CcmpRequest summary(String user, String name) {
        return CcmpRequest.of(Message.EXTENDED, user).body(new Body.Extension(name, List.of()));
    }

    private static Element summaryOf(House house, String conference) {
        CcmpResponse response = house.done(summary(ALICE, "confSummaryRequest").on(conference));
        return ((Body.Extension) response.body()).content().get(0);
    }

    private static String text(Element summary, String name) {
        return summary.childText(Name.unqualified(name)).orElseThrow();
    }
}
