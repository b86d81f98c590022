package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.RecordingSignalling.Invite;
import io.parley.inmemory.RecordingSignalling.Refer;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Targets that are to be called or referred, when their conference starts or while it runs (RFC 6503 section 3.2). */
class CalledTargetsTest {

    private static final String DAN = "sip:dan@example.org";
    private static final String EVE = "sip:eve@example.org";
    private static final String CALL_DAN = "<xcon:target uri='" + DAN + "' method='dial-out'/>";
    private static final String REFER_EVE = "<xcon:target uri='" + EVE + "' method='refer'/>";

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement({"CCMP-3.2-07", "DM-4.6.2-11"})
    void aConferenceThatIsNotRunningCallsItsTargetsWhenItStarts() {
        list(CALL_DAN + REFER_EVE);
        assertThat(house.memory().signalling().calls()).isEmpty();

        house.done(join(ALICE, conference));

        assertThat(house.memory().signalling().calls())
                .containsExactly(new Invite(uri(), ContactUri.of(DAN)), new Refer(uri(), ContactUri.of(EVE)));
    }

    @Test
    @Requirement({"CCMP-3.2-06", "DM-4.6.3-12"})
    void aRunningConferenceCallsNewTargetsAtOnceAndNobodyTwice() {
        house.done(join(ALICE, conference));
        list(CALL_DAN);
        assertThat(house.memory().signalling().take()).containsExactly(new Invite(uri(), ContactUri.of(DAN)));

        list(CALL_DAN + REFER_EVE);
        house.done(join(BOB, conference));

        assertThat(house.memory().signalling().calls()).containsExactly(new Refer(uri(), ContactUri.of(EVE)));
    }

    @Test
    void whoDialsInAndRolesAndDomainsAndUnknownMethodsAreNotCalled() {
        house.done(join(ALICE, conference));

        list("<xcon:target uri='" + DAN + "' method='dial-in'/><xcon:target uri='moderator' method='dial-out'/>"
                + "<xcon:target uri='sip:*@example.org' method='dial-out'/><xcon:target uri='" + EVE
                + "' method='sms'/>");

        assertThat(house.memory().signalling().calls()).isEmpty();
    }

    @Test
    void whoHasJoinedIsNotCalled() {
        house.done(join(BOB, conference).info(House.userInfo(BOB, Roster.endpoint(DAN))));

        list(CALL_DAN);

        assertThat(house.memory().signalling().calls()).isEmpty();
    }

    private void list(String targets) {
        change(house, conference, ALICE, "<xcon:allowed-users-list>" + targets + "</xcon:allowed-users-list>");
    }

    private XconUri uri() {
        return XconUri.of(conference);
    }
}
