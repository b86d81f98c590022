package io.parley.examples.provisioning;

import static io.parley.examples.provisioning.Desk.ALICE;
import static io.parley.examples.provisioning.Desk.BOB;
import static io.parley.examples.provisioning.Desk.CLIENT;
import static io.parley.examples.provisioning.Desk.ID;
import static io.parley.examples.provisioning.Desk.OURS;
import static io.parley.examples.provisioning.Desk.URI;
import static io.parley.examples.provisioning.Desk.addConference;
import static io.parley.examples.provisioning.Desk.base64;
import static io.parley.examples.provisioning.Desk.getWithCertificate;
import static io.parley.examples.provisioning.Desk.id;
import static io.parley.examples.provisioning.Desk.opened;
import static io.parley.examples.provisioning.Desk.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.Reason;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.engine.Parley;
import io.parley.examples.focus.RosterWatch;
import io.parley.identity.SipUri;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.sip.cms.CmsEnvelopes;
import io.parley.spec.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Conference keys and join URLs, which go out encrypted for one certificate and never otherwise (MS-CONFBAS sections 3.12 and 4.4.7). */
class SecretsInEnvelopesTest {

    private static final Name DESCRIPTION = C3pNames.ci("conference-description");
    private static final String INSIDE = "https://inside.example.com/meet/alice/1";
    private static final String OUTSIDE = "https://meet.example.com/alice/1";

    private final Desk desk = Desk.open();

    private static String key(String secret, CmsEnvelopes to) {
        return "<msci:conference-key><msci:cms-data>" + sealed(secret, to) + "</msci:cms-data></msci:conference-key>";
    }

    private static String urls() {
        return "<ci:conf-uris><ci:entry><ci:uri>" + INSIDE + "</ci:uri><ci:purpose>web-internal</ci:purpose></ci:entry>"
                + "<ci:entry><ci:uri>http://schemas.microsoft.com/2008/05/confxmlenc#content</ci:uri>"
                + "<ci:purpose>web-external</ci:purpose><cis:separator/><msci:encrypted-uri><msci:cms-data>"
                + sealed(OUTSIDE, OURS) + "</msci:cms-data></msci:encrypted-uri></ci:entry></ci:conf-uris>";
    }

    private static Optional<Element> keyIn(Element info) {
        return info.at(DESCRIPTION, C3pNames.msci("conference-key"), C3pNames.msci("cms-data"));
    }

    /** The entries of {@code conf-uris} by their purposes. */
    private static Map<String, Element> urisIn(Element info) {
        Map<String, Element> uris = new LinkedHashMap<>();
        info.at(DESCRIPTION, C3pNames.ci("conf-uris"))
                .ifPresent(list -> list.children(C3pNames.ENTRY)
                        .forEach(entry ->
                                uris.put(entry.childText(C3pNames.ci("purpose")).orElse(""), entry)));
        return uris;
    }

    private static void assertSecretsOf(Element info) {
        assertThat(opened(keyIn(info).orElseThrow())).isEqualTo("4711");
        Map<String, Element> uris = urisIn(info);
        assertThat(url(uris, "web-internal")).isEqualTo(INSIDE);
        assertThat(url(uris, "web-external")).isEqualTo(OUTSIDE);
    }

    private static String url(Map<String, Element> uris, String purpose) {
        Element entry = uris.get(purpose);
        assertThat(entry).as(purpose).isNotNull();
        assertThat(entry.childText(C3pNames.ci("uri")))
                .contains("http://schemas.microsoft.com/2008/05/confxmlenc#content");
        return opened(entry.at(C3pNames.msci("encrypted-uri"), C3pNames.msci("cms-data"))
                .orElseThrow());
    }

    private static void assertNothingOf(Element info) {
        assertThat(keyIn(info)).isEmpty();
        assertThat(urisIn(info)).doesNotContainKeys("web-internal", "web-external");
        assertThat(info.toString()).doesNotContain("4711", INSIDE, OUTSIDE);
    }

    private String askFocus(String certificate) {
        return "<getConference><conferenceKeys confEntity='" + URI + "'/>" + certificate + "</getConference>";
    }

    private static String certificate(byte[] der) {
        return "<msci:encryption-key><msci:x509-certificate>" + base64(der)
                + "</msci:x509-certificate></msci:encryption-key>";
    }

    @Test
    @Requirement("C3P-PRO3.6-01")
    void aKeyIsTakenIfItWasEncryptedToTheCertificateThatIsToldAndNoOther() {
        C3pResponse response = desk.ask(ALICE, "<getEncryptionKey/>");
        Answer.OfEncryptionKey told =
                (Answer.OfEncryptionKey) response.command().orElseThrow().answer();
        assertThat(told.certificate()).isEqualTo(base64(OURS.certificate()));
        assertThat(desk.refused(ALICE, addConference(id(ID) + key("4711", CLIENT), "")))
                .isEqualTo(Reason.INVALID_ENCRYPTION_KEY_USED);
        assertThat(desk.refused(
                        ALICE,
                        addConference(
                                id(ID)
                                        + "<msci:conference-key><msci:cms-data>AAAA</msci:cms-data></msci:conference-key>",
                                "")))
                .isEqualTo(Reason.INVALID_ENCRYPTION_KEY_USED);
        assertThat(desk.refused(ALICE, addConference(id(ID) + key(" ", OURS), "")))
                .isEqualTo(Reason.INVALID_PASSCODE);
        desk.provisioned(key("4711", OURS), "");
    }

    @Test
    @Requirement({"C3P-PRO3.4-02", "C3P-2.2.2.4-05"})
    void theFactoryTellsSecretsForACertificateOnly() {
        assertNothingOf(desk.provisioned(key("4711", OURS) + urls(), ""));
        assertNothingOf(desk.done(ALICE, Desk.key("getConference")));
        assertSecretsOf(desk.done(ALICE, getWithCertificate(base64(CLIENT.certificate()))));
        assertThat(desk.refused(ALICE, getWithCertificate(base64(new byte[] {1, 2, 3}))))
                .isEqualTo(Reason.INVALID_ENCRYPTION_KEY);
        assertThat(desk.refused(ALICE, getWithCertificate("no base64"))).isEqualTo(Reason.INVALID_ENCRYPTION_KEY);
    }

    @Test
    @Requirement({
        "C3P-3.12.4.1-02",
        "C3P-3.12.4.1-03",
        "C3P-2.2.2.4-03",
        "C3P-2.2.2.4-05",
        "C3P-4.4.7-01",
        "C3P-4.4.7-02"
    })
    void theFocusTellsSecretsForTheCertificateThatAPresenterSends() {
        desk.provisioned(key("4711", OURS) + urls(), "");
        Desk.Call alice = desk.call(ALICE);
        Element info = Desk.info(alice.info(askFocus(certificate(CLIENT.certificate()))));
        assertSecretsOf(info);
        assertThat(info.attribute(Attributes.STATE)).contains("full");
        assertThat(urisIn(info)).containsOnlyKeys("chat", "audio-video", "web-internal", "web-external");
        C3pResponse refused = alice.info(askFocus(certificate(new byte[] {1, 2, 3})));
        assertThat(refused.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(refused.command().orElseThrow().reason()).contains(Reason.INVALID_ENCRYPTION_KEY);
    }

    @Test
    @Requirement("C3P-3.12.4.1-04")
    void withoutACertificateNoSecretLeavesTheServer() {
        desk.provisioned(key("4711", OURS) + urls(), "");
        Desk.Call alice = desk.call(ALICE);
        RosterWatch watching = alice.watch();
        assertNothingOf(Desk.info(alice.info(askFocus(""))));
        assertNothingOf(watching.next().orElseThrow());
        assertThat(desk.find(URI).orElseThrow().toString()).doesNotContain("4711", INSIDE, OUTSIDE);
    }

    @Test
    @Requirement("C3P-3.12.4.1-05")
    void aConferenceWithoutSecretsIsToldWithoutThem() {
        desk.provisioned("", "");
        Desk.Call alice = desk.call(ALICE);
        assertNothingOf(Desk.info(alice.info(askFocus(certificate(CLIENT.certificate())))));
        assertNothingOf(desk.done(ALICE, getWithCertificate(base64(CLIENT.certificate()))));
    }

    @Test
    @Requirement("C3P-3.12.4.1-01")
    void theRosterIsThatOfANewSubscription() {
        desk.provisioned("", "");
        Desk.Call alice = desk.call(ALICE);
        desk.call(BOB);
        Element asked = Desk.info(alice.info(askFocus("")));
        RosterWatch watching = alice.watch();
        Element watched = watching.next().orElseThrow();
        assertThat(asked).isEqualTo(arranged(watched.withoutAttribute(Attributes.VERSION)));
        assertThat(Desk.info(alice.info(askFocus(""))).attribute(Attributes.VERSION))
                .as("the number of his own subscription")
                .contains("1");
    }

    private static Element arranged(Element document) {
        return C3pSchema.CONFERENCE_INFO.arranged(document);
    }

    @Test
    void aSystemWithoutEnvelopesNeitherTakesNorTellsSecrets() {
        ScriptedInMemory memory = ScriptedInMemory.open("example.com");
        Parley bare = Parley.builder("example.com", memory).build();
        Signaller alice = new Signaller(SipUri.of(ALICE), true, false);
        assertThat(bare.c3p()
                        .provision(alice, "1", desk.read(Desk.request(ALICE, "1", "<getEncryptionKey/>")))
                        .reason())
                .contains(Reason.NOT_SUPPORTED);
        C3pResponse added = bare.c3p()
                .provision(
                        alice, "2", desk.read(Desk.request(ALICE, "1", addConference(id(ID) + key("4711", OURS), ""))));
        assertThat(added.command().orElseThrow().reason()).contains(Reason.INVALID_ENCRYPTION_KEY_USED);
    }
}
