package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Info;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a document belongs to the server, and what only the server keeps right (RFC 6503 section 5.3.4). */
class ServerPartsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<info:conference-state><info:user-count>7</info:user-count></info:conference-state>",
                "<info:conference-state><info:user-count/></info:conference-state>",
                "<info:conference-state><info:active>false</info:active></info:conference-state>",
                "<info:conference-description><xcon:cloning-parent>xcon:a@example.com</xcon:cloning-parent></info:conference-description>",
                "<info:conference-description><xcon:cloning-parent/></info:conference-description>",
                "<info:conference-description><xcon:sidebar-parent>xcon:a@example.com</xcon:sidebar-parent></info:conference-description>",
                "<xcon:floor-information><xcon:conference-ID>7</xcon:conference-ID></xcon:floor-information>",
                "<info:users><info:user entity='xcon-userid:alice@example.com'><info:endpoint entity='sip:alice@example.com'>"
                        + "<info:status>connected</info:status></info:endpoint></info:user></info:users>",
                "<info:users><info:user entity='xcon-userid:alice@example.com'><info:endpoint entity='sip:alice@example.com'>"
                        + "<info:call-info><info:sip><info:call-id>a</info:call-id><info:from-tag>b</info:from-tag>"
                        + "<info:to-tag>c</info:to-tag></info:sip></info:call-info></info:endpoint></info:user></info:users>",
            })
    @Requirement("CCMP-D5-14")
    void whatBelongsToTheServerIs426(String content) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE).on(conference));

        CcmpResponse response = house.ask(update(ALICE, conference, content));

        assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(response.version()).contains(new Version(2));
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(2);
    }

    @Test
    void theOwnEntryOfTheFocusIsKept() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        String focus = conference.replace("xcon:", "sip:");

        CcmpResponse response = house.ask(update(
                ALICE,
                conference,
                description("<info:conf-uris><info:entry state='deleted'><info:uri>" + focus
                        + "</info:uri></info:entry></info:conf-uris>")));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(response.reason()).contains(focus);
    }

    @Test
    void whomAnUpdateRemovesHasLeft() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, BOB).on(conference));

        house.done(update(ALICE, conference, users("<info:user entity='" + BOB + "' state='deleted'/>")));

        assertThat(house.documentOf(conference, ALICE).textAt(Info.CONFERENCE_STATE, Info.USER_COUNT))
                .contains("1");
        house.done(user(Operation.CREATE, BOB).on(conference));
    }

    @Test
    void theOwnerStartsTheConference() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        house.done(update(ALICE, conference, state("<info:active>true</info:active>")));

        assertThat(house.documentOf(conference, ALICE).textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                .contains("true");
    }
}
