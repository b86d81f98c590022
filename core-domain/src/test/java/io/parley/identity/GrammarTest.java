package io.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** XCON-URIs and XCON-USERIDs are what their grammars say, written here as regular expressions. */
class GrammarTest {

    private static final String NAME = "(?:[A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})+";
    private static final String LITERAL = "\\[(?:[0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\\.[A-Za-z0-9\\-._~!$&'()*+,;=:]+)\\]";
    private static final Pattern URI =
            Pattern.compile("[Xx][Cc][Oo][Nn]:(?:[A-Za-z0-9\\-._~+=/]+@)?(?:" + LITERAL + "|" + NAME + ")");
    private static final Pattern USER =
            Pattern.compile("[Xx][Cc][Oo][Nn]-[Uu][Ss][Ee][Rr][Ii][Dd]:(?:[A-Za-z0-9\\-._~@:+=/]|%[0-9A-Fa-f]{2})+");

    /** Pieces of both, and characters that only look like theirs: the long s and the sign of kelvin among them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "xcon:",
                        "XCON:",
                        "xcon-userid:",
                        "Xcon-UserId:",
                        "xcon-u\u017ferid:",
                        "a",
                        "Z",
                        "9",
                        "@",
                        "%",
                        "%4F",
                        "%4",
                        "%zz",
                        "[",
                        "]",
                        "[::1]",
                        "[v1.x]",
                        "v1.",
                        ":",
                        "/",
                        "=",
                        "+",
                        "-",
                        ".",
                        "_",
                        "~",
                        "!",
                        "$",
                        "&",
                        "'",
                        "(",
                        ",",
                        ";",
                        "#",
                        "?",
                        "\u212a",
                        "\u00e9",
                        "example.com")
                .list()
                .ofMaxSize(7)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 5_000)
    void xconUris(@ForAll("texts") String text) {
        assertThat(XconUri.parse(text).isPresent()).isEqualTo(URI.matcher(text).matches());
        assertThat(XconUri.parse("xcon:" + text).isPresent())
                .isEqualTo(URI.matcher("xcon:" + text).matches());
    }

    @Property(tries = 5_000)
    void xconUserIds(@ForAll("texts") String text) {
        assertThat(XconUserId.parse(text).isPresent())
                .isEqualTo(USER.matcher(text).matches());
        assertThat(XconUserId.parse("xcon-userid:" + text).isPresent())
                .isEqualTo(USER.matcher("xcon-userid:" + text).matches());
    }
}
