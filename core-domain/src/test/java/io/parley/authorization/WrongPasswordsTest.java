package io.parley.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How many wrong passwords are too many: here three within a minute. */
class WrongPasswordsTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void tooManyWithinTheWindowWaitForAnother() {
        WrongPasswords two = WrongPasswords.first(START).oneMore(3, START.plusSeconds(20));
        assertThat(two.wait(3, START.plusSeconds(30))).isEmpty();

        WrongPasswords three = two.oneMore(3, START.plusSeconds(40));
        assertThat(three.wait(3, START.plusSeconds(40))).contains(Duration.ofMinutes(1));
        assertThat(three.wait(3, START.plusSeconds(99))).contains(Duration.ofSeconds(1));
        assertThat(three.wait(3, START.plusSeconds(100))).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        WrongPasswords two = WrongPasswords.first(START).oneMore(3, START.plusSeconds(59));

        WrongPasswords again = two.oneMore(3, START.plusSeconds(60));
        assertThat(again).isEqualTo(WrongPasswords.first(START.plusSeconds(60)));
    }

    @Test
    void triesAtTheSameTimeDoNotProlongTheWait() {
        WrongPasswords three = WrongPasswords.first(START).oneMore(3, START).oneMore(3, START);

        WrongPasswords four = three.oneMore(3, START.plusSeconds(30));
        assertThat(four.wait(3, START.plusSeconds(30))).contains(Duration.ofSeconds(30));
    }
}
