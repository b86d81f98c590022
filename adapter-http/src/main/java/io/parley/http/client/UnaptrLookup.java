package io.parley.http.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * U-NAPTR for CCMP (RFC 4848, RFC 3958 section 2.2): from a domain to the URIs of its servers in the sequence in which they are to be
 * tried. A domain that refers back to one before it leads nowhere, and no more than {@value #MOST_DOMAINS} are asked.
 */
final class UnaptrLookup {

    static final int MOST_DOMAINS = 16;

    private final NaptrSource dns;
    private final boolean authenticOnly;

    UnaptrLookup(NaptrSource dns, boolean authenticOnly) {
        this.dns = dns;
        this.authenticOnly = authenticOnly;
    }

    /**
     * What was found.
     *
     * @param servers the servers, one at least
     * @param validity how long that may be kept
     */
    record Found(List<URI> servers, Duration validity) {}

    /** The servers of {@code domain}; an {@link UnreachableException} says why there is none. */
    Found servers(String domain) throws UnreachableException {
        Search search = new Search();
        search.follow(domain);
        if (search.servers.isEmpty()) {
            throw new UnreachableException("no server of CCMP is known for " + domain + ": " + search.why);
        }
        return new Found(List.copyOf(search.servers), search.validity);
    }

    private final class Search {

        private final List<URI> servers = new ArrayList<>();
        private final Set<String> asked = new HashSet<>();
        private Duration validity = Duration.ofDays(1);
        private String why = "its NAPTR records name none";

        void follow(String domain) {
            String key = domain.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
            if (asked.size() >= MOST_DOMAINS || !asked.add(key)) {
                why = "its NAPTR records lead in a circle or too far";
                return;
            }
            try {
                NaptrSource.Records answer = dns.of(domain);
                if (authenticOnly && !answer.authentic()) {
                    why = "the DNS does not vouch for its answer about " + key;
                    return;
                }
                validity = answer.validity().compareTo(validity) < 0 ? answer.validity() : validity;
                answer.records().stream()
                        .filter(Naptr::isForCcmp)
                        .sorted(Naptr.SEQUENCE)
                        .forEach(this::follow);
            } catch (IOException silent) {
                why = "no answer about " + key + ": " + silent.getMessage();
            }
        }

        private void follow(Naptr record) {
            record.delegation().ifPresent(this::follow);
            record.uri().filter(it -> !servers.contains(it)).ifPresent(servers::add);
        }
    }
}
