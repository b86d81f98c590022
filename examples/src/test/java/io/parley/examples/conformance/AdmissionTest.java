package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Roster.add;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code join-handling} (RFC 6501 section 4.6.1) and the lock decide who may join. */
class AdmissionTest {

    private final House house = House.closed(parley -> parley.subjectMode(SubjectMode.OPTIONAL));
    private final String conference = house.conferenceOf(ALICE);

    AdmissionTest() {
        house.memory().authenticator().register("Bob83", "secret", XconUserId.of(BOB));
    }

    @Test
    @Requirement({"CCMP-D6-04", "DM-4.6.1-05"})
    void allowAdmitsAtOnce() {
        joinHandling("allow");

        house.done(join(BOB, conference));

        Element bob = Roster.record(house, conference, ALICE, BOB);
        assertThat(bob.child(Info.ENDPOINT)).isEmpty();
        assertThat(bob.toString()).doesNotContain("pending");
    }

    @Test
    @Requirement("CCMP-D6-08")
    void blockRefuses() {
        joinHandling("block");

        assertRefused(house.ask(join(BOB, conference)));
    }

    @Test
    void blockKeepsNobodyFromBeingAddedByTheOwner() {
        joinHandling("block");

        house.done(add(ALICE, conference, BOB));
    }

    @Test
    @Requirement({"CCMP-D6-09", "DM-4.6.1-02"})
    void absentMeansBlock() {
        change(house, conference, ALICE, "<xcon:join-handling/>");

        assertThat(Roster.of(house, conference, ALICE).child(Xcon.JOIN_HANDLING))
                .isEmpty();
        assertRefused(house.ask(join(BOB, conference)));
    }

    @Test
    @Requirement({"CCMP-D6-10", "DM-4.6.1-03"})
    void theDefaultBlueprintAllows() {
        String other = house.done(conf(Operation.CREATE, ALICE)).confObjId().orElseThrow();

        assertThat(Roster.of(house, other, ALICE).childText(Xcon.JOIN_HANDLING)).contains("allow");
        house.done(join(BOB, other));
        house.done(add(ALICE, other, CAROL));
    }

    @Test
    @Requirement("CCMP-D6-06")
    void authenticateWantsASubject() {
        joinHandling("authenticate");

        assertThat(house.ask(join(BOB, conference)).code()).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(house.ask(join(BOB, conference).subject("Bob83", "wrong")).code())
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
        house.done(join(BOB, conference).subject("Bob83", "secret"));
    }

    @Test
    @Requirement({"CCMP-D6-11", "DM-4.6.1-08"})
    void whatTheRfcDoesNotKnowActsAsAuthenticateAndIsKept() {
        joinHandling("IVR");

        assertThat(house.ask(join(BOB, conference)).code()).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        house.done(join(BOB, conference).subject("Bob83", "secret"));
        assertThat(Roster.of(house, conference, ALICE).childText(Xcon.JOIN_HANDLING))
                .contains("IVR");
    }

    @Test
    @Requirement("CCMP-D6-17")
    void aLockedConferenceAdmitsNobody() {
        for (String locked : List.of("true", "1")) {
            lock(locked);

            for (CcmpResponse refused : List.of(
                    house.ask(join(BOB, conference)),
                    house.ask(add(ALICE, conference, BOB)),
                    house.ask(Roster.joinBy("sip:dan@example.com", conference)))) {
                assertRefused(refused);
                assertThat(refused.reason()).contains("locked");
            }
        }
        lock("false");
        house.done(join(BOB, conference));
    }

    @Test
    void anEmptyRosterStaysJoinableByItsRulesOnly() {
        joinHandling("block");
        house.done(House.user(Operation.DELETE, ALICE).on(conference));

        assertThat(house.ask(join(ALICE, conference)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        house.done(add(ALICE, conference, BOB));
    }

    private void joinHandling(String handling) {
        change(house, conference, ALICE, "<xcon:join-handling>" + handling + "</xcon:join-handling>");
    }

    private void lock(String locked) {
        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference,
                        "<info:conference-state><info:locked>" + locked + "</info:locked></info:conference-state>")));
    }

    private void assertRefused(CcmpResponse response) {
        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(response.reason()).contains(conference);
        assertThat(response.version()).isEmpty();
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE);
    }
}
