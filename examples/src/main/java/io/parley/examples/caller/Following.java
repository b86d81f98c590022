package io.parley.examples.caller;

import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.c3p.UnreadableC3pException;
import io.parley.roster.RosterCopy;
import io.parley.sip.dialog.Subscriber;
import io.parley.sip.dialog.SubscriberHandler;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.dialog.SubscriptionState;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Locale;
import java.util.Optional;

/** A subscription whose documents are put together to one roster. */
final class Following implements SubscriberHandler {

    private static final System.Logger LOG = System.getLogger(Following.class.getName());

    private final C3pCodec codec;
    private final Follower follower;
    private volatile Optional<Subscriber> subscriber = Optional.empty();
    private RosterCopy copy = RosterCopy.NOTHING;
    private Optional<String> lastWord = Optional.empty();

    Following(C3pCodec codec, Follower follower) {
        this.codec = codec;
        this.follower = follower;
    }

    void of(Subscriber made) {
        subscriber = Optional.of(made);
    }

    @Override
    public void notified(SipMessage message) {
        if (message instanceof SipRequest request) {
            lastWord = SubscriptionState.of(request).flatMap(SubscriptionState::reason);
        }
        if (message.body().isEmpty()) {
            return;
        }
        try {
            apply(copy.apply(codec.readDocument(message.body().bytes())));
        } catch (UnreadableC3pException fault) {
            LOG.log(System.Logger.Level.WARNING, "A notification that cannot be read: {0}", fault.getMessage());
        }
    }

    private void apply(RosterCopy.Answer answer) {
        if (answer instanceof RosterCopy.Answer.Applied applied) {
            RosterCopy before = copy;
            copy = applied.copy();
            follower.changed(before, copy);
        } else if (answer instanceof RosterCopy.Answer.Gap) {
            subscriber.ifPresent(Subscriber::renew);
        } else if (answer instanceof RosterCopy.Answer.Rejected rejected) {
            LOG.log(System.Logger.Level.WARNING, "A notification that is none: {0}", rejected.reason());
        }
    }

    @Override
    public void failed(SipResponse response) {
        follower.refused(new RefusedException(response));
    }

    @Override
    public void ended(SubscriptionEnd end) {
        follower.ended(lastWord.orElseGet(() -> end.name().toLowerCase(Locale.ROOT)));
    }
}
