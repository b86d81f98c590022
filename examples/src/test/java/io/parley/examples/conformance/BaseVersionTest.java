package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The version on which an update is based, and the version that a response states (RFC 6503 section 4.2). */
class BaseVersionTest {

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    void anUpdateOfTheUsersOnAnObsoleteVersionIs409() {
        CcmpRequest update = users(Operation.UPDATE, ALICE).on(conference).basedOn(Version.FIRST);
        house.done(update.info(usersInfo("<xcon:join-handling>authenticate</xcon:join-handling>")));

        CcmpResponse late = house.ask(update.info(usersInfo("<xcon:join-handling>block</xcon:join-handling>")));

        assertThat(late.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(late.version().orElseThrow().value()).isEqualTo(2);
        assertThat(Roster.of(house, conference, ALICE).childText(Xcon.JOIN_HANDLING))
                .contains("authenticate");
    }

    @Test
    void anUpdateOfAUserOnAnObsoleteVersionIs409() {
        CcmpRequest update = user(Operation.UPDATE, ALICE).on(conference).basedOn(Version.FIRST);
        house.done(update.info(userInfo(ALICE, "<info:display-text>Alice A.</info:display-text>")));

        CcmpResponse late = house.ask(update.info(userInfo(ALICE, "<info:display-text>Alice B.</info:display-text>")));

        assertThat(late.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(late.version().orElseThrow().value()).isEqualTo(2);
        assertThat(Roster.record(house, conference, ALICE, ALICE).childText(Info.DISPLAY_TEXT))
                .contains("Alice A.");
    }

    @Test
    @Requirement("CCMP-5.4-07")
    void retrieveAndDeleteAskForNoVersion() {
        house.done(join(BOB, conference));

        for (CcmpRequest request : List.of(
                conf(Operation.RETRIEVE, ALICE),
                users(Operation.RETRIEVE, ALICE),
                user(Operation.RETRIEVE, ALICE),
                user(Operation.DELETE, BOB),
                conf(Operation.DELETE, ALICE))) {
            house.done(request.on(conference).basedOn(Version.FIRST));
        }
    }

    @Test
    void retrieveIgnoresAnInfo() {
        Element document = house.documentOf(conference, ALICE);
        CcmpResponse conf = house.done(conf(Operation.RETRIEVE, ALICE)
                .on(conference)
                .info(confInfo("xcon:other@example.com", title("foreign"))));
        CcmpResponse users = house.done(users(Operation.RETRIEVE, ALICE)
                .on(conference)
                .info(usersInfo("<xcon:join-handling>block</xcon:join-handling>")));

        assertThat(conf.body()).isEqualTo(new Body.Info(document));
        assertThat(users.body().info()).isEqualTo(document.child(Info.USERS));
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-D1-12")
    void theBaseVersionStandsBesideOrInTheInfo() {
        Element first = confInfo(conference, title("first"));
        Element second = confInfo(conference, title("second")).withAttribute(Attributes.VERSION, "2");

        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(Version.FIRST)
                .info(first));
        house.done(conf(Operation.UPDATE, ALICE).on(conference).info(second));

        assertThat(house.versionOf(conference, ALICE)).isEqualTo(3);
        assertThat(house.documentOf(conference, ALICE).attribute(Attributes.VERSION))
                .isEmpty();
        assertThat(house.ask(conf(Operation.UPDATE, ALICE).on(conference).info(second))
                        .code())
                .isEqualTo(ResponseCode.CONFLICT);
    }

    @Test
    @Requirement("CCMP-D1-13")
    void twoBaseVersionsAre400() {
        CcmpResponse response = house.ask(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(Version.FIRST)
                .info(confInfo(conference, title("torn")).withAttribute(Attributes.VERSION, "2")));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("version").contains("1").contains("2");
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    void aBaseVersionThatIsStillToComeIs409() {
        assertThat(house.ask(conf(Operation.UPDATE, ALICE)
                                .on(conference)
                                .basedOn(new Version(9))
                                .info(confInfo(conference, title("early"))))
                        .code())
                .isEqualTo(ResponseCode.CONFLICT);
    }

    @Test
    @Requirement("CCMP-D1-14")
    void withoutABaseVersionTheLastWriterWins() {
        CcmpRequest update = conf(Operation.UPDATE, ALICE).on(conference);
        house.done(update.info(confInfo(conference, title("A"))));
        house.done(update.info(confInfo(conference, title("B"))));

        assertThat(house.documentOf(conference, ALICE).textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT))
                .contains("B");
    }

    @Test
    @Requirement("CCMP-D1-20")
    void everySuccessThatConcernsOneObjectStatesItsVersion() {
        CcmpRequest summary = CcmpRequest.of(Message.EXTENDED, ALICE)
                .operation(Operation.RETRIEVE)
                .on(conference)
                .body(new Body.Extension("confSummaryRequest", List.of()));

        assertThat(version(join(BOB, conference))).isEqualTo(2);
        assertThat(version(users(Operation.UPDATE, ALICE).on(conference).info(usersInfo(""))))
                .isEqualTo(3);
        assertThat(version(user(Operation.UPDATE, BOB).on(conference).info(userInfo(BOB, ""))))
                .isEqualTo(4);
        assertThat(version(user(Operation.RETRIEVE, BOB).on(conference))).isEqualTo(4);
        assertThat(version(summary)).isEqualTo(4);
        assertThat(version(user(Operation.DELETE, BOB).on(conference))).isEqualTo(5);
    }

    private long version(CcmpRequest request) {
        return house.done(request).version().orElseThrow().value();
    }

    private static String title(String text) {
        return "<info:conference-description><info:display-text>" + text
                + "</info:display-text></info:conference-description>";
    }
}
