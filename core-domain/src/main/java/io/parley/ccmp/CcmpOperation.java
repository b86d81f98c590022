package io.parley.ccmp;

import io.parley.conference.Outcome;
import java.util.Optional;

/**
 * What one operation of one message contributes to the ordered checks, and what it does when all have passed. Each method belongs to
 * the check of its name in {@link Checks}; a check to which an operation contributes nothing lets the request pass.
 *
 * <p>Stateless; what is found out about a request is kept in its {@link Deliberation}.
 */
interface CcmpOperation {

    /** What this operation asks of the parameters beyond its row in the table. */
    default Optional<Rejection> parameters(CcmpRequest request) {
        return Optional.empty();
    }

    /** Finds the object addressed. */
    default Optional<Rejection> target(Deliberation deliberation) {
        return Optional.empty();
    }

    /** Asks the policy. */
    default Optional<Rejection> permission(Deliberation deliberation) {
        return Optional.empty();
    }

    /** Reads the document of the request and drafts the one to be. */
    default Optional<Rejection> document(Deliberation deliberation) {
        return Optional.empty();
    }

    /** Finds the user addressed. */
    default Optional<Rejection> targetUser(Deliberation deliberation) {
        return Optional.empty();
    }

    /** Refuses what touches protected parts. */
    default Optional<Rejection> protectedParts(Deliberation deliberation) {
        return Optional.empty();
    }

    /** Refuses what collides with the current state or a limit. */
    default Optional<Rejection> conflicts(Deliberation deliberation) {
        return Optional.empty();
    }

    /** Does it: all checks have passed. */
    Outcome<CcmpResponse> accept(Deliberation deliberation);
}
