package io.parley.focus;

import io.parley.identity.SipUri;
import io.parley.user.AllowedTarget;
import java.util.Objects;
import java.util.Optional;

/**
 * That the focus is to call somebody, or to refer him to the conference (RFC 4579 sections 5.5 and 5.7, RFC 6501 section 4.6.3).
 *
 * @param target whom
 * @param method how
 * @param entry the entry of {@code allowed-users-list} that wants it; empty if a REFER asked for it. With the entry goes the call
 * @param by whose doing it is: a SIP URI or an XCON-USERID; empty if only time made it due
 * @param referredBy who asked for it by a REFER, by his {@code Referred-By} or else by his own address
 * @param headers what of the REFER is passed on
 */
public record DialOut(
        SipUri target,
        Method method,
        Optional<AllowedTarget> entry,
        Optional<String> by,
        Optional<SipUri> referredBy,
        Headers headers) {

    /** Refuses nulls. */
    public DialOut {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(method, "method");
    }

    /** How somebody is brought in. */
    public enum Method {
        /** By an INVITE to him: {@code dial-out}. */
        DIAL_OUT,
        /** By a REFER to him, upon which he calls: {@code refer}. */
        REFER
    }

    /**
     * What of the headers that were escaped in a {@code Refer-To} goes into the INVITE (RFC 4579 section 5.10).
     *
     * @param replaces a {@code Replaces} header
     * @param requiresReplaces whether {@code Require: replaces} came with it
     * @param subject a {@code Subject} header
     */
    public record Headers(Optional<String> replaces, boolean requiresReplaces, Optional<String> subject) {

        /** None. */
        public static final Headers NONE = new Headers(Optional.empty(), false, Optional.empty());
    }
}
