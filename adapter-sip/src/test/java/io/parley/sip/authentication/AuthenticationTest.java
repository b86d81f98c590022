package io.parley.sip.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where nobody is asked for a proof, or none would be believed. */
class AuthenticationTest {

    private static final String BOB = "sip:bob@example.com";
    private static final String NOBODY = "sip:anonymous@Anonymous.Invalid";

    private static Identified ask(Authentication authentication, SipRequest request) {
        return authentication.identify(request, Sent.at("192.0.2.1"), Optional.of("key"));
    }

    @Test
    void whereItIsOffTheFromIsBelieved() {
        assertThat(Sent.sender(ask(Authentication.OFF, Sent.by(BOB, "INVITE")))).isEqualTo(Sent.proved(BOB));
        assertThat(Sent.sender(ask(Authentication.OFF, Sent.by("tel:+1-212-555-0101", "INVITE"))))
                .isEqualTo(Sent.proved("tel:+1-212-555-0101"));
    }

    @Test
    void nobodyAnonymousIsEverAuthenticated() {
        assertThat(Sent.sender(ask(Authentication.OFF, Sent.by(NOBODY, "INVITE"))))
                .isEqualTo(Sent.unproved(NOBODY));
        assertThat(Sent.sender(ask(Authentication.NOBODY, Sent.by(NOBODY, "INVITE"))))
                .isEqualTo(Sent.unproved(NOBODY));
    }

    @Test
    void whereNobodyIsBelievedANameIs403() {
        assertThat(Sent.refusal(ask(Authentication.NOBODY, Sent.by(BOB, "INVITE")))
                        .status())
                .isEqualTo(403);
        assertThat(Sent.sender(ask(Authentication.NOBODY, Sent.by(BOB, "ACK")))).isEqualTo(Sent.unproved(BOB));
    }

    @Test
    void anAssertedIdentityIsIgnoredWithoutTrust() {
        SipRequest request = Sent.by(BOB, "INVITE").with("P-Asserted-Identity", "<sip:alice@example.com>");
        assertThat(Sent.sender(ask(Authentication.OFF, request))).isEqualTo(Sent.proved(BOB));
    }

    @Test
    void aFromThatIsNoAddressIs400() {
        SipRequest request = Sent.by(BOB, "INVITE").with("From", "Bob <bob@example.com>");
        assertThat(Sent.refusal(ask(Authentication.OFF, request)).status()).isEqualTo(400);
    }

    @Test
    void whoWasNotAskedIsToldNoProof() {
        Identified.As as = (Identified.As) ask(Authentication.OFF, Sent.by(BOB, "INVITE"));
        assertThat(as.confirmed(SipResponse.of(200, "OK")).headers()).isEqualTo(SipHeaders.NONE);
    }
}
