package io.parley.sip.focus;

import io.parley.identity.XconUri;
import io.parley.participation.Refusal;
import io.parley.ports.in.ConferenceWatching.Answer;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Refused;
import io.parley.ports.in.ConferenceWatching.Told;
import io.parley.ports.in.ConferenceWatching.Watching;
import io.parley.ports.in.FocusService.Departure;
import io.parley.sip.dialog.Delivery;
import io.parley.sip.dialog.Notification;
import io.parley.sip.dialog.NotificationSource;
import io.parley.sip.dialog.Subscription;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** One subscription to a conference, which stands on a call (MS-CONFBAS section 3.4), or on the right to watch alone (RFC 4575 section 3.5). */
final class Watch implements NotificationSource {

    private final Reception reception;
    private final Optional<Call> call;
    private final Format roster;
    private final Optional<XconUri> controlled;
    private final BiFunction<Format, Runnable, Answer> sources;
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private volatile Optional<Source> source = Optional.empty();

    /**
     * Where it gets its documents.
     *
     * @param format their format
     * @param watching who gives them
     */
    private record Source(Format format, Watching watching) {}

    /**
     * A subscription.
     *
     * @param call the call on which it stands
     * @param roster the format of the rosters for its subscriber
     * @param controlled by which XCON-URI the conference is controlled, if rosters tell that
     * @param sources begins to watch in a format, with whom to call when there is news
     */
    Watch(
            Reception reception,
            Optional<Call> call,
            Format roster,
            Optional<XconUri> controlled,
            BiFunction<Format, Runnable, Answer> sources) {
        this.reception = reception;
        this.call = call;
        this.roster = roster;
        this.controlled = controlled;
        this.sources = sources;
    }

    /** Goes on in the format that somebody wants who has {@code accepted}, or refuses that and changes nothing. */
    Optional<SipResponse> take(Acceptance accepted) {
        Optional<Format> wanted = Formats.of(accepted, roster);
        if (wanted.isEmpty()) {
            return Optional.of(Formats.NOT_ACCEPTABLE);
        }
        if (source.filter(known -> known.format() == wanted.get()).isPresent()) {
            return Optional.empty();
        }
        Answer answer = sources.apply(wanted.get(), this::news);
        if (answer instanceof Refused refused) {
            boolean gone = refused.refusal().kind() == Refusal.Kind.NO_CONFERENCE;
            return Optional.of(gone ? Replies.NOT_FOUND : Subscriptions.FORBIDDEN);
        }
        source.ifPresent(former -> former.watching().close());
        source = Optional.of(new Source(wanted.get(), (Watching) answer));
        return Optional.empty();
    }

    Delivery delivery() {
        return Formats.delivery(source().format());
    }

    private Source source() {
        return source.orElseThrow();
    }

    /** There may be something new. The end waits for no interval. */
    void news() {
        subscription.thenAccept(begun -> {
            Watching watching = source().watching();
            Optional<Watching.End> end = watching.end();
            if (end.isPresent()) {
                finish(end.get(), watching.next());
            } else {
                begun.changed();
            }
        });
    }

    /** It was accepted. */
    void begun(Subscription accepted) {
        reception.calls().watched();
        subscription.complete(accepted);
        call.ifPresent(it -> it.watchedBy(this));
    }

    /** Ends it with the call on which it stands; {@code sent} runs when the last NOTIFY is on its way. */
    void end(Departure why, Runnable sent) {
        if (source().format() == Format.C3P) {
            end(Farewell.of(why), Optional.empty(), sent);
            return;
        }
        boolean over = why == Departure.TERMINATED;
        end(Farewell.plain(why), over ? source().watching().next() : Optional.empty(), sent);
    }

    private void finish(Watching.End end, Optional<Told> last) {
        Farewell farewell = end == Watching.End.CONFERENCE_OVER ? Farewell.NO_RESOURCE : Farewell.REJECTED;
        end(farewell, last, () -> {});
    }

    private void end(Farewell farewell, Optional<Told> last, Runnable sent) {
        SipBody body = last.map(this::body).orElse(SipBody.NONE);
        subscription.thenAccept(begun -> begun.end(farewell.word(), new Notification(body, farewell.ofNotify()), sent));
    }

    @Override
    public Notification full() {
        source().watching().restart();
        return Notification.of(next().map(this::body).orElse(SipBody.NONE));
    }

    @Override
    public Optional<Notification> changes() {
        return next().map(this::body).map(Notification::of);
    }

    /** What there is to tell, unless it is the last, which the last NOTIFY tells. */
    private Optional<Told> next() {
        Watching watching = source().watching();
        Optional<Told> told = watching.next();
        Optional<Watching.End> end = watching.end();
        end.ifPresent(why -> finish(why, told));
        return end.isPresent() ? Optional.empty() : told;
    }

    private SipBody body(Told told) {
        Format format = source().format();
        return reception.documents().body(format, told, format == Format.RFC4575 ? controlled : Optional.empty());
    }

    /** A refresh that says nothing of what it accepts leaves that as it was. */
    @Override
    public Optional<SipResponse> refusal(SipRequest refresh) {
        return refresh.header("Accept").isEmpty() ? Optional.empty() : take(Acceptance.of(refresh, Formats.ROSTER));
    }

    @Override
    public Delivery delivery(SipRequest refresh, Delivery agreed) {
        return delivery();
    }

    @Override
    public void ended(SubscriptionEnd end) {
        source().watching().close();
        call.ifPresent(it -> it.watchedNoMore(this));
        reception.calls().watchedNoMore();
    }
}
