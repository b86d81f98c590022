package io.parley.authorization;

import static io.parley.authorization.People.BOB;
import static io.parley.authorization.People.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.spec.Requirement;
import io.parley.user.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {

    @Test
    void aStrangerNeitherSteersNorBelongs() {
        Standing stranger = of(People.conference(users().with(People.record(People.ALICE, "moderator"))));
        assertThat(stranger).isEqualTo(new Standing(false, false, false, false, false));
        assertThat(stranger.steers()).isFalse();
        assertThat(stranger.belongs()).isFalse();
    }

    @Test
    void anAdministratorOfTheSystemSteersEveryConference() {
        Standing standing = Standing.of(People.administrator(), People.conference(users()));
        assertThat(standing.steers()).isTrue();
        assertThat(standing.belongs()).isTrue();
    }

    @Test
    void theOwnerSteersWhetherOrNotHeStandsInTheRoster() {
        Conference his = People.conference(People.conference(users()).document(), Optional.of(BOB.id()));
        assertThat(of(his)).isEqualTo(new Standing(false, true, false, false, false));
        assertThat(of(his).steers()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "administrator, true",
        "moderator, true",
        "Moderator, true",
        "user, false",
        "participant, false",
        "observer, false",
        "none, false"
    })
    @Requirement("DM-4.6.5.2-01")
    void administratorsAndModeratorsSteer(String role, boolean steers) {
        Standing standing = of(People.conference(users().with(People.record(BOB, role))));
        assertThat(standing.steers()).isEqualTo(steers);
        assertThat(standing.belongs()).isTrue();
        assertThat(Standing.roles(People.record(BOB, role))).containsExactly(Role.of(role));
    }

    @Test
    @Requirement("DM-4.6.5.2-03")
    void whoHasSeveralRolesHasTheRightsOfAllOfThem() {
        Conference conference = People.conference(users().with(People.record(BOB, "participant", "moderator")));
        assertThat(of(conference).steers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizer", "chair", "moderators"})
    @Requirement("DM-4.6.5.2-04")
    void anUnknownRoleIsKeptAndGivesNoRights(String role) {
        assertThat(of(People.conference(users().with(People.record(BOB, role)))).steers())
                .isFalse();
        assertThat(Standing.roles(People.record(BOB, role)).get(0)).hasToString(role);
    }

    @Test
    void aUserBelongs() {
        Standing standing = of(People.conference(users().with(People.record(BOB))));
        assertThat(standing).isEqualTo(new Standing(false, false, false, true, false));
        assertThat(standing.belongs()).isTrue();
    }

    @Test
    void whoIsInvitedBelongs() {
        Standing standing = of(People.conference(users().with(People.allowed("sip:bob@example.org"))));
        assertThat(standing).isEqualTo(new Standing(false, false, false, false, true));
        assertThat(standing.belongs()).isTrue();
        assertThat(standing.steers()).isFalse();
    }

    @Test
    void whoIsInvitedByARoleThatHeHasNotDoesNotBelong() {
        assertThat(of(People.conference(users().with(People.allowed("moderator"))))
                        .belongs())
                .isFalse();
    }

    private static Standing of(Conference conference) {
        return Standing.of(People.bob(), conference);
    }
}
