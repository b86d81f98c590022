package io.parley.codec.xml;

import static io.parley.codec.xml.Written.SENDER;
import static io.parley.codec.xml.Written.envelope;
import static io.parley.codec.xml.Written.fault;
import static io.parley.codec.xml.Written.read;
import static io.parley.codec.xml.Written.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.MalformedRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Subject;
import io.parley.document.Name;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of a request and what may stand between them (RFC 6503 sections 5.1 and 11). */
class RequestParametersTest {

    private static final String OBJECT = "<confObjID>xcon:1@example.com</confObjID>";

    @Test
    @Requirement("CCMP-11-20")
    void whiteSpaceAroundTokensIsDropped() {
        CcmpRequest request = read(envelope(
                " xsi:type='\n ccmp:ccmp-conf-request-message-type '",
                "<subject><username> alice\t</username><password>\n s e </password></subject>"
                        + "<confUserID>\n xcon-userid:alice@example.com </confUserID>"
                        + "<confObjID> xcon:1@example.com\r\n</confObjID><operation> update </operation>"
                        + "<conference-password> 1 2 </conference-password><version> 3 </version>"));
        assertThat(request)
                .isEqualTo(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                        .subject("alice", "s e")
                        .on("xcon:1@example.com")
                        .operation(Operation.UPDATE)
                        .conferencePassword("1 2")
                        .basedOn(new Version(3)));
    }

    @Test
    @Requirement({"CCMP-11-21"})
    void theOrderOfParametersIsFree() {
        String subject = "<subject><password>p</password><username>u</username></subject>";
        String operation = "<operation>retrieve</operation>";
        String specialised = "<ccmp:confRequest/>";
        assertThat(read(request("conf", specialised + operation + OBJECT + SENDER + subject)))
                .isEqualTo(read(request("conf", subject + SENDER + OBJECT + operation + specialised)));
    }

    @Test
    void anEmptyIdentifierIsNone() {
        CcmpRequest request = read(request("conf", "<confUserID/><confObjID>  </confObjID>"));
        assertThat(request.confUserId()).isEmpty();
        assertThat(request.confObjId()).isEmpty();
    }

    @Test
    void commentsAndInstructionsAreNoContent() {
        String message = request(
                "conf",
                "<!-- a --><confUserID>xcon-<?b c?>userid:<!-- d --><![CDATA[alice]]>@example.com" + "</confUserID>");
        assertThat(read("<!-- before -->" + message.substring(message.indexOf("?>") + 2) + "<!-- after -->")
                        .confUserId())
                .contains("xcon-userid:alice@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retrieve", "read", "", "retrieve create"})
    @Requirement("CCMP-11-06")
    void anotherOperationIsNamed(String word) {
        MalformedRequest fault = fault(request("conf", SENDER + OBJECT + "<operation>" + word + "</operation>"));
        assertThat(fault.message()).contains(Message.CONF);
        assertThat(fault.operation()).isEmpty();
        assertThat(fault.reason()).contains("operation '" + word + "'");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    @Requirement("CCMP-11-06")
    void theFourOperationsAreKnown(Operation operation) {
        assertThat(read(request("conf", SENDER + "<operation>" + operation.word() + "</operation>"))
                        .operation())
                .contains(operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "1.0", "99999999999999999999"})
    @Requirement("CCMP-11-08")
    void aVersionIsAPositiveInteger(String version) {
        MalformedRequest fault = fault(request("conf", SENDER + "<version>" + version + "</version>"));
        assertThat(fault.reason()).contains("version '" + version + "'");
    }

    @Test
    @Requirement("CCMP-D1-12")
    void theBaseVersionMayBeAnElement() {
        assertThat(read(request("conf", SENDER + "<version>3</version>")).version())
                .contains(new Version(3));
    }

    @Test
    @Requirement("CCMP-11-09")
    void aSubjectHoldsEachOfItsPartsAtMostOnce() {
        assertThat(read(request("conf", "<subject><username>u</username></subject>"))
                        .subject())
                .contains(new Subject(Optional.of("u"), Optional.empty()));
        assertThat(read(request("conf", "<subject/>")).subject())
                .contains(new Subject(Optional.empty(), Optional.empty()));
        assertThat(fault(request("conf", "<subject><username>u</username><username>v</username></subject>"))
                        .reason())
                .contains("username", "subject");
        assertThat(fault(request("conf", "<subject/><subject/>")).reason()).contains("subject");
    }

    @Test
    @Requirement("CCMP-D1-08")
    void conferencePasswordInTheSubjectIsThePassword() {
        String subject = "<subject><username>u</username><conference-password> p </conference-password></subject>";
        assertThat(read(request("user", subject)))
                .satisfies(request ->
                        assertThat(request.subject()).contains(new Subject(Optional.of("u"), Optional.of("p"))))
                .satisfies(request -> assertThat(request.conferencePassword()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "confUserID,<confUserID/><confUserID/>",
        "confObjID,<confObjID/><confObjID/>",
        "operation,<operation>update</operation><operation>update</operation>",
        "conference-password,<conference-password/><conference-password/>",
        "version,<version>1</version><version>1</version>",
        "userInfo,<ccmp:userRequest><userInfo/><userInfo/></ccmp:userRequest>"
    })
    void aParameterOccursAtMostOnce(String name, String parameters) {
        MalformedRequest fault = fault(request("user", parameters));
        assertThat(fault.message()).contains(Message.USER);
        assertThat(fault.reason()).contains(name, "more than once");
    }

    @ParameterizedTest
    @CsvSource({
        "ccmp:bogus,<ccmp:bogus/>",
        "ccmp:bogus,<ccmp:confRequest><ccmp:bogus/></ccmp:confRequest>",
        "ccmp:confRequest,<ccmp:confRequest><ccmp:confRequest/></ccmp:confRequest>",
        "ccmp:confResponse,<ccmp:confResponse/>",
        "ccmp:confUserID,<ccmp:confUserID/>"
    })
    @Requirement("CCMP-D1-16")
    void anUnknownElementOfTheCcmpNamespaceIsNamed(String name, String parameters) {
        MalformedRequest fault = fault(request("conf", parameters + SENDER));
        assertThat(fault.confUserId()).contains("xcon-userid:alice@example.com");
        assertThat(fault.reason()).contains("unknown element " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "bogus,<bogus><confObjID>xcon:2@example.com</confObjID></bogus>",
        "response-code,<response-code>200</response-code>",
        "bogus,<subject><bogus/></subject>",
        "confInfo,<confInfo entity='xcon:1@example.com'/>",
        "usersInfo,<ccmp:confRequest><usersInfo/></ccmp:confRequest>",
        "xpathFilter,<ccmp:confRequest><xpathFilter>a</xpathFilter></ccmp:confRequest>",
        "specialised,<specialised/>"
    })
    @Requirement("CCMP-D1-17")
    void anUnknownElementWithoutNamespaceIsNamed(String name, String parameters) {
        MalformedRequest fault = fault(request("conf", parameters + OBJECT + "<operation>update</operation>" + SENDER));
        assertThat(fault)
                .isEqualTo(new MalformedRequest(
                        Optional.of(Message.CONF),
                        Optional.of("xcon-userid:alice@example.com"),
                        Optional.of("xcon:1@example.com"),
                        Optional.of(Operation.UPDATE),
                        fault.reason()));
        assertThat(fault.reason()).contains("unknown element " + name + " in ");
    }

    @Test
    void aParameterHoldsTextOnly() {
        assertThat(fault(request("conf", "<confUserID>a<x:b/></confUserID>")).reason())
                .contains("confUserID");
        assertThat(fault(request("conf", "stray" + SENDER)).reason()).contains("text", "ccmpRequest");
        assertThat(fault(request("conf", "<ccmp:confRequest><![CDATA[stray]]></ccmp:confRequest>"))
                        .reason())
                .contains("text", "confRequest");
    }

    @Test
    @Requirement("CCMP-11-10")
    void foreignElementsBesideTheParametersAreKept() {
        CcmpRequest request = read(
                request("conf", SENDER + "<x:a b='c'>d<e/></x:a><x:f xmlns:x='urn:example:y'/><ccmp:confRequest/>"));
        assertThat(request.foreign()).hasSize(2);
        assertThat(request.foreign().get(0)).satisfies(element -> {
            assertThat(element.name()).isEqualTo(Name.of("urn:example:x", "a"));
            assertThat(element.attribute(Name.unqualified("b"))).contains("c");
            assertThat(element.text()).isEqualTo("d");
            assertThat(element.child(Name.unqualified("e"))).isPresent();
        });
        assertThat(request.foreign().get(1).name()).isEqualTo(Name.of("urn:example:y", "f"));
    }

    @Test
    @Requirement({"CCMP-11-10", "CCMP-11-11"})
    void foreignElementsAndAttributesElsewhereAreIgnored() {
        String plain = "<subject><username>u</username></subject>" + SENDER + "<ccmp:confRequest/>";
        String extended = "<subject x:a='b'><x:c><username>v</username></x:c><username x:d='e'>u</username></subject>"
                + SENDER + "<ccmp:confRequest x:a='b' c='d' xsi:nil='true'><x:e/></ccmp:confRequest>";
        assertThat(read(request("conf", extended))).isEqualTo(read(request("conf", plain)));
    }

    @Test
    void aFilterComesWithThePrefixesThatItUses() {
        String filter =
                "<xpathFilter xmlns:y='urn:example:y' xmlns:unused='urn:u'> /info:conference-info[y:a = 'x'] </xpathFilter>";
        CcmpRequest request = read(request(
                "confs",
                SENDER + "<ccmp:confsRequest xmlns:info='urn:example:info'>" + filter + "</ccmp:confsRequest>"));
        assertThat(request.body())
                .isEqualTo(new Body.Filter(
                        "/info:conference-info[y:a = 'x']", Map.of("y", "urn:example:y", "info", "urn:example:info")));
    }

    @Test
    void anEmptyFilterIsNone() {
        for (String filter : new String[] {"", "<xpathFilter/>", "<xpathFilter>\n </xpathFilter>"}) {
            assertThat(read(request("confs", "<ccmp:confsRequest>" + filter + "</ccmp:confsRequest>"))
                            .body())
                    .isEqualTo(Body.none());
        }
    }

    @Test
    @Requirement("CCMP-11-16")
    void anExtensionHasAName() {
        CcmpRequest request = read(
                request(
                        "extended",
                        SENDER
                                + "<ccmp:extendedRequest><x:a/><extensionName> n </extensionName><x:b>t</x:b></ccmp:extendedRequest>"));
        assertThat(request.body()).isInstanceOfSatisfying(Body.Extension.class, extension -> {
            assertThat(extension.extensionName()).isEqualTo("n");
            assertThat(extension.content())
                    .extracting(element -> element.name().local())
                    .containsExactly("a", "b");
        });
        for (String name : new String[] {"", "<extensionName/>", "<x:extensionName>n</x:extensionName>"}) {
            MalformedRequest fault =
                    fault(request("extended", "<ccmp:extendedRequest>" + name + "</ccmp:extendedRequest>"));
            assertThat(fault.message()).contains(Message.EXTENDED);
            assertThat(fault.reason()).contains("extensionName");
        }
        assertThat(fault(request(
                                "extended",
                                "<ccmp:extendedRequest><extensionName>n</extensionName><a/></ccmp:extendedRequest>"))
                        .reason())
                .contains("unknown element a in extendedRequest");
    }
}
