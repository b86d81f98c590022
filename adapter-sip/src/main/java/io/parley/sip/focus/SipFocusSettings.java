package io.parley.sip.focus;

import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.xml.Limits;
import io.parley.sip.authentication.Authentication;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.dialog.Locator;
import io.parley.sip.dialog.RefresherChoice;
import io.parley.sip.dialog.SessionTimers;
import io.parley.sip.dialog.SubscriptionSettings;
import io.parley.sip.dialog.UserAgentSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a focus is to be at SIP.
 *
 * @param domain our own domain
 * @param host what stands in our Contact for the address that we listen at, an IPv6 address in brackets; the address itself if empty
 * @param dialects what clients may speak; what they all have is that of the first
 * @param authentication by what senders prove who they are
 * @param delegation who may join on behalf of whom
 * @param edge whether devices come in from inside or outside
 * @param limits how much a body may hold
 * @param lease the longest time without a sign of a peer until he is gone, not below 90 s
 * @param interval the least time between two documents of a subscription
 * @param locator where the hosts in the URIs of people are, whom foci call: that of a proxy for those names that only it knows
 * @param credentials what foci answer the challenges of those with whom they call
 * @param ccmp whether conferences tell by which XCON-URI they are controlled (RFC 7082): no, where CCMP is not served
 */
public record SipFocusSettings(
        String domain,
        Optional<String> host,
        List<Dialect> dialects,
        Authentication authentication,
        Delegation delegation,
        Edge edge,
        Limits limits,
        Duration lease,
        Duration interval,
        Locator locator,
        Credentials credentials,
        boolean ccmp) {

    private static final List<String> METHODS = List.of(
            "INVITE",
            "ACK",
            "BYE",
            "CANCEL",
            "UPDATE",
            "INFO",
            "OPTIONS",
            "MESSAGE",
            "SUBSCRIBE",
            "NOTIFY",
            "REFER",
            "SERVICE");

    /** How long an OPTIONS waits for an answer that does not come: with that, a peer without session timers is gone within the lease. */
    private static final Duration UNANSWERED = Duration.ofSeconds(32);

    /** Copies the list, and refuses one without a dialect, and a lease below 90 s. */
    public SipFocusSettings {
        dialects = List.copyOf(dialects);
        if (dialects.isEmpty()) {
            throw new IllegalArgumentException("a focus without a dialect");
        }
        if (lease.compareTo(SessionTimers.FLOOR) < 0) {
            throw new IllegalArgumentException("a lease of " + lease + ", and RFC 4028 allows none below 90 s");
        }
    }

    /**
     * Settings of a focus of {@code domain}. Unless more is said it believes the From, with a lease of two hours (MS-CONFBAS section 4.2.1), and
     * five documents a second.
     */
    public static SipFocusSettingsBuilder builder(String domain) {
        return new SipFocusSettingsBuilder(domain);
    }

    /** A focus of {@code domain} of which no more is said. */
    public static SipFocusSettings in(String domain) {
        return builder(domain).build();
    }

    /** @param media the content types of what MCUs read */
    UserAgentSettings userAgent(List<String> media) {
        return userAgent()
                .reading(Stream.concat(dialects.stream().map(Dialect::commands), media.stream())
                        .distinct()
                        .toList());
    }

    private UserAgentSettings userAgent() {
        SubscriptionSettings usual = SubscriptionSettings.STANDARD;
        return UserAgentSettings.STANDARD
                .serving(METHODS)
                .supporting(List.of("timer", "replaces"))
                .with(SessionTimers.STANDARD.atMost(lease).probedEvery(lease.minus(UNANSWERED)))
                .with(new SubscriptionSettings(
                        List.of("conference"), usual.minimum(), usual.standard(), usual.maximum(), interval));
    }

    /** The session timers of a call that speaks C3P (MS-CONFBAS sections 3.2.5.2.1 and 4.2.1); those of all others are by RFC 4028. */
    SessionTimers ofC3p() {
        return userAgent().timers().every(lease).refreshedBy(RefresherChoice.CLIENT);
    }

    Replies replies() {
        return new Replies(new C3pCodec(limits));
    }

    Documents documents() {
        return new Documents(limits);
    }
}
