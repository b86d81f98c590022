package io.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all texts and of all URIs. */
class SipUriPropertyTest {

    /** Texts of the characters that mean something in a URI, so that many of them nearly are some. */
    @Provide
    Arbitrary<String> nearly() {
        Arbitrary<String> pieces = Arbitraries.of(
                "sip:",
                "sips:",
                "TEL:",
                "a",
                "Ab",
                "@",
                ":",
                ";",
                "=",
                "?",
                "&",
                "%41",
                "%3b",
                "%",
                "%zz",
                "[::1]",
                "[",
                "]",
                "5060",
                ".",
                "-",
                "+1",
                "(",
                " ",
                "ü",
                "\uD800",
                "gruu",
                "opaque=x",
                "transport=tcp",
                "<",
                "\u0000");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> uris() {
        Arbitrary<String> user = Arbitraries.of("", "alice@", "ALICE@", "%61lice@", "a%3Bb@", "a;b=c@", "bob:pw@");
        Arbitrary<String> host = Arbitraries.of("example.com", "EXAMPLE.com", "192.0.2.1", "[2001:DB8::1]", "a_b.");
        Arbitrary<String> port = Arbitraries.of("", ":5060", ":05060", ":1");
        Arbitrary<String> parameters = Arbitraries.of(
                        ";gruu", ";opaque=app:conf:focus:id:1A", ";OPAQUE=x", ";transport=TCP", ";x=%7e", ";lr")
                .list()
                .ofMaxSize(3)
                .map(list -> String.join("", list));
        Arbitrary<String> headers = Arbitraries.of("", "?s=a%20b", "?s=a%20b&T=%C3%BC", "?t=%c3%bc&S=a%20b");
        return Combinators.combine(Arbitraries.of("sip:", "sips:", "SIP:"), user, host, port, parameters, headers)
                .as((a, b, c, d, e, f) -> a + b + c + d + e + f);
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        SipUri.parse(text).ifPresent(SipUriPropertyTest::isSound);
    }

    @Property(tries = 3000)
    void anyTextThatNearlyIsAUriIsReadOrRefused(@ForAll("nearly") String text) {
        SipUri.parse(text).ifPresent(SipUriPropertyTest::isSound);
    }

    private static void isSound(SipUri uri) {
        assertThat(SipUri.parse(uri.toString())).contains(uri);
        assertThat(uri.isEquivalentTo(uri)).isTrue();
        assertThat(SipUri.parse(uri.addressOfRecord().toString())).contains(uri.addressOfRecord());
        assertThat(uri.addressOfRecord().addressOfRecord()).isEqualTo(uri.addressOfRecord());
        uri.headers();
        uri.host().ifPresent(host -> assertThat(uri.folded(host).folded(host)).isEqualTo(uri.folded(host)));
    }

    @Property(tries = 1000)
    void urisThatAreEqualAreEquivalentAndSoAreTheirHashes(@ForAll("uris") String one, @ForAll("uris") String other) {
        Optional<SipUri> first = SipUri.parse(one);
        Optional<SipUri> second = SipUri.parse(other);
        if (first.isEmpty() || second.isEmpty()) {
            return; // a parameter that is there twice
        }
        assertThat(first.get().isEquivalentTo(second.get()))
                .isEqualTo(second.get().isEquivalentTo(first.get()));
        if (first.get().equals(second.get())) {
            assertThat(first.get().isEquivalentTo(second.get())).isTrue();
            assertThat(first.get()).hasSameHashCodeAs(second.get());
        }
    }

    @Property(tries = 500)
    void theHostMayBeWrittenInAnyCase(@ForAll("uris") String text) {
        SipUri.parse(text).ifPresent(uri -> {
            String host = uri.host().orElseThrow();
            int at = text.lastIndexOf(host);
            String shouted = text.substring(0, at) + host.toUpperCase(Locale.ROOT) + text.substring(at + host.length());
            assertThat(SipUri.of(shouted)).isEqualTo(uri);
        });
    }
}
