package io.parley.inmemory;

import io.parley.identity.XconUserId;
import io.parley.ports.out.DigestSecrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the secrets of HTTP Digest authentication in the memory of this process, for each user one of either algorithm.
 *
 * <p>All methods may be called by any number of threads at once. What bounds the memory is the number of registered names.
 */
public final class InMemoryDigestSecrets implements DigestSecrets {

    private record Entry(XconUserId user, Map<Algorithm, String> secrets) {}

    private final String realm;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** No secrets yet, of {@code realm}. */
    public InMemoryDigestSecrets(String realm) {
        this.realm = realm;
    }

    /** From now on {@code username} and {@code password} prove to be {@code user}; what the name proved ends. */
    public InMemoryDigestSecrets register(String username, String password, XconUserId user) {
        byte[] a1 = (username + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8);
        entries.put(
                username,
                new Entry(user, Map.of(Algorithm.SHA_256, hash("SHA-256", a1), Algorithm.MD5, hash("MD5", a1))));
        return this;
    }

    private static String hash(String algorithm, byte[] a1) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(a1));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no " + algorithm, missing);
        }
    }

    @Override
    public String realm() {
        return realm;
    }

    @Override
    public Optional<Known> find(String username, Algorithm algorithm) {
        return Optional.ofNullable(entries.get(username))
                .map(entry -> new Known(entry.user(), entry.secrets().getOrDefault(algorithm, "")));
    }
}
