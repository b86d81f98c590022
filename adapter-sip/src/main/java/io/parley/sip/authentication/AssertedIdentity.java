package io.parley.sip.authentication;

import io.parley.identity.SipUri;
import io.parley.sip.message.SipRequest;
import io.parley.sip.stack.Peer;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Believes what a trusted peer, such as a proxy or a gateway to telephones, asserts in {@code P-Asserted-Identity} (RFC 3325 section 8), instead of
 * the {@code From}. From anybody else the header is worth nothing. Of two identities the SIP URI counts and not the telephone
 * number. Who is not asserted, or as somebody anonymous, has to prove who he is otherwise.
 *
 * <p>A peer is known by the address that its packets come from, which has to be one that nobody else can send from, above all where UDP is
 * listened on.
 */
public final class AssertedIdentity implements Authentication {

    private final Set<InetAddress> trusted;
    private final Authentication otherwise;

    /** One that trusts the peers of these addresses. */
    public AssertedIdentity(Set<InetAddress> trusted, Authentication otherwise) {
        this.trusted = Set.copyOf(trusted);
        this.otherwise = otherwise;
    }

    @Override
    public Identified identify(SipRequest request, Peer peer, Optional<String> conferenceKey) {
        return asserted(request, peer)
                .map(identity -> Claim.accepted(identity.asSip(), true))
                .orElseGet(() -> otherwise.identify(request, peer, conferenceKey));
    }

    @Override
    public List<String> challenges() {
        return otherwise.challenges();
    }

    private Optional<SipUri> asserted(SipRequest request, Peer peer) {
        InetAddress address = peer.address().getAddress();
        if (address == null || !trusted.contains(address)) {
            return Optional.empty();
        }
        List<SipUri> identities = request.headers().list("P-Asserted-Identity").stream()
                .flatMap(value -> Claim.address(value).stream())
                .filter(identity -> !Claim.isAnonymous(identity))
                .toList();
        return identities.stream()
                .filter(SipUri::isSip)
                .findFirst()
                .or(() -> identities.stream().findFirst());
    }
}
