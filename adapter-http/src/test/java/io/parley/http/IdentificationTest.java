package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.parley.ccmp.SubjectMode;
import io.parley.http.Authentication.Proof;
import io.parley.http.Identification.Identity;
import io.parley.identity.XconUserId;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who asks for feeds: whom the transport has proved, else whoever Basic says. */
class IdentificationTest {

    private static final XconUserId ALICE = XconUserId.of("xcon-userid:alice@example.com");
    private static final XconUserId BOB = XconUserId.of("xcon-userid:bob@example.com");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    private final PasswordAttempts attempts = new PasswordAttempts(now::get);
    private final Identification basic = new BasicIdentification(
            (name, password) ->
                    name.equals("alice") && password.equals("secret") ? Optional.of(ALICE) : Optional.empty(),
            SubjectMode.REQUIRED,
            attempts);

    /** Knows bob by a token. */
    private static Proof token(HttpRequest head, Sender sender) {
        return Authentication.credentials(head.headers(), "Bearer")
                .filter("bobs"::equals)
                .<Proof>map(right -> new Proof.Of(Optional.of(BOB)))
                .orElseGet(() -> Authentication.challenge(List.of("Bearer")));
    }

    private static Call call(Optional<XconUserId> certified, String authorization) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/events/x");
        if (!authorization.isEmpty()) {
            head.headers().set(HttpHeaderNames.AUTHORIZATION, authorization);
        }
        return new Call(head, new byte[0], new InetSocketAddress("192.0.2.1", 4711), certified, false);
    }

    private static Call basic(String credentials) {
        return call(
                Optional.empty(),
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static int status(Identity identity) {
        return ((Identity.Unknown) identity).refusal().status().code();
    }

    private static String challenge(Identity identity) {
        return ((Identity.Unknown) identity).refusal().fields().get(0).value();
    }

    @Test
    void aCertificateIsEnoughAndSpeaksForItsUserOnly() {
        Identification identification = new TransportIdentification(Authentication.off(), basic);
        Call alice = call(Optional.of(ALICE), "");
        assertThat(identification.identify(alice, Optional.empty())).isEqualTo(new Identity.Known(ALICE, true));
        assertThat(identification.identify(alice, Optional.of(ALICE.toString())))
                .isEqualTo(new Identity.Known(ALICE, true));
        assertThat(status(identification.identify(alice, Optional.of(BOB.toString()))))
                .isEqualTo(401);
    }

    @Test
    void httpAuthenticationCountsWhereItIsConfigured() {
        Identification identification = new TransportIdentification(IdentificationTest::token, basic);
        Call bob = call(Optional.empty(), "Bearer bobs");
        assertThat(identification.identify(bob, Optional.empty())).isEqualTo(new Identity.Known(BOB, true));
        Identity asAlice = identification.identify(bob, Optional.of(ALICE.toString()));
        assertThat(status(asAlice)).isEqualTo(401);
        assertThat(challenge(asAlice)).isEqualTo("Bearer");
        assertThat(status(identification.identify(call(Optional.empty(), ""), Optional.of(BOB.toString()))))
                .isEqualTo(401);
        assertThat(status(identification.identify(basic("alice:secret"), Optional.empty())))
                .as("Basic is not what was asked for")
                .isEqualTo(401);
    }

    @Test
    void elseItIsBasic() {
        Identification identification = new TransportIdentification(Authentication.off(), basic);
        assertThat(identification.identify(basic("alice:secret"), Optional.empty()))
                .isEqualTo(new Identity.Known(ALICE, true));
        Identity none = identification.identify(call(Optional.empty(), ""), Optional.empty());
        assertThat(status(none)).isEqualTo(401);
        assertThat(challenge(none)).isEqualTo(BasicIdentification.CHALLENGE);
    }

    @Test
    void afterTooManyWrongPasswordsNoneIsLookedAtForAWhile() {
        for (int i = 0; i < PasswordAttempts.OF_BOTH; i++) {
            assertThat(status(basic.identify(basic("alice:wrong"), Optional.empty())))
                    .isEqualTo(401);
        }
        assertThat(status(basic.identify(basic("alice:secret"), Optional.empty())))
                .isEqualTo(429);
        now.updateAndGet(it -> it.plusSeconds(61));
        assertThat(basic.identify(basic("alice:secret"), Optional.empty())).isEqualTo(new Identity.Known(ALICE, true));
    }
}
