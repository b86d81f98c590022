package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conference documents that stand alone (RFC 4575 section 5, RFC 6501). */
class DocumentReadingTest {

    private static final DocumentCodec CODEC = new DocumentCodec(Limits.defaults());

    private static Element read(String document) throws UnreadableException {
        return CODEC.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static String document(String content) {
        return "<info:conference-info xmlns:info='urn:ietf:params:xml:ns:conference-info'"
                + " xmlns:xcon='urn:ietf:params:xml:ns:xcon-conference-info' xmlns:x='urn:example:x'"
                + " entity='xcon:1@example.com'>" + content + "</info:conference-info>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc4575-basic.xml", "rfc4575-rich.xml"})
    @Requirement("DM-5-01")
    void theExamplesOfRfc4575LoseNothing(String name) throws UnreadableException {
        byte[] example = Fixtures.bytes("/documents/" + name);
        byte[] written = CODEC.write(CODEC.read(example));
        assertThat(Outline.of(written)).isEqualTo(Outline.of(example));
        assertThat(Schemas.document(written)).isEmpty();
    }

    @Test
    @Requirement("DM-4.1-05")
    void theExampleOfRfc6501LosesNothing() throws UnreadableException {
        byte[] example = Fixtures.bytes("/documents/rfc6501-example.xml");
        byte[] written = CODEC.write(CODEC.read(example));
        assertThat(Outline.of(written))
                .containsExactlyInAnyOrderElementsOf(Outline.of(example).stream()
                        .map(line -> line.replace("@entity = conf", "@entity = xcon:conf"))
                        .toList());
    }

    @Test
    void aStreamIsReadLikeItsBytes() throws UnreadableException, IOException {
        byte[] example = Fixtures.bytes("/documents/rfc4575-basic.xml");
        assertThat(CODEC.read(new ByteArrayInputStream(example))).isEqualTo(CODEC.read(example));
    }

    @Test
    @Requirement("DM-3.2-02")
    void prefixesCarryNoMeaning() throws UnreadableException {
        String text = document("<info:users><xcon:join-handling>allow</xcon:join-handling></info:users>");
        String swapped = text.replaceAll("(xmlns:|</?)info(?=[:=])", "$1_")
                .replaceAll("(xmlns:|</?)xcon(?=[:=])", "$1info")
                .replaceAll("(xmlns:|</?)_(?=[:=])", "$1xcon");
        String defaulted =
                "<conference-info xmlns='urn:ietf:params:xml:ns:conference-info' entity='xcon:1@example.com'>"
                        + "<users><join-handling xmlns='urn:ietf:params:xml:ns:xcon-conference-info'>allow</join-handling></users>"
                        + "</conference-info>";
        assertThat(read(swapped)).isEqualTo(read(text));
        assertThat(read(defaulted)).isEqualTo(read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<conference-info/>",
                "<users xmlns='urn:ietf:params:xml:ns:conference-info'/>",
                "<conference-info xmlns='urn:ietf:params:xml:ns:xcon-conference-info'/>"
            })
    @Requirement("DM-4.1-01")
    void theRootIsConferenceInfo(String document) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("info:conference-info");
    }

    @Test
    void theFaultHasAPlace() {
        assertThatThrownBy(() -> read(document("\n\n  <info:users></info:user>")))
                .isInstanceOfSatisfying(UnreadableException.class, fault -> {
                    assertThat(fault.line()).isEqualTo(OptionalInt.of(3));
                    assertThat(fault.column().orElseThrow()).isGreaterThan(10);
                    assertThat(fault.reason()).contains("info:user").doesNotContain("\n");
                    assertThat(fault.getMessage()).contains("line 3, column");
                });
        assertThatThrownBy(() -> read(document("") + "<again/>")).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> CODEC.read(new byte[] {'<', 'a', '>', (byte) 0xE9}))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        fault -> assertThat(fault.line()).isEmpty());
    }

    @Test
    @Requirement({"DM-5-02", "DM-5-05", "DM-5-07", "DM-5-08"})
    void whatTheDataModelDoesNotKnowIsKept() throws UnreadableException {
        String content = "<info:users foo='1' x:foo='2'><x:note>hi</x:note><xcon:future a='b'>c</xcon:future>"
                + "<xcon:join-handling>IVR</xcon:join-handling></info:users>";
        Element users = read(document(content)).child(Info.USERS).orElseThrow();
        assertThat(users.attributes()).singleElement().satisfies(attribute -> {
            assertThat(attribute.name()).isEqualTo(Name.of("urn:example:x", "foo"));
            assertThat(attribute.value()).isEqualTo("2");
        });
        assertThat(users.childText(Name.of("urn:example:x", "note"))).contains("hi");
        assertThat(users.childText(Name.of(Name.XCON_NAMESPACE, "future"))).contains("c");
        assertThat(users.childText(Xcon.JOIN_HANDLING)).contains("IVR");
        assertThat(read(new String(CODEC.write(read(document(content))), StandardCharsets.UTF_8)))
                .isEqualTo(read(document(content)));
    }

    @Test
    @Requirement("DM-5-04")
    void aKnownElementAtAnotherPlaceIsKept() throws UnreadableException {
        Element document = read(
                document("<info:conference-description><xcon:mute>maybe</xcon:mute></info:conference-description>"));
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.MUTE)).contains("maybe");
        assertThat(CODEC.read(CODEC.write(document))).isEqualTo(document);
    }

    @Test
    @Requirement("DM-3.1-06")
    void childrenComeInAnyOrderAndAreWrittenInTheOneOfTheSchema() throws UnreadableException {
        String users = "<info:users><xcon:join-handling>allow</xcon:join-handling>"
                + "<info:user entity='xcon-userid:a@example.com'/></info:users>";
        String description =
                "<info:conference-description><info:subject>s</info:subject><info:display-text>d</info:display-text>"
                        + "</info:conference-description>";
        byte[] written = CODEC.write(read(document("<xcon:floor-information/>" + users + description)));
        assertThat(new String(written, StandardCharsets.UTF_8))
                .containsSubsequence("display-text>", "subject>", "<info:user ", "<xcon:join", "<xcon:floor");
        assertThat(Schemas.document(written)).isEmpty();
        assertThat(Schemas.documentByRelaxNg(written)).isEmpty();
    }

    @Test
    @Requirement("DM-3.1-09")
    void whiteSpaceAroundValuesIsDroppedButNotInFreeText() throws UnreadableException {
        Element document = read(document("<info:conference-description><info:display-text> a </info:display-text>"
                + "</info:conference-description><xcon:floor-information><xcon:floor-request-handling>confirm\n "
                + "</xcon:floor-request-handling></xcon:floor-information>"));
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT))
                .contains(" a ");
        assertThat(document.textAt(Xcon.FLOOR_INFORMATION, Xcon.FLOOR_REQUEST_HANDLING))
                .contains("confirm");
    }

    @Test
    void whatIsMeantForASchemaProcessorIsLeftOut() throws UnreadableException {
        String attributes = " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='x:t' i:schemaLocation='a b'";
        assertThat(read(document("<info:users" + attributes + "/>"))).isEqualTo(read(document("<info:users/>")));
    }

    @Test
    void stateAndVersionStayOnTheTree() throws UnreadableException {
        Element document = read(document("").replace("entity=", "state='partial' version='5' entity="));
        assertThat(document.attribute(Attributes.STATE)).contains("partial");
        assertThat(document.attribute(Attributes.VERSION)).contains("5");
        assertThat(new String(CODEC.write(document), StandardCharsets.UTF_8)).contains("state=\"partial\"");
    }

    @Test
    @Requirement({"DM-3.1-01", "DM-3.1-02"})
    void aDocumentIsWrittenInUtf8() throws UnreadableException {
        Element document = read(
                document("<info:conference-description><info:subject>Zo\u00eb \uD83D\uDE00 &lt;&#13;</info:subject>"
                        + "</info:conference-description>"));
        String written = new String(CODEC.write(document), StandardCharsets.UTF_8);
        assertThat(written)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"")
                .contains("Zo\u00eb \uD83D\uDE00 &lt;")
                .doesNotContain("DOCTYPE");
        assertThat(Outline.of(CODEC.write(document))).anyMatch(line -> line.contains("Zo\u00eb \uD83D\uDE00 <"));
        assertThat(read(written)).isEqualTo(document);
    }
}
