package io.parley.inmemory.mcu;

import static io.parley.inmemory.mcu.Requests.CONFERENCE;
import static io.parley.inmemory.mcu.Requests.dialIn;
import static io.parley.inmemory.mcu.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.ConferenceCommand.ModifyConference;
import io.parley.c3p.ConnectionInfo;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.contract.RecordingFocus;
import io.parley.ports.contract.Samples;
import io.parley.ports.in.FocusService.McuId;
import io.parley.spec.Requirement;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The web conferencing MCU that tests of clients and of the focus talk to (MS-CONFBAS sections 2.2.2.8 to 2.2.2.11 and 2.2.3.18). */
class DataConfTest {

    private static final Name STATE = C3pNames.msci("entity-state");
    private static final Name OPTIONS = msmcu("permission-options");

    private final RecordingFocus focus = new RecordingFocus();
    private final McuId mcu = new McuId(
            XconUri.of("a", "example.com"),
            McuType.DATA_CONF,
            SipUri.of("sip:a@example.com;gruu;opaque=app:conf:data-conf:id:a"),
            1);

    private static Name msmcu(String local) {
        return Name.of(C3pNames.MSMCU, local);
    }

    private static Name msdata(String local) {
        return Name.of(C3pNames.MSDATA, local);
    }

    private InMemoryMcus start(DataConf profile) {
        InMemoryMcus mcus = InMemoryMcus.of(profile);
        mcus.reportTo(focus);
        mcus.start(mcu, Samples.fresh(mcu.conference()));
        return mcus;
    }

    private Element view() {
        List<Element> documents = focus.documents(mcu);
        return documents
                .get(documents.size() - 1)
                .at(C3pNames.CONFERENCE_VIEW, C3pNames.ENTITY_VIEW)
                .orElseThrow();
    }

    private static List<String> texts(Element parent, Name entry, Name text) {
        List<String> texts = new ArrayList<>();
        parent.children(entry).forEach(child -> texts.add(child.childText(text).orElse("")));
        return texts;
    }

    @Test
    void itsDocumentIsValidAndNoPartOfItIsTooLarge() {
        InMemoryMcus mcus = start(DataConf.overTls());
        assertThat(C3pSchema.CONFERENCE_INFO.fault(focus.documents(mcu).get(0))).isEmpty();
        assertThat(mcus.state(mcu).orElseThrow().view().fits()).isTrue();
    }

    @Test
    void itTellsOfContentStateOptionsAndPermissions() {
        start(DataConf.overTls());
        Element capabilities = view().at(C3pNames.msci("entity-capabilities"), msdata("capabilities"))
                .orElseThrow();
        assertThat(capabilities.children(msdata("supported-content-type")))
                .extracting(Element::text)
                .containsExactly("Content.Ppt", "Content.Whiteboard");
        Element state = view().child(STATE).orElseThrow();
        List<Name> names = state.elements().stream().map(Element::name).toList();
        assertThat(names.subList(names.indexOf(msdata("data-mcu-state")) - 2, names.indexOf(msdata("data-mcu-state"))))
                .containsExactly(C3pNames.SEPARATOR, C3pNames.SEPARATOR);
        assertThat(texts(state.child(msmcu("permissions")).orElseThrow(), msmcu("permission-type"), msmcu("name")))
                .containsExactly(
                        "EnableDataCollaboration",
                        "AllowAnnotations",
                        "AllowExternalUsersToSaveContent",
                        "EnableFileTransfer");
    }

    private ModifyConference option(String name, String value) {
        Element options = ElementType.foreign(OPTIONS)
                .empty()
                .with(ElementType.foreign(msmcu("permission-option"))
                        .empty()
                        .with(msmcu("name"), name)
                        .with(msmcu("value"), value)
                        .with(msmcu("mutable"), "true"));
        Element view = ElementType.foreign(C3pNames.ENTITY_VIEW)
                .empty()
                .withAttribute(C3pNames.ENTITY, mcu.uri().toString())
                .with(ElementType.foreign(STATE).empty().with(options));
        return new ModifyConference(
                ElementType.foreign(C3pNames.CONFERENCE_INFO)
                        .empty()
                        .withAttribute(C3pNames.ENTITY, CONFERENCE.toString())
                        .with(ElementType.foreign(C3pNames.CONFERENCE_VIEW)
                                .empty()
                                .with(view)),
                Optional.of(mcu.uri()));
    }

    private List<String> values() {
        return texts(view().at(STATE, OPTIONS).orElseThrow(), msmcu("permission-option"), msmcu("value"));
    }

    @Test
    @Requirement("C3P-2.2.2.10-02")
    void anOptionThatIsNotMutableIsNotChanged() {
        InMemoryMcus mcus = start(DataConf.overTls().fixing("AsynchronousBrowsingAllowedAttendee"));
        C3pResponse response = send(mcus, mcu, option("AsynchronousBrowsingAllowedAttendee", "true"))
                .get(0);
        assertThat(response.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(response.displayString().orElse("")).contains("AsynchronousBrowsingAllowedAttendee");
        assertThat(values()).containsExactly("false", "false", "false", "false");
        assertThat(focus.documents(mcu)).hasSize(1);
    }

    @Test
    void whatIsFixedIsAnOption() {
        assertThatThrownBy(() -> DataConf.overTls().fixing("Dancing")).hasMessageContaining("Dancing");
    }

    @Test
    @Requirement("C3P-2.2.2.10-03")
    void theFourOptionsAreTrueOrFalse() {
        InMemoryMcus mcus = start(DataConf.overTls());
        for (String option : List.of(
                "PptAnnotationsAllowedPresenter",
                "PptAnnotationsAllowedAttendee",
                "AsynchronousBrowsingAllowedPresenter",
                "AsynchronousBrowsingAllowedAttendee")) {
            assertThat(send(mcus, mcu, option(option, "true")).get(0).code()).isEqualTo(C3pCode.SUCCESS);
            assertThat(send(mcus, mcu, option(option, "perhaps")).get(0).code()).isEqualTo(C3pCode.FAILURE);
        }
        assertThat(values()).containsExactly("true", "true", "true", "true");
        assertThat(send(mcus, mcu, option("Dancing", "true")).get(0).code()).isEqualTo(C3pCode.FAILURE);
    }

    @Test
    @Requirement("C3P-2.2.3.28-01")
    void theResponseToModifyConferenceIsPartialAndEmpty() {
        InMemoryMcus mcus = start(DataConf.overTls());
        C3pResponse response = send(mcus, mcu, option("PptAnnotationsAllowedPresenter", "true"))
                .get(0);
        Element info = ((Answer.OfConference)
                        response.command().map(CommandResponse::answer).orElseThrow())
                .conferenceInfo();
        assertThat(info.attribute(C3pNames.STATE)).contains("partial");
        assertThat(info.elements()).isEmpty();
    }

    private ConnectionInfo connect(InMemoryMcus mcus, String user) {
        C3pResponse response = send(mcus, mcu, dialIn(SipUri.of("sip:" + user + "@example.com")))
                .get(0);
        return ((Answer.OfUser) response.command().map(CommandResponse::answer).orElseThrow())
                .connectionInfo()
                .orElseThrow();
    }

    @Test
    @Requirement("C3P-2.2.3.18-06")
    void noTwoWhoDialInHaveTheSameAuthId() {
        InMemoryMcus mcus = start(DataConf.overTls());
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(connect(mcus, "u" + i).value("sAuthId").orElseThrow());
        }
        assertThat(ids).hasSize(1000).allMatch(id -> id.matches("[0-9A-F]+"));
    }

    @Test
    @Requirement({"C3P-2.2.3.18-07", "C3P-2.2.3.18-09"})
    void directlyItIsReachedByItsUriOverTls() {
        ConnectionInfo info = connect(start(DataConf.overTls()), "bob");
        assertThat(info.value("pwrpc.modes")).contains("tls");
        assertThat(info.value("pwrpc.port").orElse("")).matches("[0-9]+");
        assertThat(info.value("pwrpc.authPattern")).contains("<sAuthId>");
        assertThat(URI.create(info.value("pwrpc.pwsURI").orElseThrow()).isAbsolute())
                .isTrue();
        assertThat(info.value("alternativeName")).contains("example.com");
    }

    @Test
    @Requirement("C3P-2.2.3.18-08")
    void behindProxiesEachOfThemIsNamed() {
        ConnectionInfo info = connect(start(DataConf.overProxies(List.of("p0.example.com", "p1.example.com"))), "bob");
        assertThat(info.value("pwrpc.modes")).contains("fwdtls");
        assertThat(info.value("numberOfProxies")).contains("2");
        assertThat(info.value("proxy[0].FQDN")).contains("p0.example.com");
        assertThat(info.value("proxy[1].FQDN")).contains("p1.example.com");
        assertThat(info.value("proxy[0].Port")).isPresent();
        assertThat(info.value("proxy[1].Port")).isPresent();
        assertThat(info.value("proxy[2].FQDN")).isEmpty();
    }
}
