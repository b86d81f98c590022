package io.parley.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import io.parley.user.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a target means. Bob is {@code bob@example.com}, reached as {@code sip:bob@example.org} and by telephone. */
class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xcon-userid:bob@example.com",
                "XCON-USERID:BOB@Example.com",
                "sip:bob@example.org",
                "SIP:bob@EXAMPLE.org",
                "tel:+12015550123"
            })
    @Requirement("DM-4.6.3-04")
    void anIdentifierOrContactMeansTheUserWhoOwnsIt(String uri) {
        assertThat(meansBob(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xcon-userid:alice@example.com",
                "sip:bob@example.com",
                "sip:Bob@example.org",
                "sips:bob@example.org",
                "tel:+12015550124",
                "mailto:bob@example.org"
            })
    @Requirement("DM-4.6.3-04")
    void nobodyElsesIdentifierOrContactMeansHim(String uri) {
        assertThat(meansBob(uri)).isFalse();
    }

    @Test
    @Requirement("DM-4.6.3-05")
    void aRoleMeansEveryUserWhoHasIt() {
        assertThat(meansBob("moderator", Role.PARTICIPANT, Role.MODERATOR)).isTrue();
        assertThat(meansBob("Moderator", Role.MODERATOR)).isTrue();
        assertThat(meansBob("chair", Role.of("chair"))).isTrue();
        assertThat(meansBob("moderator", Role.PARTICIPANT)).isFalse();
        assertThat(meansBob("moderator")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*@example.com",
                "*@EXAMPLE.COM",
                "*@example.org",
                "sip:*@example.org",
                "sips:*@example.org",
                "xcon-userid:*@example.com"
            })
    @Requirement("DM-4.6.3-06")
    void aDomainMeansEverybodyOfItInAnyScheme(String uri) {
        assertThat(meansBob(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*@sub.example.com", "*@com", "*@", "*@example.net", "x*@example.com", "example.com"})
    @Requirement("DM-4.6.3-06")
    void noOtherDomainMeansHim(String uri) {
        assertThat(meansBob(uri)).isFalse();
    }

    @Test
    @Requirement("DM-4.6.3-07")
    void withoutAColonItIsARoleWithAStarADomainElseAUri() {
        RegisteredUser odd = People.person("odd", "sip:odd@example.net:5070");
        Role sameName = Role.of("xcon-userid:odd@example.com");
        assertThat(new Target("*@example.net").matches(odd, List.of())).isTrue();
        assertThat(new Target("odd").matches(odd, List.of())).isFalse();
        assertThat(new Target("odd").matches(odd, List.of(Role.of("odd")))).isTrue();
        assertThat(new Target("xcon-userid:bob@example.com").matches(odd, List.of(sameName)))
                .isFalse();
        assertThat(new Target("xcon-userid:Odd@example.com").matches(odd, List.of()))
                .isTrue();
        assertThat(new Target("").matches(odd, List.of())).isFalse();
    }

    private static boolean meansBob(String uri, Role... roles) {
        return new Target(uri).matches(People.BOB, List.of(roles));
    }
}
