package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Element;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much a watcher has been told: the state that he knows, and the number of the last document. Numbers rise by one with every document
 * (RFC 4575 section 4.6). Immutable.
 *
 * @param told what he has been told of; empty before the first document, or when he has to be told all again
 * @param version the number of the last document, 0 before the first
 */
public record WatchState(Optional<Conference> told, long version) {

    /** That of somebody who has been told nothing. */
    public static final WatchState NOTHING = new WatchState(Optional.empty(), 0);

    /**
     * A document, and how much the watcher knows then.
     *
     * @param document what to send, with its number; empty if there is nothing new for him
     * @param after the state then
     */
    public record Step(Optional<Element> document, WatchState after) {}

    /**
     * What is next for the watcher, now that the conference is as {@code now} tells it.
     *
     * @param telling what tells him of another state of it
     */
    public Step next(Composer now, Function<Conference, Composer> telling) {
        // Admitted from the lobby, or back in it, he sees with other eyes.
        Optional<Composer> before = told.map(telling).filter(known -> known.isInLobby() == now.isInLobby());
        Optional<Element> document = before.isPresent() ? now.since(before.get()) : Optional.of(now.full());
        long number = document.isPresent() ? version + 1 : version;
        return new Step(
                document.map(element -> Composer.stamped(element, number)),
                new WatchState(Optional.of(now.conference()), number));
    }

    /** This state of somebody who has to be told all again. */
    public WatchState again() {
        return new WatchState(Optional.empty(), version);
    }
}
