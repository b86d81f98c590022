package io.parley.c3p;

import static io.parley.c3p.C3pNames.cccp;
import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.spec.Requirement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How elements are brought into the order and the groups of the schemas, and what the schemas do not admit (sections 7 and 8). */
class ShapeTest {

    private static final Name FOREIGN = Name.of("urn:example", "x");

    @Provide
    Arbitrary<Element> documents() {
        return C3pArbitraries.documents();
    }

    @Provide
    Arbitrary<Element> endpoints() {
        return C3pArbitraries.endpoints();
    }

    private static Element empty(Name name) {
        return ElementType.foreign(name).empty();
    }

    private static Element text(Name name, String text) {
        return ElementType.foreign(name).text(text);
    }

    private static List<String> names(Element element) {
        return element.elements().stream().map(child -> child.name().local()).toList();
    }

    @Property(tries = 300)
    void whatIsArrangedStaysAsItIs(@ForAll("documents") Element document) {
        Element arranged = C3pSchema.CONFERENCE_INFO.arranged(document);
        assertThat(C3pSchema.CONFERENCE_INFO.arranged(arranged)).isEqualTo(arranged);
        assertThat(C3pSchema.CONFERENCE_INFO.fault(arranged)).isEmpty();
    }

    @Property(tries = 300)
    void theOrderOfArrivalDoesNotMatter(@ForAll("endpoints") Element endpoint) {
        Element reversed = endpoint.withoutContent();
        List<Element> children = endpoint.elements().stream()
                .filter(child ->
                        !child.name().equals(C3pNames.MEDIA) && !child.name().equals(C3pNames.SEPARATOR))
                .toList();
        Element inOrder = endpoint.withoutContent();
        for (int i = 0; i < children.size(); i++) {
            inOrder = inOrder.with(children.get(i));
            reversed = reversed.with(children.get(children.size() - 1 - i));
        }
        assertThat(C3pSchema.ENDPOINT.arranged(reversed)).isEqualTo(C3pSchema.ENDPOINT.arranged(inOrder));
    }

    @Test
    @Requirement({"C3P-2.2.2.6-09", "C3P-2.2.2.6-10"})
    void separatorsStandBeforeTheGroupsThatNeedThem() {
        Element endpoint = C3pSchema.ENDPOINT.arranged(empty(C3pNames.ENDPOINT).with(empty(msci("client-recording"))));
        assertThat(names(endpoint)).containsExactly("separator", "separator", "client-recording");
        Element onBehalf = C3pSchema.ENDPOINT.arranged(empty(C3pNames.ENDPOINT)
                .with(empty(msci("session-on-behalf-of")).with(text(msci("entity"), "sip:carol@example.com")))
                .with(text(C3pNames.STATUS, "connected")));
        assertThat(names(onBehalf)).containsExactly("status", "separator", "session-on-behalf-of");
    }

    @Test
    @Requirement({"C3P-2.2.2.6-08", "C3P-D4-18"})
    void whatIsUnknownStaysInItsGroup() {
        Element endpoint = empty(C3pNames.ENDPOINT)
                .with(text(FOREIGN, "0"))
                .with(empty(C3pNames.SEPARATOR))
                .with(text(FOREIGN, "1"))
                .with(empty(C3pNames.SEPARATOR))
                .with(text(FOREIGN, "2"))
                .with(empty(msci("client-recording")))
                .with(empty(C3pNames.SEPARATOR))
                .with(text(FOREIGN, "3"));
        C3pEndpoint arranged = new C3pEndpoint(endpoint).withStatus("connected");
        assertThat(arranged.groups().stream()
                        .map(group -> group.stream()
                                .map(child -> child.name().local() + child.text())
                                .toList()))
                .containsExactly(
                        List.of("statusconnected", "x0"),
                        List.of("x1"),
                        List.of("client-recording", "x2"),
                        List.of("x3"));
    }

    @Test
    void groupsThatBecomeEmptyAtTheEndVanish() {
        C3pEndpoint recording = C3pEndpoint.of("{A}").withStatus("connected").with(empty(msci("client-recording")));
        assertThat(names(recording.without(msci("client-recording")).element())).containsExactly("status");
    }

    @Test
    @Requirement({"C3P-COR-01", "C3P-COR-02"})
    void childrenAreKnownByTheirLocalNamesInAnyNamespaceOfC3p() {
        Element user = C3pSchema.USER.arranged(empty(C3pNames.USER)
                .with(empty(cccp("roles")).with(text(cccp("entry"), " presenter ")))
                .with(empty(cccp("endpoint"))
                        .with(empty(cccp("clientInfo")).with(text(Name.of(C3pNames.MSCI2, "lobby-capable"), " true ")))
                        .with(empty(cccp("session-on-behalf-of")).with(text(cccp("entity"), " sip:c@d ")))));
        assertThat(user.textAt(C3pNames.ROLES, C3pNames.ENTRY)).contains("presenter");
        C3pEndpoint endpoint = new C3pEndpoint(user.child(C3pNames.ENDPOINT).orElseThrow());
        assertThat(endpoint.isLobbyCapable()).isTrue();
        assertThat(endpoint.element().textAt(msci("session-on-behalf-of"), msci("entity")))
                .contains("sip:c@d");
    }

    @Test
    void attributesAreKnownWithoutTheirNamespace() {
        Element endpoint = C3pSchema.ENDPOINT.arranged(
                empty(C3pNames.ENDPOINT).withAttribute(Name.unqualified("session-type"), "focus"));
        assertThat(new C3pEndpoint(endpoint).sessionType()).contains("focus");
        Element view = C3pSchema.CONFERENCE_INFO.arranged(empty(C3pNames.CONFERENCE_INFO)
                .with(empty(C3pNames.CONFERENCE_VIEW).withAttribute(C3pNames.STATE, "partial")));
        assertThat(view.child(C3pNames.CONFERENCE_VIEW).flatMap(child -> child.attribute(C3pNames.CI_STATE)))
                .contains("partial");
    }

    @Test
    void namesOfOthersAreLeftAlone() {
        Element user = empty(C3pNames.USER).with(empty(Name.of("urn:example", "roles")));
        assertThat(C3pSchema.USER.arranged(user)).isEqualTo(user);
    }

    @Test
    @Requirement("C3P-COR-04")
    void joiningMethodsAreReadAsTheyArePrinted() {
        assertThat(new C3pEndpoint(empty(C3pNames.ENDPOINT).with(text(C3pNames.JOINING_METHOD, "dialled-out")))
                        .joiningMethod())
                .contains(C3pJoiningMethod.DIALED_OUT);
        assertThat(new C3pEndpoint(empty(C3pNames.ENDPOINT).with(text(C3pNames.JOINING_METHOD, "dialled-in")))
                        .element()
                        .childText(C3pNames.JOINING_METHOD))
                .contains("dialed-in");
    }

    @ParameterizedTest
    @CsvSource({
        "status, held, endpoint/status: 'held' is not one of",
        "joining-method, invited, endpoint/joining-method: 'invited' is not one of",
        "disconnection-method, gone, endpoint/disconnection-method: 'gone' is not one of"
    })
    @Requirement({"C3P-8.1-05", "C3P-8.1-06"})
    void wordsThatAreNotInTheListAreRefused(String element, String word, String fault) {
        assertThat(C3pSchema.ENDPOINT.fault(empty(C3pNames.ENDPOINT).with(text(ci(element), word))))
                .hasValueSatisfying(text -> assertThat(text).startsWith(fault));
    }

    @ParameterizedTest
    @CsvSource({"037, true", "0, true", "a, true", "37890, false"})
    @Requirement("C3P-8.2-01")
    void theNumberOfAMeetingHasNoLeadingZero(String id, boolean isRefused) {
        Element description = empty(ci("conference-description"))
                .with(empty(msci("pstn-access")).with(text(msci("id"), id)));
        assertThat(C3pSchema.CONFERENCE_INFO
                        .fault(C3pSchema.CONFERENCE_INFO.arranged(conference().with(description)))
                        .isPresent())
                .isEqualTo(isRefused);
    }

    private static Element conference() {
        return empty(C3pNames.CONFERENCE_INFO).withAttribute(C3pNames.ENTITY, "sip:a@b");
    }

    @ParameterizedTest
    @CsvSource({"2147516416, false", "0, false", "4294967295, false", "4294967296, true", "-1, true", "all, true"})
    @Requirement("C3P-2.2.2.3-03")
    void autopromoteIsAnUnsignedIntegerOf32Bits(String bits, boolean isRefused) {
        Element description = empty(ci("conference-description"))
                .with(text(msci("anonymous-type-allowed"), "false"))
                .with(text(msci("autopromote"), bits));
        Element document = C3pSchema.CONFERENCE_INFO.arranged(conference().with(description));
        assertThat(C3pSchema.CONFERENCE_INFO.fault(document).isPresent()).isEqualTo(isRefused);
        assertThat(document.textAt(ci("conference-description"), msci("autopromote")))
                .contains(bits);
    }

    @Test
    @Requirement("C3P-8.1-04")
    void theSecondGroupOfTheDescriptionNeedsAnonymousTypeAllowed() {
        Element description = empty(ci("conference-description")).with(text(msci("lobby-capable"), "true"));
        assertThat(C3pSchema.CONFERENCE_INFO.fault(
                        C3pSchema.CONFERENCE_INFO.arranged(conference().with(description))))
                .contains("conference-info/conference-description needs anonymous-type-allowed");
        assertThat(C3pSchema.CONFERENCE_INFO.fault(
                        C3pSchema.CONFERENCE_INFO.arranged(conference().with(empty(ci("conference-description"))))))
                .isEmpty();
    }

    @Test
    @Requirement("C3P-8.1-08")
    void mediaNeedTheirIdentifiers() {
        assertThat(C3pSchema.MEDIA.fault(empty(C3pNames.MEDIA))).contains("media needs the attribute id");
        Element state = empty(msci("entity-state"))
                .with(empty(msci("media")).with(empty(C3pNames.ENTRY).with(text(ci("type"), "chat"))));
        Element view =
                empty(C3pNames.CONFERENCE_VIEW).with(empty(C3pNames.ENTITY_VIEW).with(state));
        assertThat(C3pSchema.CONFERENCE_INFO.fault(conference().with(view)))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("entry needs the attribute label"));
    }

    @Test
    @Requirement("C3P-8.1-01")
    void aDocumentNeedsItsEntityAndIsFullIfItDoesNotSay() {
        assertThat(C3pSchema.CONFERENCE_INFO.fault(conference())).isEmpty();
        assertThat(DocumentState.of(conference())).isEqualTo(DocumentState.FULL);
        assertThat(DocumentState.of(conference().withAttribute(C3pNames.STATE, "partial")))
                .isEqualTo(DocumentState.PARTIAL);
        assertThat(C3pSchema.CONFERENCE_INFO.fault(empty(C3pNames.CONFERENCE_INFO)))
                .contains("conference-info needs the attribute entity");
    }

    @Test
    @Requirement("C3P-2.2.2.10-01")
    void aPermissionOptionSaysWhetherItIsMutable() {
        Name options = Name.of(C3pNames.MSMCU, "permission-options");
        Element option = empty(Name.of(C3pNames.MSMCU, "permission-option"))
                .with(text(Name.of(C3pNames.MSMCU, "name"), "x"))
                .with(text(Name.of(C3pNames.MSMCU, "value"), "true"));
        Element view = empty(C3pNames.CONFERENCE_VIEW)
                .with(empty(C3pNames.ENTITY_VIEW)
                        .with(empty(msci("entity-state")).with(empty(options).with(option))));
        assertThat(C3pSchema.CONFERENCE_INFO.fault(
                        C3pSchema.CONFERENCE_INFO.arranged(conference().with(view))))
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("permission-option needs mutable"));
    }

    @Test
    @Requirement("C3P-8.3-01")
    void aSeparatorIsEmpty() {
        Element endpoint = empty(C3pNames.ENDPOINT).with(text(C3pNames.SEPARATOR, "x"));
        assertThat(C3pSchema.ENDPOINT.fault(C3pSchema.ENDPOINT.arranged(endpoint)))
                .contains("endpoint/separator has to be empty");
    }

    @Test
    @Requirement("C3P-8.2-02")
    void sessionOnBehalfOfNeedsItsEntity() {
        Element endpoint =
                C3pSchema.ENDPOINT.arranged(empty(C3pNames.ENDPOINT).with(empty(msci("session-on-behalf-of"))));
        assertThat(C3pSchema.ENDPOINT.fault(endpoint)).contains("endpoint/session-on-behalf-of needs entity");
    }
}
