package io.parley.examples.server;

import io.parley.http.CertificateUsers;
import io.parley.http.TlsSettings;
import io.parley.sip.stack.ClientCertificates;
import io.parley.sip.stack.PemContexts;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} for TLS. */
final class TlsOptions {

    @Option(
            names = "--https",
            paramLabel = "HOST:PORT",
            description = "Where to listen and speak TLS 1.2 or 1.3, with HTTP/1.1 or HTTP/2 in it. Default: nowhere.")
    private @Nullable String https;

    @Option(
            names = "--tls-cert",
            paramLabel = "PEM",
            description = "The server's certificate, and those between it and a trusted one. A change of this and the "
                    + "next two files counts for later handshakes, without a restart.")
    private @Nullable Path certificates;

    @Option(
            names = "--tls-key",
            paramLabel = "PEM",
            description = "Its private key, as PKCS #8 (BEGIN PRIVATE KEY) without a password.")
    private @Nullable Path key;

    @Option(
            names = "--tls-client-ca",
            paramLabel = "PEM",
            description = "Asks clients for a certificate, which has to lead to one of these.")
    private @Nullable Path clientAuthorities;

    @Option(
            names = "--tls-client-auth",
            paramLabel = "optional|required",
            description = "Whether a client may have no certificate, if it is asked for one. Default: optional.")
    private String clientAuthentication = "optional";

    @Option(
            names = "--tls-client-user",
            paramLabel = "off|uri|email",
            description = "Whom the certificate of a client stands for, as its subjectAltName says: the XCON-USERID "
                    + "among its URIs, or xcon-userid:NAME@DOMAIN for its e-mail address. off: nobody. Default: off.")
    private String clientUser = "off";

    /** SIP over TLS at {@code where}, which {@code option} asked for, with the same files. */
    SipPlan.Tls sip(String option, HostAndPort where) {
        if (certificates == null || key == null) {
            throw new StartException(option + ": --tls-cert and --tls-key are wanted with it");
        }
        boolean demanded = isDemanded();
        if (clientAuthorities == null && demanded) {
            throw new StartException("--tls-client-auth is for --tls-client-ca");
        }
        ClientCertificates clients = demanded ? ClientCertificates.DEMANDED : ClientCertificates.WANTED;
        try {
            return new SipPlan.Tls(
                    where,
                    new PemContexts(certificates, key, Optional.ofNullable(clientAuthorities)),
                    clientAuthorities == null ? ClientCertificates.NONE : clients);
        } catch (IllegalArgumentException unreadable) {
            throw new StartException(option + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Whether there are certificates of clients that are believed. */
    boolean knowsClients() {
        return clientAuthorities != null;
    }

    private boolean isDemanded() {
        return ServeOptions.read(
                "--tls-client-auth",
                clientAuthentication,
                word -> ServeOptions.oneOf(word, "optional", "required").equals("required"));
    }

    /** What they say; a {@link StartException} names the one that says nothing sensible. */
    Optional<TlsPlan> plan(boolean alsoForSip) {
        if (https == null) {
            if (!alsoForSip && (certificates != null || key != null || clientAuthorities != null)) {
                throw new StartException("--tls-cert, --tls-key and --tls-client-ca are for --https and --sips");
            }
            return Optional.empty();
        }
        if (certificates == null || key == null) {
            throw new StartException("--https " + https + ": --tls-cert and --tls-key are wanted with it");
        }
        return Optional.of(
                new TlsPlan(ServeOptions.read("--https", https, ServeOptions::reachable), settings(certificates, key)));
    }

    private TlsSettings settings(Path chain, Path secret) {
        boolean demanded = isDemanded();
        CertificateUsers users = ServeOptions.read("--tls-client-user", clientUser, TlsOptions::users);
        if (clientAuthorities == null) {
            if (demanded || !clientUser.equals("off")) {
                throw new StartException("--tls-client-auth and --tls-client-user are for --tls-client-ca");
            }
            return TlsSettings.of(chain, secret);
        }
        TlsSettings settings = TlsSettings.of(chain, secret).accepting(clientAuthorities, users);
        return demanded ? settings.demanding() : settings;
    }

    private static CertificateUsers users(String word) {
        return switch (ServeOptions.oneOf(word, "off", "uri", "email")) {
            case "uri" -> CertificateUsers.byUri();
            case "email" -> CertificateUsers.byEmail();
            default -> CertificateUsers.nobody();
        };
    }
}
