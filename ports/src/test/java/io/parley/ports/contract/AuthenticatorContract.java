package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.XconUserId;
import io.parley.ports.out.Authenticator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom an {@link Authenticator} believes. */
public interface AuthenticatorContract {

    /** Whose credentials {@code Alice} with {@code opensesame} are. */
    XconUserId ALICE = XconUserId.of("xcon-userid:alice.liddell@example.com");

    /** An authenticator that knows Alice alone. */
    Authenticator authenticator();

    @Test
    default void rightCredentialsAreTheirUsers() {
        assertThat(authenticator().authenticate("Alice", "opensesame")).contains(ALICE);
    }

    @Test
    default void wrongCredentialsAreNobodys() {
        Authenticator authenticator = authenticator();
        for (String wrong : List.of("", "opensesam", "opensesame ", "Opensesame", "opensesame opensesame")) {
            assertThat(authenticator.authenticate("Alice", wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    default void anUnknownNameIsNobodys() {
        Authenticator authenticator = authenticator();
        for (String unknown : List.of("", "alice", "Alice ", ALICE.toString(), "nobody")) {
            assertThat(authenticator.authenticate(unknown, "opensesame"))
                    .as(unknown)
                    .isEmpty();
        }
    }

    @Test
    default void theAnswerStaysTheSameHoweverOftenOneAsks() {
        Authenticator authenticator = authenticator();
        for (int i = 0; i < 3; i++) {
            assertThat(authenticator.authenticate("Alice", "opensesame")).contains(ALICE);
            assertThat(authenticator.authenticate("Alice", "wrong")).isEmpty();
            assertThat(authenticator.authenticate("nobody", "opensesame")).isEmpty();
        }
    }

    @Test
    default void manyMayAskAtOnce() {
        Authenticator authenticator = authenticator();
        assertThat(Crowd.together(4, () -> authenticator.authenticate("Alice", "opensesame")))
                .containsOnly(Optional.of(ALICE));
    }
}
