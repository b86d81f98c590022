package io.parley.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.XconUserId;
import io.parley.ports.out.DigestSecrets.Algorithm;
import io.parley.ports.out.DigestSecrets.Known;
import org.junit.jupiter.api.Test;

/** The user of RFC 7616 section 3.9.1. */
class InMemoryDigestSecretsTest {

    private static final XconUserId USER = XconUserId.of("xcon-userid:mufasa@example.org");

    private final InMemoryDigestSecrets secrets =
            new InMemoryDigestSecrets("http-auth@example.org").register("Mufasa", "Circle of Life", USER);

    @Test
    void theSecretsAreThoseOfTheRfc() {
        assertThat(secrets.realm()).isEqualTo("http-auth@example.org");
        assertThat(secrets.find("Mufasa", Algorithm.MD5)).contains(new Known(USER, "3d78807defe7de2157e2b0b6573a855f"));
        assertThat(secrets.find("Mufasa", Algorithm.SHA_256))
                .contains(new Known(USER, "7987c64c30e25f1b74be53f966b49b90f2808aa92faf9a00262392d7b4794232"));
    }

    @Test
    void namesAreComparedExactly() {
        assertThat(secrets.find("mufasa", Algorithm.MD5)).isEmpty();
    }

    @Test
    void aLaterRegistrationEndsTheFormer() {
        secrets.register("Mufasa", "Hakuna Matata", XconUserId.of("xcon-userid:simba@example.org"));

        assertThat(secrets.find("Mufasa", Algorithm.MD5).orElseThrow().user())
                .isEqualTo(XconUserId.of("xcon-userid:simba@example.org"));
    }

    @Test
    void noSecretIsShown() {
        assertThat(secrets.find("Mufasa", Algorithm.MD5).orElseThrow().toString())
                .doesNotContain("3d78807");
    }
}
