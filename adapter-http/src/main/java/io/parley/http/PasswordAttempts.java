package io.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.authorization.WrongPasswords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Wrong passwords, so that nobody can try many (RFC 5239 section 11.1). For a minute no further one is looked at
 *
 * <ul>
 *   <li>of one name from one sender, after {@value #OF_BOTH} wrong ones within a minute;
 *   <li>from one sender, after {@value #OF_SENDER}, whatever the names;
 *   <li>of one name, after {@value #OF_NAME}, unless from a sender who had it right lately: nobody can lock another one out where he
 *       usually is.
 * </ul>
 *
 * <p>Each of the three remembers {@value #REMEMBERED} at most, those used last. Used by any number of threads.
 */
final class PasswordAttempts {

    static final int OF_BOTH = 5;
    static final int OF_SENDER = 50;
    static final int OF_NAME = 50;
    private static final int REMEMBERED = 50_000;
    private static final Duration USUALLY = Duration.ofDays(1);

    private record Both(String name, Sender sender) {}

    private final InstantSource clock;
    private final Cache<Both, WrongPasswords> ofBoth;
    private final Cache<Sender, WrongPasswords> ofSender;
    private final Cache<String, WrongPasswords> ofName;
    private final Cache<Both, Boolean> right;

    PasswordAttempts(InstantSource clock) {
        this.clock = clock;
        this.ofBoth = remembering(WrongPasswords.WINDOW);
        this.ofSender = remembering(WrongPasswords.WINDOW);
        this.ofName = remembering(WrongPasswords.WINDOW);
        this.right = remembering(USUALLY);
    }

    private <K, V> Cache<K, V> remembering(Duration time) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(time)
                .ticker(() -> clock.millis() * 1_000_000)
                .executor(Runnable::run)
                .<K, V>build();
    }

    /** How long to wait before a password of {@code name} from {@code sender} is looked at, if it is not now. */
    Optional<Duration> wait(String name, Sender sender) {
        Both both = new Both(name, sender);
        return wait(ofBoth, both, OF_BOTH)
                .or(() -> wait(sender))
                .or(() -> right.getIfPresent(both) == null ? wait(ofName, name, OF_NAME) : Optional.empty());
    }

    /** How long to wait before any password from {@code sender} is looked at, if it is not now. */
    Optional<Duration> wait(Sender sender) {
        return wait(ofSender, sender, OF_SENDER);
    }

    private <K> Optional<Duration> wait(Cache<K, WrongPasswords> cache, K key, int most) {
        return Optional.ofNullable(cache.getIfPresent(key)).flatMap(wrong -> wrong.wait(most, clock.instant()));
    }

    /** A password of {@code name} was wrong. */
    void wrong(String name, Sender sender) {
        count(ofBoth, new Both(name, sender), OF_BOTH);
        count(ofName, name, OF_NAME);
        wrong(sender);
    }

    /** A password that belongs to no name was wrong. */
    void wrong(Sender sender) {
        count(ofSender, sender, OF_SENDER);
    }

    private <K> void count(Cache<K, WrongPasswords> cache, K key, int most) {
        Instant now = clock.instant();
        cache.asMap().merge(key, WrongPasswords.first(now), (before, first) -> before.oneMore(most, now));
    }

    /** The password of {@code name} was right. */
    void right(String name, Sender sender) {
        Both both = new Both(name, sender);
        ofBoth.invalidate(both);
        right.put(both, true);
    }
}
