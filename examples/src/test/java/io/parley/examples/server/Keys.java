package io.parley.examples.server;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys and certificates of one authority, for a server of this machine and for its clients. */
final class Keys {

    private final Path directory;
    private final X509Bundle authority;

    /** Ones of a fresh authority, with files in {@code directory}. */
    Keys(Path directory) throws Exception {
        this.directory = directory;
        this.authority = new CertificateBuilder()
                .algorithm(Algorithm.ecp256)
                .subject("CN=Authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    private static CertificateBuilder named(String name) {
        return new CertificateBuilder().algorithm(Algorithm.ecp256).subject("CN=" + name);
    }

    /** The file of the authority. */
    String authority() throws IOException {
        return write("ca.pem", authority.getCertificatePEM());
    }

    /** {@code --tls-cert} and {@code --tls-key} of a server that is reached at the loopback address. */
    String[] ofServer() throws Exception {
        return files(named("server").addSanIpAddress("127.0.0.1").buildIssuedBy(authority));
    }

    /** {@code --tls-cert} and {@code --tls-key} of a server whose certificate names it in its subject only. */
    String[] ofNamelessServer() throws Exception {
        return files(named("localhost").buildIssuedBy(authority));
    }

    private String[] files(X509Bundle bundle) throws IOException {
        return new String[] {
            "--tls-cert",
            write("cert.pem", bundle.getCertificatePathPEM()),
            "--tls-key",
            write("key.pem", bundle.getPrivateKeyPEM())
        };
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    /** A client without a certificate. */
    SSLContext ofStranger() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(null, null);
        return context(keys);
    }

    /** A client whose certificate names {@code uri}. */
    SSLContext ofClient(String uri) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        char[] none = new char[0];
        keys.init(named("client").addSanUriName(uri).buildIssuedBy(authority).toKeyStore(none), none);
        return context(keys);
    }

    private SSLContext context(KeyManagerFactory keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority.getCertificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
