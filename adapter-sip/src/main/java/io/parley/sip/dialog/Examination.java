package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What every request is looked at for before anybody hears of it (RFC 3261 section 8.2), in this order. */
final class Examination {

    private static final List<BiFunction<SipRequest, UserAgentSettings, Optional<SipResponse>>> CHECKS =
            List.of(Examination::form, Examination::method, Examination::hops, Examination::extensions);

    private static final Pattern HOPS = Pattern.compile("\\d{1,3}");

    private Examination() {}

    /** The response that refuses {@code request}; empty if nothing is wrong with it. */
    static Optional<SipResponse> of(SipRequest request, UserAgentSettings settings) {
        for (BiFunction<SipRequest, UserAgentSettings, Optional<SipResponse>> check : CHECKS) {
            Optional<SipResponse> refusal = check.apply(request, settings);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<SipResponse> form(SipRequest request, UserAgentSettings settings) {
        for (String name : List.of("From", "To")) {
            if (request.header(name).flatMap(NameAddress::parse).isEmpty()) {
                return Optional.of(Rejections.malformed(name));
            }
        }
        if (request.header("Call-ID").filter(it -> !it.isEmpty()).isEmpty()) {
            return Optional.of(Rejections.malformed("Call-ID"));
        }
        if (CSeq.of(request).filter(it -> it.method().equals(request.method())).isEmpty()) {
            return Optional.of(Rejections.malformed("CSeq"));
        }
        boolean needsContact = List.of("INVITE", "SUBSCRIBE", "REFER").contains(request.method());
        return needsContact && Headers.contact(request).isEmpty()
                ? Optional.of(Rejections.malformed("Contact"))
                : Optional.empty();
    }

    private static Optional<SipResponse> method(SipRequest request, UserAgentSettings settings) {
        boolean known = settings.methods().contains(request.method())
                || request.method().equals("BENOTIFY") && settings.methods().contains("NOTIFY");
        return known
                ? Optional.empty()
                : Optional.of(SipResponse.of(405, "Method Not Allowed").with("Allow", settings.allow()));
    }

    /** Nobody is behind us, so that 0 is enough; what is no number is malformed (section 20.22). */
    private static Optional<SipResponse> hops(SipRequest request, UserAgentSettings settings) {
        return request.header("Max-Forwards")
                .filter(it -> !HOPS.matcher(it).matches() || Integer.parseInt(it) > 255)
                .map(it -> Rejections.malformed("Max-Forwards: " + it));
    }

    private static Optional<SipResponse> extensions(SipRequest request, UserAgentSettings settings) {
        List<String> unknown = request.headers().list("Require").stream()
                .filter(tag -> settings.supported().stream().noneMatch(tag::equalsIgnoreCase))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(SipResponse.of(420, "Bad Extension").with("Unsupported", String.join(", ", unknown)));
    }
}
