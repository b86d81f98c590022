package io.parley.roster;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Mcu;
import io.parley.persistent.PersistentMap;
import java.util.Optional;

/**
 * The roster aggregation algorithm (MS-CONFBAS section 3.4.4.2.1): what a document of an MCU makes of the copy that the focus keeps of that MCU.
 * Each MCU has a copy and versions of its own, so that the order in which documents of different MCUs come does not matter. Only {@code users}
 * and {@code conference-view} count.
 *
 * <table>
 *   <caption>What becomes of a document that is valid</caption>
 *   <tr><th>its version</th><th>full</th><th>partial</th><th>root deleted</th></tr>
 *   <tr><td>not above that of the copy</td><td>outdated</td><td>outdated</td><td>outdated</td></tr>
 *   <tr><td>the next, and the copy is not stale</td><td>applied</td><td>applied</td><td>ended</td></tr>
 *   <tr><td>any other, or nothing has come before, or the copy is stale</td><td>applied</td><td>gap</td><td>ended</td></tr>
 * </table>
 */
public final class RosterAggregation {

    /** What comes of a document. */
    public sealed interface Answer {
        /**
         * The copy follows it.
         *
         * @param copy what the focus then knows of the MCU, without whom its users are
         */
        record Applied(Mcu copy) implements Answer {}

        /** It says nothing new. */
        record Outdated() implements Answer {}

        /** A document before it was lost; only a full one helps. */
        record Gap() implements Answer {}

        /** The MCU has ended its part of the conference. */
        record Ended() implements Answer {}

        /**
         * It is not valid, and nothing of it counts.
         *
         * @param reason why, in words that name the offending thing
         */
        record Rejected(String reason) implements Answer {}
    }

    private RosterAggregation() {}

    /** What {@code document}, which comes from the MCU of {@code copy}, makes of it. */
    public static Answer apply(Mcu copy, Element document) {
        McuDocument report = new McuDocument(document);
        Optional<String> fault = report.fault(copy.uri());
        if (fault.isPresent()) {
            return new Answer.Rejected(fault.get());
        }
        long version = report.version().orElseThrow();
        boolean isFirst = copy.version() == 0 && copy.state() != Mcu.State.UP;
        if (version <= copy.version() && !isFirst) {
            return new Answer.Outdated();
        }
        return switch (report.state()) {
            case DELETED -> new Answer.Ended();
            case FULL ->
                new Answer.Applied(
                        copy.reporting(version, users(report, PersistentMap.empty()), view(report, Optional.empty())));
            case PARTIAL ->
                copy.state() == Mcu.State.UP && version == copy.version() + 1
                        ? new Answer.Applied(
                                copy.reporting(version, users(report, copy.users()), view(report, copy.view())))
                        : new Answer.Gap();
        };
    }

    private static PersistentMap<String, Element> users(McuDocument report, PersistentMap<String, Element> known) {
        Optional<Element> users = report.users();
        if (users.isEmpty()) {
            return known;
        }
        State state = report.stateOf(users.get());
        PersistentMap<String, Element> next = state == State.PARTIAL ? known : PersistentMap.empty();
        for (Element user : users.get().children(Info.USER)) {
            String key = McuDocument.key(user).orElseThrow();
            State told = state == State.PARTIAL ? State.of(user) : State.FULL;
            next = switch (told) {
                case FULL -> next.with(key, StateMerge.settled(user));
                case PARTIAL -> next.with(key, merged(next.get(key), user));
                case DELETED -> next.without(key);
            };
        }
        return state == State.DELETED ? PersistentMap.empty() : next;
    }

    /** A user has one endpoint at an MCU: the one that is told last takes the place of another. */
    private static Element merged(Optional<Element> known, Element user) {
        Element base = known.orElseGet(() -> Foreign.attributesOf(user));
        for (Element told : user.children(Info.ENDPOINT)) {
            for (Element other : base.children(Info.ENDPOINT)) {
                boolean replaced = State.of(told) == State.FULL
                        && !other.attribute(Attributes.ENTITY).equals(told.attribute(Attributes.ENTITY));
                base = replaced ? base.without(other) : base;
            }
        }
        return StateMerge.merged(base, user);
    }

    private static Optional<Element> view(McuDocument report, Optional<Element> known) {
        Optional<Element> container = report.view();
        if (container.isEmpty()) {
            return known;
        }
        Element view = report.entityView().orElseThrow();
        State told = report.stateOf(container.get()) == State.PARTIAL ? State.of(view) : State.FULL;
        return switch (told) {
            case FULL -> Optional.of(StateMerge.settled(view));
            case PARTIAL ->
                Optional.of(known.map(base -> StateMerge.merged(base, view)).orElseGet(() -> StateMerge.settled(view)));
            case DELETED -> Optional.empty();
        };
    }
}
