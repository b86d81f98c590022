package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may set what in the record of a user (RFC 6501 section 4.6.5): himself, those who steer the conference, or the server alone. */
class UserRecordsTest {

    private static final String PHONE = "sip:bob83@example.com";
    private static final List<String> OF_HIS_OWN = List.of(
            "<info:display-text>Robert</info:display-text>",
            Roster.aor("mailto:bob@example.com"),
            "<info:languages>en it</info:languages>",
            "<xcon:provide-anonymity>stealth</xcon:provide-anonymity>",
            Roster.endpoint("sip:bob84@example.com"),
            onPhone("<info:display-text>laptop</info:display-text>"),
            onPhone("<info:media id='2'/>"));
    private static final List<String> OF_HIS_MEDIA = List.of(
            "<info:display-text>microphone</info:display-text>",
            "<info:status>recvonly</info:status>",
            "<info:status>humming</info:status>",
            "<xcon:to-mixer name='AudioIn'/>",
            "<xcon:to-mixer name='OtherIn'><xcon:controls><xcon:mute>1</xcon:mute></xcon:controls></xcon:to-mixer>",
            "<xcon:to-mixer name='AudioIn'><xcon:controls><xcon:gain>-127</xcon:gain></xcon:controls></xcon:to-mixer>",
            "<xcon:from-mixer name='VideoOut'/>",
            "<xcon:from-mixer name='VideoOut'><xcon:controls><xcon:pause-video>true</xcon:pause-video>"
                    + "<xcon:video-layout>tiles</xcon:video-layout></xcon:controls></xcon:from-mixer>");
    private static final List<String> OF_MODERATORS = List.of(
            "<info:roles><info:entry>observer</info:entry></info:roles>",
            "<info:roles><info:entry>chair</info:entry><info:entry>participant</info:entry></info:roles>",
            "<xcon:allow-refer-users-dynamically>true</xcon:allow-refer-users-dynamically>",
            "<xcon:allow-invite-users-dynamically>1</xcon:allow-invite-users-dynamically>",
            "<xcon:allow-remove-users-dynamically>true</xcon:allow-remove-users-dynamically>");
    private static final String EXECUTION =
            "<info:when>2030-01-01T09:00:00Z</info:when><info:reason>SIP</info:reason><info:by>sip:a@b</info:by>";
    private static final List<String> OF_THE_SERVER = List.of(
            "<info:cascaded-focus>sip:focus@example.com</info:cascaded-focus>",
            onPhone("<info:referred>" + EXECUTION + "</info:referred>"),
            onPhone("<info:status>connected</info:status>"),
            onPhone("<info:joining-method>dialed-in</info:joining-method>"),
            onPhone("<info:joining-info>" + EXECUTION + "</info:joining-info>"),
            onPhone("<info:disconnection-method>booted</info:disconnection-method>"),
            onPhone("<info:disconnection-info>" + EXECUTION + "</info:disconnection-info>"),
            onPhone("<info:call-info><info:sip><info:call-id>1</info:call-id><info:from-tag>2</info:from-tag>"
                    + "<info:to-tag>3</info:to-tag></info:sip></info:call-info>"),
            onMedium("<info:src-id>4711</info:src-id>"),
            onMedium("<info:type>video</info:type>"),
            onMedium("<info:type/>"),
            onMedium("<info:label>other</info:label>"),
            onMedium("<info:label/>"),
            onPhone("<info:media id='3'><info:type>audio</info:type></info:media><info:media id='bare'>"
                    + "<info:label>late</info:label></info:media>"),
            onMedium("<xcon:to-mixer name='AudioIn'><xcon:floor id='1'>true</xcon:floor></xcon:to-mixer>"),
            onMedium("<xcon:from-mixer name='AudioOut'><xcon:floor id='1'>true</xcon:floor></xcon:from-mixer>"));

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    UserRecordsTest() {
        house.done(join(BOB, conference)
                .info(userInfo(
                        BOB,
                        onPhone("<info:media id='1'><info:type>audio</info:type><info:label>audioLabel</info:label>"
                                + "</info:media><info:media id='bare'/>"))));
        house.done(join(CAROL, conference));
    }

    @Test
    @Requirement({"DM-EL-124", "DM-EL-129", "DM-EL-138"})
    void aUserAndAModeratorChangeWhatIsTheUsersOwn() {
        for (String content : ownParts()) {
            assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, CAROL, content);
            assertCode(ResponseCode.SUCCESS, ALICE, content);
            assertCode(ResponseCode.SUCCESS, BOB, content);
            assertCode(
                    ResponseCode.SUCCESS, BOB, "<xcon:provide-anonymity/>"); // or the others would not know him again
        }
    }

    @Test
    @Requirement({"DM-EL-096", "DM-EL-097", "DM-EL-101", "DM-EL-102", "DM-EL-103"})
    void onlyWhoSteersChangesRolesAndRights() {
        for (String content : OF_MODERATORS) {
            assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, CAROL, content);
            assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, BOB, content);
            assertCode(ResponseCode.SUCCESS, ALICE, content);
        }
    }

    @Test
    void nobodyGivesHimselfARoleByJoining() {
        String dan = "xcon-userid:dan@example.com";

        assertThat(house.ask(join(dan, conference).info(userInfo(dan, OF_MODERATORS.get(0))))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
    }

    @Test
    @Requirement({"DM-EL-112", "DM-EL-117", "DM-EL-125", "DM-EL-126"})
    void nobodyChangesWhatIsTheServers() {
        long version = house.versionOf(conference, ALICE);

        for (String content : OF_THE_SERVER) {
            for (String sender : List.of(ALICE, BOB, CAROL)) {
                assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, sender, content);
            }
        }
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(version);
    }

    @Test
    void theServersPartsMayBeSentBackAsTheyAre() {
        assertCode(
                ResponseCode.SUCCESS,
                BOB,
                onMedium("<info:type>audio</info:type><info:label>audioLabel</info:label><info:status>sendrecv"
                        + "</info:status>"));
    }

    @Test
    @Requirement({"DM-EL-096", "DM-EL-101", "DM-EL-102", "DM-EL-103", "DM-EL-124", "DM-EL-129", "DM-EL-138"})
    void nothingOfItStandsTwice() {
        Stream.concat(OF_HIS_OWN.stream(), OF_MODERATORS.stream())
                .forEach(content -> assertCode(ResponseCode.BAD_REQUEST, ALICE, content + content));
        OF_HIS_MEDIA.forEach(content -> assertCode(ResponseCode.BAD_REQUEST, ALICE, onMedium(content + content)));
    }

    @Test
    void aRefusalNamesThePlace() {
        CcmpResponse response = update(BOB, onPhone("<info:status>connected</info:status>"));

        assertThat(response.reason()).contains("status").contains("endpoint");
    }

    @Test
    void aRecordHoldsWhatWasSet() {
        for (String content : OF_HIS_MEDIA) {
            assertCode(
                    ResponseCode.SUCCESS,
                    ALICE,
                    onMedium(content)); // a control that is not there is a moderator's to add
            assertCode(ResponseCode.SUCCESS, BOB, onMedium(content));
        }
        OF_HIS_OWN.forEach(content -> assertCode(ResponseCode.SUCCESS, BOB, content));

        Element bob = Roster.record(house, conference, BOB, BOB);
        Element medium = bob.entry(Info.ENDPOINT, PHONE)
                .orElseThrow()
                .entry(Info.MEDIA, "1")
                .orElseThrow();
        assertThat(bob.childText(Info.DISPLAY_TEXT)).contains("Robert");
        assertThat(bob.count(Info.ENDPOINT)).isEqualTo(2);
        assertThat(medium.childText(Info.STATUS)).contains("humming");
        assertThat(medium.attribute(Attributes.ID)).contains("1");
    }

    private static List<String> ownParts() {
        return Stream.concat(OF_HIS_OWN.stream(), OF_HIS_MEDIA.stream().map(UserRecordsTest::onMedium))
                .toList();
    }

    private CcmpResponse update(String sender, String content) {
        return house.ask(user(Operation.UPDATE, sender).on(conference).info(userInfo(BOB, content)));
    }

    private void assertCode(ResponseCode code, String sender, String content) {
        CcmpResponse response = update(sender, content);
        assertThat(response.code())
                .as("%s sets %s: %s", sender, content, response.reason())
                .isEqualTo(code);
    }

    private static String onPhone(String content) {
        return "<info:endpoint entity='" + PHONE + "'>" + content + "</info:endpoint>";
    }

    private static String onMedium(String content) {
        return onPhone("<info:media id='1'>" + content + "</info:media>");
    }
}
