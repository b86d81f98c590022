package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The attributes {@code state} and {@code version} of RFC 4575: tolerated, of effect in one place, never written (RFC 6501 section 4.1). */
class StateAttributeTest {
    private static final String ENDPOINT = "<info:endpoint entity='sip:alice@example.com'>%s</info:endpoint>";

    private final House house = House.open();
    private String conference = "";

    @BeforeEach
    void create() {
        conference = house.conferenceOf(ALICE);
    }

    @Test
    @Requirement("CCMP-D5-04")
    void anEntryWhoseStateIsDeletedIsRemoved() {
        after(users("<info:user entity='" + BOB + "'/><info:user entity='" + ALICE + "'>"
                + ENDPOINT.formatted("<info:media id='1'><info:display-text>mic</info:display-text></info:media>")
                + "</info:user>"));

        assertThat(after(users("<info:user entity='" + BOB + "' state='deleted'/>"))
                        .toString())
                .doesNotContain(BOB)
                .contains("mic");
        assertThat(after(inside("users alice endpoint", "<info:media id='1' state='deleted'/>"))
                        .toString())
                .doesNotContain("mic")
                .contains("sip:alice@example.com");
        assertThat(after(inside("users alice", "<info:endpoint entity='sip:alice@example.com' state='deleted'/>"))
                        .toString())
                .doesNotContain("sip:alice@example.com")
                .contains(ALICE);
    }

    @ParameterizedTest
    @CsvSource({"full", "partial", "deleted"})
    @Requirement({"DM-4.1-02", "DM-4.1-03"})
    void stateAndVersionElsewhereHaveNoEffectAndAreNeverKept(String state) {
        Element before = document();

        Element after = after("<info:users state='" + state + "'/><info:conference-description><info:conf-uris state='"
                + state + "'/></info:conference-description>");

        assertThat(after).isEqualTo(before);
        assertThat(after(users("<info:user entity='" + BOB + "' state='full'>"
                                + ENDPOINT.replace("'>", "' state='partial'>").formatted("") + "</info:user>"))
                        .toString())
                .contains("sip:alice@example.com")
                .doesNotContain(" state=")
                .doesNotContain(" version=");
    }

    @Test
    @Requirement("DM-5-03")
    void anUnknownStateIs400() {
        CcmpResponse response = house.ask(update(ALICE, conference, "<info:users state='gone'/>"));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("state", "gone");
    }

    private static String inside(String collection, String entry) {
        return switch (collection) {
            case "users" -> users(entry);
            case "users alice" -> users("<info:user entity='" + ALICE + "'>" + entry + "</info:user>");
            case "users alice endpoint" -> inside("users alice", ENDPOINT.formatted(entry));
            default -> {
                String[] path = collection.split(" ", -1);
                String inner = "<info:" + path[path.length - 1] + ">" + entry + "</info:" + path[path.length - 1] + ">";
                yield path.length == 3
                        ? inside("users alice", inner)
                        : "<info:" + path[0] + ">" + inner + "</info:" + path[0] + ">";
            }
        };
    }

    private Element after(String changes) {
        return house.done(update(ALICE, conference, changes)).body().info().orElseThrow();
    }

    private Element document() {
        return house.documentOf(conference, ALICE);
    }
}
