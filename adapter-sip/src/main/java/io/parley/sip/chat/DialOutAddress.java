package io.parley.sip.chat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pUser;
import io.parley.identity.SipUri;
import io.parley.sip.message.SipHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where an INVITE to somebody who is added goes (MS-CONFBAS section 3.10.4.1.1), and the headers that its address asks for.
 *
 * @param uri the Request-URI
 * @param headers those of {@code refer-to-uri} that a stranger may choose (RFC 3261 section 19.1.5)
 */
record DialOutAddress(String uri, List<SipHeaders.Field> headers) {

    private static final int MOST_HEADERS = 16;

    /** What routes or authenticates a request, makes it part of another dialog, or says what the MCU itself can and offers. */
    private static final Set<String> OURS = Set.of(
            "accept",
            "allow",
            "allow-events",
            "authorization",
            "body",
            "call-id",
            "contact",
            "cseq",
            "expires",
            "from",
            "max-forwards",
            "min-se",
            "ms-sender",
            "p-asserted-identity",
            "p-preferred-identity",
            "proxy-authorization",
            "proxy-require",
            "record-route",
            "require",
            "route",
            "session-expires",
            "supported",
            "to",
            "via");

    static DialOutAddress of(C3pUser user) {
        Optional<C3pEndpoint> endpoint = user.endpoint();
        Optional<SipUri> referTo = endpoint.flatMap(C3pEndpoint::referToUri);
        SipUri address =
                referTo.or(() -> endpoint.flatMap(C3pEndpoint::endpointUri)).orElse(user.entity());
        return new DialOutAddress(requestUri(address), headers(referTo));
    }

    /** A Request-URI has neither headers nor a method (RFC 3261 section 19.1.1). */
    private static String requestUri(SipUri address) {
        String text = address.toString();
        int from = address.user().isPresent() ? Math.max(text.indexOf('@'), 0) : 0;
        int query = text.indexOf('?', from);
        String bare = query < 0 ? text : text.substring(0, query);
        return bare.substring(0, from) + bare.substring(from).replaceAll("(?i);method=[^;]*", "");
    }

    private static List<SipHeaders.Field> headers(Optional<SipUri> referTo) {
        List<SipHeaders.Field> headers = new ArrayList<>();
        for (SipUri.Header header : referTo.map(SipUri::headers).orElse(List.of())) {
            boolean isToken = header.name().matches("[A-Za-z0-9.!%*_+`'~-]{1,64}");
            boolean isOneLine = header.value().chars().noneMatch(c -> c < ' ' && c != '\t' || c == 127);
            if (isToken && isOneLine && headers.size() < MOST_HEADERS) {
                SipHeaders.Field field = new SipHeaders.Field(header.name(), header.value());
                String name = field.name().toLowerCase(Locale.ROOT);
                if (!OURS.contains(name) && !name.startsWith("content-")) {
                    headers.add(field);
                }
            }
        }
        return headers;
    }
}
