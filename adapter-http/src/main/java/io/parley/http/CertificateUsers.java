package io.parley.http;

import io.parley.identity.XconUserId;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom the certificate of a client stands for, which has been found valid before.
 *
 * <p>May be called by any number of threads at once, on those that serve connections: it does not block.
 */
@FunctionalInterface
public interface CertificateUsers {

    /** The user of {@code certificate}, or nobody: then it opens the connection and proves nothing more. */
    Optional<XconUserId> userOf(X509Certificate certificate);

    /** A certificate opens the connection and proves nothing more. */
    static CertificateUsers nobody() {
        return certificate -> Optional.empty();
    }

    /** The one XCON-USERID among the URIs of {@code subjectAltName}: the authority says who is who. */
    static CertificateUsers byUri() {
        return certificate -> only(names(certificate, 6).filter(it -> it.startsWith("xcon-userid:")));
    }

    /** The one e-mail address of {@code subjectAltName}: {@code alice@example.com} is {@code xcon-userid:alice@example.com}. */
    static CertificateUsers byEmail() {
        return certificate -> only(names(certificate, 1).map(it -> "xcon-userid:" + it));
    }

    private static Optional<XconUserId> only(Stream<String> written) {
        Set<XconUserId> users =
                written.flatMap(it -> XconUserId.parse(it).stream()).collect(Collectors.toSet());
        return users.size() == 1 ? Optional.of(users.iterator().next()) : Optional.empty();
    }

    /** The alternative names of a kind (RFC 5280 section 4.2.1.6). */
    private static Stream<String> names(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null
                    ? Stream.empty()
                    : all.stream()
                            .filter(name -> Integer.valueOf(kind).equals(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)));
        } catch (CertificateParsingException broken) {
            return Stream.empty();
        }
    }
}
