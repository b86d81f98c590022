package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.SubjectMode;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The credentials of a request in its {@code subject} (RFC 6503 section 5.1). */
class SubjectTest {

    private static final CcmpRequest REQUEST = CcmpRequest.of(Message.CONFS, ALICE);

    @Test
    @Requirement("CCMP-D1-09")
    void whereItIsOptionalOnlyAWrongOneIsRefused() {
        House house = houseWith(SubjectMode.OPTIONAL);

        house.done(REQUEST);
        house.done(REQUEST.subject("alice", "secret"));
        assertThat(house.ask(REQUEST.subject("alice", "wrong")).code()).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("CCMP-D1-10")
    void whereItIsOffNobodyIsAskedForIt(Message message) {
        CcmpResponse response =
                houseWith(SubjectMode.OFF).ask(CcmpRequest.of(message, ALICE).operation(Operation.RETRIEVE));

        assertThat(response.code()).isNotEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
    }

    @Test
    @Requirement({"CCMP-5.4-12", "CCMP-5.4-13"})
    void whereItIsRequiredNothingIsAnsweredWithoutARightOne() {
        House house = houseWith(SubjectMode.REQUIRED);

        assertThat(house.ask(REQUEST).code()).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(house.ask(REQUEST.subject("alice", "wrong")).code()).isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        assertThat(house.ask(REQUEST.subject("nobody", "secret")).code())
                .isEqualTo(ResponseCode.AUTHENTICATION_REQUIRED);
        house.done(REQUEST.subject("alice", "secret"));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPTIONAL", "REQUIRED"})
    @Requirement("CCMP-D1-11")
    void theCredentialsOfAnotherUserAre401(SubjectMode mode) {
        CcmpResponse response =
                houseWith(mode).ask(CcmpRequest.of(Message.CONFS, BOB).subject("alice", "secret"));

        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(response.reason()).contains(BOB).doesNotContain("secret");
    }

    private static House houseWith(SubjectMode mode) {
        House house = House.closed(parley -> parley.subjectMode(mode));
        house.memory().authenticator().register("alice", "secret", XconUserId.of(ALICE));
        return house;
    }
}
