package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code usersRequest} (RFC 6503 section 5.3.5): the users element of a conference as a whole. */
class UsersRequestTest {

    private static final String TARGETS = """
            <xcon:allowed-users-list>
              <xcon:target method='dial out' uri='xmpp:cicciolo@pippozzo.com'/>
              <xcon:target method='refer' uri='tel:+1-972-555-1234'/>
              <xcon:target method='refer' uri='sip:Carol@example.com'/>
            </xcon:allowed-users-list>""";

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    @Test
    @Requirement("CCMP-5.3.5-01")
    void usersInfoHasToFitTheDataModel() {
        CcmpResponse response =
                house.ask(users(Operation.UPDATE, ALICE).on(conference).info(usersInfo("<info:user/>")));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("user").contains("entity");
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-5.3.5-02")
    void retrieveGivesTheUsersElement() {
        change(house, conference, ALICE, TARGETS);
        house.done(join(BOB, conference));

        Element users = Roster.of(house, conference, BOB);

        assertThat(Roster.ids(house, conference, BOB))
                .as("and whom the focus calls since the conference has begun")
                .startsWith(ALICE, BOB);
        assertThat(users.childText(Xcon.JOIN_HANDLING)).contains("allow");
        assertThat(targets(users)).hasSize(3);
    }

    @Test
    @Requirement("CCMP-5.3.5-03")
    void updateAppliesTheChanges() {
        house.done(users(Operation.UPDATE, ALICE).on(conference).info(usersInfo(TARGETS)));

        assertThat(targets(Roster.of(house, conference, ALICE)))
                .containsExactly(
                        "dial out xmpp:cicciolo@pippozzo.com",
                        "refer tel:+1-972-555-1234",
                        "refer sip:Carol@example.com");
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(2);
    }

    @Test
    @Requirement("CCMP-5.3.5-04")
    void theAnswerToAnUpdateHoldsTheUsersOnlyAfterPlaceholders() {
        CcmpResponse plain =
                house.done(users(Operation.UPDATE, ALICE).on(conference).info(usersInfo(TARGETS)));
        CcmpResponse placeholders = house.done(users(Operation.UPDATE, ALICE)
                .on(conference)
                .info(usersInfo("<info:user entity='" + Roster.SOMEBODY + "'><info:display-text>Dan"
                        + "</info:display-text></info:user>")));

        assertThat(plain.body()).isEqualTo(Body.none());
        assertThat(placeholders.body().info().orElseThrow().count(Info.USER)).isEqualTo(2);
        assertThat(placeholders.body().info().orElseThrow().toString()).doesNotContain("AUTO_GENERATE");
    }

    @Test
    @Requirement("CCMP-5.3.5-06")
    void aParticipantMayNotUpdateTheUsers() {
        house.done(join(BOB, conference));

        CcmpResponse response = house.ask(users(Operation.UPDATE, BOB)
                .on(conference)
                .info(usersInfo("<xcon:join-handling>block</xcon:join-handling>")));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(response.reason()).contains(BOB);
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(2);
    }

    @Test
    @Requirement("CCMP-5.3.5-07")
    void createAndDeleteDoNotApply() {
        for (Operation operation : List.of(Operation.CREATE, Operation.DELETE)) {
            CcmpResponse response =
                    house.ask(users(operation, ALICE).on(conference).info(usersInfo(TARGETS)));

            assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN);
            assertThat(response.reason()).contains(operation.word());
        }
        assertThat(targets(Roster.of(house, conference, ALICE))).isEmpty();
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement({"CCMP-5.3.5-08", "CCMP-D3-01"})
    void noObjectAndNoConferenceAre404() {
        for (String nothing : List.of(NOWHERE, AUDIO_ROOM)) {
            assertThat(house.ask(users(Operation.RETRIEVE, ALICE).on(nothing)).code())
                    .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
            assertThat(house.ask(users(Operation.UPDATE, ALICE).on(nothing).info(usersInfo(TARGETS)))
                            .code())
                    .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        }
    }

    @Test
    @Requirement({"CCMP-3.2-05", "DM-4.6.3-02"})
    void aTargetWithoutMethodDialsIn() {
        change(
                house,
                conference,
                ALICE,
                "<xcon:allowed-users-list><xcon:target uri='" + BOB
                        + "'/></xcon:allowed-users-list>"
                        + "<xcon:user-admission-policy>closedAuthenticated</xcon:user-admission-policy>");

        assertThat(targets(Roster.of(house, conference, ALICE))).containsExactly("dial-in " + BOB);
        house.done(join(BOB, conference));
        assertThat(house.memory().signalling().calls()).isEmpty();
    }

    @Test
    @Requirement("DM-4.6.3-03")
    void aTargetIsKnownByItsUriAndItsMethod() {
        String twoMethods = "<xcon:allowed-users-list><xcon:target uri='sip:bob@example.com' method='dial-in'/>"
                + "<xcon:target uri='sip:bob@example.com' method='dial-out'/></xcon:allowed-users-list>";
        change(house, conference, ALICE, twoMethods);

        assertThat(targets(Roster.of(house, conference, ALICE)))
                .containsExactly("dial-in sip:bob@example.com", "dial-out sip:bob@example.com");
    }

    static List<String> targets(Element users) {
        List<String> targets = new ArrayList<>();
        users.child(Xcon.ALLOWED_USERS_LIST)
                .ifPresent(list -> list.children(Xcon.TARGET)
                        .forEach(target ->
                                targets.add(target.attribute(Attributes.METHOD).orElse("") + " "
                                        + target.attribute(Attributes.URI).orElse(""))));
        return targets;
    }
}
