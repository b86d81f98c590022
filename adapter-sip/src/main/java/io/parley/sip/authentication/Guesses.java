package io.parley.sip.authentication;

import io.parley.authorization.WrongPasswords;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Wrong passwords, so that nobody can try many. For a minute no further one is looked at
 *
 * <ul>
 *   <li>of one name from one sender, after {@value #OF_NAME} wrong ones within a minute;
 *   <li>from one sender, after {@value #OF_SENDER}, whatever the names, unless of a name that was right from there: behind a proxy are many.
 * </ul>
 *
 * <p>A sender is an address of IPv4, or the 64 bits of IPv6 that one site has to itself (RFC 4291 section 2.5.4). Remembers
 * {@value #REMEMBERED} of each kind at most, those used last. Used by any number of threads.
 */
final class Guesses {

    static final int OF_NAME = 5;
    static final int OF_SENDER = 50;
    static final int REMEMBERED = 50_000;
    private static final int SITE_BYTES = 8;

    /** A name from a sender, of which two may be taken for one: names may be long, and there are many. */
    private record Key(String sender, int name) {}

    private final InstantSource clock;
    private final Map<Key, WrongPasswords> ofName = new LinkedHashMap<>();
    private final Map<String, WrongPasswords> ofSender = new LinkedHashMap<>();
    private final Map<Key, Boolean> right = new LinkedHashMap<>();

    Guesses(InstantSource clock) {
        this.clock = clock;
    }

    /** How long to wait before a password of {@code name} from {@code address} is looked at, if it is not now. */
    synchronized Optional<Duration> wait(String name, InetSocketAddress address) {
        Key key = key(name, address);
        Instant now = clock.instant();
        Optional<Duration> wait = Optional.ofNullable(ofName.get(key)).flatMap(wrong -> wrong.wait(OF_NAME, now));
        return wait.isPresent() || right.containsKey(key)
                ? wait
                : Optional.ofNullable(ofSender.get(key.sender())).flatMap(wrong -> wrong.wait(OF_SENDER, now));
    }

    /** A password of {@code name} was wrong. */
    synchronized void wrong(String name, InetSocketAddress address) {
        Key key = key(name, address);
        count(ofName, key, OF_NAME);
        count(ofSender, key.sender(), OF_SENDER);
    }

    /** The password of {@code name} was right. */
    synchronized void right(String name, InetSocketAddress address) {
        Key key = key(name, address);
        ofName.remove(key);
        put(right, key, true);
    }

    private <K> void count(Map<K, WrongPasswords> wrong, K key, int most) {
        Instant now = clock.instant();
        WrongPasswords before = wrong.get(key);
        put(wrong, key, before == null ? WrongPasswords.first(now) : before.oneMore(most, now));
    }

    private static <K, V> void put(Map<K, V> map, K key, V value) {
        map.remove(key);
        map.put(key, value);
        if (map.size() > REMEMBERED) {
            map.remove(map.keySet().iterator().next());
        }
    }

    private static Key key(String name, InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        return new Key(ip == null ? address.getHostString() : site(ip), name.hashCode());
    }

    private static String site(InetAddress address) {
        return address instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(address.getAddress(), SITE_BYTES))
                : address.getHostAddress();
    }
}
