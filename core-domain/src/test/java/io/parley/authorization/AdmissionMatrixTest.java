package io.parley.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.authorization.Admission.Verdict;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every {@code join-handling} with every {@code user-admission-policy}, for everybody who may come: who is listed as allowed, with and
 * without a proof of who he is; who is listed as denied, with one; a stranger, with and without.
 *
 * <p>{@code in} is admitted, {@code wait} waits, {@code who?} has to prove who he is, {@code no} is refused.
 */
class AdmissionMatrixTest {

    private static final RegisteredUser LISTED = People.person("listed");
    private static final RegisteredUser DENIED = People.person("denied");
    private static final RegisteredUser STRANGER = People.person("stranger");

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # handling         | policy              | listed | listed, unproved | denied | stranger | stranger, unproved
            allow              | -                   | in     | in               | in     | in       | in
            allow              | vip                 | in     | in               | in     | in       | in
            allow              | anonymous           | in     | in               | in     | in       | in
            allow              | openAuthenticated   | in     | who?             | no     | in       | who?
            allow              | closedAuthenticated | in     | who?             | no     | no       | no
            authenticate       | -                   | in     | who?             | in     | in       | who?
            authenticate       | vip                 | in     | who?             | in     | in       | who?
            authenticate       | anonymous           | in     | who?             | in     | in       | who?
            authenticate       | openAuthenticated   | in     | who?             | no     | in       | who?
            authenticate       | closedAuthenticated | in     | who?             | no     | no       | no
            IVR                | -                   | in     | who?             | in     | in       | who?
            IVR                | vip                 | in     | who?             | in     | in       | who?
            IVR                | anonymous           | in     | who?             | in     | in       | who?
            IVR                | openAuthenticated   | in     | who?             | no     | in       | who?
            IVR                | closedAuthenticated | in     | who?             | no     | no       | no
            confirm            | -                   | wait   | wait             | wait   | wait     | wait
            confirm            | vip                 | wait   | wait             | wait   | wait     | wait
            confirm            | anonymous           | wait   | wait             | wait   | wait     | wait
            confirm            | openAuthenticated   | wait   | who?             | no     | wait     | who?
            confirm            | closedAuthenticated | wait   | wait             | wait   | wait     | wait
            directed-operator  | -                   | wait   | wait             | wait   | wait     | wait
            directed-operator  | vip                 | wait   | wait             | wait   | wait     | wait
            directed-operator  | anonymous           | wait   | wait             | wait   | wait     | wait
            directed-operator  | openAuthenticated   | wait   | who?             | no     | wait     | who?
            directed-operator  | closedAuthenticated | wait   | who?             | no     | no       | no
            block              | -                   | no     | no               | no     | no       | no
            block              | vip                 | no     | no               | no     | no       | no
            block              | anonymous           | no     | no               | no     | no       | no
            block              | openAuthenticated   | no     | no               | no     | no       | no
            block              | closedAuthenticated | no     | no               | no     | no       | no
            -                  | -                   | no     | no               | no     | no       | no
            -                  | vip                 | no     | no               | no     | no       | no
            -                  | anonymous           | no     | no               | no     | no       | no
            -                  | openAuthenticated   | no     | no               | no     | no       | no
            -                  | closedAuthenticated | no     | no               | no     | no       | no
            """)
    void everyPairForEverybody(
            String handling,
            String policy,
            String listed,
            String listedUnproved,
            String denied,
            String stranger,
            String strangerUnproved) {
        Conference conference = conference(handling, policy);

        assertThat(List.of(
                        word(conference, LISTED, true),
                        word(conference, LISTED, false),
                        word(conference, DENIED, true),
                        word(conference, STRANGER, true),
                        word(conference, STRANGER, false)))
                .containsExactly(listed, listedUnproved, denied, stranger, strangerUnproved);
    }

    /** But for {@code confirm} with {@code closedAuthenticated}, of which RFC 6501 section 4.6.2 says that the others wait. */
    @Test
    @Requirement("DM-4.6.1-09")
    void noPairIsLaxerThanEitherOfTheTwo() {
        for (String handling : List.of("allow", "authenticate", "IVR", "confirm", "directed-operator", "block", "-")) {
            for (String policy : List.of("-", "vip", "anonymous", "openAuthenticated", "closedAuthenticated")) {
                for (RegisteredUser user : List.of(LISTED, DENIED, STRANGER)) {
                    for (boolean authenticated : new boolean[] {true, false}) {
                        Requester requester = new Requester(user, authenticated);
                        Verdict both = Admission.of(requester, conference(handling, policy));
                        Verdict byHandling = Admission.of(requester, conference(handling, "-"));
                        Verdict byPolicy = Admission.of(requester, conference("allow", policy));

                        assertThat(both).isGreaterThanOrEqualTo(byHandling);
                        if (handling.equals("confirm") && policy.equals("closedAuthenticated")) {
                            assertThat(both).isEqualTo(Verdict.PENDING);
                        } else {
                            assertThat(both).isGreaterThanOrEqualTo(byPolicy);
                        }
                    }
                }
            }
        }
    }

    @Test
    void whoCouldAdmitHimselfDoesNotWait() {
        Requester owner = new Requester(People.ALICE, true);

        assertThat(Admission.of(owner, conference("confirm", "-"))).isEqualTo(Verdict.ADMITTED);
        assertThat(Admission.of(People.administrator(), conference("directed-operator", "-")))
                .isEqualTo(Verdict.ADMITTED);
    }

    private static Conference conference(String handling, String policy) {
        Element users = People.users()
                .with(People.allowed(LISTED.id().toString()))
                .with(People.denied(DENIED.id().toString()));
        users = handling.equals("-") ? users : users.with(Xcon.JOIN_HANDLING, handling);
        return People.conference(policy.equals("-") ? users : users.with(Xcon.USER_ADMISSION_POLICY, policy));
    }

    private static String word(Conference conference, RegisteredUser user, boolean authenticated) {
        return switch (Admission.of(new Requester(user, authenticated), conference)) {
            case ADMITTED -> "in";
            case PENDING -> "wait";
            case AUTHENTICATION_REQUIRED -> "who?";
            case LOCKED -> "locked";
            case REFUSED -> "no";
        };
    }
}
