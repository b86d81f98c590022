package io.parley.sip.stack;

import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys and trust from PEM files, for {@link JainSipStackBuilder#keys}. When a file changes, later connections use what it says then; if that
 * cannot be read, what was read before. May be used by any number of threads at once.
 */
public final class PemContexts implements Supplier<SSLContext> {

    private static final Logger LOG = LoggerFactory.getLogger(PemContexts.class);

    private final Path chain;
    private final Path key;
    private final Optional<Path> authorities;
    private Loaded loaded;

    private record Loaded(SSLContext context, List<FileTime> times) {}

    /**
     * What these files say.
     *
     * @param chain our certificate, and those between it and a trusted one
     * @param key its private key, as PKCS #8 without a password
     * @param authorities to whom the certificates of peers have to lead; those that the JDK trusts if empty
     * @throws IllegalArgumentException if they cannot be read, and why
     */
    public PemContexts(Path chain, Path key, Optional<Path> authorities) {
        this.chain = chain;
        this.key = key;
        this.authorities = authorities;
        try {
            this.loaded = new Loaded(load(), times());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public synchronized SSLContext get() {
        try {
            List<FileTime> now = times();
            if (!now.equals(loaded.times())) {
                loaded = new Loaded(load(), now);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("The certificate of SIP stays as it is: {}", unreadable.getMessage());
        }
        return loaded.context();
    }

    private SSLContext load() throws IOException {
        warnOfNamelessness();
        SslContextBuilder builder =
                SslContextBuilder.forServer(chain.toFile(), key.toFile()).sslProvider(SslProvider.JDK);
        authorities.ifPresent(path -> builder.trustManager(path.toFile()));
        return ((JdkSslContext) builder.build()).context();
    }

    /** RFC 5922 section 7.1 and RFC 2818 section 3.1: peers look for our name in {@code subjectAltName}. */
    private void warnOfNamelessness() throws IOException {
        try (InputStream file = Files.newInputStream(chain)) {
            if (CertificateFactory.getInstance("X.509").generateCertificate(file) instanceof X509Certificate own
                    && own.getSubjectAlternativeNames() == null) {
                LOG.warn("{}: the certificate has no subjectAltName, so peers will not find our name", chain);
            }
        } catch (CertificateException unreadable) {
            throw new IllegalArgumentException(
                    chain + ": no certificate can be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private List<FileTime> times() throws IOException {
        List<Path> files =
                Stream.concat(Stream.of(chain, key), authorities.stream()).toList();
        FileTime[] times = new FileTime[files.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = Files.getLastModifiedTime(files.get(i));
        }
        return List.of(times);
    }
}
