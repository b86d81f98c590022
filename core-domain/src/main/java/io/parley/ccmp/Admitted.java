package io.parley.ccmp;

import io.parley.authorization.Requester;
import io.parley.user.RegisteredUser;
import java.util.Optional;

/**
 * A request that has passed the checks that need no state.
 *
 * @param request the request
 * @param row its row in the table
 * @param requester who sent it; empty for a first join of somebody without an identifier
 * @param authenticated whether the sender has proved who he is, or nobody demands it
 * @param newcomer whom it brings, if it brings one
 */
public record Admitted(
        CcmpRequest request,
        OperationTable.Row row,
        Optional<Requester> requester,
        boolean authenticated,
        Optional<Newcomer> newcomer) {

    /** Who the newcomer is if he is the sender himself, who came without identifier but has proved who he is. */
    public Optional<RegisteredUser> provedNewcomer() {
        boolean firstJoin = request.confUserId().filter(id -> !id.isBlank()).isEmpty();
        return firstJoin ? requester.map(Requester::user) : Optional.empty();
    }
}
