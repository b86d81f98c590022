package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code confsRequest} (RFC 6503 section 5.3.2). */
class ConfsRequestTest {

    @Test
    @Requirement("CCMP-5.3.2-01")
    void activeAndRegisteredConferencesAreListedAlike() {
        House house = House.open();
        String registered = house.conferenceOf(ALICE);
        String active = house.conferenceOf(ALICE);
        house.done(user(Operation.CREATE, ALICE).on(active));

        assertThat(listFor(house, ALICE)).containsExactlyInAnyOrder(registered, active);
    }

    @Test
    @Requirement("CCMP-D3-02")
    void theListHoldsWhatTheSenderCreatedIsAUserOfOrIsATargetOf() {
        House house = House.closed(parley -> parley);
        String ofAlice = house.conferenceOf(ALICE);
        String ofBob = house.conferenceOf(BOB);
        String ofCarol = house.conferenceOf(CAROL);
        house.done(user(Operation.CREATE, ALICE).on(ofAlice).info(userInfo(BOB, "")));
        house.done(update(
                CAROL,
                ofCarol,
                users("<xcon:allowed-users-list><xcon:target uri='" + ALICE
                        + "' method='dial-in'/></xcon:allowed-users-list>")));

        assertThat(listFor(house, ALICE)).containsExactlyInAnyOrder(ofAlice, ofCarol);
        assertThat(listFor(house, BOB)).containsExactlyInAnyOrder(ofAlice, ofBob);
        assertThat(listFor(house, CAROL)).containsExactly(ofCarol);
        assertThat(listFor(house, ROOT)).containsExactlyInAnyOrder(ofAlice, ofBob, ofCarol);
    }

    @Test
    void theListHoldsNoBlueprint() {
        House house = House.open();
        house.conferenceOf(ALICE);

        assertThat(listFor(house, ROOT)).hasSize(1).doesNotContain(AUDIO_ROOM);
    }

    @Test
    void aDeletedConferenceIsNotListed() {
        House house = House.open();
        house.done(conf(Operation.DELETE, ALICE).on(house.conferenceOf(ALICE)));

        assertThat(listFor(house, ALICE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPDATE", "DELETE"})
    @Requirement("CCMP-5.3.2-03")
    void nothingButRetrievingApplies(Operation operation) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        assertThat(house.ask(CcmpRequest.of(Message.CONFS, ALICE).operation(operation))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(listFor(house, ALICE)).containsExactly(conference);
    }

    @Test
    void theResponseIsAboutNoSingleConference() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        CcmpResponse response = house.done(CcmpRequest.of(Message.CONFS, ALICE).on(conference));

        assertThat(response.confObjId()).isEmpty();
        assertThat(response.version()).isEmpty();
    }

    private static List<String> listFor(House house, String user) {
        List<String> uris = new ArrayList<>();
        house.done(CcmpRequest.of(Message.CONFS, user))
                .body()
                .info()
                .ifPresent(list -> list.children(Info.ENTRY)
                        .forEach(entry -> uris.add(entry.childText(Info.URI).orElse(""))));
        return uris;
    }
}
