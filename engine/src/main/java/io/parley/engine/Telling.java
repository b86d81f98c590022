package io.parley.engine;

import io.parley.patch.Update;
import io.parley.ports.in.ConferenceWatching.Told;
import io.parley.subscription.Audience;
import io.parley.subscription.CopyState;
import io.parley.subscription.WatchState;
import io.parley.subscription.Watched;
import java.util.Optional;

/** What one watcher was told so far, in his format, and what he is told next. Immutable. */
sealed interface Telling {

    /**
     * A step.
     *
     * @param told what he is told; empty if there is nothing new
     * @param after what he knows then
     */
    record Step(Optional<Told> told, Telling after) {}

    /** The step to {@code now}, which he sees as one of {@code audience}; a full document if he asks for {@code all}. */
    Step next(Watched now, Audience audience, boolean all);

    /** What he is told where the conference is no more. */
    Optional<Told> last();

    /** The number of the last document; 0 if he was told none, or they have none. */
    long version();

    /**
     * Documents of RFC 4575.
     *
     * @param documents where they are put together
     * @param state what he knows
     */
    record OfRoster(ComposedDocuments documents, WatchState state) implements Telling {

        @Override
        public Step next(Watched now, Audience audience, boolean all) {
            WatchState.Step step = state.next(now, audience, all, documents::of);
            return new Step(told(step), new OfRoster(documents, step.after()));
        }

        private static Optional<Told> told(WatchState.Step step) {
            return step.common()
                    .map(common -> new Told.Document(common, step.after().version()));
        }

        @Override
        public Optional<Told> last() {
            return state.end().flatMap(OfRoster::told);
        }

        @Override
        public long version() {
            return state.version();
        }
    }

    /**
     * Documents of the data model (RFC 6502), which has no word for the end.
     *
     * @param documents where they are put together
     * @param demand how he wants to be told
     * @param state what he knows
     */
    record OfModel(ComposedDocuments documents, CopyState.Demand demand, CopyState state) implements Telling {

        @Override
        public Step next(Watched now, Audience audience, boolean all) {
            CopyState.Step step =
                    state.next(documents.model(now, audience), all ? CopyState.Demand.ALL : demand, documents::between);
            Optional<Told> told = step.update().map(update -> told(now, update));
            return new Step(told, new OfModel(documents, demand, step.after()));
        }

        private static Told told(Watched now, Update update) {
            return update instanceof Update.Partial partial
                    ? new Told.Diff(now.conference().id(), partial.patch())
                    : Told.Document.withoutVersion(((Update.Full) update).document());
        }

        @Override
        public Optional<Told> last() {
            return Optional.empty();
        }

        @Override
        public long version() {
            return 0;
        }
    }
}
