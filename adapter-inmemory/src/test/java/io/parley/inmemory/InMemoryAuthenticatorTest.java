package io.parley.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.XconUserId;
import io.parley.ports.contract.AuthenticatorContract;
import io.parley.ports.out.Authenticator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryAuthenticatorTest implements AuthenticatorContract {

    private static final int CHEAP = 10;
    private static final XconUserId BOB = XconUserId.of("bob", "example.com");

    private final List<String> slow = new ArrayList<>();
    private final Set<String> salts = new HashSet<>();

    @Override
    public Authenticator authenticator() {
        return new InMemoryAuthenticator(CHEAP).register("Alice", "opensesame", ALICE);
    }

    private InMemoryAuthenticator observed() {
        PasswordHash hash = PasswordHash.slow(CHEAP);
        return new InMemoryAuthenticator((password, salt) -> {
            slow.add(password);
            salts.add(HexFormat.of().formatHex(salt));
            return hash.of(password, salt);
        });
    }

    @Test
    void aWrongPasswordAndAnUnknownNameCostTheSame() {
        InMemoryAuthenticator authenticator = observed().register("Alice", "opensesame", ALICE);
        slow.clear();
        assertThat(authenticator.authenticate("Alice", "wrong")).isEmpty();
        assertThat(authenticator.authenticate("nobody", "wrong")).isEmpty();
        assertThat(slow).containsExactly("wrong", "wrong");
    }

    @Test
    void aPasswordIsHashedSlowlyUntilItWasRightOnce() {
        InMemoryAuthenticator authenticator = observed().register("Alice", "opensesame", ALICE);
        slow.clear();
        for (int i = 0; i < 3; i++) {
            assertThat(authenticator.authenticate("Alice", "opensesame")).contains(ALICE);
        }
        assertThat(slow).containsExactly("opensesame");
        assertThat(authenticator.authenticate("Alice", "wrong")).isEmpty();
        assertThat(authenticator.authenticate("Alice", "opensesame")).contains(ALICE);
        assertThat(slow).containsExactly("opensesame", "wrong");
    }

    @Test
    void everyPasswordHasASaltOfItsOwn() {
        observed().register("Alice", "same", ALICE).register("Bob", "same", BOB).register("Alice", "same", ALICE);
        assertThat(salts).hasSize(3).allMatch(salt -> salt.length() == 32);
    }

    @Test
    void aNewPasswordEndsTheOldOne() {
        InMemoryAuthenticator authenticator = new InMemoryAuthenticator(CHEAP).register("Alice", "old", ALICE);
        assertThat(authenticator.authenticate("Alice", "old")).contains(ALICE);
        authenticator.register("Alice", "new", ALICE);
        assertThat(authenticator.authenticate("Alice", "old")).isEmpty();
        assertThat(authenticator.authenticate("Alice", "new")).contains(ALICE);
    }

    @Test
    void thePasswordOfOneOpensNothingForAnother() {
        InMemoryAuthenticator authenticator = new InMemoryAuthenticator(CHEAP)
                .register("Alice", "hers", ALICE)
                .register("Bob", "his", BOB);
        assertThat(authenticator.authenticate("Alice", "hers")).contains(ALICE);
        assertThat(authenticator.authenticate("Bob", "hers")).isEmpty();
        assertThat(authenticator.authenticate("Alice", "his")).isEmpty();
        assertThat(authenticator.authenticate("Bob", "his")).contains(BOB);
    }

    @Test
    void anEmptyAndAForeignPasswordArePasswordsToo() {
        InMemoryAuthenticator authenticator =
                new InMemoryAuthenticator(CHEAP).register("Alice", "", ALICE).register("Bob", "пароль €", BOB);
        assertThat(authenticator.authenticate("Alice", "")).contains(ALICE);
        assertThat(authenticator.authenticate("Bob", "пароль €")).contains(BOB);
        assertThat(authenticator.authenticate("Bob", "?????? ?")).isEmpty();
    }

    @Test
    void theSlowHashIsThatOfTheStandard() {
        byte[] hash = PasswordHash.slow(4096).of("password", "salt".getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a");
    }
}
