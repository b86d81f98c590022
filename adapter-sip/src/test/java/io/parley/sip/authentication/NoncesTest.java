package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.inmemory.ManualClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NoncesTest {

    private final ManualClock clock = ManualClock.at("2030-01-01T12:00:00Z");
    private final Nonces nonces = new Nonces(clock, 3);

    @Test
    void aCountIsUsedOnce() {
        String nonce = nonces.next();
        assertThat(nonces.use(nonce, 1)).isTrue();
        assertThat(nonces.use(nonce, 1)).isFalse();
        assertThat(nonces.use(nonce, 2)).isTrue();
    }

    @Test
    void countsThatOvertookEachOtherAreGood() {
        String nonce = nonces.next();
        assertThat(nonces.use(nonce, 9)).isTrue();
        assertThat(nonces.use(nonce, 8)).isTrue();
        assertThat(nonces.use(nonce, 8)).isFalse();
        assertThat(nonces.use(nonce, 0)).isFalse();
    }

    @Test
    void nothingIsGoodBehindTheLastCount() {
        String nonce = nonces.next();
        assertThat(nonces.use(nonce, 0xFFFFFFFFL)).isTrue();
        assertThat(nonces.use(nonce, 0xFFFFFFFFL)).isFalse();
        assertThat(nonces.use(nonce, 1)).isFalse();
    }

    @Test
    void aNonceIsGoodForItsTime() {
        String nonce = nonces.next();
        clock.advance(Nonces.GOOD_FOR.minusMillis(1));
        assertThat(nonces.use(nonce, 1)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(nonces.use(nonce, 2)).isFalse();
    }

    @Test
    void oneOfAnotherServerOrOfNobodyIsNotGood() {
        String nonce = nonces.next();
        char other = nonce.charAt(5) == 'A' ? 'B' : 'A';
        assertThat(nonces.use(new Nonces(clock).next(), 1)).isFalse();
        assertThat(nonces.use(nonce.substring(0, 5) + other + nonce.substring(6), 1))
                .isFalse();
        assertThat(nonces.use("", 1)).isFalse();
        assertThat(nonces.use("not/base64!", 1)).isFalse();
        assertThat(nonces.use(nonce, 1)).isTrue();
    }

    @Test
    void whenTooManyAreInUseTheOldestEnds() {
        List<String> made = List.of(next(), next(), next(), next());
        made.forEach(nonce -> assertThat(nonces.use(nonce, 1)).isTrue());
        assertThat(nonces.use(made.get(0), 2)).isFalse();
        assertThat(nonces.use(made.get(3), 2)).isTrue();
    }

    private String next() {
        clock.advance(Duration.ofMillis(1));
        return nonces.next();
    }

    @Property
    void noCountIsEverGoodTwice(@ForAll @Size(max = 200) List<@IntRange(min = 0, max = 150) Integer> counts) {
        String nonce = nonces.next();
        Set<Integer> used = new HashSet<>();
        counts.forEach(count -> {
            if (nonces.use(nonce, count)) {
                assertThat(used.add(count)).isTrue();
            }
        });
    }
}
