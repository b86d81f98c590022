package io.parley.subscription;

import io.parley.document.Element;
import io.parley.patch.Update;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What one watcher of the data model knows: the document that he was sent last, whole or by a diff (RFC 6502 section 5.1). Immutable.
 *
 * <table>
 *   <caption>The next notification</caption>
 *   <tr><th>he</th><th>gets</th></tr>
 *   <tr><td>knows nothing</td><td>the whole document</td></tr>
 *   <tr><td>asks for all, as by refreshing, or has lost what he was sent</td><td>the whole document</td></tr>
 *   <tr><td>sees no difference</td><td>none</td></tr>
 *   <tr><td>sees one, and understands diffs</td><td>a diff, or the document if that is smaller</td></tr>
 *   <tr><td>sees one otherwise</td><td>the whole document</td></tr>
 * </table>
 *
 * @param told the document; empty before the first
 */
public record CopyState(Optional<Element> told) {

    /** Somebody who knows nothing yet. */
    public static final CopyState NEW = new CopyState(Optional.empty());

    /** Refuses null. */
    public CopyState {
        Objects.requireNonNull(told, "told");
    }

    /** How somebody wants to be told. */
    public enum Demand {
        /** All, whether it has changed or not. */
        ALL,
        /** All, if it has changed. */
        WHOLE,
        /** What has changed. */
        DIFFS
    }

    /**
     * A step.
     *
     * @param update what he is told; empty if there is nothing new
     * @param after what he knows then
     */
    public record Step(Optional<Update> update, CopyState after) {}

    /**
     * The step to {@code now}.
     *
     * @param comparison says what leads from one document to another, as {@link Update#between} does, or takes it from where it was kept
     */
    public Step next(Element now, Demand demand, BiFunction<Element, Element, Optional<Update>> comparison) {
        Optional<Update> update = told.isEmpty() || demand == Demand.ALL
                ? Optional.of(new Update.Full(now))
                : comparison.apply(told.get(), now).map(step -> demand == Demand.DIFFS ? step : new Update.Full(now));
        return new Step(update, new CopyState(Optional.of(now)));
    }
}
