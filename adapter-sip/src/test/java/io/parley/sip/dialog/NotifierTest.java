package io.parley.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notifier grants (RFC 6665 section 4.2.1). */
class NotifierTest {

    private static final String AGENT = "10.0.0.2:5060";
    private static final SipResponse OK = SipResponse.of(200, "OK").with("Contact", Booth.CONTACT);

    private final ManualClock clock = ManualClock.at("2026-11-29T12:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final InMemoryNetwork network = new InMemoryNetwork(clock, scheduler);
    private final Handset handset = new Handset(network, AGENT);
    private Optional<SipResponse> refusal = Optional.empty();
    private Optional<SubscriptionEnd> end = Optional.empty();

    private void grants(Duration shortest, Duration usual, Duration longest) {
        UserAgent.builder(new Notifier(), scheduler, Runnable::run)
                .settings(UserAgentSettings.STANDARD.with(
                        SubscriptionSettings.STANDARD.lasting(shortest, usual, longest)))
                .clock(clock)
                .start(entrance -> network.open(AGENT, entrance));
    }

    private SipResponse ask(SipRequest request) {
        List<SipResponse> responses = handset.send(request);
        clock.advance(Duration.ofSeconds(1));
        return responses.get(responses.size() - 1);
    }

    private SipRequest subscribe(String expires) {
        SipRequest invite = handset.invite();
        return SipRequest.of("SUBSCRIBE", invite.uri())
                .with("From", invite.header("From").orElseThrow())
                .with("To", invite.header("To").orElseThrow())
                .with("Call-ID", "subscription")
                .with("CSeq", "1 SUBSCRIBE")
                .with("Contact", invite.header("Contact").orElseThrow())
                .with("Event", "conference")
                .with("Expires", expires);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "3599, 423", "3600, 200", "7199, 200"})
    @Requirement("SUB-4.2.1.1-04")
    void anHourIsNeverTooShort(String expires, int status) {
        grants(Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(3));
        SipResponse response = ask(subscribe(expires));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Min-Expires").orElse("")).isEqualTo(status == 423 ? "7200" : "");
    }

    @Test
    @Requirement("SUB-4.2.1.4-01")
    void aRefreshByWhoMayIsAndByWhoMayNotIsNot() {
        grants(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1));
        SipResponse begun = ask(subscribe("600"));
        SipRequest refresh = subscribe("600").with("To", begun.header("To").orElseThrow());
        clock.advance(Duration.ofSeconds(500));
        assertThat(ask(refresh.with("CSeq", "2 SUBSCRIBE")).header("Expires")).contains("600");
        clock.advance(Duration.ofSeconds(500));
        assertThat(end).as("it lives on").isEmpty();
        refusal = Optional.of(SipResponse.of(403, "Forbidden"));
        assertThat(ask(refresh.with("CSeq", "3 SUBSCRIBE")).status()).isEqualTo(403);
        clock.advance(Duration.ofSeconds(100));
        assertThat(end).as("but not for longer than was granted").contains(SubscriptionEnd.EXPIRED);
    }

    /** Lets everybody subscribe. */
    private final class Notifier implements RequestHandler {
        @Override
        public void invited(IncomingInvite invite) {
            invite.reject(SipResponse.of(403, "Forbidden"));
        }

        @Override
        public void subscribed(IncomingSubscribe subscribe) {
            subscribe.accept(OK, new Source(), Delivery.AS_ASKED);
        }

        @Override
        public void requested(IncomingRequest request) {
            request.respond(OK);
        }
    }

    private final class Source implements NotificationSource {
        @Override
        public Notification full() {
            return Notification.of(SipBody.of("text/plain", "all"));
        }

        @Override
        public Optional<Notification> changes() {
            return Optional.empty();
        }

        @Override
        public Optional<SipResponse> refusal(SipRequest refresh) {
            return refusal;
        }

        @Override
        public void ended(SubscriptionEnd why) {
            end = Optional.of(why);
        }
    }
}
