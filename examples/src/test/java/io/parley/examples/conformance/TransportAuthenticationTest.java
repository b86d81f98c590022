package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.identity.XconUserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sender whom the transport has proved, as if by a {@code subject}. */
class TransportAuthenticationTest {

    @ParameterizedTest
    @EnumSource(SubjectMode.class)
    void itCountsLikeARightSubject(SubjectMode mode) {
        assertThat(ask(mode, blueprints(ALICE).authenticatedAs(XconUserId.of(ALICE))))
                .isEqualTo(ResponseCode.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(SubjectMode.class)
    void thatOfAnotherThanTheSenderIs401(SubjectMode mode) {
        assertThat(ask(mode, blueprints(ALICE).authenticatedAs(XconUserId.of(BOB))))
                .isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    void aSubjectBesideItHasToBeRightToo() {
        CcmpRequest alice = blueprints(ALICE).authenticatedAs(XconUserId.of(ALICE));

        assertThat(ask(SubjectMode.OPTIONAL, alice.subject("alice", "wrong")))
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(ask(SubjectMode.OPTIONAL, alice.subject("alice", "secret"))).isEqualTo(ResponseCode.SUCCESS);
        assertThat(ask(SubjectMode.OPTIONAL, alice.subject("bob", "secret"))).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    void whoJoinsWithoutIdentifierJoinsAsTheUserWhoHeIs() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        CcmpResponse joined =
                house.ask(Roster.joinBy("sip:anywhere@example.net", conference).authenticatedAs(XconUserId.of(BOB)));

        assertThat(joined.code()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(joined.confUserId()).contains(BOB);
    }

    @Test
    void aNewcomerWhoseTwoProofsDifferIs401() {
        House house = house(SubjectMode.OPTIONAL);
        String conference = house.conferenceOf(ALICE);

        CcmpRequest join = Roster.joinBy("sip:anywhere@example.net", conference)
                .subject("alice", "secret")
                .authenticatedAs(XconUserId.of(BOB));

        assertThat(house.ask(join).code()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    private static CcmpRequest blueprints(String user) {
        return CcmpRequest.of(Message.BLUEPRINTS, user);
    }

    private static ResponseCode ask(SubjectMode mode, CcmpRequest request) {
        return house(mode).ask(request).code();
    }

    private static House house(SubjectMode mode) {
        House house = House.open(parley -> parley.subjectMode(mode));
        house.memory().authenticator().register("alice", "secret", XconUserId.of(ALICE));
        house.memory().authenticator().register("bob", "secret", XconUserId.of(BOB));
        return house;
    }
}
