package io.parley.sip.authentication;

import io.parley.identity.SipUri;
import io.parley.sip.message.SipRequest;
import io.parley.sip.stack.Peer;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Believes the {@code From} that a URI of {@code subjectAltName} in the sender's certificate names (RFC 3261 section 26.3.2.1, RFC 5280
 * section 4.2.1.6). TLS has shown by then that it is his and comes from an authority that we trust. A URI without a user is that of a domain
 * (RFC 5922 section 7.1) and vouches for none of its users. Whoever shows no certificate of that name has to prove it
 * otherwise.
 */
public final class CertificateAuthentication implements Authentication {

    private static final Integer URI = 6;

    private final String domain;
    private final Authentication otherwise;

    /** One for a focus of {@code domain}, where users are compared without regard to case. */
    public CertificateAuthentication(String domain, Authentication otherwise) {
        this.domain = domain;
        this.otherwise = otherwise;
    }

    @Override
    public Identified identify(SipRequest request, Peer peer, Optional<String> conferenceKey) {
        return Claim.from(request)
                .filter(from -> !Claim.isAnonymous(from) && isCertified(from, peer))
                .map(from -> Claim.accepted(from, true))
                .orElseGet(() -> otherwise.identify(request, peer, conferenceKey));
    }

    @Override
    public List<String> challenges() {
        return otherwise.challenges();
    }

    private boolean isCertified(SipUri from, Peer peer) {
        return peer.certificates().stream()
                .limit(1)
                .flatMap(certificate -> names(certificate).stream())
                .flatMap(name -> SipUri.parse(name).stream())
                .filter(name -> name.isSip() && name.user().isPresent())
                .anyMatch(name -> name.asSip().addressOfRecord().isEquivalentTo(from.addressOfRecord(), domain));
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names =
                    Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of());
            return names.stream()
                    .filter(name -> URI.equals(name.get(0)))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }
}
