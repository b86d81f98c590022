package io.parley.sip.stack;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Somebody's keys for TLS, of an authority that exists for one test. */
final class Identity {

    private Identity() {}

    static X509Bundle authority() {
        try {
            return new CertificateBuilder()
                    .subject("CN=Authority")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** One with a certificate of {@code authority} for the loopback address, which trusts that authority. */
    static SSLContext of(X509Bundle authority, String name) {
        try {
            X509Bundle bundle = new CertificateBuilder()
                    .subject("CN=" + name)
                    .addSanDnsName(name)
                    .addSanIpAddress("127.0.0.1")
                    .addSanIpAddress("0:0:0:0:0:0:0:1")
                    .addSanUriName("sip:" + name)
                    .buildIssuedBy(authority);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            KeyStore store = bundle.toKeyStore("".toCharArray());
            keys.init(store, "".toCharArray());
            return context(authority, keys);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** One without a certificate, which trusts {@code authority}. */
    static SSLContext none(X509Bundle authority) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(null, null);
            return context(authority, keys);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static SSLContext context(X509Bundle authority, KeyManagerFactory keys) throws Exception {
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
