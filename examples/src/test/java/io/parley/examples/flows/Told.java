package io.parley.examples.flows;

import io.parley.sip.dialog.Notification;
import io.parley.sip.dialog.NotificationSource;
import io.parley.sip.dialog.Subscription;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.message.SipBody;
import java.util.Optional;

/** What a phone that was referred tells of it. */
final class Told implements NotificationSource {

    private String line = "SIP/2.0 100 Trying";
    private Optional<Subscription> subscription = Optional.empty();

    void of(Subscription accepted) {
        subscription = Optional.of(accepted);
    }

    /** Tells the outcome. */
    void says(String status) {
        line = status;
        subscription.orElseThrow().end("noresource", full(), () -> {});
    }

    @Override
    public Notification full() {
        return Notification.of(SipBody.of("message/sipfrag", line));
    }

    @Override
    public Optional<Notification> changes() {
        return Optional.empty();
    }

    @Override
    public void ended(SubscriptionEnd end) {
        // That is all there is to it.
    }
}
