package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.TreeBuilder;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents and foreign elements are written. */
class ElementWritingTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());
    private static final DocumentCodec DOCUMENTS = new DocumentCodec(Limits.defaults());

    private static String content(Message message, Element element) {
        CcmpResponse response = CcmpResponse.to(CcmpRequest.of(message, "a"), ResponseCode.SUCCESS, "ok")
                .body(new Body.Info(element));
        String text = text(CODEC.writeResponse(response, Dialect.RFC_6503));
        return text.substring(text.indexOf("<ccmp:" + message.responseName()), text.indexOf("</ccmpResponse>"));
    }

    private static String text(byte[] written) {
        return new String(written, StandardCharsets.UTF_8);
    }

    private static TreeBuilder document() {
        return new TreeBuilder(Schema.CONFERENCE_INFO).attribute(Attributes.ENTITY, "xcon:1@example.com");
    }

    @Test
    @Requirement({"CCMP-I-09", "DM-3.2-03", "CCMP-11-02"})
    void theNamespacesOfTheDataModelHaveTheirPrefixes() {
        Element document = document()
                .start(Info.USERS)
                .start(Xcon.ALLOWED_USERS_LIST)
                .end()
                .end()
                .build();
        assertThat(content(Message.CONF, document))
                .isEqualTo("<ccmp:confResponse><confInfo entity=\"xcon:1@example.com\"><info:users>"
                        + "<xcon:allowed-users-list/></info:users></confInfo></ccmp:confResponse>");
        assertThat(text(DOCUMENTS.write(document)))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                        + "<info:conference-info xmlns:info=\"urn:ietf:params:xml:ns:conference-info\""
                        + " xmlns:xcon=\"urn:ietf:params:xml:ns:xcon-conference-info\""
                        + " entity=\"xcon:1@example.com\"><info:users><xcon:allowed-users-list/></info:users>"
                        + "</info:conference-info>");
    }

    @Test
    void foreignNamespacesAreDeclaredWhereTheyAreUsed() {
        Element users = new TreeBuilder(Schema.USERS)
                .attribute(Name.of("urn:x", "a"), "1")
                .start(Name.of("urn:y", "b"))
                .attribute(Name.unqualified("c"), "2")
                .attribute(Name.of("urn:z", "d"), "3")
                .start(Name.of("urn:y", "e"))
                .text("t")
                .end()
                .start(Name.of("urn:x", "f"))
                .end()
                .start(Name.unqualified("g"))
                .end()
                .end()
                .build();
        assertThat(content(Message.USERS, users))
                .isEqualTo("<ccmp:usersResponse><usersInfo xmlns:ns1=\"urn:x\" ns1:a=\"1\">"
                        + "<ns1:b xmlns:ns1=\"urn:y\" xmlns:ns2=\"urn:z\" c=\"2\" ns2:d=\"3\"><ns1:e>t</ns1:e>"
                        + "<ns3:f xmlns:ns3=\"urn:x\"/><g/></ns1:b></usersInfo></ccmp:usersResponse>");
    }

    @Test
    @Requirement("CCMP-D1-15")
    void foreignElementsAreKeptWithinTheWildcardsOfTheSchemas() throws UnreadableException {
        Element document = document()
                .start(Info.CONFERENCE_DESCRIPTION)
                .start(Name.of("urn:x", "mark"))
                .attribute(Name.unqualified("a"), "b")
                .end()
                .start(Info.AVAILABLE_MEDIA)
                .start(Info.ENTRY)
                .attribute(Attributes.LABEL, "1")
                .start(Info.TYPE)
                .text("audio")
                .end()
                .start(Name.of("urn:x", "mark"))
                .end()
                .end()
                .end()
                .end()
                .start(Name.of("urn:x", "mark"))
                .start(Name.of("urn:y", "inner"))
                .text(" mixed ")
                .end()
                .end()
                .build();
        byte[] written = DOCUMENTS.write(document);
        assertThat(DOCUMENTS.read(written)).isEqualTo(document);
        assertThat(Schemas.document(written)).isEmpty();
        assertThat(Schemas.documentByRelaxNg(written)).isEmpty();
    }

    @Test
    @Requirement("DM-4.1-02")
    void aResponseHasNoStateAndNoVersionInItsDocument() {
        Element document = document()
                .attribute(Attributes.STATE, "full")
                .attribute(Attributes.VERSION, "3")
                .start(Info.USERS)
                .attribute(Attributes.STATE, "partial")
                .start(Info.USER)
                .attribute(Attributes.ENTITY, "xcon-userid:a@example.com")
                .attribute(Attributes.STATE, "deleted")
                .end()
                .end()
                .start(Name.of("urn:x", "foreign"))
                .attribute(Attributes.STATE, "kept")
                .end()
                .build();
        assertThat(content(Message.CONF, document))
                .doesNotContain("full", "partial", "deleted", "version")
                .contains("state=\"kept\"");
        CcmpRequest request = CcmpRequest.of(Message.CONF, "a").info(document);
        assertThat(CODEC.readRequest(CODEC.writeRequest(request, Dialect.RFC_6503)))
                .isEqualTo(new Reading.Read(request, Dialect.RFC_6503));
    }

    @Test
    void anEmptyListHasNoInfo() {
        assertThat(content(Message.CONFS, Schema.SIDEBARS_BY_REF.empty())).isEqualTo("<ccmp:confsResponse/>");
        assertThat(content(Message.SIDEBARS_BY_VAL, Schema.SIDEBARS_BY_VAL.empty()))
                .isEqualTo("<ccmp:sidebarsByValResponse/>");
        assertThat(content(Message.USERS, Schema.USERS.empty()))
                .isEqualTo("<ccmp:usersResponse><usersInfo/></ccmp:usersResponse>");
    }

    @Test
    @Requirement("DM-3.1-07")
    void listsThatMayNotBeEmptyAreLeftOut() throws UnreadableException {
        Element empty = document()
                .start(Info.CONFERENCE_DESCRIPTION)
                .start(Info.CONF_URIS)
                .end()
                .start(Info.SERVICE_URIS)
                .end()
                .start(Info.AVAILABLE_MEDIA)
                .end()
                .end()
                .start(Info.HOST_INFO)
                .start(Info.URIS)
                .end()
                .end()
                .start(Info.USERS)
                .start(Info.USER)
                .attribute(Attributes.ENTITY, "xcon-userid:a@example.com")
                .start(Info.ASSOCIATED_AORS)
                .end()
                .end()
                .end()
                .start(Info.SIDEBARS_BY_REF)
                .end()
                .build();
        byte[] written = DOCUMENTS.write(empty);
        assertThat(Schemas.document(written)).isEmpty();
        assertThat(text(written)).contains("<info:host-info/>").doesNotContain("uris", "aors", "media", "sidebars");
        assertThat(content(Message.CONF, empty)).doesNotContain("uris", "aors", "media", "sidebars");
        CcmpRequest request = CcmpRequest.of(Message.CONF, "a").info(empty);
        assertThat(CODEC.readRequest(CODEC.writeRequest(request, Dialect.RFC_6503)))
                .isEqualTo(new Reading.Read(request, Dialect.RFC_6503));
    }

    @Test
    @Requirement({"CCMP-11-12", "CCMP-11-15"})
    void listsAreWrittenLikeThis() {
        Element list = new TreeBuilder(Schema.SIDEBARS_BY_REF)
                .start(Info.ENTRY)
                .start(Info.URI)
                .text("xcon:1@example.com")
                .end()
                .end()
                .build();
        for (Message message : List.of(Message.BLUEPRINTS, Message.CONFS, Message.SIDEBARS_BY_REF)) {
            assertThat(content(message, list))
                    .contains("<" + message.infoName()
                            + "><info:entry><info:uri>xcon:1@example.com</info:uri></info:entry></");
        }
        Element sidebars = new TreeBuilder(Schema.SIDEBARS_BY_VAL)
                .start(Info.ENTRY)
                .attribute(Attributes.ENTITY, "xcon:1@example.com")
                .end()
                .start(Info.ENTRY)
                .attribute(Attributes.ENTITY, "xcon:2@example.com")
                .end()
                .build();
        assertThat(content(Message.SIDEBARS_BY_VAL, sidebars))
                .contains("<sidebarsByValInfo><info:entry entity=\"xcon:1@example.com\"/>"
                        + "<info:entry entity=\"xcon:2@example.com\"/></sidebarsByValInfo>");
    }

    @Test
    @Requirement("CCMP-D1-07")
    void whiteSpaceInFreeTextComesBack() throws UnreadableException {
        String text = " padded\r\n\tfolded \r";
        Element document = document()
                .attribute(Name.of("urn:x", "a"), text)
                .start(Info.CONFERENCE_DESCRIPTION)
                .start(Info.DISPLAY_TEXT)
                .text(text)
                .end()
                .end()
                .build();
        Element read = DOCUMENTS.read(DOCUMENTS.write(document));
        assertThat(read).isEqualTo(document);
        assertThat(read.textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001B", "\uFFFE", "\uD800", "a\uDC00b", "\uDBFF"})
    void whatXmlCannotHoldIsNamed(String text) {
        String codePoint = "U+%04X".formatted(text.codePointAt(text.startsWith("a") ? 1 : 0));
        CcmpRequest request = CcmpRequest.of(Message.CONF, text);
        Element title = document()
                .start(Info.CONFERENCE_DESCRIPTION)
                .start(Info.SUBJECT)
                .text(text)
                .end()
                .end()
                .build();
        Element attribute = document().attribute(Name.of("urn:x", "a"), text).build();
        Element namespace =
                document().attribute(Name.of("urn:" + text, "a"), "b").build();
        assertThatThrownBy(() -> CODEC.writeRequest(request, Dialect.RFC_6503))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(codePoint);
        for (Element element : List.of(title, attribute, namespace)) {
            assertThatThrownBy(() -> DOCUMENTS.write(element))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(codePoint);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "1", "a:b", "<", "-", "\uFFFF"})
    void namesThatAreNoneAreRefused(String name) {
        Element element = document().start(Name.of("urn:x", name)).end().build();
        Element attribute = document().attribute(Name.of("urn:x", name), "").build();
        CcmpRequest filter = CcmpRequest.of(Message.CONFS, "a")
                .body(new Body.Filter("a", Map.of(name.isEmpty() ? " " : name, "urn:x")));
        assertThatThrownBy(() -> DOCUMENTS.write(element)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DOCUMENTS.write(attribute)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CODEC.writeRequest(filter, Dialect.RFC_6503))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNamespacesReserveIsRefused() {
        String reserved = "http://www.w3.org/2000/xmlns/";
        for (TreeBuilder tree : List.of(
                document().attribute(Name.of(reserved, "a"), "b"),
                document().start(Name.of(reserved, "a")).end(),
                document()
                        .start(Name.of("urn:x", "a"))
                        .attribute(Name.unqualified("xmlns"), "b")
                        .end())) {
            assertThatThrownBy(() -> DOCUMENTS.write(tree.build())).isInstanceOf(IllegalArgumentException.class);
        }
        for (Map<String, String> prefixes :
                List.of(Map.of("xml", "urn:x"), Map.of("xmlns", "urn:x"), Map.of("x", ""), Map.of("x", reserved))) {
            CcmpRequest request = CcmpRequest.of(Message.CONFS, "a").body(new Body.Filter("a", prefixes));
            assertThatThrownBy(() -> CODEC.writeRequest(request, Dialect.RFC_6503))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "urn:ietf:params:xml:ns:xcon-ccmp", "urn:ietf:params:xml:ns:xcon:ccmp"})
    void elementsThatAreNotForeignCannotStandBesideTheParameters(String namespace) {
        Element element = ElementType.foreign(Name.of(namespace, "a")).empty();
        CcmpRequest request = CcmpRequest.of(Message.EXTENDED, "a").body(new Body.Extension("x", List.of(element)));
        assertThatThrownBy(() -> CODEC.writeRequest(request, Dialect.RFC_6503))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("foreign");
    }
}
