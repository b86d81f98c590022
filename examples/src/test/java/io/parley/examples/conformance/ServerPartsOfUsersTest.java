package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a document that only the server sets: another value is 426, whoever sends it (design page, section 5). */
class ServerPartsOfUsersTest {

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("CCMP-D5-14")
    void anotherValueIs426() {
        house.done(join(ALICE, conference).info(House.userInfo(ALICE, Roster.endpoint("sip:alice@example.com"))));

        assertRefused("user-count", state("<info:user-count>7</info:user-count>"));
        assertRefused("user-count", state("<info:user-count/>"));
        assertRefused("active", state("<info:active>false</info:active>"));
        assertRefused("active", state("<info:active/>"));
        assertRefused(
                "cloning-parent", description("<xcon:cloning-parent>xcon:other@example.com</xcon:cloning-parent>"));
        assertRefused("cloning-parent", description("<xcon:cloning-parent/>"));
        assertRefused(
                "sidebar-parent", description("<xcon:sidebar-parent>xcon:other@example.com</xcon:sidebar-parent>"));
        assertRefused(
                "call-info",
                "<info:users><info:user entity='" + ALICE + "'><info:endpoint entity='sip:alice@example.com'>"
                        + "<info:call-info><info:sip><info:call-id>1</info:call-id><info:from-tag>2</info:from-tag>"
                        + "<info:to-tag>3</info:to-tag></info:sip></info:call-info></info:endpoint></info:user>"
                        + "</info:users>");
    }

    @Test
    void theSameValueIs200() {
        house.done(join(ALICE, conference));

        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .info(confInfo(
                        conference,
                        state("<info:user-count>1</info:user-count><info:active>true</info:active>")
                                + description("<xcon:cloning-parent>" + House.AUDIO_ROOM + "</xcon:cloning-parent>"))));
        house.done(conf(Operation.UPDATE, ALICE).on(conference).info(house.documentOf(conference, ALICE)));
    }

    private void assertRefused(String part, String content) {
        for (String sender : List.of(ALICE, ROOT)) {
            CcmpResponse response =
                    house.ask(conf(Operation.UPDATE, sender).on(conference).info(confInfo(conference, content)));

            assertThat(response.code())
                    .as("%s: %s", content, response.reason())
                    .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
            assertThat(response.reason()).contains(part);
            assertThat(response.version().orElseThrow().value()).isEqualTo(2);
        }
    }

    private static String state(String content) {
        return "<info:conference-state>" + content + "</info:conference-state>";
    }

    private static String description(String content) {
        return "<info:conference-description>" + content + "</info:conference-description>";
    }
}
