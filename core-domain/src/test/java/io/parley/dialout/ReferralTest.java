package io.parley.dialout;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.focus.DialOut.Headers;
import io.parley.identity.SipUri;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@code Refer-To} asks for (RFC 4579 sections 5.5, 5.7, 5.10 and 5.11). */
class ReferralTest {

    private static Optional<Referral> of(String referTo) {
        return Referral.of(SipUri.of(referTo), Optional.empty());
    }

    @Test
    void withoutAMethodSomebodyIsToBeInvited() {
        Referral referral = of("sip:dan@example.org;user=phone").orElseThrow();
        assertThat(referral.method()).isEqualTo(Referral.Method.INVITE);
        assertThat(referral.target().toString()).isEqualTo("sip:dan@example.org;user=phone");
        assertThat(of("tel:+49301234").orElseThrow().target().toString()).isEqualTo("tel:+49301234");
    }

    @Test
    void theMethodIsNoPartOfTheTarget() {
        Referral bye = of("sip:dan@example.org;METHOD=bye;user=phone").orElseThrow();
        assertThat(bye.method()).isEqualTo(Referral.Method.BYE);
        assertThat(bye.target().toString()).isEqualTo("sip:dan@example.org;user=phone");
        assertThat(of("sip:dan@example.org;method=SUBSCRIBE")).isEmpty();
    }

    @Test
    void threeHeadersArePassedOnAndNoOthers() {
        Referral referral = of("sip:dan@example.org?Replaces=a%3Bto-tag%3Db%3Bfrom-tag%3Dc&Require=100rel%2C%20replaces"
                        + "&subject=Hi&Route=x&Via=y&From=z")
                .orElseThrow();
        assertThat(referral.headers())
                .isEqualTo(new Headers(Optional.of("a;to-tag=b;from-tag=c"), true, Optional.of("Hi")));
        assertThat(referral.target().headers()).isEmpty();
        assertThat(of("sip:dan@example.org?Require=100rel").orElseThrow().headers())
                .isEqualTo(Headers.NONE);
    }

    @Test
    void whereSomebodyIsToBeReferredToMayBeInAngleBrackets() {
        SipUri there = SipUri.of("sip:there@example.com");
        assertThat(of("sip:dan@example.org;method=REFER?Refer-To=sip%3Athere%40example.com")
                        .flatMap(Referral::onwards))
                .contains(there);
        assertThat(of("sip:dan@example.org;method=REFER?Refer-To=%22T%22%20%3Csip%3Athere%40example.com%3E%3Bx%3Dy")
                        .flatMap(Referral::onwards))
                .contains(there);
        assertThat(of("sip:dan@example.org;method=REFER").flatMap(Referral::onwards))
                .isEmpty();
    }
}
