package io.parley.authorization;

import static io.parley.authorization.People.BOB;
import static io.parley.authorization.People.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, as a table: yes, no, or only with his own record. */
class StandardPolicyTest {

    private static final AccessPolicy POLICY = AccessPolicy.standard();

    @ParameterizedTest
    @CsvSource({
        // action, stranger, invited, user, moderator, owner, administrator
        "SEE_BLUEPRINT,     yes, yes, yes, yes, yes, yes",
        "MANAGE_BLUEPRINT,  no,  no,  no,  no,  no,  yes",
        "CREATE_CONFERENCE, yes, yes, yes, yes, yes, yes",
        "CLONE_CONFERENCE,  no,  yes, yes, yes, yes, yes",
        "CREATE_SIDEBAR,    no,  no,  yes, yes, yes, yes",
        "SEE_CONFERENCE,    no,  yes, yes, yes, yes, yes",
        "WATCH_CONFERENCE,  no,  yes, yes, yes, yes, yes",
        "CHANGE_CONFERENCE, no,  no,  no,  yes, yes, yes",
        "DELETE_CONFERENCE, no,  no,  no,  yes, yes, yes",
        "ADD_USER,          no,  no,  no,  yes, yes, yes",
        "CHANGE_USER,       no,  no,  own, yes, yes, yes",
        "REMOVE_USER,       no,  no,  own, yes, yes, yes"
    })
    void whoMayDoWhat(
            Action action,
            String stranger,
            String invited,
            String user,
            String moderator,
            String owner,
            String administrator) {
        assertPermitted(stranger, action, People.bob(), conference(users()));
        assertPermitted(invited, action, People.bob(), conference(users().with(People.allowed("*@example.org"))));
        assertPermitted(user, action, People.bob(), conference(users().with(People.record(BOB, "participant"))));
        assertPermitted(moderator, action, People.bob(), conference(users().with(People.record(BOB, "moderator"))));
        assertPermitted(
                owner,
                action,
                People.bob(),
                People.conference(conference(users()).document(), Optional.of(BOB.id())));
        assertPermitted(administrator, action, People.administrator(), conference(users()));
    }

    @Test
    void whatIsNotToBeWatchedIsWatchedByThoseWhoSteerItAlone() {
        Conference closed = closed(users().with(People.record(BOB, "participant")));
        assertPermitted("no", Action.WATCH_CONFERENCE, People.bob(), closed);
        assertPermitted(
                "no", Action.WATCH_CONFERENCE, People.bob(), closed(users().with(People.allowed("*@example.org"))));
        assertPermitted(
                "yes", Action.WATCH_CONFERENCE, People.bob(), closed(users().with(People.record(BOB, "moderator"))));
        assertPermitted("yes", Action.WATCH_CONFERENCE, People.administrator(), closed);
        assertPermitted("yes", Action.SEE_CONFERENCE, People.bob(), closed);
    }

    private static Conference closed(Element users) {
        Element document = conference(users).document();
        return People.conference(
                document.with(Schema.CONFERENCE_STATE.empty().with(Xcon.ALLOW_CONFERENCE_EVENT_SUBSCRIPTION, "false")),
                Optional.empty());
    }

    private static void assertPermitted(String expected, Action action, Requester requester, Conference conference) {
        AccessRequest onAnother =
                new AccessRequest(requester, action, Optional.of(conference), Optional.of(People.ALICE.id()));
        AccessRequest onHimself =
                new AccessRequest(requester, action, Optional.of(conference), Optional.of(requester.id()));
        assertThat(POLICY.refusal(onAnother).isEmpty()).isEqualTo(expected.equals("yes"));
        assertThat(POLICY.refusal(onHimself).isEmpty()).isEqualTo(!expected.equals("no"));
    }

    /** RFC 6501 sections 4.6.5.3 to 4.6.5.5: absent means no. */
    @ParameterizedTest
    @CsvSource({
        "REFER_USER,   allow-refer-users-dynamically",
        "INVITE_USER,  allow-invite-users-dynamically",
        "DISMISS_USER, allow-remove-users-dynamically"
    })
    void whoHasComeDoesToOthersWhatHisRecordAllows(Action action, String flag) {
        Name allows = Name.of(Name.XCON_NAMESPACE, flag);
        Element record = People.record(BOB, "participant");
        Conference allowed = conference(users().with(record.with(allows, "true")));
        Conference forbidden = conference(users().with(record.with(allows, "false")));
        Conference unsaid = conference(users().with(record));

        assertThat(POLICY.refusal(of(action, joined(allowed)))).isEmpty();
        assertThat(POLICY.refusal(of(action, allowed))).as("before he comes").isPresent();
        assertThat(POLICY.refusal(of(action, joined(forbidden)))).isPresent();
        assertThat(POLICY.refusal(of(action, joined(unsaid)))).isPresent();
        assertThat(POLICY.refusal(of(action, conference(users())))).isPresent();
        assertThat(POLICY.refusal(of(action, conference(users().with(People.record(BOB, "moderator"))))))
                .isEmpty();
    }

    private static AccessRequest of(Action action, Conference conference) {
        return new AccessRequest(People.bob(), action, Optional.of(conference), Optional.of(People.ALICE.id()));
    }

    private static Conference joined(Conference conference) {
        return conference.next(conference.document(), conference.attendance().with(BOB.id()));
    }

    @Test
    void theUnknownAreSeenByNobodyUnlessThePolicyReveals() {
        Conference conference = conference(users());
        AccessRequest byAdministrator = new AccessRequest(
                People.administrator(), Action.SEE_ANONYMOUS_USERS, Optional.of(conference), Optional.empty());
        AccessRequest byStranger = of(Action.SEE_ANONYMOUS_USERS, conference);
        AccessPolicy revealing = AccessPolicy.revealing(POLICY);

        assertThat(POLICY.refusal(byAdministrator)).isPresent();
        assertThat(revealing.refusal(byAdministrator)).isEmpty();
        assertThat(revealing.refusal(byStranger)).isPresent();
        assertThat(revealing.refusal(of(Action.SEE_BLUEPRINT, conference))).isEmpty();
        assertThat(revealing.refusal(of(Action.MANAGE_BLUEPRINT, conference))).isPresent();
    }

    @Test
    void aTargetOfASidebarChangesHisOwnRecordBeforeHeHasOne() {
        Conference conference = conference(users().with(People.allowed("*@example.org")));
        Conference sidebar = Conference.founded(Kind.SIDEBAR_BY_VALUE, conference.document());
        for (Conference object : new Conference[] {conference, sidebar}) {
            AccessRequest onHimself =
                    new AccessRequest(People.bob(), Action.CHANGE_USER, Optional.of(object), Optional.of(BOB.id()));
            AccessRequest onAnother = new AccessRequest(
                    People.bob(), Action.CHANGE_USER, Optional.of(object), Optional.of(People.ALICE.id()));
            assertThat(POLICY.refusal(onHimself).isEmpty()).isEqualTo(object == sidebar);
            assertThat(POLICY.refusal(onAnother)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aRefusalNamesWhoAndWhatAndNothingOfTheConference(Action action) {
        AccessRequest access =
                new AccessRequest(People.bob(), action, Optional.of(conference(users())), Optional.empty());
        POLICY.refusal(access)
                .ifPresent(reason -> assertThat(reason)
                        .matches("xcon-userid:bob@example.com may not [a-z ]+")
                        .doesNotContain("conf1")
                        .doesNotContain("alice"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"SEE_CONFERENCE", "WATCH_CONFERENCE", "CHANGE_CONFERENCE", "CHANGE_USER", "REMOVE_USER"})
    void withoutAConferenceNobodyButAnAdministratorIsPermittedWhatNeedsOne(Action action) {
        assertThat(POLICY.refusal(new AccessRequest(People.bob(), action, Optional.empty(), Optional.empty())))
                .isPresent();
        assertThat(POLICY.refusal(
                        new AccessRequest(People.administrator(), action, Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    @Requirement("DM-4.6.5.2-02")
    void theRoleNoneGivesNoMoreRightsThanAStrangerHasOverOthers() {
        Conference conference = conference(users().with(People.record(BOB, "none")));
        for (Action action : new Action[] {Action.CHANGE_CONFERENCE, Action.ADD_USER, Action.REMOVE_USER}) {
            assertThat(POLICY.refusal(new AccessRequest(
                            People.bob(), action, Optional.of(conference), Optional.of(People.ALICE.id()))))
                    .isPresent();
        }
    }

    private static Conference conference(Element users) {
        return People.conference(users);
    }
}
