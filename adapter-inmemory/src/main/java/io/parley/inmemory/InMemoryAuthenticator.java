package io.parley.inmemory;

import io.parley.identity.XconUserId;
import io.parley.ports.out.Authenticator;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the credentials of users in the memory of this process: of each password a salted PBKDF2 hash.
 *
 * <p>A password is hashed slowly, some ten milliseconds on the calling thread, until it has been found right once; from then on it is
 * recognised by a keyed hash, one for each user, whose random key is never stored, so that a client who encloses his credentials in
 * every request pays only once. A wrong password and an unknown name cost the same, and always the slow hash: whoever calls on an
 * event loop limits the failures of one sender.
 *
 * <p>All methods may be called by any number of threads at once. What bounds the memory is the number of registered names.
 */
public final class InMemoryAuthenticator implements Authenticator {

    static final int ITERATIONS = 120_000;
    private static final int SALT = 16;
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final PasswordHash slow;
    private final PasswordHash keyed = PasswordHash.keyed();
    private final byte[] key = octets(KEY);
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private final Credential nobody;

    /** Nobody has credentials; passwords will be hashed {@value #ITERATIONS} times. */
    public InMemoryAuthenticator() {
        this(ITERATIONS);
    }

    /** Nobody has credentials; passwords will be hashed {@code iterations} times, which for production should cost some milliseconds. */
    public InMemoryAuthenticator(int iterations) {
        this(PasswordHash.slow(iterations));
    }

    InMemoryAuthenticator(PasswordHash slow) {
        this.slow = slow;
        this.nobody = new Credential(XconUserId.of("xcon-userid:nobody"), octets(SALT), octets(KEY), octets(KEY));
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }

    /** From now on {@code username}, compared exactly, and {@code password} prove to be {@code user}; what the name proved ends. */
    public InMemoryAuthenticator register(String username, String password, XconUserId user) {
        byte[] salt = octets(SALT);
        credentials.put(username, new Credential(user, salt, slow.of(password, salt), octets(KEY)));
        return this;
    }

    @Override
    public Optional<XconUserId> authenticate(String username, String password) {
        Credential credential = credentials.getOrDefault(username, nobody);
        byte[] memo = keyed.of(password, key);
        if (credential.hasMemo(memo)) {
            return Optional.of(credential.user());
        }
        boolean right = credential.hasHash(slow.of(password, credential.salt()));
        if (!right || credential == nobody) {
            return Optional.empty();
        }
        credential.remember(memo);
        return Optional.of(credential.user());
    }
}
