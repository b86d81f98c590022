package io.parley.examples.embedding;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.identity.XconUserId;
import java.util.Optional;
import java.util.Set;

/** Only hosts make conferences; all else is as in the standard policy. */
public final class HostsOnly implements AccessPolicy {

    private final AccessPolicy otherwise = AccessPolicy.standard();
    private final Set<XconUserId> hosts;

    /** The policy for these hosts. */
    public HostsOnly(Set<XconUserId> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    public Optional<String> refusal(AccessRequest access) {
        boolean makes = access.action() == Action.CREATE_CONFERENCE || access.action() == Action.CLONE_CONFERENCE;
        return makes && !hosts.contains(access.requester().id())
                ? Optional.of("only hosts make conferences")
                : otherwise.refusal(access);
    }
}
