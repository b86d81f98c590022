package io.parley.examples.focus;

import io.parley.document.Element;
import io.parley.ports.in.ConferenceWatching.Answer;
import io.parley.ports.in.ConferenceWatching.Told;
import io.parley.ports.in.ConferenceWatching.Watching;
import java.util.Optional;

/**
 * Somebody who watches by the documents of RFC 4575.
 *
 * @param watching where he gets them
 */
public record RosterWatch(Watching watching) implements AutoCloseable {

    /** He watches, if {@code answer} lets him. */
    public static RosterWatch of(Answer answer) {
        return new RosterWatch((Watching) answer);
    }

    /** {@link Watching#next}. */
    public Optional<Element> next() {
        return watching.next().map(told -> ((Told.Document) told).document());
    }

    /** {@link Watching#end}. */
    public Optional<Watching.End> end() {
        return watching.end();
    }

    /** {@link Watching#restart}. */
    public void restart() {
        watching.restart();
    }

    @Override
    public void close() {
        watching.close();
    }
}
