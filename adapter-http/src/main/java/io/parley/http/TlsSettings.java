package io.parley.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server proves who it is, and whether its clients do so too. The files are looked at again while the server runs, and what they
 * hold by then counts for every later handshake; while they hold nothing sensible, what they held before goes on to count.
 *
 * @param certificates the server's certificate and those between it and a trusted one, in PEM
 * @param key its private key, in PEM as PKCS #8 without a password
 * @param clientAuthorities the certificates by which those of clients are judged, in PEM; without them no client is asked
 * @param clientsMust whether a client without a certificate is refused
 * @param clients whom the certificate of a client stands for
 */
public record TlsSettings(
        Path certificates, Path key, Optional<Path> clientAuthorities, boolean clientsMust, CertificateUsers clients) {

    /** A server that proves who it is and asks no client. */
    public static TlsSettings of(Path certificates, Path key) {
        return new TlsSettings(certificates, key, Optional.empty(), false, CertificateUsers.nobody());
    }

    /** A server that accepts the certificates of clients which lead to one of {@code authorities}. */
    public TlsSettings accepting(Path authorities, CertificateUsers users) {
        return new TlsSettings(certificates, key, Optional.of(authorities), false, users);
    }

    /** A server that demands a certificate of its clients, if it accepts any. */
    public TlsSettings demanding() {
        return new TlsSettings(certificates, key, clientAuthorities, true, clients);
    }
}
