package io.parley.sip.authentication;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The nonces of Digest (RFC 7616 section 3.3): the time and a number, sealed with a key of this process, so that none has to be kept
 * before somebody has proved who he is with it. From then on its counts are kept, so that no request can be played again: the last
 * {@value #WINDOW} may come in any order, once each. A nonce is good for {@link #GOOD_FOR}; when more than {@value #KEPT} are in use the
 * oldest, and all that are older still, end early. Used by any number of threads.
 */
final class Nonces {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);
    static final int KEPT = 50_000;
    private static final int WINDOW = 64;
    private static final int SEAL = 16;
    private static final int SEALED = 2 * Long.BYTES;

    /** The counts of one nonce: the highest, and a bit for each of those below it. */
    private static final class Counts {
        private long highest;
        private long seen;

        boolean use(long count) {
            long ahead = count - highest;
            if (ahead > 0) {
                seen = (ahead >= WINDOW ? 0 : seen << ahead) | 1;
                highest = count;
                return true;
            }
            long bit = -ahead >= WINDOW ? 0 : 1L << -ahead;
            boolean fresh = bit != 0 && (seen & bit) == 0 && count > 0;
            seen |= bit;
            return fresh;
        }
    }

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final int kept;
    private final Map<String, Counts> used = new LinkedHashMap<>();
    private long oldest;

    Nonces(InstantSource clock) {
        this(clock, KEPT);
    }

    Nonces(InstantSource clock, int kept) {
        this.clock = clock;
        this.kept = kept;
        byte[] octets = new byte[32];
        random.nextBytes(octets);
        this.key = new SecretKeySpec(octets, "HmacSHA256");
    }

    /** A new one. */
    String next() {
        byte[] content = ByteBuffer.allocate(SEALED)
                .putLong(clock.millis())
                .putLong(random.nextLong())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SEALED + SEAL)
                        .put(content)
                        .put(seal(content))
                        .array());
    }

    /** Whether {@code nonce} is ours and its time is not over. */
    boolean isGood(String nonce) {
        long made = made(nonce);
        synchronized (this) {
            return made > oldest && !isOver(made);
        }
    }

    /** Uses a good nonce for the {@code count}th time: false if that was done before. */
    synchronized boolean use(String nonce, long count) {
        if (!isGood(nonce)) {
            return false;
        }
        forget();
        return used.computeIfAbsent(nonce, first -> new Counts()).use(count);
    }

    private void forget() {
        Iterator<String> inOrder = used.keySet().iterator();
        while (inOrder.hasNext()) {
            long made = made(inOrder.next());
            if (used.size() < kept && !isOver(made)) {
                return;
            }
            // Nobody remembers how it was used, so it and whatever is as old is not good any more.
            oldest = Math.max(oldest, made);
            inOrder.remove();
        }
    }

    private boolean isOver(long made) {
        return made + GOOD_FOR.toMillis() <= clock.millis();
    }

    /** When {@code nonce} was made, in the milliseconds of the clock; 0 if it is not one of ours. */
    private long made(String nonce) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException foreign) {
            return 0;
        }
        if (bytes.length != SEALED + SEAL) {
            return 0;
        }
        byte[] content = Arrays.copyOf(bytes, SEALED);
        byte[] seal = Arrays.copyOfRange(bytes, SEALED, bytes.length);
        return MessageDigest.isEqual(seal, seal(content))
                ? ByteBuffer.wrap(content).getLong()
                : 0;
    }

    private byte[] seal(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), SEAL);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }
}
