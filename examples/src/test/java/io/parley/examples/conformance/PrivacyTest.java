package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Users who want to be unknown (RFC 6501 section 4.6.5.1): Bob joins as one; Alice owns the conference, Carol takes part in it. */
class PrivacyTest {

    private static final String BOBS_RECORD = """
            <info:display-text>Robert Tables</info:display-text>
            <info:associated-aors><info:entry><info:uri>mailto:tables@example.org</info:uri></info:entry></info:associated-aors>
            <info:endpoint entity='sip:bobby@example.org'><info:display-text>Robert's phone</info:display-text></info:endpoint>
            """;
    private static final String LIST =
            "<xcon:allowed-users-list><xcon:target uri='sip:bobby@example.org' method='dial-in'/>"
                    + "<xcon:target uri='sip:else@example.org' method='dial-in'/></xcon:allowed-users-list>";

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    PrivacyTest() {
        change(house, conference, ALICE, LIST);
        house.done(join(CAROL, conference));
    }

    @Test
    @Requirement({"DM-4.6.5.1-01", "DM-4.6.5.1-02"})
    void nothingThatOthersCanObtainTellsWhoAPrivateUserIs() {
        joinAs("private");
        String pseudonym = pseudonym(conference, CAROL);

        for (String viewer : List.of(ALICE, CAROL)) {
            for (CcmpRequest request : questions(viewer, pseudonym)) {
                assertSilent(house.done(request));
            }
        }
        assertSilent(refused(unveiling(ALICE, pseudonym)));
        assertSilent(refused(unveiling(CAROL, pseudonym)));
        assertSilent(refused(user(Operation.DELETE, CAROL).on(conference).info(userInfo(pseudonym, ""))));
        assertSilent(refused(user(Operation.UPDATE, ALICE)
                .on(conference)
                .info(userInfo(pseudonym, "<info:cascaded-focus>sip:x@example.org</info:cascaded-focus>"))));
        assertSilent(refused(user(Operation.RETRIEVE, ALICE).on(conference).info(userInfo(pseudonym + "x", ""))));
        assertThat(house.documentOf(conference, BOB).toString()).contains("Robert Tables");
    }

    @Test
    void aPrivateUserIsThereUnderAnOpaqueIdentifierAndNothingElse() {
        joinAs("private");

        Element disguise = Roster.record(house, conference, CAROL, pseudonym(conference, CAROL));

        assertThat(disguise.size()).isZero();
        assertThat(Roster.userCount(house, conference, CAROL)).isEqualTo(3);
        assertThat(house.ask(user(Operation.RETRIEVE, ALICE).on(conference).info(userInfo(BOB, "")))
                        .code())
                .isEqualTo(ResponseCode.USER_NOT_FOUND);
    }

    @Test
    @Requirement("CCMP-D9-01")
    void aHiddenUserIsNotThereForOthers() {
        joinAs("hidden");

        for (String viewer : List.of(ALICE, CAROL)) {
            assertThat(Roster.ids(house, conference, viewer)).containsExactlyInAnyOrder(ALICE, CAROL);
            assertThat(Roster.userCount(house, conference, viewer)).isEqualTo(2);
            for (CcmpRequest request : questions(viewer, viewer)) {
                assertSilent(house.done(request));
            }
            assertThat(house.ask(user(Operation.RETRIEVE, viewer).on(conference).info(userInfo(BOB, "")))
                            .code())
                    .isEqualTo(ResponseCode.USER_NOT_FOUND);
        }
    }

    @Test
    @Requirement("DM-4.6.5.1-03")
    void aSemiPrivateUserIsKnownToModeratorsOnly() {
        joinAs("semi-private");

        assertThat(Roster.record(house, conference, ALICE, BOB).childText(Info.DISPLAY_TEXT))
                .contains("Robert Tables");
        assertThat(Roster.ids(house, conference, CAROL)).doesNotContain(BOB).hasSize(3);
        for (CcmpRequest request : questions(CAROL, pseudonym(conference, CAROL))) {
            assertSilent(house.done(request));
        }
    }

    @Test
    @Requirement("DM-4.6.5.1-06")
    void anonymousAndUnknownWordsMeanPrivateAndAreKept() {
        for (String word : List.of("anonymous", "stealth")) {
            joinAs(word);

            assertThat(Roster.ids(house, conference, ALICE)).doesNotContain(BOB).hasSize(3);
            assertThat(Roster.record(house, conference, BOB, BOB).childText(Xcon.PROVIDE_ANONYMITY))
                    .contains(word);
            house.done(user(Operation.DELETE, BOB).on(conference));
        }
    }

    @Test
    @Requirement("CCMP-D9-04")
    void everybodySeesHimself() {
        joinAs("hidden");

        Element own = Roster.record(house, conference, BOB, BOB);
        assertThat(own.childText(Info.DISPLAY_TEXT)).contains("Robert Tables");
        assertThat(house.documentOf(conference, BOB).child(Info.USERS).flatMap(roster -> roster.entry(Info.USER, BOB)))
                .contains(own);
        assertThat(Roster.userCount(house, conference, BOB)).isEqualTo(3);
    }

    @Test
    @Requirement("CCMP-D9-02")
    void theOpaqueIdentifierIsConstantInAConferenceAndAnotherInEach() {
        String other = house.conferenceOf(ALICE);
        house.done(join(CAROL, other));
        joinAs("private");
        house.done(join(BOB, other)
                .info(userInfo(BOB, BOBS_RECORD + "<xcon:provide-anonymity>private</xcon:provide-anonymity>")));

        String pseudonym = pseudonym(conference, CAROL);
        assertThat(pseudonym(conference, ALICE)).isEqualTo(pseudonym);
        assertThat(pseudonym(other, CAROL)).isNotEqualTo(pseudonym);
        house.done(user(Operation.DELETE, BOB).on(conference));
        joinAs("private");
        assertThat(pseudonym(conference, CAROL)).isEqualTo(pseudonym);
    }

    @Test
    @Requirement("XF-11.2-01")
    void severalPrivateUsersCanBeCounted() {
        joinAs("private");
        house.done(join("xcon-userid:dan@example.com", conference)
                .info(userInfo(
                        "xcon-userid:dan@example.com", "<xcon:provide-anonymity>private</xcon:provide-anonymity>")));

        assertThat(Roster.ids(house, conference, CAROL)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void whatSomebodySawAndSendsBackChangesNothing() {
        for (String word : List.of("private", "semi-private", "hidden")) {
            joinAs(word);
            Element before = house.documentOf(conference, BOB);
            long version = house.versionOf(conference, ALICE);

            house.done(conf(Operation.UPDATE, ALICE).on(conference).info(house.documentOf(conference, ALICE)));
            house.done(users(Operation.UPDATE, ALICE).on(conference).info(Roster.of(house, conference, ALICE)));

            assertThat(Diff.between(before, house.documentOf(conference, BOB))).isEmpty();
            assertThat(house.versionOf(conference, ALICE)).isEqualTo(version + 2);
            house.done(user(Operation.DELETE, BOB).on(conference));
        }
    }

    @Test
    void whoLeftIsNotBroughtBackByWhoSendsWhatHeSaw() {
        joinAs("private");
        Element seen = Roster.of(house, conference, ALICE);
        house.done(user(Operation.DELETE, BOB).on(conference));

        house.done(users(Operation.UPDATE, ALICE).on(conference).info(seen));

        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, CAROL);
    }

    @Test
    void theOpaqueIdentifierMeansTheUserBehindIt() {
        joinAs("private");
        String pseudonym = pseudonym(conference, ALICE);

        house.done(user(Operation.UPDATE, ALICE)
                .on(conference)
                .info(userInfo(pseudonym, "<info:roles><info:entry>observer</info:entry></info:roles>")));
        assertThat(Roster.record(house, conference, BOB, BOB).child(Info.ROLES)).isPresent();

        house.done(user(Operation.DELETE, ALICE).on(conference).info(userInfo(pseudonym, "")));
        assertThat(Roster.ids(house, conference, ALICE)).containsExactly(ALICE, CAROL);
    }

    @Test
    void nobodyJoinsAsTheOpaqueIdentifierOfSomebodyElse() {
        joinAs("private");
        String pseudonym = pseudonym(conference, CAROL);

        assertThat(house.ask(join(pseudonym, conference)).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    void whoIsUnknownStaysSoUntilHeSaysOtherwise() {
        joinAs("private");

        house.ask(unveiling(ALICE, BOB));
        house.ask(users(Operation.UPDATE, ALICE)
                .on(conference)
                .info(usersInfo("<info:user entity='" + BOB + "'><xcon:provide-anonymity/></info:user>")));
        assertThat(Roster.ids(house, conference, CAROL)).doesNotContain(BOB);

        house.done(unveiling(BOB, BOB));
        assertThat(Roster.ids(house, conference, CAROL)).contains(BOB);
    }

    @Test
    void aModeratorMayMakeUnknownWhomHeKnowsAndNobodyElseMay() {
        CcmpRequest byBob = user(Operation.UPDATE, BOB).on(conference).info(hiding(CAROL));
        house.done(join(BOB, conference));

        assertThat(house.ask(byBob).code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        house.done(user(Operation.UPDATE, ALICE).on(conference).info(hiding(CAROL)));
        assertThat(Roster.ids(house, conference, BOB)).doesNotContain(CAROL).hasSize(3);
    }

    @Test
    void anOwnerWhoIsUnknownIsNotNamedByTheTitle() {
        house.done(user(Operation.UPDATE, ALICE).on(conference).info(hiding(ALICE)));

        String title = house.documentOf(conference, CAROL)
                .textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT)
                .orElseThrow();
        assertThat(title).isEqualTo("New conference cloned from AudioRoom");
        assertThat(house.done(CcmpRequest.of(Message.CONFS, CAROL)).body().toString())
                .contains(title)
                .doesNotContain("Alice");
    }

    @Test
    void whoWaitsUnknownIsAdmittedByTheIdentifierUnderWhichHeWaits() {
        change(house, conference, ALICE, "<xcon:join-handling>confirm</xcon:join-handling>");
        joinAs("private");
        String pseudonym = pseudonym(conference, ALICE);
        Element waiting = Roster.record(house, conference, ALICE, pseudonym);
        assertThat(waiting.entry(Info.ENDPOINT, pseudonym).flatMap(endpoint -> endpoint.childText(Info.STATUS)))
                .contains("pending");

        house.done(user(Operation.UPDATE, ALICE)
                .on(conference)
                .info(userInfo(
                        pseudonym,
                        "<info:endpoint entity='" + pseudonym
                                + "'><info:status>connected</info:status></info:endpoint>")));

        assertThat(Roster.record(house, conference, BOB, BOB)
                        .entry(Info.ENDPOINT, "sip:bobby@example.org")
                        .flatMap(endpoint -> endpoint.childText(Info.STATUS)))
                .contains("connected");
    }

    @Test
    void theCountOfTheHiddenIsNotFoundOutByTrying() {
        joinAs("hidden");

        for (int guess = 1; guess < 5; guess++) {
            ResponseCode code = house.ask(conf(Operation.UPDATE, ALICE)
                            .on(conference)
                            .info(confInfo(
                                    conference,
                                    "<info:conference-state><info:user-count>" + guess
                                            + "</info:user-count></info:conference-state>")))
                    .code();
            assertThat(code).isEqualTo(guess == 2 ? ResponseCode.SUCCESS : ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        }
    }

    private void joinAs(String anonymity) {
        house.done(join(BOB, conference)
                .info(userInfo(
                        BOB, BOBS_RECORD + "<xcon:provide-anonymity>" + anonymity + "</xcon:provide-anonymity>")));
    }

    /** By what {@code viewer} knows the one whom he does not know. */
    private String pseudonym(String of, String viewer) {
        List<String> ids = new ArrayList<>();
        Roster.of(house, of, viewer)
                .children(Info.USER)
                .forEach(record -> record.attribute(Attributes.ENTITY)
                        .filter(id -> !List.of(ALICE, BOB, CAROL).contains(id))
                        .ifPresent(ids::add));
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private List<CcmpRequest> questions(String viewer, String about) {
        return List.of(
                conf(Operation.RETRIEVE, viewer).on(conference),
                users(Operation.RETRIEVE, viewer).on(conference),
                user(Operation.RETRIEVE, viewer).on(conference).info(userInfo(about, "")),
                user(Operation.RETRIEVE, viewer).on(conference),
                CcmpRequest.of(Message.CONFS, viewer),
                CcmpRequest.of(Message.OPTIONS, viewer),
                CcmpRequest.of(Message.EXTENDED, viewer)
                        .on(conference)
                        .operation(Operation.RETRIEVE)
                        .body(new Body.Extension("confSummaryRequest", List.of())));
    }

    private CcmpRequest unveiling(String by, String whom) {
        return user(Operation.UPDATE, by).on(conference).info(userInfo(whom, "<xcon:provide-anonymity/>"));
    }

    private static Element hiding(String whom) {
        return userInfo(whom, "<xcon:provide-anonymity>private</xcon:provide-anonymity>");
    }

    private CcmpResponse refused(CcmpRequest request) {
        CcmpResponse response = house.ask(request);
        assertThat(response.isSuccess()).as("%s", request).isFalse();
        return response;
    }

    private static void assertSilent(CcmpResponse response) {
        String all = (response.reason() + response.confUserId() + response.body()).toLowerCase(Locale.ROOT);
        assertThat(all).doesNotContain("bob").doesNotContain("robert").doesNotContain("tables");
    }
}
