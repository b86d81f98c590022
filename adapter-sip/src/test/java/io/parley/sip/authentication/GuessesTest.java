package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.inmemory.ManualClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final InetSocketAddress HERE = new InetSocketAddress("192.0.2.1", 5060);
    private static final InetSocketAddress THERE = new InetSocketAddress("192.0.2.2", 5060);

    private final ManualClock clock = ManualClock.at("2030-01-01T12:00:00Z");
    private final Guesses guesses = new Guesses(clock);

    private void wrong(int times, String name, InetSocketAddress address) {
        for (int i = 0; i < times; i++) {
            guesses.wrong(name, address);
        }
    }

    @Test
    void aNameIsNotGuessedForAMinuteAfterFiveWrongPasswords() {
        wrong(4, "bob", HERE);
        assertThat(guesses.wait("bob", HERE)).isEmpty();
        wrong(1, "bob", HERE);
        assertThat(guesses.wait("bob", HERE)).contains(Duration.ofMinutes(1));
        assertThat(guesses.wait("bob", THERE)).isEmpty();
        assertThat(guesses.wait("carol", HERE)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(guesses.wait("bob", HERE)).isEmpty();
    }

    @Test
    void aRightPasswordForgivesTheWrongOnes() {
        wrong(4, "bob", HERE);
        guesses.right("bob", HERE);
        wrong(4, "bob", HERE);
        assertThat(guesses.wait("bob", HERE)).isEmpty();
    }

    @Test
    void aSenderOfManyNamesHasToWaitButNotWhoIsUsuallyThere() {
        guesses.right("bob", HERE);
        for (int i = 0; i < Guesses.OF_SENDER; i++) {
            assertThat(guesses.wait("name" + i, HERE)).isEmpty();
            guesses.wrong("name" + i, HERE);
        }
        assertThat(guesses.wait("another", HERE)).contains(Duration.ofMinutes(1));
        assertThat(guesses.wait("another", THERE)).isEmpty();
        assertThat(guesses.wait("bob", HERE)).isEmpty();
    }

    @Test
    void aSiteOfIpv6IsOneSender() {
        wrong(5, "bob", new InetSocketAddress("2001:db8::1", 5060));
        assertThat(guesses.wait("bob", new InetSocketAddress("2001:db8::ffff:2", 5061)))
                .isPresent();
        assertThat(guesses.wait("bob", new InetSocketAddress("2001:db8:0:1::1", 5060)))
                .isEmpty();
    }

    @Test
    void onlyThoseUsedLastAreRemembered() {
        wrong(5, "bob", HERE);
        for (int i = 0; i < Guesses.REMEMBERED; i++) {
            guesses.wrong("name" + i, THERE);
        }
        assertThat(guesses.wait("bob", HERE)).isEmpty();
    }
}
