package io.parley.http.client;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How the server of a domain is found: by U-NAPTR records of the DNS (RFC 6503 section 7, RFC 4848). The certificate of the server is
 * then checked against the host of the URI that was found, whatever the domain was. Immutable.
 */
public final class Discovery {

    private final String domain;
    private final Optional<InetSocketAddress> resolver;
    private final boolean dnssec;

    private Discovery(String domain, Optional<InetSocketAddress> resolver, boolean dnssec) {
        this.domain = domain;
        this.resolver = resolver;
        this.dnssec = dnssec;
    }

    /** The server of {@code domain}, found by the resolvers of this machine. */
    public static Discovery of(String domain) {
        if (domain.isBlank()) {
            throw new IllegalArgumentException("a domain is wanted");
        }
        return new Discovery(domain, Optional.empty(), false);
    }

    /** Asks that resolver. */
    public Discovery resolver(InetSocketAddress address) {
        return new Discovery(domain, Optional.of(address), dnssec);
    }

    /**
     * Takes only answers that the resolver marks as authentic (the AD bit, RFC 4035 section 3.2.3). That is worth as much as the resolver
     * and the way to it can be trusted, so it should be one on this machine that validates.
     */
    public Discovery requiringDnssec() {
        return new Discovery(domain, resolver, true);
    }

    String domain() {
        return domain;
    }

    /** The algorithm, set up so. */
    UnaptrLookup lookup() {
        return new UnaptrLookup(new DnsRecords(resolver), dnssec);
    }
}
