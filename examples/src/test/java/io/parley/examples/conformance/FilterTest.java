package io.parley.examples.conformance;

import static io.parley.examples.conformance.Filters.blueprints;
import static io.parley.examples.conformance.Filters.conferences;
import static io.parley.examples.conformance.Filters.filtered;
import static io.parley.examples.conformance.Filters.uris;
import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.title;
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
import io.parley.engine.Parley;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.spec.Requirement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code xpathFilter} (RFC 6503 sections 5.3.1 and 5.3.2). */
class FilterTest {

    private static final String VIDEO_ROOM = "xcon:VideoRoom@example.com";
    private static final Element AUDIO_AND_VIDEO = Documents.read("<info:conference-info entity='" + VIDEO_ROOM
            + "'><info:conference-description><info:display-text>VideoRoom</info:display-text><info:available-media>"
            + "<info:entry label='1'><info:type>audio</info:type></info:entry>"
            + "<info:entry label='2'><info:type>video</info:type></info:entry>"
            + "</info:available-media></info:conference-description></info:conference-info>");

    @Test
    @Requirement("CCMP-5.3.1-03")
    void theExampleOfTheRfcSelectsTheBlueprintsWithAudioAndVideo() {
        House house = House.open(parley -> parley.blueprint(AUDIO_AND_VIDEO));

        assertThat(blueprints(house, ALICE, "")).containsExactly(AUDIO_ROOM, VIDEO_ROOM);
        assertThat(blueprints(
                        house,
                        ALICE,
                        "/conference-info[conference-description/available-media/entry/type='audio' and "
                                + "conference-description/available-media/entry/type='video']"))
                .containsExactly(VIDEO_ROOM);
    }

    @Test
    @Requirement("CCMP-5.3.2-02")
    void theExampleOfTheRfcSelectsTheConferencesThatAreRegisteredOnly() {
        House house = House.open();
        String registered = house.conferenceOf(ALICE);
        String active = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE).on(active));

        assertThat(conferences(
                        house, ALICE, "/conference-info[conference-description/conference-state/active='false']"))
                .containsExactly(registered);
        assertThat(conferences(house, ALICE, "/conference-info[conference-state/active='false']"))
                .containsExactly(registered);
        assertThat(conferences(house, ALICE, "/conference-info/conference-state/active='true'"))
                .containsExactly(active);
    }

    @Test
    void aFilterChoosesOnlyAmongWhatItsSenderMaySee() {
        House house = House.open();
        String ofAlice = house.conferenceOf(ALICE);
        String ofBob = house.conferenceOf(BOB);

        assertThat(conferences(house, ALICE, "true()")).containsExactly(ofAlice);
        assertThat(conferences(house, BOB, "true()")).containsExactly(ofBob);
        assertThat(conferences(house, ROOT, "true()")).containsExactlyInAnyOrder(ofAlice, ofBob);
    }

    @Test
    @Requirement("CCMP-5.3-09")
    void aFilterThatSelectsNothingIsAnsweredByAnEmptyListAndNot404() {
        House house = House.open();
        house.conferenceOf(ALICE);

        assertThat(blueprints(house, ALICE, "/conference-info[false()]")).isEmpty();
        assertThat(conferences(house, ALICE, "/conference-info[false()]")).isEmpty();
        assertThat(house.done(filtered(Message.CONFS, ALICE, "/conference-info[false()]"))
                        .body())
                .isEqualTo(Body.none());
    }

    @Test
    void aBlankFilterIsNone() {
        House house = House.open();

        assertThat(blueprints(house, ALICE, " \n ")).containsExactly(AUDIO_ROOM);
    }

    @Test
    @Requirement("CCMP-D8-01")
    void namesWithoutPrefixAreThoseOfBothNamespaces() {
        House house = House.open();
        String open = house.conferenceOf(ALICE);
        String silent = house.conferenceOf(ALICE);
        house.done(update(ALICE, silent, users("<xcon:join-handling/>")));

        assertThat(conferences(house, ALICE, "users/join-handling")).containsExactly(open);
    }

    @Test
    @Requirement("CCMP-D8-02")
    void prefixesAreThoseOfTheRequest() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        CcmpRequest request = CcmpRequest.of(Message.CONFS, ALICE);

        assertThat(uris(house.done(request.body(
                        new Body.Filter("q:users", Map.of("q", "urn:ietf:params:xml:ns:conference-info"))))))
                .containsExactly(conference);
        assertThat(uris(house.done(request.body(new Body.Filter("q:users", Map.of("q", "urn:example:q"))))))
                .isEmpty();
        assertThat(house.ask(request.body(new Body.Filter("q:users", Map.of()))).reason())
                .contains("the prefix q is not declared");
    }

    @Test
    @Requirement("CCMP-D8-03")
    void whatIsNoXPathIs400WithItsPlaceWhetherOrNotThereIsACandidate() {
        House house = House.open();

        for (Message message : new Message[] {Message.BLUEPRINTS, Message.CONFS}) {
            CcmpResponse response = house.ask(filtered(message, ALICE, "/conference-info["));

            assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
            assertThat(response.reason()).contains("xpathFilter").contains("offset 17");
        }
        assertThat(house.ask(filtered(Message.CONFS, ALICE, "document('http://example.com/')"))
                        .reason())
                .contains("there is no function document()");
    }

    @Test
    @Requirement("CCMP-D8-04")
    @Timeout(20)
    void whatCostsTooMuchIs400() {
        House house = House.open();
        house.conferenceOf(ALICE);
        String nested = "//*[//*[//*[//*[//*[//*[. = 'x']]]]]]";

        CcmpResponse steps = house.ask(filtered(Message.BLUEPRINTS, ALICE, nested));
        CcmpResponse length = house.ask(filtered(Message.CONFS, ALICE, "a" + " or a".repeat(1000)));
        CcmpResponse depth = house.ask(filtered(Message.CONFS, ALICE, "(".repeat(300) + "1" + ")".repeat(300)));

        assertThat(steps.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(steps.reason())
                .isEqualTo("xpathFilter: the expression takes more than 250000 steps on one document");
        assertThat(steps.body()).isEqualTo(Body.none());
        assertThat(length.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(length.reason()).contains("5001 characters");
        assertThat(depth.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(depth.reason()).contains("nested more than 16 deep");
    }

    @Test
    void aFilterSeesEachConferenceAsItIsNow() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        String expression = "conference-description/display-text='Weekly'";

        assertThat(conferences(house, ALICE, expression)).isEmpty();
        house.done(update(ALICE, conference, title("Weekly")));
        assertThat(conferences(house, ALICE, expression)).containsExactly(conference);
    }

    @Test
    void aSystemWithoutALanguageForFiltersAnswers501() {
        Parley parley = Parley.builder("example.com", ScriptedInMemory.open("example.com"))
                .build();

        assertThat(parley.ccmp().handle(filtered(Message.CONFS, ALICE, "users")).code())
                .isEqualTo(ResponseCode.NOT_IMPLEMENTED);
        assertThat(parley.ccmp().handle(filtered(Message.CONFS, ALICE, " ")).code())
                .isEqualTo(ResponseCode.SUCCESS);
    }
}
