package io.parley.sip.focus;

import io.parley.codec.c3p.C3pCodec;
import io.parley.document.Element;
import io.parley.ports.in.ConferenceWatching.Watching;
import io.parley.sip.dialog.Notification;
import io.parley.sip.dialog.NotificationSource;
import io.parley.sip.dialog.Subscription;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.message.SipBody;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One subscription to a conference, which stands on a call (MS-CONFBAS section 3.4). */
final class Watch implements NotificationSource {

    private final Call call;
    private final C3pCodec codec;
    private final CompletableFuture<Watching> watching = new CompletableFuture<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

    Watch(Call call, C3pCodec codec) {
        this.call = call;
        this.codec = codec;
    }

    /** There may be something new. */
    void news() {
        subscription.thenAccept(Subscription::changed);
    }

    /** What it takes its documents from. */
    void of(Watching source) {
        watching.complete(source);
    }

    /** It was accepted. */
    void begun(Subscription accepted) {
        subscription.complete(accepted);
        call.watchedBy(this);
    }

    /** Ends it; {@code sent} runs when the last NOTIFY is on its way. */
    void end(Farewell farewell, Runnable sent) {
        subscription.thenAccept(
                begun -> begun.end(farewell.word(), new Notification(SipBody.NONE, farewell.ofNotify()), sent));
    }

    @Override
    public Notification full() {
        Watching source = watching.join();
        source.restart();
        return Notification.of(source.next().map(this::body).orElse(SipBody.NONE));
    }

    @Override
    public Optional<Notification> changes() {
        return watching.join().next().map(this::body).map(Notification::of);
    }

    private SipBody body(Element document) {
        return SipBody.of(call.dialect().rosters(), codec.writeDocument(document));
    }

    @Override
    public void ended(SubscriptionEnd end) {
        watching.join().close();
        call.watchedNoMore(this);
    }
}
