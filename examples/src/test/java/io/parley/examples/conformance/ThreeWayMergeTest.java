package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Updates that are based on an earlier version (RFC 6503 section 4.2). */
class ThreeWayMergeTest {

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("CCMP-D5-10")
    void changesOfDifferentThingsOnOneVersionAreBothMade() {
        house.done(update(ALICE, conference, title("A's title")).basedOn(Version.FIRST));
        house.done(update(ALICE, conference, description("<info:keywords>of B</info:keywords>"))
                .basedOn(Version.FIRST));

        Element document = house.documentOf(conference, ALICE);
        assertThat(titleOf(document)).contains("A's title");
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Info.KEYWORDS)).contains("of B");
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(3);
    }

    @Test
    @Requirement("CCMP-5.3.4-13")
    void aChangeOfWhatHasChangedSinceIs409WithTheCurrentVersion() {
        for (int version = 1; version < 7; version++) {
            house.done(update(ALICE, conference, title("title " + version)));
        }

        CcmpResponse late = house.ask(update(ALICE, conference, title("late")).basedOn(new Version(2)));

        refused(late, 7);
        assertThat(late.reason()).contains("info:display-text", "version 2", "version 7");
        assertThat(titleOf(house.documentOf(conference, ALICE))).contains("title 6");
    }

    @Test
    void theSameChangeTwiceOnOneVersionIs409() {
        CcmpRequest change = update(ALICE, conference, title("same")).basedOn(Version.FIRST);
        house.done(change);

        refused(house.ask(change), 2);
    }

    @Test
    void whoSendsTheWholeDocumentChangesOnlyWhatHeChanged() {
        house.done(update(ALICE, conference, description("<info:keywords>old</info:keywords>")));
        Element retrieved = house.documentOf(conference, ALICE);
        Element changed = retrieved.with(
                retrieved.child(Info.CONFERENCE_DESCRIPTION).orElseThrow().with(Info.DISPLAY_TEXT, "mine"));
        house.done(update(ALICE, conference, description("<info:keywords>new</info:keywords>")));

        house.done(conf(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(new Version(2))
                .info(changed));

        Element document = house.documentOf(conference, ALICE);
        assertThat(titleOf(document)).contains("mine");
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Info.KEYWORDS)).contains("new");
    }

    @Test
    void usersWhoJoinInTheMeantimeAreInNobodysWay() {
        house.done(Roster.join(BOB, conference));
        house.done(users(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(Version.FIRST)
                .info(usersInfo("<xcon:join-handling>authenticate</xcon:join-handling>")));
        house.done(user(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(Version.FIRST)
                .info(userInfo(ALICE, "<info:display-text>Alice A.</info:display-text>")));

        assertThat(Roster.ids(house, conference, ALICE)).contains(ALICE, BOB);
        assertThat(Roster.of(house, conference, ALICE).childText(Xcon.JOIN_HANDLING))
                .contains("authenticate");
        assertThat(Roster.record(house, conference, ALICE, ALICE).childText(Info.DISPLAY_TEXT))
                .contains("Alice A.");
    }

    @Test
    void whoIsAddedTwiceCollides() {
        CcmpRequest change = users(Operation.UPDATE, ALICE).on(conference).basedOn(Version.FIRST);
        house.done(change.info(usersInfo("<info:user entity='" + BOB + "'/>")));

        house.done(change.info(usersInfo("<info:user entity='" + CAROL + "'/>")));
        refused(house.ask(change.info(usersInfo("<info:user entity='" + BOB + "'/>"))), 3);
    }

    @Test
    void whatWasRemovedIsNotChanged() {
        house.done(Roster.join(BOB, conference));
        house.done(user(Operation.DELETE, BOB).on(conference));

        CcmpResponse late = house.ask(users(Operation.UPDATE, ALICE)
                .on(conference)
                .basedOn(new Version(2))
                .info(usersInfo(
                        "<info:user entity='" + BOB + "'><info:display-text>Rob</info:display-text></info:user>")));

        refused(late, 3);
        assertThat(late.reason()).contains(BOB);
    }

    @Test
    void aBlueprintIsMergedLikewise() {
        CcmpRequest change = blueprint(Operation.UPDATE, ROOT).on(AUDIO_ROOM).basedOn(Version.FIRST);
        house.done(change.info(confInfo(AUDIO_ROOM, title("A"))));
        house.done(change.info(confInfo(AUDIO_ROOM, description("<info:subject>B</info:subject>"))));

        refused(house.ask(change.info(confInfo(AUDIO_ROOM, title("C")))), 3);
    }

    @Test
    void whatTheParentHasChangedHasChanged() {
        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(AUDIO_ROOM)
                .info(confInfo(AUDIO_ROOM, description("<info:subject>News</info:subject>"))));

        refused(
                house.ask(update(ALICE, conference, description("<info:subject>Mine</info:subject>"))
                        .basedOn(Version.FIRST)),
                2);
    }

    @Test
    void changesThatBreakTheDataModelTogetherAre409() {
        String media = "<info:available-media><info:entry label='video'>%s</info:entry></info:available-media>";
        house.done(update(ALICE, conference, description(media.formatted("<info:type>video</info:type>"))));
        house.done(update(ALICE, conference, description(media.formatted(""))));

        refused(
                house.ask(update(
                                ALICE,
                                conference,
                                "<xcon:floor-information><xcon:conference-floor-policy><xcon:floor id='another'>"
                                        + "<xcon:media-label>video</xcon:media-label></xcon:floor>"
                                        + "</xcon:conference-floor-policy></xcon:floor-information>")
                        .basedOn(new Version(2))),
                3);
    }

    @Test
    @Requirement("CCMP-D5-11")
    void aVersionThatIsNoLongerKeptIs409() {
        for (int version = 1; version < 50; version++) {
            house.done(update(ALICE, conference, title("title " + version)));
        }
        CcmpRequest keywords = update(ALICE, conference, description("<info:keywords>late</info:keywords>"));

        refused(house.ask(keywords.basedOn(Version.FIRST)), 50);
        refused(house.ask(keywords.basedOn(new Version(17))), 50);
        house.done(keywords.basedOn(new Version(18)));
    }

    private static void refused(CcmpResponse response, long version) {
        assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(response.version()).contains(new Version(version));
    }
}
