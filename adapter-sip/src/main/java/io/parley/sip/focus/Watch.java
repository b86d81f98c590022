package io.parley.sip.focus;

import io.parley.document.Element;
import io.parley.identity.XconUri;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Watching;
import io.parley.ports.in.FocusService.Departure;
import io.parley.sip.dialog.Notification;
import io.parley.sip.dialog.NotificationSource;
import io.parley.sip.dialog.Subscription;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.message.SipBody;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One subscription to a conference, which stands on a call (MS-CONFBAS section 3.4), or on the right to watch alone (RFC 4575 section 3.5). */
final class Watch implements NotificationSource {

    private final Reception reception;
    private final Optional<Call> call;
    private final Format format;
    private final Optional<XconUri> controlled;
    private final CompletableFuture<Watching> watching = new CompletableFuture<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

    /** @param controlled by which XCON-URI the conference is controlled, if that is told */
    Watch(Reception reception, Optional<Call> call, Format format, Optional<XconUri> controlled) {
        this.reception = reception;
        this.call = call;
        this.format = format;
        this.controlled = controlled;
    }

    /** There may be something new. The end waits for no interval. */
    void news() {
        subscription.thenAccept(begun -> {
            Optional<Watching.End> end = watching.join().end();
            if (end.isPresent()) {
                finish(end.get(), watching.join().next());
            } else {
                begun.changed();
            }
        });
    }

    /** What it takes its documents from. */
    void of(Watching source) {
        watching.complete(source);
    }

    /** It was accepted. */
    void begun(Subscription accepted) {
        reception.calls().watched();
        subscription.complete(accepted);
        call.ifPresent(it -> it.watchedBy(this));
    }

    /** Ends it with the call on which it stands; {@code sent} runs when the last NOTIFY is on its way. */
    void end(Departure why, Runnable sent) {
        if (format == Format.C3P) {
            end(Farewell.of(why), Optional.empty(), sent);
            return;
        }
        boolean over = why == Departure.TERMINATED;
        end(Farewell.plain(why), over ? watching.join().next() : Optional.empty(), sent);
    }

    private void finish(Watching.End end, Optional<Element> last) {
        Farewell farewell = end == Watching.End.CONFERENCE_OVER ? Farewell.NO_RESOURCE : Farewell.REJECTED;
        end(farewell, last, () -> {});
    }

    private void end(Farewell farewell, Optional<Element> last, Runnable sent) {
        SipBody body = last.map(this::body).orElse(SipBody.NONE);
        subscription.thenAccept(begun -> begun.end(farewell.word(), new Notification(body, farewell.ofNotify()), sent));
    }

    @Override
    public Notification full() {
        watching.join().restart();
        return Notification.of(next().map(this::body).orElse(SipBody.NONE));
    }

    @Override
    public Optional<Notification> changes() {
        return next().map(this::body).map(Notification::of);
    }

    /** What there is to tell, unless it is the last, which the last NOTIFY tells. */
    private Optional<Element> next() {
        Watching source = watching.join();
        Optional<Element> document = source.next();
        Optional<Watching.End> end = source.end();
        end.ifPresent(why -> finish(why, document));
        return end.isPresent() ? Optional.empty() : document;
    }

    private SipBody body(Element document) {
        Element told = controlled.map(uri -> ServiceUris.telling(document, uri)).orElse(document);
        return SipBody.of(
                Subscriptions.CONFERENCE_INFO, reception.replies().codec().writeDocument(told));
    }

    @Override
    public void ended(SubscriptionEnd end) {
        watching.join().close();
        call.ifPresent(it -> it.watchedNoMore(this));
        reception.calls().watchedNoMore();
    }
}
