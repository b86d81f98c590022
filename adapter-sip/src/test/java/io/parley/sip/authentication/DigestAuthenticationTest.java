package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.InMemoryDigestSecrets;
import io.parley.inmemory.InMemoryUserDirectory;
import io.parley.inmemory.ManualClock;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is challenged, believed and refused by Digest (RFC 3261 section 22, RFC 7616 section 3). */
class DigestAuthenticationTest {

    private static final String REALM = "example.com";
    private static final String BOB = "sip:bob@example.com";
    private static final String NOBODY = "sip:x7f3@anonymous.invalid";
    private static final Optional<String> KEY = Optional.of("schlüssel 密碼");

    private final ManualClock clock = ManualClock.at("2030-01-01T12:00:00Z");
    private final InMemoryUserDirectory users = InMemoryUserDirectory.open(REALM)
            .register(new RegisteredUser(
                    XconUserId.of("xcon-userid:carol@example.com"),
                    "Carol",
                    Set.of(ContactUri.of("sip:carol@elsewhere.example.net")),
                    false));
    private final InMemoryDigestSecrets secrets = new InMemoryDigestSecrets(REALM)
            .register("bob", "zanzibar", XconUserId.of("xcon-userid:bob@example.com"))
            .register("carol", "tanganjika", XconUserId.of("xcon-userid:carol@example.com"));
    private final DigestCredentials bob = new DigestCredentials("bob", "zanzibar");
    private DigestAuthentication server = server();

    private DigestAuthentication server() {
        return new DigestAuthentication(secrets, users, REALM, clock);
    }

    private Identified ask(SipRequest request) {
        return server.identify(request, Sent.at("192.0.2.1"), KEY);
    }

    /** The request with what the client answers to the challenge to it. */
    private SipRequest answered(SipRequest request, Credentials client) {
        return client.answer(request, Sent.refusal(ask(request)))
                .map(it -> request.with(it.name(), it.value()))
                .orElseThrow();
    }

    private SipRequest answered(String from, Credentials client) {
        return answered(Sent.by(from, "INVITE"), client);
    }

    private static SipRequest changed(SipRequest request, UnaryOperator<String> change) {
        String before = request.header("Authorization").orElseThrow();
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return request.with("Authorization", after);
    }

    private int status(SipRequest request) {
        return Sent.refusal(ask(request)).status();
    }

    private static boolean isStale(SipResponse challenge) {
        assertThat(challenge.status()).isEqualTo(401);
        List<String> challenges = challenge.headers().all("WWW-Authenticate");
        assertThat(challenges).hasSize(2);
        boolean stale = challenges.get(0).contains("stale=true");
        assertThat(challenges.get(1).contains("stale=true")).isEqualTo(stale);
        return stale;
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "SUBSCRIBE", "INFO", "UPDATE", "BYE", "REFER", "SERVICE", "OPTIONS"})
    @Requirement("SUB-4.2.1.3-01")
    void whoDoesNotAnswerIsChallengedWith401(String method) {
        SipResponse refusal = Sent.refusal(ask(Sent.by(BOB, method)));
        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.header("Proxy-Authenticate")).isEmpty();
        assertThat(refusal.headers().all("WWW-Authenticate"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches(
                                        "Digest realm=\"example.com\", qop=\"auth\", algorithm=SHA-256, nonce=\"[^\"]+\""),
                        second -> assertThat(second)
                                .matches(
                                        "Digest realm=\"example.com\", qop=\"auth\", algorithm=MD5, nonce=\"[^\"]+\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACK", "CANCEL"})
    void whatCannotBeSentAgainIsNotChallenged(String method) {
        assertThat(Sent.sender(ask(Sent.by(BOB, method)))).isEqualTo(Sent.unproved(BOB));
        assertThat(Sent.sender(ask(Sent.by(NOBODY, method)))).isEqualTo(Sent.unproved(NOBODY));
    }

    @Test
    void theRightAnswerBySha256Authenticates() {
        SipRequest request = answered(BOB, bob);
        assertThat(request.header("Authorization").orElseThrow()).contains("algorithm=SHA-256");
        assertThat(Sent.sender(ask(request))).isEqualTo(Sent.proved(BOB));
    }

    @Test
    void theRightAnswerByMd5Authenticates() {
        SipRequest request = Sent.by(BOB, "INVITE");
        String md5 =
                Sent.refusal(ask(request)).headers().all("WWW-Authenticate").get(1);
        SipHeaders.Field answer = bob.answer(
                        request, SipResponse.of(401, "Unauthorized").with("WWW-Authenticate", md5))
                .orElseThrow();
        assertThat(answer.value()).contains("algorithm=MD5");
        assertThat(Sent.sender(ask(request.with(answer.name(), answer.value()))))
                .isEqualTo(Sent.proved(BOB));
    }

    @Test
    void theAnswerIsFoundAmongThoseToOthers() {
        SipRequest request = answered(BOB, bob);
        SipRequest among = request.with("Authorization", "Basic eDp5")
                .and(
                        "Authorization",
                        "Digest username=\"x\", realm=\"other\", nonce=\"n\", uri=\"sip:x\", response=\"r\"")
                .and("Authorization", request.header("Authorization").orElseThrow());
        assertThat(Sent.sender(ask(among))).isEqualTo(Sent.proved(BOB));
    }

    @Test
    void a2xxProvesThatTheServerKnowsThePasswordToo() {
        SipRequest request = answered(BOB, bob);
        DigestParameters sent = DigestParameters.parse(
                        request.header("Authorization").orElseThrow())
                .orElseThrow();
        Identified.As as = (Identified.As) ask(request);
        String expected = Digest.response(
                Digest.algorithm(sent).orElseThrow(),
                Digest.secret(Digest.algorithm(sent).orElseThrow(), "bob", REALM, "zanzibar"),
                sent,
                "");
        assertThat(as.confirmed(SipResponse.of(200, "OK")).header("Authentication-Info"))
                .contains(
                        "qop=auth, rspauth=\"" + expected + "\", cnonce=\"" + sent.text("cnonce") + "\", nc=00000001");
        assertThat(as.confirmed(SipResponse.of(603, "Decline")).headers()).isEqualTo(SipHeaders.NONE);
    }

    @Test
    void aWrongPasswordIs403() {
        assertThat(status(answered(BOB, new DigestCredentials("bob", "Zanzibar"))))
                .isEqualTo(403);
    }

    @Test
    void anUnknownNameIs403() {
        assertThat(status(answered(BOB, new DigestCredentials("mallory", "zanzibar"))))
                .isEqualTo(403);
        assertThat(status(answered(BOB, new DigestCredentials("mallory", "")))).isEqualTo(403);
    }

    @Test
    void aUserIsOnlyWhoHisAccountIs() {
        DigestCredentials carol = new DigestCredentials("carol", "tanganjika");
        assertThat(status(answered(BOB, carol))).isEqualTo(403);
        assertThat(status(answered("sip:carol@example.com", bob))).isEqualTo(403);
        assertThat(status(answered("tel:+49301234567", bob))).isEqualTo(403);
        assertThat(Sent.sender(ask(answered("sip:carol@elsewhere.example.net", carol))))
                .isEqualTo(Sent.proved("sip:carol@elsewhere.example.net"));
    }

    @Test
    void anAddressIsComparedWithoutCaseInOurOwnDomainAndWithoutItsParameters() {
        String from = "sip:Bob@EXAMPLE.com:5061;transport=tls";
        assertThat(Sent.sender(ask(answered(from, bob)))).isEqualTo(Sent.proved(from));
    }

    @Test
    @Requirement("SUB-6.4-01")
    void aNonceCountIsUsedOnce() {
        SipRequest request = answered(Sent.by(BOB, "SUBSCRIBE"), bob);
        assertThat(Sent.sender(ask(request))).isEqualTo(Sent.proved(BOB));
        assertThat(isStale(Sent.refusal(ask(request)))).isTrue();
    }

    @Test
    void aNonceServesSeveralRequestsWithCountsOfTheirOwn() {
        SipRequest request = Sent.by(BOB, "INFO");
        SipResponse challenge = Sent.refusal(ask(request));
        for (int i = 0; i < 3; i++) {
            SipHeaders.Field answer = bob.answer(request, challenge).orElseThrow();
            assertThat(Sent.sender(ask(request.with(answer.name(), answer.value()))))
                    .isEqualTo(Sent.proved(BOB));
        }
    }

    @Test
    void anOldNonceIsStaleAndTheNextAnswerIsGood() {
        SipRequest request = answered(BOB, bob);
        clock.advance(Nonces.GOOD_FOR);
        SipResponse challenge = Sent.refusal(ask(request));
        assertThat(isStale(challenge)).isTrue();
        SipHeaders.Field answer = bob.answer(request, challenge).orElseThrow();
        assertThat(Sent.sender(ask(request.with(answer.name(), answer.value()))))
                .isEqualTo(Sent.proved(BOB));
    }

    @Test
    void aNonceOfAServerThatIsNoMoreIsStale() {
        SipRequest request = answered(BOB, bob);
        server = server();
        assertThat(isStale(Sent.refusal(ask(request)))).isTrue();
    }

    @Test
    void aForgedNonceIsStaleEvenForTheRightPassword() {
        SipRequest request = Sent.by(BOB, "INVITE");
        SipRequest forged = answering(request, "Digest realm=\"example.com\", qop=\"auth\", nonce=\"chosen\"");
        assertThat(isStale(Sent.refusal(ask(forged)))).isTrue();
    }

    @Test
    void aWrongAnswerUsesNoNonceUp() {
        SipRequest request = answered(BOB, bob);
        assertThat(status(changed(request, it -> it.replaceFirst("response=\"....", "response=\"0000"))))
                .isEqualTo(403);
        assertThat(Sent.sender(ask(request))).isEqualTo(Sent.proved(BOB));
    }

    @Test
    void anAnswerToAnotherRealmIsNone() {
        SipRequest request = Sent.by(BOB, "INVITE");
        SipRequest other = answering(request, "Digest realm=\"example.org\", qop=\"auth\", nonce=\"n\"");
        assertThat(isStale(Sent.refusal(ask(other)))).isFalse();
    }

    @Test
    void anAnswerByAnotherAlgorithmIsChallengedAgain() {
        SipRequest request = changed(answered(BOB, bob), it -> it.replace("SHA-256", "SHA-512-256"));
        assertThat(isStale(Sent.refusal(ask(request)))).isFalse();
    }

    @Test
    void anAnswerIsForOneMethodAndOneCount() {
        SipRequest invite = answered(BOB, bob);
        SipRequest bye = new SipRequest("BYE", invite.uri(), invite.headers(), invite.body());
        assertThat(status(bye)).isEqualTo(403);
        assertThat(status(changed(invite, it -> it.replace("nc=00000001", "nc=00000002"))))
                .isEqualTo(403);
    }

    @Test
    void anAnswerForAnotherUriIs400() {
        SipRequest answered = answered(BOB, bob);
        SipRequest other = new SipRequest("INVITE", "sip:other@example.com", answered.headers(), answered.body())
                .with("To", "<sip:other@example.com>");
        SipResponse refusal = Sent.refusal(ask(other));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.reason()).isEqualTo("Bad Request: Authorization is for another URI");
    }

    @Test
    void aProxyMayChangeTheRequestUri() {
        SipRequest answered = answered(BOB, bob);
        SipRequest routed =
                new SipRequest("INVITE", "sip:focus@192.0.2.9;transport=tcp", answered.headers(), answered.body());
        assertThat(Sent.sender(ask(routed))).isEqualTo(Sent.proved(BOB));
        SipRequest spelled = new SipRequest("INVITE", "sip:conference@EXAMPLE.COM", answered.headers(), answered.body())
                .with("To", "<sip:other@example.com>");
        assertThat(Sent.sender(ask(answeredBy(spelled)))).isEqualTo(Sent.proved(BOB));
    }

    /** The same request, answered anew to what the client knows as its URI. */
    private SipRequest answeredBy(SipRequest routed) {
        return routed.with(
                "Authorization", answered(BOB, bob).header("Authorization").orElseThrow());
    }

    @Test
    void aClientOfRfc2069IsServedAndUsesANonceUp() {
        SipRequest request = Sent.by(BOB, "INVITE");
        String md5 =
                Sent.refusal(ask(request)).headers().all("WWW-Authenticate").get(1);
        SipRequest uncounted = answering(request, md5.replace(" qop=\"auth\",", ""));
        assertThat(uncounted.header("Authorization").orElseThrow()).doesNotContain("qop", "nc=");
        Identified.As as = (Identified.As) ask(uncounted);
        assertThat(as.sender()).isEqualTo(Sent.proved(BOB));
        assertThat(as.info()).isEmpty();
        assertThat(isStale(Sent.refusal(ask(uncounted)))).isTrue();
        for (int count = 1; count <= 3; count++) {
            assertThat(isStale(Sent.refusal(ask(answering(request, md5))))).isTrue();
        }
    }

    private SipRequest answering(SipRequest request, String challenge) {
        SipHeaders.Field answer = bob.answer(
                        request, SipResponse.of(401, "Unauthorized").with("WWW-Authenticate", challenge))
                .orElseThrow();
        return request.with(answer.name(), answer.value());
    }

    @ParameterizedTest
    @CsvSource({
        "qop=auth,qop=auth-int",
        "nc=00000001,nc=1",
        "nc=00000001,nc=0000000g",
        "nc=00000001,x=00000001",
        "cnonce=,other=",
        "username=,user=",
        "nonce=,number=",
        "response=,answer=",
        "'uri=\"',uri=\"\"",
        "'realm=',realm"
    })
    void anAnswerThatSaysTooLittleIs400(String part, String instead) {
        SipResponse refusal = Sent.refusal(ask(changed(answered(BOB, bob), it -> it.replace(part, instead))));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.reason()).startsWith("Bad Request: Authorization is no answer");
    }

    @Test
    void aFromThatIsNoAddressIs400() {
        SipRequest request = Sent.by(BOB, "INVITE");
        assertThat(status(request.with("From", "mailto:bob@example.com"))).isEqualTo(400);
        assertThat(status(new SipRequest(
                        "INVITE", request.uri(), request.headers().without("From"), request.body())))
                .isEqualTo(400);
    }

    @Test
    void whoIsAnonymousProvesToKnowTheConferenceKey() {
        DigestCredentials invited = new DigestCredentials("whoever", KEY.orElseThrow());
        assertThat(isStale(Sent.refusal(ask(Sent.by(NOBODY, "INVITE"))))).isFalse();
        SipRequest request = answered(NOBODY, invited);
        assertThat(Sent.sender(ask(request))).isEqualTo(new Signaller(SipUri.of(NOBODY), false, true));
        assertThat(isStale(Sent.refusal(ask(request)))).isTrue();
    }

    @Test
    void whoIsAnonymousAndHasAWrongKeyIs403() {
        assertThat(status(answered(NOBODY, new DigestCredentials("whoever", "schlussel"))))
                .isEqualTo(403);
        assertThat(status(answered("sip:anonymous@anonymous.invalid", bob))).isEqualTo(403);
    }

    @Test
    void theKeyProvesNothingForSomebodyWithAName() {
        assertThat(status(answered(BOB, new DigestCredentials("bob", KEY.orElseThrow()))))
                .isEqualTo(403);
    }

    @Test
    void withoutAKeyNothingIsAskedOfTheAnonymous() {
        Identified identified = server.identify(Sent.by(NOBODY, "INVITE"), Sent.at("192.0.2.1"), Optional.empty());
        assertThat(Sent.sender(identified)).isEqualTo(Sent.unproved(NOBODY));
    }

    @Test
    @Requirement("C3P-D2-05")
    void whoShowsHisCertificateIsNotChallengedAndEverybodyElseIs() {
        Authentication both = new CertificateAuthentication(REALM, server);
        SipRequest request = Sent.by(BOB, "INVITE");
        X509Certificate certificate = CertificateAuthenticationTest.certificate(BOB);
        assertThat(Sent.sender(both.identify(request, Sent.at("192.0.2.1", certificate), KEY)))
                .isEqualTo(Sent.proved(BOB));
        SipResponse challenge = Sent.refusal(both.identify(request, Sent.at("192.0.2.1"), KEY));
        assertThat(challenge.status()).isEqualTo(401);
        SipRequest wrong = answered(BOB, new DigestCredentials("bob", "Zanzibar"));
        assertThat(Sent.refusal(both.identify(wrong, Sent.at("192.0.2.1"), KEY)).status())
                .isEqualTo(403);
        X509Certificate ofAlice = CertificateAuthenticationTest.certificate("sip:alice@example.com");
        assertThat(Sent.sender(both.identify(answered(BOB, bob), Sent.at("192.0.2.1", ofAlice), KEY)))
                .isEqualTo(Sent.proved(BOB));
    }

    @Test
    void whoGuessesHasToWait() {
        for (int i = 0; i < Guesses.OF_NAME; i++) {
            assertThat(status(answered(BOB, new DigestCredentials("bob", "guess" + i))))
                    .isEqualTo(403);
        }
        SipRequest request = answered(BOB, bob);
        SipResponse refusal = Sent.refusal(ask(request));
        assertThat(refusal.status()).isEqualTo(480);
        assertThat(refusal.header("Retry-After")).contains("61");
        assertThat(Sent.sender(server.identify(request, Sent.at("192.0.2.2"), KEY)))
                .isEqualTo(Sent.proved(BOB));
        clock.advance(Duration.ofMinutes(1));
        assertThat(Sent.sender(ask(answered(BOB, bob)))).isEqualTo(Sent.proved(BOB));
    }

    @Test
    void aRealmWithControlCharactersIsNone() {
        InMemoryDigestSecrets broken = new InMemoryDigestSecrets("a\r\nb");
        assertThatIllegalArgumentException().isThrownBy(() -> new DigestAuthentication(broken, users, REALM, clock));
    }

    @Test
    void aRealmWithQuotesIsQuoted() {
        InMemoryDigestSecrets quoted = new InMemoryDigestSecrets("the \"realm\" \\")
                .register("bob", "zanzibar", XconUserId.of("xcon-userid:bob@example.com"));
        server = new DigestAuthentication(quoted, users, REALM, clock);
        assertThat(Sent.sender(ask(answered(BOB, bob)))).isEqualTo(Sent.proved(BOB));
    }

    @Property
    @Domain(Arbitraries.class)
    void whateverIsAnsweredIsRefused(@ForAll String line) {
        for (String authorization : List.of(line, "Digest " + line, "Digest realm=\"example.com\", " + line)) {
            assertThat(status(Sent.by(BOB, "INVITE").with("Authorization", authorization)))
                    .isIn(400, 401);
        }
    }

    @Property
    @Domain(Arbitraries.class)
    void noValueOfAnAnswerThrows(@ForAll String text) {
        String value = DigestParameters.quoted(text);
        for (String name : List.of("username", "nonce", "uri", "response", "cnonce", "nc", "qop", "algorithm")) {
            SipRequest request = Sent.by(BOB, "INVITE")
                    .with("Authorization", "Digest realm=\"example.com\", " + name + "=" + value + without(name));
            assertThat(status(request)).isIn(400, 401, 403, 480);
        }
    }

    private static String without(String name) {
        return List.of(
                        "username=bob",
                        "nonce=n",
                        "uri=\"" + Sent.CONFERENCE + "\"",
                        "response=r",
                        "cnonce=c",
                        "nc=00000001",
                        "qop=auth",
                        "algorithm=MD5")
                .stream()
                .filter(it -> !it.startsWith(name + "="))
                .reduce("", (all, one) -> all + ", " + one);
    }

    @Property
    @Domain(Arbitraries.class)
    void anyFromIsAnswered(@ForAll String from) {
        for (String shape : List.of(from, "<" + from + ">", "sip:" + from, "<sip:" + from + "@example.com>")) {
            Identified identified = ask(Sent.by(BOB, "INVITE").with("From", shape));
            assertThat(identified).isNotNull();
        }
    }
}
