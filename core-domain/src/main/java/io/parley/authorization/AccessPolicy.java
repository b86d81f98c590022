package io.parley.authorization;

import java.util.Optional;

/**
 * Permits or refuses. A pure function: the same access gets the same answer, and it may be asked again.
 *
 * <p>Joining is no matter of the policy but of {@link Admission}; nor is which part of a document somebody may set, which {@link
 * ProtectedParts} decides.
 */
@FunctionalInterface
public interface AccessPolicy {

    /** Why {@code access} is refused, in words for the requester that give nothing away; empty if it is permitted. */
    Optional<String> refusal(AccessRequest access);

    /**
     * The policy unless another is given: owners and moderators change a conference, its users change their own record, who belongs
     * to it sees it, administrators do everything, and everybody sees blueprints and creates conferences.
     */
    static AccessPolicy standard() {
        return new StandardPolicy();
    }
}
