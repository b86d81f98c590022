package io.parley.dialout;

import io.parley.focus.DialOut.Headers;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a REFER to the focus asks for: its {@code Refer-To} (RFC 3515 section 2.1, RFC 4579 sections 5.5, 5.7, 5.10 and 5.11).
 *
 * @param target whom it is about: the URI without the parameter {@code method} and without headers
 * @param method what to do
 * @param headers what is passed on to him: {@code Replaces}, {@code Require: replaces} and {@code Subject}, and nothing else that is escaped there
 * @param onwards where he is to be referred to, if the method is {@link Method#REFER} and that is said
 * @param referredBy the {@code Referred-By} of the REFER; a claim, on which no right rests
 */
public record Referral(
        SipUri target, Method method, Headers headers, Optional<SipUri> onwards, Optional<SipUri> referredBy) {

    /** Refuses nulls. */
    public Referral {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(method, "method");
    }

    /** What the focus is to send. */
    public enum Method {
        /** An INVITE, to bring him in. */
        INVITE,
        /** A BYE, to send him away. */
        BYE,
        /** A REFER, so that he comes by himself. */
        REFER
    }

    /** What {@code referTo} asks for; empty if its method is none of these. */
    public static Optional<Referral> of(SipUri referTo, Optional<SipUri> referredBy) {
        return method(referTo.parameter("method").orElse("INVITE"))
                .map(method -> new Referral(
                        target(referTo),
                        method,
                        new Headers(
                                header(referTo, "Replaces"),
                                header(referTo, "Require")
                                        .filter(Referral::namesReplaces)
                                        .isPresent(),
                                header(referTo, "Subject")),
                        header(referTo, "Refer-To").flatMap(Referral::address),
                        referredBy));
    }

    private static Optional<Method> method(String word) {
        for (Method method : Method.values()) {
            if (method.name().equalsIgnoreCase(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private static SipUri target(SipUri referTo) {
        String text = referTo.toString();
        int headers = text.indexOf('?');
        String address = headers < 0 ? text : text.substring(0, headers);
        return SipUri.of(address.replaceFirst("(?i);method=[^;]*", ""));
    }

    private static Optional<String> header(SipUri uri, String name) {
        return uri.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(SipUri.Header::value)
                .findFirst();
    }

    private static boolean namesReplaces(String require) {
        return List.of(require.toLowerCase(Locale.ROOT).split("\\s*,\\s*")).contains("replaces");
    }

    /** The URI of a name-addr or addr-spec. */
    private static Optional<SipUri> address(String value) {
        int begin = value.indexOf('<');
        int end = value.indexOf('>', begin + 1);
        return SipUri.parse(begin >= 0 && end > 0 ? value.substring(begin + 1, end) : value);
    }
}
