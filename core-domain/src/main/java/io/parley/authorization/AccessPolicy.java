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
     * The policy unless another is given: owners and moderators change a conference, its users change their own record and make
     * sidebars, who belongs to it sees it and watches it where it lets itself be watched, administrators do everything, and everybody sees blueprints and creates conferences.
     * Private and hidden users are seen by nobody, semi-private ones by those who change the conference.
     */
    static AccessPolicy standard() {
        return new StandardPolicy();
    }

    /** {@code policy}, under which those who see semi-private users see private and hidden ones as well (RFC 5239 section 11.2). */
    static AccessPolicy revealing(AccessPolicy policy) {
        return access -> policy.refusal(
                access.action() == Action.SEE_ANONYMOUS_USERS
                        ? new AccessRequest(
                                access.requester(), Action.SEE_SEMI_PRIVATE_USERS, access.conference(), access.user())
                        : access);
    }
}
