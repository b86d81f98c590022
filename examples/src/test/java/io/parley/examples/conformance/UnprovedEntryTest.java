package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.document.Info;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.Verification;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who joined without proving who he is bears a mark (RFC 6503 section 10.2, RFC 5239 section 11.1). */
class UnprovedEntryTest {

    private final House house = House.closed(parley -> parley.subjectMode(SubjectMode.OPTIONAL));
    private final String conference = house.conferenceOf(ALICE);

    UnprovedEntryTest() {
        house.memory().authenticator().register("Bob", "b", XconUserId.of(BOB));
    }

    @Test
    @Requirement({"CCMP-10.2-05", "XF-11.1-04"})
    void aModeratorSeesThatSomebodyHasNotProvedWhoHeIs() {
        house.done(join(BOB, conference));

        assertThat(mark()).contains("none");
    }

    @Test
    void whoHasProvedWhoHeIsBearsNoMark() {
        house.done(join(BOB, conference).subject("Bob", "b"));

        assertThat(mark()).isEmpty();
    }

    @Test
    void nobodySetsTheMark() {
        house.done(join(BOB, conference));

        ResponseCode code = house.ask(user(Operation.UPDATE, BOB)
                        .on(conference)
                        .info(userInfo(
                                BOB,
                                "<u:authentication xmlns:u='" + Verification.NAMESPACE
                                        + "'>password</u:authentication>")))
                .code();

        assertThat(code).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(mark()).contains("none");
    }

    @Test
    void aJoinWithoutARecordLeavesTheNameThatIsKnown() {
        house.done(join(BOB, conference));

        assertThat(Roster.record(house, conference, ALICE, BOB).childText(Info.DISPLAY_TEXT))
                .contains("Bob");
    }

    private Optional<String> mark() {
        return Roster.record(house, conference, ALICE, BOB).childText(Verification.AUTHENTICATION);
    }
}
