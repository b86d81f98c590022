package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.identity.SipUri;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may subscribe, to what, and how he hears that he may not any longer (RFC 6665 sections 3.2.1 and 4.2.1). */
class SubscriberRightsOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final Phone bob = house.phone(BOB);
    private final Line organizer = house.phone(ALICE).line(house.phone(ALICE).invite());

    private ConferenceKeys keys() {
        return ConferenceKeys.of(house.house.conference);
    }

    private SipRequest subscribe() {
        SipRequest plain = bob.subscribe();
        return new SipRequest(plain.method(), plain.uri(), plain.headers().without("Accept"), SipBody.NONE);
    }

    @Test
    @Requirement({"SUB-4.2.1.1-01", "SUB-4.2.1.3-02"})
    void whoWaitsToBeAdmittedHasHisAnswerAtOnceAndHearsLaterThatHeIsNot() {
        organizer.ask(new ModifyConferenceLock(keys(), true, Optional.empty()));
        bob.join();
        Line watching = bob.line(bob.subscribe());
        assertThat(watching.accepted.status()).isEqualTo(200);
        assertThat(watching.roster().endpoints(BOB)).containsExactly("focus on-hold");
        organizer.ask(new SetLobbyAccess(keys(), List.of(SipUri.of(BOB)), Access.DENIED));
        SipRequest last = watching.heard().get(watching.heard().size() - 1);
        assertThat(last.method()).isEqualTo("NOTIFY");
        assertThat(last.header("Subscription-State")).contains("terminated;reason=ParticipantDenied");
        assertThat(last.header("ms-diagnostics-public").orElse("")).contains("Participant Denied");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing | 200",
                "application/conference-info+xml | 200",
                "application/*, text/plain | 200",
                "*/* | 200",
                "text/plain, application/conference-info+xml;q=0.3 | 200",
                "text/plain | 406",
                "application/pidf+xml | 406"
            })
    @Requirement("SUB-3.2.1-02")
    void documentsAreOfATypeThatTheSubscriberReads(String accepted, int status) {
        bob.join();
        SipRequest asked =
                accepted.equals("nothing") ? subscribe() : subscribe().with("Accept", accepted);
        SipResponse answer = bob.ask(asked);
        assertThat(answer.status()).isEqualTo(status);
        List<Optional<String>> types = bob.heard().stream()
                .filter(it -> it.method().equals("NOTIFY"))
                .map(it -> it.body().contentType())
                .toList();
        if (status == 200) {
            assertThat(types).containsExactly(Optional.of("application/conference-info+xml"));
        } else {
            assertThat(types).isEmpty();
        }
    }

    @Test
    @Requirement("SUB-4.4.1-02")
    void aSubscriptionIsThereUntilItsLastDocumentHasBeenAnswered() {
        Line call = bob.join();
        bob.line(bob.subscribe());
        int before = house.focus.dialogs();
        bob.answers(request ->
                request.method().equals("NOTIFY") ? Optional.empty() : Optional.of(SipResponse.of(200, "OK")));
        call.bye();
        house.pass(Duration.ofSeconds(20));
        assertThat(house.focus.subscriptions())
                .as("its last NOTIFY is not answered")
                .isEqualTo(1);
        assertThat(house.focus.dialogs()).isEqualTo(before - 1);
        house.pass(Duration.ofSeconds(13));
        assertThat(house.focus.subscriptions()).isZero();
        assertThat(house.focus.dialogs()).isEqualTo(before - 2);
    }
}
