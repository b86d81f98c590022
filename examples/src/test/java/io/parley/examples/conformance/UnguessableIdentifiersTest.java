package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.engine.Parley;
import io.parley.inmemory.InMemory;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody finds a conference or a user by trying identifiers (RFC 6501 section 8). */
class UnguessableIdentifiersTest {

    private static final int EACH = 5_000;
    private static final int LETTERS = 32;
    private static final int POSITIONS = 20; // of 5 bits each: 100 of the 96 bits that are asked for

    @Test
    @Requirement("DM-8-04")
    void generatedIdentifiersAreRandom() {
        try (InMemory memory = InMemory.open("example.com")) {
            Parley parley = Parley.builder("example.com", memory).build();
            List<String> conferences = new ArrayList<>();
            List<String> users = new ArrayList<>();
            for (int made = 0; made < EACH; made++) {
                String conference =
                        done(parley, conf(Operation.CREATE, ALICE)).confObjId().orElseThrow();
                conferences.add(conference);
                users.add(done(parley, Roster.joinBy("sip:guest" + made + "@elsewhere.example.org", conference))
                        .confUserId());
            }

            assertRandom(conferences, "xcon:");
            assertRandom(users, "xcon-userid:");
        }
    }

    private static CcmpResponse done(Parley parley, CcmpRequest request) {
        CcmpResponse response = parley.ccmp().handle(request);
        assertThat(response.isSuccess()).as(response.reason()).isTrue();
        return response;
    }

    private static void assertRandom(List<String> uris, String scheme) {
        assertThat(uris)
                .hasSize(EACH)
                .doesNotHaveDuplicates()
                .allSatisfy(uri -> assertThat(uri).startsWith(scheme).endsWith("@example.com"));
        List<String> tokens = uris.stream()
                .map(uri -> uri.substring(scheme.length(), uri.indexOf('@')))
                .toList();
        for (int position = 0; position < POSITIONS; position++) {
            int at = position;
            assertThat(tokens.stream().map(token -> token.charAt(at)).distinct())
                    .as("letters at position %d", position)
                    .hasSize(LETTERS);
        }
        for (int next = 1; next < tokens.size(); next++) {
            assertThat(alike(tokens.get(next - 1), tokens.get(next)))
                    .as("%s after %s", tokens.get(next), tokens.get(next - 1))
                    .isLessThan(POSITIONS / 2);
        }
    }

    /** In how many positions two tokens have the same letter; of two random ones in less than one, on average. */
    private static int alike(String one, String other) {
        int alike = 0;
        for (int position = 0; position < POSITIONS; position++) {
            if (one.charAt(position) == other.charAt(position)) {
                alike++;
            }
        }
        return alike;
    }
}
