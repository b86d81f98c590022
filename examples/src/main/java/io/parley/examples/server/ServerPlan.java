package io.parley.examples.server;

import io.parley.ccmp.SubjectMode;
import io.parley.identity.XconUserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a server is to be.
 *
 * @param http where it listens
 * @param path on which path
 * @param domain the domain of its conferences and users
 * @param open whether strangers of the domain are registered on first sight
 * @param subjectMode whether senders prove who they are
 * @param accounts who has a password
 * @param administrators who administers the whole system
 * @param blueprints where more blueprints are than those of the RFC
 * @param maxBody the most bytes of a request
 */
record ServerPlan(
        HostAndPort http,
        String path,
        String domain,
        boolean open,
        SubjectMode subjectMode,
        List<Account> accounts,
        List<XconUserId> administrators,
        Optional<Path> blueprints,
        int maxBody) {

    ServerPlan {
        accounts = List.copyOf(accounts);
        administrators = List.copyOf(administrators);
    }
}
