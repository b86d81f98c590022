package io.parley.examples.server;

import io.parley.focus.McuType;
import io.parley.focus.ServerMode;
import io.parley.identity.SipUri;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.stack.ClientCertificates;
import io.parley.sip.stack.PemContexts;
import io.parley.sip.stack.StackBounds;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SIP of a server.
 *
 * @param clear where it listens by UDP and TCP
 * @param tls where it listens by TLS, and with what
 * @param host by what clients reach it, if not by the address where it listens
 * @param lease the longest time without a sign of a peer
 * @param interval the least time between two notifications of a subscription
 * @param mode whether conferences have a lobby
 * @param proof how senders prove who they are
 * @param trusted whose assertions of identities are believed
 * @param proxy where calls go whose host is a name
 * @param credentials what calls answer challenges with
 * @param factory the URI of the conference factory, if not the usual one
 * @param bounds how much of it its peers can take
 * @param mcus the MCUs of conferences, in order
 * @param echoes whether phones hear themselves, and not nothing
 */
record SipPlan(
        Optional<HostAndPort> clear,
        Optional<Tls> tls,
        Optional<String> host,
        Duration lease,
        Duration interval,
        ServerMode mode,
        Proof proof,
        Set<InetAddress> trusted,
        Optional<HostAndPort> proxy,
        Credentials credentials,
        Optional<SipUri> factory,
        StackBounds bounds,
        List<McuType> mcus,
        boolean echoes) {

    SipPlan {
        mcus = List.copyOf(mcus);
        trusted = Set.copyOf(trusted);
    }

    /** How senders prove who they are whom neither their certificate nor a trusted proxy names. */
    enum Proof {
        /** Their From is believed. */
        NONE,
        /** By a password. */
        PASSWORD,
        /** They cannot. */
        CERTIFICATE
    }

    /**
     * SIP over TLS.
     *
     * @param address where
     * @param keys with what
     * @param clients whether clients are asked for a certificate
     */
    record Tls(HostAndPort address, PemContexts keys, ClientCertificates clients) {}

    /** Where the server is as far as SIP goes. */
    Optional<HostAndPort> address() {
        return clear.or(() -> tls.map(Tls::address));
    }

    /** Whether SIP is spoken at all. */
    boolean listens() {
        return clear.isPresent() || tls.isPresent();
    }
}
