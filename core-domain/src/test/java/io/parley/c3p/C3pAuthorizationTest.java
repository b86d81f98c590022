package io.parley.c3p;

import static io.parley.c3p.C3pExamples.BOB;
import static io.parley.c3p.C3pExamples.CATHY;
import static io.parley.c3p.C3pExamples.DOMAIN;
import static io.parley.c3p.C3pExamples.FOCUS;
import static io.parley.c3p.C3pExamples.KEYS;
import static io.parley.c3p.C3pExamples.modifyMedia;
import static io.parley.c3p.C3pExamples.over;
import static io.parley.c3p.C3pExamples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pAuthorization.Question;
import io.parley.identity.SipUri;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may send what to a focus: section 3.5.4.2.2, and what is decided besides. */
class C3pAuthorizationTest {

    private static boolean attendee(C3pCommand command, Party party, boolean unmutes, boolean mayModifyOwnFilters) {
        return C3pAuthorization.permits(new Question(command, C3pRole.ATTENDEE, party, unmutes, mayModifyOwnFilters));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # command                        | level      | about himself | about others
            MODIFY_CONFERENCE_LOCK           | CONFERENCE | no            | no
            DELETE_CONFERENCE                | CONFERENCE | no            | no
            GET_CONFERENCE                   | CONFERENCE | no            | no
            MODIFY_CONFERENCE                | CONFERENCE | no            | no
            MODIFY_CONFERENCE_ANNOUNCEMENTS  | CONFERENCE | no            | no
            MODIFY_USERS_MEDIA_FILTERS       | CONFERENCE | no            | no
            MODIFY_USER_ROLES                | USER       | no            | no
            MODIFY_USER                      | USER       | no            | no
            DELETE_USER                      | USER       | yes           | no
            ADD_USER_DIAL_OUT                | USER       | yes           | no
            ADD_USER_DIAL_IN                 | USER       | yes           | no
            SET_LOBBY_ACCESS                 | USER       | yes           | no
            MODIFY_ENDPOINT                  | USER       | yes           | no
            ADD_ENDPOINT_MEDIA               | USER       | yes           | no
            MODIFY_ENDPOINT_MEDIA            | USER       | yes           | no
            DELETE_ENDPOINT_MEDIA            | USER       | yes           | no
            """)
    @Requirement({"C3P-D4-10", "C3P-D4-11"})
    void whatAnAttendeeMay(C3pCommand command, Level level, String himself, String others) {
        assertThat(command.level()).isEqualTo(level);
        assertThat(attendee(command, Party.FIRST, false, false)).isEqualTo(himself.equals("yes"));
        assertThat(attendee(command, Party.THIRD, false, true)).isEqualTo(others.equals("yes"));
    }

    @ParameterizedTest
    @EnumSource(C3pCommand.class)
    void aPresenterMayDoAll(C3pCommand command) {
        for (Party party : Party.values()) {
            assertThat(C3pAuthorization.permits(new Question(command, C3pRole.PRESENTER, party, true, false)))
                    .isTrue();
        }
    }

    @Test
    void aMutedAttendeeUnmutesHimselfOnlyWhereHisRoleMay() {
        assertThat(attendee(C3pCommand.MODIFY_ENDPOINT_MEDIA, Party.FIRST, true, false))
                .isFalse();
        assertThat(attendee(C3pCommand.MODIFY_ENDPOINT_MEDIA, Party.FIRST, true, true))
                .isTrue();
        assertThat(attendee(C3pCommand.MODIFY_ENDPOINT_MEDIA, Party.THIRD, true, true))
                .isFalse();
        assertThat(attendee(C3pCommand.ADD_ENDPOINT_MEDIA, Party.FIRST, true, false))
                .isFalse();
    }

    @Test
    @Requirement("C3P-8.1-07")
    void aMediumWithoutFilterIsLetThrough() {
        C3pMedia plain = C3pMedia.of("1");
        assertThat(plain.ingressFilter()).isEqualTo(MediaFilter.UNBLOCK);
        assertThat(plain.egressFilter()).isEmpty();
        assertThat(C3pAuthorization.unmutes(modifyMedia(BOB, plain))).isTrue();
        assertThat(C3pAuthorization.unmutes(modifyMedia(BOB, plain.withIngressFilter(MediaFilter.UNBLOCK))))
                .isTrue();
        C3pMedia blocked = plain.withIngressFilter(MediaFilter.BLOCK);
        assertThat(C3pAuthorization.unmutes(modifyMedia(BOB, blocked))).isFalse();
        assertThat(C3pAuthorization.unmutes(modifyMedia(BOB, blocked.withEgressFilter(MediaFilter.UNBLOCK))))
                .isTrue();
        assertThat(C3pAuthorization.unmutes(modifyMedia(BOB, blocked.withEgressFilter(MediaFilter.BLOCK))))
                .isFalse();
    }

    @Test
    void aNewMediumUnmutesOnlyIfItSaysSo() {
        MediaKeys keys = new MediaKeys(FOCUS, BOB, "{A}", Optional.empty());
        C3pMedia plain = C3pMedia.of("1");
        assertThat(C3pAuthorization.unmutes(new MediaCommand.AddEndpointMedia(keys, plain, Optional.empty())))
                .isFalse();
        assertThat(C3pAuthorization.unmutes(new MediaCommand.AddEndpointMedia(
                        keys, plain.withIngressFilter(MediaFilter.UNBLOCK), Optional.empty())))
                .isTrue();
        assertThat(C3pAuthorization.unmutes(new MediaCommand.DeleteEndpointMedia(keys, Optional.empty())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sip:bob@fabrikam.com, FIRST",
        "sip:%62ob@FABRIKAM.com, FIRST",
        "sip:BOB@fabrikam.com, FIRST",
        "sip:bob@fabrikam.com;newparam=5, FIRST",
        "sip:bob@contoso.com, THIRD",
        "sip:bob@fabrikam.com;gruu;opaque=user:epid:1, THIRD",
        "sips:bob@fabrikam.com, THIRD"
    })
    @Requirement("C3P-D4-08")
    void firstPartyIsWhoIsTheSenderByRfc3261(String target, Party party) {
        C3pRequest request = request(C3pExamples.deleteUser(SipUri.of(target)));
        assertThat(Party.of(request, over(Carrier.INFO))).isEqualTo(party);
    }

    @Test
    @Requirement("C3P-D4-08")
    void oneForeignUserAmongTwoMakesItThirdParty() {
        assertThat(Party.of(
                        request(new UserCommand.SetLobbyAccess(KEYS, List.of(BOB, CATHY), Access.GRANTED)),
                        over(Carrier.INFO)))
                .isEqualTo(Party.THIRD);
        assertThat(Party.of(
                        request(new UserCommand.SetLobbyAccess(KEYS, List.of(BOB, BOB), Access.GRANTED)),
                        over(Carrier.INFO)))
                .isEqualTo(Party.FIRST);
    }

    @Test
    void aCommandAboutNobodyIsThirdParty() {
        assertThat(Party.of(
                        request(new ConferenceCommand.ModifyConferenceLock(KEYS, true, Optional.empty())),
                        new SipEnvelope(Carrier.INFO, BOB, FOCUS, DOMAIN)))
                .isEqualTo(Party.THIRD);
    }

    @Test
    void aRequestPutsItsQuestion() {
        Question question = Question.of(
                C3pCommand.MODIFY_ENDPOINT_MEDIA,
                request(modifyMedia(BOB, C3pMedia.of("1"))),
                over(Carrier.INFO),
                C3pRole.ATTENDEE,
                false);
        assertThat(question)
                .isEqualTo(new Question(C3pCommand.MODIFY_ENDPOINT_MEDIA, C3pRole.ATTENDEE, Party.FIRST, true, false));
    }
}
