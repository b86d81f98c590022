package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The passwords of a conference (RFC 6503 section 5.1, RFC 6501 section 4.2.6). */
class ConferencePasswordTest {

    private final House house = House.open();
    private final String conference = Protected.conference(house, ALICE, "8601");

    @Test
    @Requirement("CCMP-5.1-05")
    void aProtectedConferenceWantsItsPassword() {
        CcmpResponse response = house.ask(conf(Operation.RETRIEVE, ALICE).on(conference));

        assertThat(response.code()).isEqualTo(ResponseCode.CONFERENCE_PASSWORD_REQUIRED);
        assertThat(response.reason()).contains(conference);
        assertThat(response.body().info()).isEmpty();
        assertThat(response.version()).isEmpty();
    }

    @Test
    @Requirement("DM-4.2.6-01")
    void eachOfSeveralPasswordsOpens() {
        house.done(passwords("<xcon:conference-password>8601</xcon:conference-password>"
                        + "<xcon:conference-password>9712</xcon:conference-password>")
                .conferencePassword("8601"));

        assertThat(join("nobody's").code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
        assertThat(join("8601").code()).isEqualTo(ResponseCode.SUCCESS);
        house.done(conf(Operation.RETRIEVE, ALICE).on(conference).conferencePassword("9712"));
    }

    @Test
    void anEmptyPasswordElementOpensTheConference() {
        house.done(passwords("<xcon:conference-password/>").conferencePassword("8601"));

        house.done(conf(Operation.RETRIEVE, ALICE).on(conference));
    }

    @Test
    @Requirement("DM-4.2.6-04")
    void thePasswordIsShownToWhoSteersTheConferenceOnly() {
        join("8601");

        assertThat(retrieved(ALICE)).contains("8601");
        assertThat(retrieved(House.ROOT)).contains("8601");
        assertThat(retrieved(BOB)).contains("conf-uris").doesNotContain("8601");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<info:conference-description><info:service-uris>%s</info:service-uris></info:conference-description>",
                "<info:host-info><info:uris>%s</info:uris></info:host-info>",
                "<info:users><info:user entity='xcon-userid:alice@example.com'><info:associated-aors>%s</info:associated-aors>"
                        + "</info:user></info:users>"
            })
    @Requirement("DM-4.2.6-03")
    void aPasswordElsewhereIs400(String place) {
        CcmpResponse response = house.ask(update(
                        ALICE,
                        conference,
                        place.formatted("<info:entry><info:uri>http://example.com/</info:uri>"
                                + "<xcon:conference-password>1</xcon:conference-password></info:entry>"))
                .conferencePassword("8601"));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("conference-password");
    }

    private CcmpRequest passwords(String passwords) {
        return conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference,
                        description("<info:conf-uris><info:entry><info:uri>" + conference.replace("xcon:", "sip:")
                                + "</info:uri>" + passwords + "</info:entry></info:conf-uris>")));
    }

    private CcmpResponse join(String password) {
        return house.ask(user(Operation.CREATE, BOB).on(conference).conferencePassword(password));
    }

    private String retrieved(String user) {
        return house.done(conf(Operation.RETRIEVE, user).on(conference).conferencePassword("8601"))
                .body()
                .info()
                .orElseThrow()
                .toString();
    }
}
