package io.parley.identity;

/** The host of a URI as RFC 3986 section 3.2.2 has it: a registered name, an IPv4 address or a bracketed IP literal. */
final class UriHost {

    static final String PATTERN = "(?:\\[(?:[0-9A-Fa-f:.]+|v[0-9A-Fa-f]+\\.[A-Za-z0-9\\-._~!$&'()*+,;=:]+)\\]"
            + "|(?:[A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})+)";

    private UriHost() {}
}
