package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Validation;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the RELAX NG of RFC 6501 section 5 and the XSD of its appendix B do not agree on is read if one of them admits it. */
class SchemaDifferencesTest {

    private static final DocumentCodec CODEC = new DocumentCodec(Limits.defaults());

    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of(
                        "the order of children",
                        "<info:users><xcon:join-handling>allow</xcon:join-handling></info:users>"
                                + "<info:conference-description/>"),
                Arguments.of("a label that is no number", floors("<xcon:media-label>audio</xcon:media-label>")),
                Arguments.of("e-mail", person("Bob", "<xcon:e-mail>bob@example.com</xcon:e-mail>")),
                Arguments.of("email", person("Bob", "<xcon:email>bob@example.com</xcon:email>")),
                Arguments.of("no floor in a mixer", mixer("")),
                Arguments.of(
                        "two floors in a mixer",
                        mixer("<xcon:floor id='1'>true</xcon:floor><xcon:floor id='2'>false</xcon:floor>")),
                Arguments.of("no codec", codecs("")),
                Arguments.of("two codecs", codecs(codec("1") + codec("2"))),
                Arguments.of("a medium whose id is no number", endpoint("<info:media id='audio'/>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void whatOneOfThemAdmitsIsAdmitted(String difference, String content) throws UnreadableException {
        byte[] document = document(content);

        assertThat(Schemas.document(document).isEmpty())
                .as("one admits %s, the other does not", difference)
                .isNotEqualTo(Schemas.documentByRelaxNg(document).isEmpty());
        assertThat(Validation.ofDocument(CODEC.read(document))).isEmpty();
    }

    @Test
    void whatBothRefuseIsRefused() throws UnreadableException {
        byte[] document = document(
                mixer("<xcon:floor id='1'>true</xcon:floor><xcon:controls><xcon:gain>128</xcon:gain></xcon:controls>"));

        assertThat(Schemas.document(document)).isNotEmpty();
        assertThat(Schemas.documentByRelaxNg(document)).isNotEmpty();
        assertThat(Validation.ofDocument(CODEC.read(document)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("gain", "128"));
    }

    private static byte[] document(String content) {
        return ("<info:conference-info xmlns:info='urn:ietf:params:xml:ns:conference-info'"
                        + " xmlns:xcon='urn:ietf:params:xml:ns:xcon-conference-info'"
                        + " entity='xcon:1@example.com'>" + content + "</info:conference-info>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String floors(String content) {
        return "<xcon:floor-information><xcon:conference-floor-policy><xcon:floor id='1'>" + content
                + "</xcon:floor></xcon:conference-floor-policy></xcon:floor-information>";
    }

    private static String person(String name, String content) {
        return "<info:users><xcon:allowed-users-list><xcon:persistent-list><xcon:user name='" + name
                + "' nickname='B' id='xcon-userid:bob@example.com'>" + content
                + "</xcon:user></xcon:persistent-list></xcon:allowed-users-list></info:users>";
    }

    private static String endpoint(String media) {
        return "<info:users><info:user entity='xcon-userid:bob@example.com'><info:endpoint entity='sip:bob@example.com'>"
                + media + "</info:endpoint></info:user></info:users>";
    }

    private static String mixer(String content) {
        return endpoint(
                "<info:media id='1'><xcon:to-mixer name='AudioIn'>" + content + "</xcon:to-mixer></info:media>");
    }

    private static String codecs(String content) {
        return "<info:conference-description><info:available-media><info:entry label='1'>"
                + "<xcon:codecs decision='automatic'>" + content + "</xcon:codecs></info:entry></info:available-media>"
                + "</info:conference-description>";
    }

    private static String codec(String name) {
        return "<xcon:codec name='" + name + "' policy='allowed'><xcon:subtype>PCMU</xcon:subtype></xcon:codec>";
    }
}
