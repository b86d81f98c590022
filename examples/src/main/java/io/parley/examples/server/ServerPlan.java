package io.parley.examples.server;

import io.parley.ccmp.Limits;
import io.parley.ccmp.SubjectMode;
import io.parley.http.Callbacks;
import io.parley.http.ServerBounds;
import io.parley.identity.XconUserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a server is to be.
 *
 * @param http where it listens in clear
 * @param tls where it listens and speaks TLS, and how
 * @param sip where it speaks SIP, and how
 * @param authentication what it asks of senders before CCMP
 * @param bounds how much of it its clients can take
 * @param path on which path
 * @param domain the domain of its conferences and users
 * @param open whether strangers of the domain are registered on first sight
 * @param subjectMode whether senders prove who they are
 * @param accounts who has a password
 * @param administrators who administers the whole system
 * @param blueprints where more blueprints are than those of the RFC
 * @param maxBody the most bytes of a request
 * @param limits how much there may be
 * @param serviceTimeout after how long a request is answered 510
 * @param metrics where metrics and health are served, if anywhere
 * @param callbacks where call-backs may go; nowhere if there is none
 */
record ServerPlan(
        Optional<HostAndPort> http,
        Optional<TlsPlan> tls,
        SipPlan sip,
        HttpAuthPlan authentication,
        ServerBounds bounds,
        String path,
        String domain,
        boolean open,
        SubjectMode subjectMode,
        List<Account> accounts,
        List<XconUserId> administrators,
        Optional<Path> blueprints,
        int maxBody,
        Limits limits,
        Duration serviceTimeout,
        Optional<HostAndPort> metrics,
        Optional<Callbacks> callbacks) {

    ServerPlan {
        accounts = List.copyOf(accounts);
        administrators = List.copyOf(administrators);
    }

    /** Where other machines reach it in clear. */
    List<HostAndPort> exposed() {
        return Stream.of(http, sip.clear(), metrics)
                .flatMap(Optional::stream)
                .filter(HostAndPort::isReachedByOthers)
                .toList();
    }
}
