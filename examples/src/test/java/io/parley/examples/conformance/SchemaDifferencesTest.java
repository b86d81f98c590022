package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the RELAX NG and the XSD of RFC 6501 do not agree on; the codec's test of this name holds it against both. */
class SchemaDifferencesTest {

    private static final String NEW = "xcon:AUTO_GENERATE_1@example.com";
    private static final String PERSON = users("<xcon:allowed-users-list><xcon:persistent-list><xcon:user name='%s'"
            + " nickname='B' id='xcon-userid:bob@example.com'>%s</xcon:user></xcon:persistent-list>"
            + "</xcon:allowed-users-list>");
    private static final String STREAM = users(
            "<info:user entity='xcon-userid:bob@example.com'>"
                    + "<info:endpoint entity='sip:bob@example.com'><info:media id='%s'>%s</info:media></info:endpoint></info:user>");
    private static final String MIXER = "<xcon:to-mixer name='AudioIn'>%s</xcon:to-mixer>";
    private static final String CODECS = description("<info:available-media><info:entry label='1'>"
            + "<info:type>audio</info:type><xcon:codecs decision='automatic'>%s</xcon:codecs></info:entry>"
            + "</info:available-media>");
    private static final String CODEC =
            "<xcon:codec name='%s' policy='allowed'><xcon:subtype>PCMU</xcon:subtype></xcon:codec>";

    private final House house = House.open();

    static List<String> differences() {
        return List.of(
                users("<xcon:join-handling>allow</xcon:join-handling>")
                        + description("<info:subject>s</info:subject><info:display-text>d</info:display-text>"),
                description(
                                "<info:available-media><info:entry label='audio'><info:type>audio</info:type></info:entry></info:available-media>")
                        + "<xcon:floor-information><xcon:conference-floor-policy><xcon:floor id='1'><xcon:media-label>audio"
                        + "</xcon:media-label></xcon:floor></xcon:conference-floor-policy></xcon:floor-information>",
                PERSON.formatted("Bob", "<xcon:e-mail>bob@example.com</xcon:e-mail>"),
                PERSON.formatted("Bob", "<xcon:email>bob@example.com</xcon:email>"),
                PERSON.formatted("://Bob", ""),
                STREAM.formatted("1", MIXER.formatted("")),
                STREAM.formatted(
                        "1",
                        MIXER.formatted("<xcon:floor id='1'>true</xcon:floor><xcon:floor id='2'>false</xcon:floor>")),
                STREAM.formatted("audio", ""),
                CODECS.formatted(""),
                CODECS.formatted(CODEC.formatted("1") + CODEC.formatted("2")),
                users("<info:user entity='xcon-userid:bob@example.com'><info:roles><info:entry>knock</info:entry>"
                        + "</info:roles></info:user>"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    @Requirement("DM-3.1-05")
    void whatOneOfThemAdmitsIsAccepted(String content) {
        CcmpResponse response = house.ask(conf(Operation.CREATE, ALICE).info(confInfo(NEW, content)));

        assertThat(response.code()).as(response.reason()).isEqualTo(ResponseCode.SUCCESS);
    }

    @Test
    @Requirement("DM-3.1-05")
    void whatBothRefuseIs400() {
        CcmpResponse response = house.ask(conf(Operation.CREATE, ALICE)
                .info(confInfo(
                        NEW,
                        STREAM.formatted(
                                "1", MIXER.formatted("<xcon:controls><xcon:gain>128</xcon:gain></xcon:controls>")))));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("gain", "128");
    }
}
