package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Endpoints as RFC 4575 section 5.7 has them, with all that may stand in one. */
class EndpointRoundTripTest {

    private static final String EXECUTION =
            "<when>2030-01-01T10:00:00Z</when><reason>wanted</reason><by>sip:alice@example.com</by>";
    private static final String CHILDREN = "<display-text>Bob's laptop</display-text>"
            + "<referred>" + EXECUTION + "</referred><status>connected</status>"
            + "<joining-method>dialed-out</joining-method><joining-info>" + EXECUTION + "</joining-info>"
            + "<disconnection-method>booted</disconnection-method><disconnection-info>" + EXECUTION
            + "</disconnection-info><media id='1'><display-text>voice</display-text><type>audio</type><label>34567</label>"
            + "<src-id>432424</src-id><status>sendrecv</status></media>"
            + "<call-info><sip><display-text>full info</display-text><call-id>hsjh8980vhsb78</call-id>"
            + "<from-tag>vav738dvbs</from-tag><to-tag>8954jgjg8432</to-tag></sip></call-info>";
    private static final byte[] DOCUMENT = ("<conference-info xmlns='urn:ietf:params:xml:ns:conference-info'"
                    + " xmlns:x='urn:example:x' entity='xcon:1@example.com'><users><user entity='xcon-userid:bob@example.com'>"
                    + "<endpoint entity='sip:bob@example.com' x:mark='1'>" + CHILDREN
                    + "<x:more/></endpoint></user></users></conference-info>")
            .getBytes(StandardCharsets.UTF_8);

    private static final DocumentCodec CODEC = new DocumentCodec(Limits.defaults());

    @Test
    @Requirement("DM-4.6.5.6-01")
    void losesNothing() throws UnreadableException {
        byte[] written = CODEC.write(CODEC.read(DOCUMENT));

        assertThat(Schemas.document(DOCUMENT)).isEmpty();
        assertThat(Validation.ofDocument(CODEC.read(DOCUMENT))).isEmpty();
        assertThat(Outline.of(written)).isEqualTo(Outline.of(DOCUMENT));
        assertThat(Schemas.document(written)).isEmpty();
    }

    @Test
    @Requirement("DM-4.6.5.6-01")
    void holdsTheChildrenOfRfc4575AndNoOthers() {
        Set<Name> children = Schema.USER.child(Info.ENDPOINT).children().stream()
                .map(ElementType::name)
                .collect(Collectors.toSet());

        assertThat(children)
                .containsExactlyInAnyOrderElementsOf(List.of(
                        Info.DISPLAY_TEXT,
                        Info.REFERRED,
                        Info.STATUS,
                        Info.JOINING_METHOD,
                        Info.JOINING_INFO,
                        Info.DISCONNECTION_METHOD,
                        Info.DISCONNECTION_INFO,
                        Info.MEDIA,
                        Info.CALL_INFO));
    }
}
