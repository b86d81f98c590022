package io.parley.sip.authentication;

import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who a request says that it is from. */
final class Claim {

    static final Identified FORBIDDEN = new Identified.Refused(SipResponse.of(403, "Forbidden"));

    private static final String ANONYMOUS = "anonymous.invalid";
    private static final Set<String> NEVER_REFUSED = Set.of("ACK", "CANCEL");

    private Claim() {}

    /** The address of {@code From}; empty if it is none. */
    static Optional<SipUri> from(SipRequest request) {
        return address(request.header("From").orElse("")).map(SipUri::asSip);
    }

    /** The URI of a name-addr, if it is one of SIP or a telephone number. */
    static Optional<SipUri> address(String text) {
        return NameAddress.parse(text).map(NameAddress::uri).flatMap(SipUri::parse);
    }

    /** Asks {@code examination} of a request that may be refused what is to be thought of its From. */
    static Identified examine(SipRequest request, Function<SipUri, Identified> examination) {
        Optional<SipUri> from = from(request);
        if (from.isEmpty()) {
            return malformed("From is no SIP URI");
        }
        return NEVER_REFUSED.contains(request.method()) ? accepted(from.get(), false) : examination.apply(from.get());
    }

    /** Whether it says of nobody who he is (RFC 3323 section 4.1.1.3). */
    static boolean isAnonymous(SipUri uri) {
        return uri.isOf(ANONYMOUS);
    }

    static Identified accepted(SipUri uri, boolean authenticated) {
        return new Identified.As(new Signaller(uri, authenticated, false), Optional.empty());
    }

    static Identified malformed(String what) {
        return new Identified.Refused(SipResponse.of(400, "Bad Request: " + what));
    }
}
