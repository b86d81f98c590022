package io.parley.http;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that exist for one test, and the files that a server has them in. */
final class Pem {

    final Path certificate;
    final Path key;

    Pem(Path directory) {
        certificate = directory.resolve("certificate.pem");
        key = directory.resolve("key.pem");
    }

    /** A certificate of {@code localhost}, its own authority. */
    static X509Bundle localhost(String organisation) {
        return built(new CertificateBuilder()
                .algorithm(Algorithm.ecp256)
                .subject("CN=localhost,O=" + organisation)
                .setIsCertificateAuthority(true)
                .addSanDnsName("localhost"));
    }

    static X509Bundle built(CertificateBuilder builder) {
        try {
            return builder.buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes both files. */
    Pem hold(X509Bundle bundle) {
        write(certificate, bundle.getCertificatePathPEM());
        write(key, bundle.getPrivateKeyPEM());
        return this;
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TlsSettings settings() {
        return TlsSettings.of(certificate, key);
    }

    /** A client that trusts {@code authority} and has no certificate. */
    static SSLContext trusting(X509Bundle authority) {
        return client(authority, null);
    }

    /** A client that trusts {@code authority} and shows {@code own}. */
    static SSLContext client(X509Bundle authority, X509Bundle own) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.getCertificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManager[] keys = {};
            if (own != null) {
                KeyManagerFactory factory = own.toKeyManagerFactory();
                keys = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
