package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** What a blueprint shows to whom (RFC 6503 section 5.3.1, design section 11). */
class BlueprintSecretsTest {
    private static final String BOARD = "xcon:Board@example.com";

    @Test
    @Requirement("CCMP-5.3.1-05")
    void noBlueprintShowsAPassword() {
        House house = House.open();
        CcmpResponse created = house.done(
                blueprint(Operation.CREATE, ROOT)
                        .info(
                                confInfo(
                                        BOARD,
                                        description(
                                                "<info:conf-uris><info:entry><info:uri>tel:+493012345</info:uri>"
                                                        + "<xcon:conference-password>8601</xcon:conference-password></info:entry></info:conf-uris>"))));

        assertThat(created.body().info().orElseThrow().toString())
                .contains("tel:+493012345")
                .doesNotContain("8601");
        assertThat(document(house, ALICE, BOARD).toString()).doesNotContain("8601");
        assertThat(document(house, ROOT, BOARD).toString()).doesNotContain("8601");
    }

    @Test
    void theListOfTheBannedIsForAdministratorsToSee() {
        House house = House.open();
        house.done(change(
                ROOT,
                AUDIO_ROOM,
                users("<xcon:deny-users-list><xcon:target uri='sip:mallory@example.com'/></xcon:deny-users-list>")));

        assertThat(document(house, ROOT, AUDIO_ROOM).at(Info.USERS, Xcon.DENY_USERS_LIST))
                .isPresent();
        assertThat(document(house, ALICE, AUDIO_ROOM).at(Info.USERS, Xcon.DENY_USERS_LIST))
                .isEmpty();
    }

    private static CcmpRequest change(String user, String blueprint, String content) {
        return blueprint(Operation.UPDATE, user).on(blueprint).info(confInfo(blueprint, content));
    }

    private static Element document(House house, String user, String blueprint) {
        return house.done(blueprint(Operation.RETRIEVE, user).on(blueprint))
                .body()
                .info()
                .orElseThrow();
    }
}
