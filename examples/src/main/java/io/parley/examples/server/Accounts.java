package io.parley.examples.server;

import io.parley.identity.XconUserId;
import io.parley.inmemory.InMemory;
import io.parley.user.RegisteredUser;
import java.util.HashSet;
import java.util.Set;

/** Registers those whom the command line names. */
final class Accounts {

    private Accounts() {}

    /** All out-ports in memory, with the users of {@code plan}; a {@link StartException} says who cannot be registered. */
    static ServerPorts in(ServerPlan plan) {
        ServerPorts ports = ServerPorts.of(plan.open() ? InMemory.open(plan.domain()) : InMemory.closed());
        for (XconUserId id : plan.administrators()) {
            ports.users().register(new RegisteredUser(id, RegisteredUser.displayName(id), Set.of(), true));
        }
        Set<String> names = new HashSet<>();
        for (Account account : plan.accounts()) {
            if (!names.add(account.name())) {
                throw refused(account, "the name is there twice");
            }
            register(account, plan.administrators().contains(account.id()), ports);
        }
        plan.accounts().forEach(it -> ports.authenticator().register(it.name(), it.password(), it.id()));
        return ports;
    }

    private static void register(Account account, boolean administrator, ServerPorts ports) {
        try {
            ports.users().register(account.user(administrator));
        } catch (IllegalArgumentException taken) {
            throw refused(account, String.valueOf(taken.getMessage()));
        }
    }

    private static StartException refused(Account account, String reason) {
        return new StartException("--user " + account.name() + ":...: " + reason);
    }
}
