package io.parley.participation;

import java.util.Objects;

/**
 * That something is refused, and why.
 *
 * @param kind what kind of refusal it is, from which each protocol makes its code
 * @param reason why, in words that name the offending thing and give nothing away
 */
public record Refusal(Kind kind, String reason) {

    /** Refuses nulls. */
    public Refusal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** Kinds of refusals. */
    public enum Kind {
        /** There is no such conference. */
        NO_CONFERENCE,
        /** The rules of the conference keep him out. */
        FORBIDDEN,
        /** There is no room. */
        FULL,
        /** A dialog that is to be replaced is not there. */
        NO_DIALOG,
        /** What is named, such as a dialog of the endorsee, is not there, or he may not do it. */
        UNAUTHORIZED
    }
}
