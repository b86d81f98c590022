package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Placeholders of foreign domains, in names and in running text (RFC 6503 section 4.3). */
class MisplacedPlaceholdersTest {
    private static final String NEW = "xcon:AUTO_GENERATE_1@example.com";
    private static final String FOREIGN = "xcon-userid:AUTO_GENERATE_1@foreign.example";

    private final House house = House.open();

    @Test
    @Requirement("CCMP-4.3-07")
    void aPlaceholderOfAForeignDomainIs427() {
        String conference = house.conferenceOf(ALICE);
        String stranger =
                "<info:user entity='" + FOREIGN + "'><info:endpoint entity='sip:carl@example.com'/></info:user>";

        for (CcmpRequest request : new CcmpRequest[] {
            create("xcon:AUTO_GENERATE_1@foreign.example", ""),
            create(NEW, users(stranger)),
            update(ALICE, conference, users(stranger)),
            House.users(Operation.UPDATE, ALICE).on(conference).info(usersInfo(stranger)),
            user(Operation.CREATE, ALICE)
                    .on(conference)
                    .info(userInfo(FOREIGN, "<info:endpoint entity='sip:carl@example.com'/>")),
            user(Operation.UPDATE, ALICE).on(conference).info(userInfo(FOREIGN, ""))
        }) {
            CcmpResponse response = house.ask(request);
            assertThat(response.code()).as(request.toString()).isEqualTo(ResponseCode.INVALID_DOMAIN_NAME);
            assertThat(response.reason()).contains("foreign.example");
        }
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-4.3-05")
    void aPlaceholderInANameIs400() {
        CcmpResponse element = house.ask(create(NEW, "<x:AUTO_GENERATE_1/>"));
        CcmpResponse attribute = house.ask(create(NEW, "<info:users x:AUTO_GENERATE_1='a'/>"));

        assertThat(element.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(element.reason()).contains("AUTO_GENERATE_1");
        assertThat(attribute.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(house.done(CcmpRequest.of(Message.CONFS, ALICE)).body().info())
                .isEmpty();
    }

    @Test
    @Requirement("CCMP-D7-01")
    void whatOnlyLooksLikeAPlaceholderIsText() {
        Element document = created(
                NEW,
                description(
                        "<info:display-text>The AUTO_GENERATE_1 show</info:display-text>" + media("auto_generate_1")));

        assertThat(document.toString()).contains("The AUTO_GENERATE_1 show", "label=\"auto_generate_1\"");
    }

    private CcmpRequest create(String entity, String content) {
        return conf(Operation.CREATE, ALICE).info(confInfo(entity, content));
    }

    private Element created(String entity, String content) {
        return house.done(create(entity, content)).body().info().orElseThrow();
    }

    private static String media(String label) {
        return "<info:available-media><info:entry label='" + label
                + "'><info:type>audio</info:type></info:entry></info:available-media>";
    }
}
