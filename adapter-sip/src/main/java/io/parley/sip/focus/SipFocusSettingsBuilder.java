package io.parley.sip.focus;

import io.parley.codec.xml.Limits;
import io.parley.sip.authentication.Authentication;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.dialog.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says how a focus is to be at SIP; serves one thread. */
public final class SipFocusSettingsBuilder {

    private final String domain;
    private Optional<String> host = Optional.empty();
    private List<Dialect> dialects = Dialect.ALL;
    private Authentication authentication = Authentication.OFF;
    private Delegation delegation = Delegation.NONE;
    private Edge edge = Edge.NONE;
    private Limits limits = Limits.defaults();
    private Duration lease = Duration.ofHours(2);
    private Duration interval = Duration.ofMillis(200);
    private Locator locator = Locator.ADDRESSES;
    private Credentials credentials = Credentials.NONE;
    private boolean ccmp = true;

    SipFocusSettingsBuilder(String domain) {
        this.domain = domain;
    }

    /** What stands in our Contact for the address that we listen at, an IPv6 address in brackets; the address itself otherwise. */
    public SipFocusSettingsBuilder host(String name) {
        host = Optional.of(name);
        return this;
    }

    /** What clients may speak, at least one; all that there is otherwise. */
    public SipFocusSettingsBuilder dialects(List<Dialect> spoken) {
        dialects = spoken;
        return this;
    }

    /** By what senders prove who they are; the From is believed otherwise. */
    public SipFocusSettingsBuilder authentication(Authentication proof) {
        authentication = proof;
        return this;
    }

    /** Who may join on behalf of whom; nobody otherwise. */
    public SipFocusSettingsBuilder delegation(Delegation those) {
        delegation = those;
        return this;
    }

    /** Whether devices come in from inside or outside; that is not known otherwise. */
    public SipFocusSettingsBuilder edge(Edge between) {
        edge = between;
        return this;
    }

    /** How much a body may hold. */
    public SipFocusSettingsBuilder limits(Limits most) {
        limits = most;
        return this;
    }

    /** The longest time without a sign of a peer until he is gone, not below 90 s. */
    public SipFocusSettingsBuilder lease(Duration longest) {
        lease = longest;
        return this;
    }

    /** The least time between two documents of a subscription; zero for none. */
    public SipFocusSettingsBuilder interval(Duration least) {
        interval = least;
        return this;
    }

    /** Where the hosts in the URIs of people are, whom foci call, which must not take long; only addresses are known otherwise. */
    public SipFocusSettingsBuilder locator(Locator knowing) {
        locator = knowing;
        return this;
    }

    /**
     * What foci answer challenges with, when they call somebody or send him anything else; nothing otherwise. It should name its realm, since anybody may be
     * called.
     */
    public SipFocusSettingsBuilder credentials(Credentials ours) {
        credentials = ours;
        return this;
    }

    /** Whether conferences tell by which XCON-URI they are controlled (RFC 7082); they do otherwise. */
    public SipFocusSettingsBuilder tellingOfCcmp(boolean told) {
        ccmp = told;
        return this;
    }

    /** The settings; an {@link IllegalArgumentException} says what of them cannot be. */
    public SipFocusSettings build() {
        return new SipFocusSettings(
                domain,
                host,
                dialects,
                authentication,
                delegation,
                edge,
                limits,
                lease,
                interval,
                locator,
                credentials,
                ccmp);
    }
}
