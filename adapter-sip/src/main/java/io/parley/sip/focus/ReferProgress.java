package io.parley.sip.focus;

import io.parley.focus.SipStatus;
import io.parley.sip.dialog.Notification;
import io.parley.sip.dialog.NotificationSource;
import io.parley.sip.dialog.Subscription;
import io.parley.sip.dialog.SubscriptionEnd;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What becomes of a REFER, as its sender is told (RFC 3515 section 2.4.4 to 2.4.7): 100 at once, what is provisional as it comes, and with the
 * final status the end of the subscription.
 */
final class ReferProgress implements NotificationSource {

    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private SipStatus status = SipStatus.TRYING;
    private boolean begun;

    /** It goes on, or is decided; called by any thread, also before the REFER is accepted. */
    void tell(SipStatus now) {
        synchronized (this) {
            status = now;
        }
        subscription.thenAccept(told -> {
            if (now.isFinal()) {
                told.end("noresource", notification(now), () -> {});
            } else {
                told.changed();
            }
        });
    }

    /** The REFER was accepted. */
    void of(Subscription accepted) {
        subscription.complete(accepted);
    }

    private static Notification notification(SipStatus status) {
        return Notification.of(SipFragment.of(status));
    }

    @Override
    public synchronized Notification full() {
        SipStatus now = begun ? status : SipStatus.TRYING;
        begun = true;
        return notification(now);
    }

    @Override
    public synchronized Optional<Notification> changes() {
        return Optional.of(notification(status));
    }

    @Override
    public void ended(SubscriptionEnd end) {
        // Whoever asked does not want to know any more, or knows; what he asked for goes on.
    }
}
