package io.parley.engine;

import io.parley.authorization.Requester;
import io.parley.ccmp.WatcherView;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents.Follow;
import io.parley.ports.in.ConferenceEvents.Following;
import java.util.Optional;
import java.util.OptionalLong;

/** Somebody who follows a conference. Keeps no event and no position. */
final class Follower implements Following {

    private final Chronicle chronicle;
    private final Chronicle.Track track;
    private final EventFeed feed;
    private final Follow request;
    private final Runnable news;
    private volatile boolean closed;

    Follower(Chronicle chronicle, Chronicle.Track track, EventFeed feed, Follow request, Runnable news) {
        this.chronicle = chronicle;
        this.track = track;
        this.feed = feed;
        this.request = request;
        this.news = news;
    }

    @Override
    public Optional<ConferenceEvent> after(OptionalLong sequence) {
        if (closed) {
            return Optional.empty();
        }
        Chronicle.Position now = chronicle.look(track, sequence);
        if (sequence.isPresent() && sequence.getAsLong() == now.sequence()) {
            // Whether he may still see it changes with the next version only, and then there is something to tell.
            return Optional.empty();
        }
        // What he may see is asked of the last state first: whoever has lost the right gets nothing of before either.
        return Optional.of(feed.requester(request)
                .flatMap(requester ->
                        sight(now.latest(), requester).map(latest -> event(now, requester, latest, sequence)))
                .orElseGet(() -> plain(ConferenceEvent.Type.DENIED, sequence.orElse(0), false)));
    }

    private ConferenceEvent event(Chronicle.Position now, Requester requester, Element latest, OptionalLong sequence) {
        Optional<ConferenceEvent> next = now.next().flatMap(change -> told(change, now.latest(), requester));
        if (next.isPresent()) {
            return next.get();
        }
        if (now.deleted()) {
            return deletion(now, sequence);
        }
        return new ConferenceEvent(
                request.conference(),
                ConferenceEvent.Type.RESET,
                now.sequence(),
                sequence.isPresent(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(latest));
    }

    /** The event of {@code change}, if there is a state behind it that he could have seen, and still may. */
    private Optional<ConferenceEvent> told(Change change, Conference latest, Requester requester) {
        return change.after()
                .filter(state -> WatcherView.isCurrent(state, latest, requester))
                .flatMap(state -> sight(state, requester))
                .map(document -> new ConferenceEvent(
                        request.conference(),
                        change.before().isEmpty() ? ConferenceEvent.Type.CREATED : ConferenceEvent.Type.CHANGED,
                        change.version().value(),
                        false,
                        Optional.of(change.cause().action()),
                        Optional.of(change.cause().at()),
                        Optional.of(document)));
    }

    private ConferenceEvent deletion(Chronicle.Position now, OptionalLong sequence) {
        boolean skipped = sequence.isPresent() && sequence.getAsLong() != now.sequence() - 1;
        return now.next()
                .filter(change -> change.after().isEmpty())
                .map(change -> new ConferenceEvent(
                        request.conference(),
                        ConferenceEvent.Type.DELETED,
                        now.sequence(),
                        false,
                        Optional.of(change.cause().action()),
                        Optional.of(change.cause().at()),
                        Optional.empty()))
                .orElseGet(() -> plain(ConferenceEvent.Type.DELETED, now.sequence(), skipped));
    }

    private ConferenceEvent plain(ConferenceEvent.Type type, long sequence, boolean skipped) {
        return new ConferenceEvent(
                request.conference(), type, sequence, skipped, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Optional<Element> sight(Conference state, Requester requester) {
        return feed.seen(state, requester, request) instanceof WatcherView.Seen.Of seen
                ? Optional.of(seen.document())
                : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        chronicle.leave(track, news);
    }
}
