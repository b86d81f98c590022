package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.authentication.DigestCredentials;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.user.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of the focus that are redirected (RFC 3261 section 8.1.3.4) or challenged (section 22). */
class RedirectedCallsOverSipTest {

    private static final DigestCredentials OURS = new DigestCredentials("focus", "sesame");

    private final SipHouse house =
            new SipHouse(Plan.STANDARD.chatting().sip(settings -> settings.credentials(OURS.inRealm("pbx.example"))));
    private final Room room = Room.of(house);
    private final Phone alice = house.phone(ALICE);
    private final Telephone carol = house.telephone("sip:carol@elsewhere.example");
    private final Telephone desk = house.telephone("sip:desk@elsewhere.example");
    private final Telephone home = house.telephone("sip:home@elsewhere.example");
    private final List<String> order = new ArrayList<>();

    RedirectedCallsOverSipTest() {
        alice.line(alice.invite(room.uri, "presenter").with("Session-Expires", "7200"));
    }

    @AfterEach
    void nothingIsLeft() {
        house.pass(Duration.ofMinutes(12));
        room.deleted();
        house.nothingIsLeft();
    }

    private void called() {
        room.update(it -> it.allow(carol.uri, "dial-out"));
    }

    private Endpoint endpoint() {
        List<Endpoint> endpoints = room.endpoints(carol.uri);
        assertThat(endpoints).isNotEmpty();
        return endpoints.get(0);
    }

    private String reason() {
        return endpoint().disconnectionInfo().flatMap(it -> it.reason()).orElse("");
    }

    private Telephone refusing(Telephone phone) {
        return phone.whenCalled(invite -> {
            order.add(phone.who);
            invite.reject(SipResponse.of(486, "Busy Here"));
        });
    }

    private static String contact(Telephone phone, String parameters) {
        return "<" + phone.uri + ">" + parameters;
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302})
    void theCallGoesOnWhereItIsRedirected(int status) {
        carol.whenCalled(
                invite -> invite.reject(SipResponse.of(status, "Elsewhere").with("Contact", contact(desk, ""))));
        desk.picksUp();
        called();
        SipRequest first = carol.invitation();
        SipRequest second = desk.invitation();
        assertThat(second.uri()).isEqualTo(desk.uri);
        assertThat(second.header("To")).contains("<" + carol.uri + ">");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(desk.methods()).containsExactly("INVITE", "ACK");
        assertThat(endpoint().status()).contains("connected");
    }

    @Test
    void theBetterLikedIsCalledFirstAndEachOnce() {
        carol.redirects(contact(desk, ";q=0.2"), contact(home, ";q=0.7"), contact(desk, ";q=0.1"));
        refusing(desk);
        refusing(home);
        called();
        assertThat(order).containsExactly(home.who, desk.who);
        assertThat(reason()).contains("486");
    }

    @Test
    void whatIsRedirectedAgainIsCalledAgainButNobodyTwice() {
        carol.redirects(contact(desk, ""));
        desk.redirects(contact(carol, ""), contact(home, ";q=0.1"), contact(desk, ""), "<" + room.uri + ">");
        home.redirects(contact(desk, ""));
        called();
        assertThat(carol.methods()).containsExactly("INVITE");
        assertThat(desk.methods()).containsExactly("INVITE");
        assertThat(home.methods()).containsExactly("INVITE");
        assertThat(reason()).as("the last word").contains("302");
    }

    @Test
    void afterAFewThereIsAnEnd() {
        List<Telephone> others = Stream.iterate(1, i -> i + 1)
                .limit(7)
                .map(i -> refusing(house.telephone("sip:other" + i + "@elsewhere.example")))
                .toList();
        carol.redirects(others.stream().map(it -> contact(it, "")).toArray(String[]::new));
        called();
        assertThat(order).hasSize(5);
        assertThat(reason()).contains("486");
    }

    @Test
    void whoeverIsBusyEverywhereIsNotLookedForAnyFurther() {
        carol.redirects(contact(desk, ""), contact(home, ";q=0.1"));
        desk.refuses(600, "Busy Everywhere");
        called();
        assertThat(home.methods()).isEmpty();
        assertThat(endpoint().disconnectionMethod()).contains("busy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:nobody@unknown.example>",
                "<mailto:carol@elsewhere.example>",
                "<tel:+15550100>",
                "<sip:x@10.9.9.9?Subject=a>",
                "*",
                "nonsense"
            })
    void aRedirectionToNowhereIsAFailure(String contact) {
        carol.redirects(contact);
        called();
        assertThat(reason()).contains("302");
    }

    @ParameterizedTest
    @ValueSource(ints = {305, 380})
    void whatIsNoOtherPlaceOfHisIsAFailure(int status) {
        carol.whenCalled(
                invite -> invite.reject(SipResponse.of(status, "Otherwise").with("Contact", contact(desk, ""))));
        called();
        assertThat(desk.methods()).isEmpty();
        assertThat(reason()).contains(Integer.toString(status));
    }

    @Test
    void aRedirectedCallIsTakenBackWhereItRings() {
        carol.redirects(contact(desk, ""), contact(home, ";q=0.5"));
        called();
        desk.rings();
        assertThat(endpoint().status()).contains("alerting");
        room.update(it -> it.allowNobody());
        assertThat(desk.ringing).as("CANCEL").isEmpty();
        assertThat(home.methods()).as("nobody is looked for any more").isEmpty();
        assertThat(room.endpoints(carol.uri)).isEmpty();
    }

    @Test
    void allItsPlacesTogetherHaveTheTimeOfOneCall() {
        called();
        carol.rings();
        house.pass(Duration.ofSeconds(100));
        IncomingInvite ringing = carol.ringing.remove(0);
        ringing.reject(SipResponse.of(302, "Moved Temporarily").with("Contact", contact(desk, "")));
        house.moment();
        desk.rings();
        house.pass(Duration.ofSeconds(78));
        assertThat(desk.ringing).hasSize(1);
        house.pass(Duration.ofSeconds(3));
        assertThat(desk.ringing).isEmpty();
        assertThat(reason()).contains("408");
    }

    // Challenges

    /** Whoever asks for {@code realm}, with an answer that has no random part (RFC 2069). */
    private static SipResponse challenge(int status, String realm) {
        return SipResponse.of(status, "Prove It")
                .with(
                        status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate",
                        "Digest realm=\"" + realm + "\", nonce=\"n\"");
    }

    private static void challenging(IncomingInvite invite, Telephone phone, SipResponse challenge) {
        SipRequest asked = invite.request();
        Optional<SipHeaders.Field> right = OURS.answer(SipRequest.of(asked.method(), asked.uri()), challenge);
        if (asked.header(right.orElseThrow().name()).equals(right.map(SipHeaders.Field::value))) {
            phone.answer(invite);
        } else {
            invite.reject(challenge);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407})
    void aChallengeOfOurRealmIsAnswered(int status) {
        carol.whenCalled(invite -> challenging(invite, carol, challenge(status, "pbx.example")));
        called();
        assertThat(carol.methods()).containsExactly("INVITE", "INVITE", "ACK");
        assertThat(endpoint().status()).contains("connected");
    }

    @Test
    void soIsOneThatComesAfterARedirection() {
        carol.redirects(contact(desk, ""));
        desk.whenCalled(invite -> challenging(invite, desk, challenge(401, "pbx.example")));
        called();
        assertThat(endpoint().status()).contains("connected");
    }

    @Test
    void aChallengeOfAnotherRealmGetsNothingAndIsAFailure() {
        carol.whenCalled(invite -> challenging(invite, carol, challenge(401, "elsewhere.example")));
        called();
        assertThat(carol.methods()).containsExactly("INVITE");
        assertThat(carol.invitation().header("Authorization")).isEmpty();
        assertThat(reason()).contains("401");
    }

    @Test
    void whoeverIsNotContentWithTheAnswerIsNotAskedAgain() {
        carol.whenCalled(invite -> invite.reject(challenge(401, "pbx.example")));
        called();
        assertThat(carol.methods()).containsExactly("INVITE", "INVITE");
        assertThat(reason()).contains("401");
    }
}
