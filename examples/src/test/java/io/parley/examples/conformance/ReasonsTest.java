package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.CcmpSettings.SwitchedOff;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.identity.Version;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reason that an error carries for a person: it names the offending element or URI (design section 1). */
class ReasonsTest {

    private static final String CONFERENCE = "xcon:team@example.com";
    private static final String SECRET = "xcon:secret@example.com";
    private static final String NOBODY = "xcon-userid:nobody@example.com";

    /** A request, the code of its answer, and what the reason names. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(update(ALICE, CONFERENCE, state("<info:locked>maybe</info:locked>")), 400, "locked"),
                Arguments.of(conf(Operation.RETRIEVE, BOB).on(CONFERENCE), 401, BOB),
                Arguments.of(users(Operation.DELETE, ALICE).on(CONFERENCE), 403, "usersRequest"),
                Arguments.of(conf(Operation.RETRIEVE, ALICE).on(NOWHERE), 404, NOWHERE),
                Arguments.of(update(ALICE, CONFERENCE, "").basedOn(new Version(9)), 409, "version 9"),
                Arguments.of(user(Operation.UPDATE, ALICE).on(CONFERENCE).info(userInfo(NOBODY, "")), 420, NOBODY),
                Arguments.of(conf(Operation.RETRIEVE, NOBODY).on(CONFERENCE), 421, NOBODY),
                Arguments.of(conf(Operation.RETRIEVE, ALICE).on(SECRET).conferencePassword("1"), 422, SECRET),
                Arguments.of(conf(Operation.RETRIEVE, ALICE).on(SECRET), 423, SECRET),
                Arguments.of(conf(Operation.RETRIEVE, ALICE).on(CONFERENCE).subject("alice", "wrong"), 424, "subject"),
                Arguments.of(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM), 425, AUDIO_ROOM),
                Arguments.of(
                        update(ALICE, CONFERENCE, state("<info:user-count>7</info:user-count>")), 426, "user-count"),
                Arguments.of(
                        conf(Operation.CREATE, ALICE).info(confInfo("xcon:a@foreign.example", "")),
                        427,
                        "foreign.example"),
                Arguments.of(
                        CcmpRequest.of(Message.SIDEBARS_BY_VAL, ALICE).on(CONFERENCE), 501, "sidebarsByValRequest"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theReasonNamesWhatIsWrong(CcmpRequest request, int code, String named) {
        House house = House.closed(parley -> parley.subjectMode(SubjectMode.OPTIONAL)
                .withoutOperation(new SwitchedOff(Message.SIDEBARS_BY_VAL, Operation.RETRIEVE)));
        house.done(conf(Operation.CREATE, ALICE).info(confInfo(CONFERENCE, "")));
        house.done(conf(Operation.CREATE, ALICE).on(AUDIO_ROOM));
        house.done(
                conf(Operation.CREATE, ALICE)
                        .info(
                                confInfo(
                                        SECRET,
                                        description(
                                                "<info:conf-uris><info:entry><info:uri>sip:secret@example.com</info:uri>"
                                                        + "<xcon:conference-password>8601</xcon:conference-password></info:entry></info:conf-uris>"))));

        CcmpResponse response = house.ask(request);

        assertThat(response.code())
                .as(response.reason())
                .isEqualTo(ResponseCode.of(code).orElseThrow());
        assertThat(response.reason()).contains(named).doesNotContain("8601");
    }
}
