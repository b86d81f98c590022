package io.parley.subscription;

import io.parley.document.Element;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one watcher knows: the state that he was told last, as whom, and the version of the document by which he was told. Immutable.
 *
 * <table>
 *   <caption>The next document</caption>
 *   <tr><th>he</th><th>gets</th></tr>
 *   <tr><td>knows nothing</td><td>a full one</td></tr>
 *   <tr><td>asks for all, as by refreshing</td><td>a full one</td></tr>
 *   <tr><td>would now see what he was told otherwise, as after admission from the lobby</td><td>a full one</td></tr>
 *   <tr><td>sees a change since then</td><td>a partial one with all that has changed</td></tr>
 *   <tr><td>sees none</td><td>none</td></tr>
 * </table>
 *
 * @param told what he was told last; empty before the first document
 * @param version the version of his last document (RFC 4575 section 4.3); 0 before the first
 */
public record WatchState(Optional<Told> told, long version) {

    /** Somebody who knows nothing yet. */
    public static final WatchState NEW = new WatchState(Optional.empty(), 0);

    /** Refuses a version without anything told. */
    public WatchState {
        if (version < 0 || told.isEmpty() && version > 0) {
            throw new IllegalArgumentException("a watcher cannot have got the version " + version);
        }
    }

    /**
     * A state that somebody was told.
     *
     * @param state the state
     * @param audience as one of whom
     */
    public record Told(Watched state, Audience audience) {}

    /**
     * A step.
     *
     * @param common what he is told, as all of his audience are: without a version; empty if there is nothing new
     * @param after what he knows then
     */
    public record Step(Optional<Element> common, WatchState after) {

        /** What he is told, with its version. */
        public Optional<Element> document() {
            return common.map(element -> Composer.stamped(element, after.version()));
        }
    }

    /**
     * The step to {@code now}.
     *
     * @param audience to which he belongs now
     * @param all whether he asks for a full document
     * @param composition puts a document together, as {@link Composer#compose} does, or takes it from where it was kept by {@link Due#key}
     */
    public Step next(Watched now, Audience audience, boolean all, Function<Due, Optional<Element>> composition) {
        Audience aware =
                told.map(last -> audience.remembering(last.audience(), now)).orElse(audience);
        Optional<Watched> base = told.filter(last -> !all && last.audience().sawTheSame(aware, last.state()))
                .map(Told::state);
        Told known = new Told(now, audience);
        Optional<Element> document = composition.apply(new Due(base, now, base.isPresent() ? aware : audience));
        long next = document.isPresent() ? version + 1 : version;
        return new Step(document, new WatchState(Optional.of(known), next));
    }

    /** The last step of a subscription that ends with the conference: the root, deleted; empty for who was told nothing. */
    public Optional<Step> end() {
        return told.map(last ->
                new Step(Optional.of(Composer.ended(last.state().conference())), new WatchState(told, version + 1)));
    }
}
