package io.parley.subscription;

import static io.parley.focus.McuType.AUDIO_VIDEO;
import static io.parley.focus.McuType.CHAT;
import static io.parley.participation.Assembly.NOON;
import static io.parley.participation.Assembly.alone;
import static io.parley.participation.Assembly.id;
import static io.parley.participation.Assembly.requester;
import static io.parley.participation.Assembly.sights;
import static io.parley.roster.InfoNames.msci;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.focus.Autopromote;
import io.parley.focus.LobbySettings;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.focus.ServerMode;
import io.parley.participation.Assembly;
import io.parley.participation.Locking;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import io.parley.roster.Report;
import io.parley.spec.Requirement;
import io.parley.user.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents that watchers are told, full and partial (MS-CONFBAS sections 2.2.4 and 3.4.5.2.1, RFC 4575 section 4.4). */
class ComposerTest {

    private final Assembly assembly = new Assembly().join("alice").join("bob");
    private final Composer composer = new Composer(sights());
    private Watched known = Watched.of(assembly.conference());

    private Audience audience(String watcher, Profile profile) {
        Conference now = assembly.conference();
        return Audience.of(sights(), alone(now), Watched.of(now), requester(watcher), profile);
    }

    private Element full(String watcher, Profile profile) {
        return composer.full(Watched.of(assembly.conference()), audience(watcher, profile));
    }

    private Element full() {
        return full("bob", Profile.C3P);
    }

    /** What has to be told since the last call, or since the beginning. */
    private Optional<Element> news(String watcher, Profile profile) {
        Watched now = Watched.of(assembly.conference());
        Optional<Element> news = composer.partial(known, now, audience(watcher, profile));
        known = now;
        return news;
    }

    private Optional<Element> news() {
        return news("bob", Profile.C3P);
    }

    private static List<String> names(Element element) {
        return element.elements().stream().map(child -> child.name().local()).toList();
    }

    private static List<Element> users(Element document) {
        List<Element> users = new ArrayList<>();
        document.child(Info.USERS).ifPresent(all -> all.children(Info.USER).forEach(users::add));
        return users;
    }

    private static Element user(Element document, String entity) {
        return users(document).stream()
                .filter(user -> user.attribute(Attributes.ENTITY).orElse("").equals(entity))
                .findFirst()
                .orElseThrow(() -> new AssertionError(entity + " is not in " + document));
    }

    private static Element bob(Element document) {
        return user(document, "sip:bob@example.com");
    }

    private static List<String> told(Element document) {
        return users(document).stream()
                .map(user -> user.attribute(Attributes.ENTITY).orElse("") + " "
                        + user.attribute(Attributes.STATE).orElse(""))
                .toList();
    }

    private static List<Element> views(Element document) {
        List<Element> views = new ArrayList<>();
        document.child(InfoNames.CONFERENCE_VIEW)
                .ifPresent(view -> view.children(InfoNames.ENTITY_VIEW).forEach(views::add));
        return views;
    }

    private static Element description(Element document) {
        return document.child(Info.CONFERENCE_DESCRIPTION).orElseThrow();
    }

    private void provisioned(
            List<McuType> mcus, ServerMode mode, Map<String, Element> parts, Provisioning.Secrets secrets) {
        Provisioning was = assembly.provisioning();
        assembly.provision(new Provisioning(
                2,
                was.uri(),
                was.organizer(),
                Optional.of("5D3747C"),
                true,
                mode,
                was.lobby(),
                new Provisioning.Allowed(false, new Autopromote(32768), false),
                was.invitees(),
                mcus,
                secrets,
                new Provisioning.Parts(
                        parts, Optional.of(Foreign.element(msci("organizer-roaming-data"), "roams")), Map.of()),
                new Provisioning.Times(NOON, Optional.of(NOON), Optional.of(NOON.plusSeconds(60)))));
    }

    @Test
    @Requirement({"EV-5.2-09", "C3P-2.2.4.3-01", "C3P-2.2.2.7-02", "C3P-2.2.4.3.1-01"})
    void aFullDocumentHasDescriptionUsersAndView() {
        Element document = full();
        String uri = assembly.provisioning().uri().toString();
        assertThat(document.attribute(Attributes.STATE)).contains("full");
        assertThat(document.attribute(Attributes.ENTITY)).contains(uri);
        assertThat(names(document)).containsExactly("conference-description", "users", "conference-view");
        assertThat(told(document)).containsExactly("sip:alice@example.com full", "sip:bob@example.com full");
        assertThat(document.child(InfoNames.CONFERENCE_VIEW).orElseThrow().attribute(InfoNames.STATE))
                .contains("full");
        assertThat(views(document)).hasSize(1);
        assertThat(views(document).get(0).attribute(Attributes.ENTITY)).contains(uri);
        assertThat(views(document).get(0).textAt(InfoNames.ENTITY_STATE, InfoNames.LOCKED))
                .contains("false");
        assembly.lock(true);
        assertThat(views(full()).get(0).textAt(InfoNames.ENTITY_STATE, InfoNames.LOCKED))
                .contains("true");
    }

    @Test
    void theDescriptionStandsInTheOrderAndTheGroupsOfTheSchema() {
        Map<String, Element> parts = Map.of(
                "disclaimer", Foreign.element(msci("disclaimer"), "d"),
                "disclaimer-title", Foreign.element(msci("disclaimer-title"), "t"),
                "notification-data", Foreign.element(msci("notification-data")),
                "pstn-access", Foreign.element(msci("pstn-access")).with(Foreign.element(msci("id"), "37890")),
                "recording-allowed", Foreign.element(msci("recording-allowed"), "true"),
                "externaluser-recording-allowed", Foreign.element(msci("externaluser-recording-allowed"), "false"),
                "conference-key", Foreign.element(msci("conference-key"), "secret"));
        provisioned(List.of(CHAT, AUDIO_VIDEO), ServerMode.WITH_LOBBY, parts, Provisioning.Secrets.NONE);
        assertThat(names(description(full())))
                .containsExactly(
                        "subject",
                        "conf-uris",
                        "disclaimer",
                        "organizer",
                        "conference-id",
                        "last-update",
                        "last-activate",
                        "is-active",
                        "expiry-time",
                        "admission-policy",
                        "notification-data",
                        "separator",
                        "pstn-access",
                        "separator",
                        "lobby-capable",
                        "anonymous-type-allowed",
                        "autopromote",
                        "autopromote-allowed",
                        "pstn-lobby-bypass",
                        "pstn-lobby-bypass-allowed",
                        "disclaimer-title",
                        "recording-allowed",
                        "externaluser-recording-allowed",
                        "server-mode");
        Element description = description(full());
        assertThat(description.childText(msci("autopromote-allowed"))).contains("32768");
        assertThat(description.childText(msci("anonymous-type-allowed"))).contains("false");
        assertThat(description.childText(msci("is-active"))).contains("true");
        assertThat(description.childText(msci("last-update"))).contains(NOON.toString());
        assertThat(description.childText(msci("admission-policy"))).contains("openAuthenticated");
    }

    @Test
    @Requirement("C3P-2.2.2.2-01")
    void whatC3pDoesNotUseIsInNoDocument() {
        Element document = assembly.conference().document();
        Element described = Schema.CONFERENCE_DESCRIPTION
                .empty()
                .with(Info.DISPLAY_TEXT, "Title")
                .with(Info.FREE_TEXT, "Text")
                .with(Info.KEYWORDS, "k")
                .with(Info.MAXIMUM_USER_COUNT, "9");
        Element users = document.child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, id("bob").toString()).orElseThrow();
        Element aors = Schema.USER.child(Info.ASSOCIATED_AORS).empty();
        Element aor = aors.type().child(Info.ENTRY).empty().with(Info.URI, "sip:bob@home.example.com");
        Element host = Schema.CONFERENCE_INFO.child(Info.HOST_INFO).empty().with(Info.DISPLAY_TEXT, "Host");
        assembly.become(assembly.conference()
                .next(document.with(described)
                        .with(host)
                        .with(users.with(record.with(aors.with(aor)).with(Info.LANGUAGES, "en")))));
        Element told = full();
        assertThat(names(told)).containsExactly("conference-description", "users", "conference-view");
        assertThat(names(description(told)))
                .doesNotContain("display-text", "free-text", "keywords", "maximum-user-count", "available-media");
        assertThat(names(bob(told))).containsExactly("display-text", "roles", "endpoint");
    }

    @Test
    @Requirement({"C3P-2.2.2.4-01", "C3P-2.2.2.4-02"})
    void confUrisNameEveryMcuByItsPurpose() {
        List<McuType> six = List.of(
                CHAT, AUDIO_VIDEO, McuType.MEETING, McuType.DATA_CONF, McuType.PHONE_CONF, McuType.APPLICATION_SHARING);
        Provisioning.Parts none = Provisioning.Parts.NONE;
        provisioned(six, ServerMode.WITH_LOBBY, none.description(), Provisioning.Secrets.NONE);
        assembly.become(assembly.conference()
                .withFocus(assembly.conference().focus().orElseThrow().withoutInstance()));
        Element uris = C3pDescription.of(
                        assembly.conference(),
                        new Discretion(sights().of(
                                        assembly.conference(),
                                        io.parley.privacy.Clearance.NONE,
                                        Optional.empty(),
                                        io.parley.privacy.Clearance.NONE)))
                .child(Info.CONF_URIS)
                .orElseThrow();
        assertThat(uris.elements()).hasSize(6).allSatisfy(entry -> {
            McuType type = new McuType(entry.childText(Info.PURPOSE).orElseThrow());
            assertThat(entry.childText(Info.URI)).contains(assembly.uriOf(type).toString());
            assertThat(entry.childText(Info.DISPLAY_TEXT)).contains(type.word());
            assertThat(names(entry)).containsExactly("uri", "display-text", "purpose");
        });
        assertThat(uris.elements())
                .extracting(entry -> entry.childText(Info.PURPOSE).orElseThrow())
                .containsExactly("chat", "audio-video", "meeting", "data-conf", "phone-conf", "applicationsharing");
    }

    @Test
    @Requirement("C3P-3.4.4.2-02")
    void keyAndUrlsAreInNoDocument() {
        provisioned(
                List.of(CHAT, AUDIO_VIDEO),
                ServerMode.WITH_LOBBY,
                Map.of("organizer-roaming-data", Foreign.element(msci("organizer-roaming-data"), "roams")),
                new Provisioning.Secrets(
                        Optional.of("thekey"), Optional.of("https://inside"), Optional.of("https://outside")));
        for (String watcher : List.of("alice", "bob")) {
            for (Profile profile : Profile.values()) {
                known = Watched.of(new Assembly().join("alice").conference());
                assertThat(full(watcher, profile).toString() + news(watcher, profile))
                        .doesNotContain("thekey", "https://inside", "https://outside", "roams");
            }
        }
    }

    @Test
    @Requirement({"C3P-2.2.4.2.1-01", "C3P-2.2.4.2.1-02", "C3P-2.2.4.2.1-04", "C3P-2.2.2.6-01"})
    void aDeviceAtTheFocusIsShownAsItAskedToBeButForWhatTheFocusKnows() {
        Element asked = Foreign.element(Info.ENDPOINT)
                .withAttribute(Attributes.ENTITY, "{G}")
                .withAttribute(InfoNames.ENDPOINT_URI, "sip:forged@example.com")
                .withAttribute(InfoNames.SESSION_TYPE, "chat")
                .withAttribute(msci("epid"), "732A323248")
                .with(Foreign.element(Info.STATUS, "disconnected"))
                .with(Foreign.element(msci("roles")).with(Foreign.element(Info.ENTRY, "presenter")))
                .with(Foreign.element(InfoNames.AUTH_METHOD, "federated"))
                .with(Foreign.element(msci("clientInfo")))
                .with(Foreign.element(msci("pstnLeaderPasscode"), "1234"))
                .with(Foreign.element(InfoNames.SEPARATOR))
                .with(Foreign.element(InfoNames.SEPARATOR))
                .with(Foreign.element(msci("client-recording")))
                .with(Foreign.element(InfoNames.SEPARATOR));
        assembly.join("carol", "{G}", Optional.of(asked));
        Element endpoint =
                user(full(), "sip:carol@example.com").child(Info.ENDPOINT).orElseThrow();
        assertThat(endpoint.attributes())
                .containsExactlyInAnyOrder(
                        new Attribute(Attributes.ENTITY, "{G}"),
                        new Attribute(InfoNames.SESSION_TYPE, "focus"),
                        new Attribute(InfoNames.ENDPOINT_URI, "sip:carol@10.0.0.1;gruu;opaque=G"),
                        new Attribute(msci("epid"), "732A323248"));
        assertThat(names(endpoint))
                .containsExactly("status", "authMethod", "clientInfo", "separator", "separator", "client-recording");
        assertThat(endpoint.childText(Info.STATUS)).contains("connected");
        assertThat(endpoint.childText(InfoNames.AUTH_METHOD)).contains("enterprise");
    }

    @Test
    @Requirement({"C3P-D3-07", "EV-4.6-20", "EV-3.2-03"})
    void aPartialDocumentHoldsWhatHasChanged() {
        for (int i = 0; i < 100; i++) {
            assembly.join("user" + i);
        }
        news();
        assembly.join("dave");
        Element document = news().orElseThrow();
        assertThat(document.attribute(Attributes.STATE)).contains("partial");
        assertThat(names(document)).containsExactly("users");
        assertThat(document.child(Info.USERS).orElseThrow().attribute(Attributes.STATE))
                .contains("partial");
        assertThat(told(document)).containsExactly("sip:dave@example.com full");
        assertThat(news()).isEmpty();
    }

    @Test
    @Requirement({"EV-4.4-06", "EV-3.6-02"})
    void whoHasGoneIsDeletedWithoutContent() {
        assembly.join("dave");
        news();
        assembly.leave("dave", "{dave}");
        Element document = news().orElseThrow();
        assertThat(told(document)).containsExactly("sip:dave@example.com deleted");
        assertThat(users(document).get(0).elements()).isEmpty();
        assertThat(users(document).get(0).attributes()).hasSize(2);
    }

    @Test
    @Requirement({"C3P-4.4.1-01", "C3P-4.4.1-02", "C3P-4.4.1-03", "C3P-2.2.4.3-02", "C3P-2.2.2.7-03"})
    void theLockOfTheFocusIsToldAtOnceAndThatOfAnMcuWhenItReports() {
        Element av = Report.entityView(assembly.uriOf(AUDIO_VIDEO), "full")
                .with(Foreign.element(InfoNames.ENTITY_STATE).with(Foreign.element(msci("active"), "true")));
        assembly.report(CHAT, Report.full(1).view(assembly.uriOf(CHAT), false).document());
        assembly.report(AUDIO_VIDEO, Report.full(1).with(Report.view(av)).document());
        assertThat(views(full()))
                .extracting(view -> view.attribute(Attributes.ENTITY).orElseThrow())
                .containsExactly(
                        assembly.provisioning().uri().toString(),
                        assembly.uriOf(AUDIO_VIDEO).toString(),
                        assembly.uriOf(CHAT).toString());
        news();
        assembly.lock(true);
        Element first = news().orElseThrow();
        assertThat(names(first)).containsExactly("conference-view");
        assertThat(views(first)).hasSize(1);
        assertThat(views(first).get(0).textAt(InfoNames.ENTITY_STATE, InfoNames.LOCKED))
                .contains("true");
        assertThat(views(full()).get(2).textAt(InfoNames.ENTITY_STATE, InfoNames.LOCKED))
                .contains("false");

        assembly.report(CHAT, Report.partial(2).view(assembly.uriOf(CHAT), true).document());
        Element second = news().orElseThrow();
        assertThat(views(second)).hasSize(1);
        assertThat(views(second).get(0).attribute(Attributes.ENTITY))
                .contains(assembly.uriOf(CHAT).toString());
        assertThat(views(second).get(0).textAt(InfoNames.ENTITY_STATE, InfoNames.LOCKED))
                .contains("true");
        assertThat(views(full()).get(1).at(InfoNames.ENTITY_STATE, InfoNames.LOCKED))
                .as("the focus adds none")
                .isEmpty();
    }

    @Test
    @Requirement({"C3P-D5-06", "C3P-2.2.2.7-04"})
    void aDeadMcusViewIsDeletedAndItsEndpointsGo() {
        assembly.report(
                CHAT,
                Report.full(1)
                        .has("bob", "{c}")
                        .view(assembly.uriOf(CHAT), false)
                        .document());
        assembly.report(AUDIO_VIDEO, Report.full(1).has("bob", "{a}").document());
        news();
        assembly.kill(CHAT);
        Element document = news().orElseThrow();
        assertThat(views(document))
                .containsExactly(Foreign.element(InfoNames.ENTITY_VIEW)
                        .withAttribute(Attributes.ENTITY, assembly.uriOf(CHAT).toString())
                        .withAttribute(InfoNames.STATE, "deleted"));
        assertThat(told(document)).containsExactly("sip:bob@example.com full");
        assertThat(bob(document).children(Info.ENDPOINT))
                .extracting(
                        endpoint -> endpoint.attribute(InfoNames.SESSION_TYPE).orElse(""))
                .containsExactly("audio-video", "focus");
    }

    @Test
    @Requirement({"C3P-2.2.2.7-06", "C3P-2.2.2.7-07", "C3P-2.2.2.7-10"})
    void policyAndSettingsOfAnMcuAreNotToldAndItsStateAlwaysIs() {
        Element capabilities =
                Foreign.element(InfoNames.ENTITY_CAPABILITIES).with(Foreign.element(Name.of("urn:av", "capabilities")));
        Element view = Report.entityView(assembly.uriOf(AUDIO_VIDEO), "full")
                .with(capabilities)
                .with(Foreign.element(InfoNames.ENTITY_POLICY))
                .with(Foreign.element(InfoNames.ENTITY_SETTINGS))
                .with(Foreign.element(msci("entity-shared-data")));
        assembly.report(AUDIO_VIDEO, Report.full(1).with(Report.view(view)).document());
        Element told = views(news().orElseThrow()).get(0);
        assertThat(names(told)).containsExactly("entity-capabilities", "entity-state", "entity-shared-data");
        assertThat(told.child(InfoNames.ENTITY_CAPABILITIES)).contains(capabilities);
        assertThat(views(full()).get(1)).isEqualTo(told);
    }

    @Test
    @Requirement("C3P-3.4.4.2.1-01")
    void whatElseAnMcuReportsDoesNotCount() {
        Element subject = Foreign.element(Info.CONFERENCE_DESCRIPTION).with(Foreign.element(Info.SUBJECT, "other"));
        assembly.report(CHAT, Report.full(1).with(subject).document());
        assertThat(news()).isEmpty();
        assertThat(description(full()).childText(Info.SUBJECT)).contains("The week");
    }

    @Test
    @Requirement({"EV-4.6-16", "EV-3.6-06"})
    void aPartWithoutStateIsToldWhole() {
        assembly.become(Locking.set(
                assembly.conference(),
                false,
                Optional.of(
                        new LobbySettings(LobbySettings.Admission.CLOSED_AUTHENTICATED, new Autopromote(1), true))));
        Element c3p = news().orElseThrow();
        assertThat(names(c3p)).containsExactly("conference-description");
        assertThat(description(c3p)).isEqualTo(description(full()));
        assertThat(description(c3p).childText(msci("autopromote"))).contains("1");
        assertThat(description(c3p).childText(msci("admission-policy"))).contains("closedAuthenticated");

        Element document = assembly.conference().document();
        Element uris = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS).empty();
        Element entry = uris.type().child(Info.ENTRY).empty().with(Info.URI, "tel:+15551234");
        Element description = document.child(Info.CONFERENCE_DESCRIPTION).orElseThrow();
        assembly.lock(true);
        assembly.become(
                assembly.conference().next(assembly.conference().document().with(description.with(uris.with(entry)))));
        Element plain = news("bob", Profile.PLAIN).orElseThrow();
        assertThat(names(plain)).containsExactly("conference-description", "conference-state");
        assertThat(names(plain.child(Info.CONFERENCE_STATE).orElseThrow()))
                .containsExactly("user-count", "active", "locked");
        assertThat(description(plain).child(Info.CONF_URIS).orElseThrow().elements())
                .extracting(uri -> uri.childText(Info.URI).orElseThrow())
                .containsExactly("tel:+15551234", assembly.provisioning().uri().toString());
    }

    @Test
    @Requirement({"C3P-D3-10", "EV-5.2-10"})
    void whoWaitsSeesHimselfAndThatThereIsALobby() {
        assembly.lock(true).join("carol");
        Element lobby = full("carol", Profile.C3P);
        assertThat(names(lobby)).containsExactly("conference-description", "users");
        assertThat(names(description(lobby)))
                .containsExactly("separator", "separator", "lobby-capable", "anonymous-type-allowed");
        assertThat(told(lobby)).containsExactly("sip:carol@example.com full");
        assertThat(users(lobby).get(0).textAt(Info.ENDPOINT, Info.STATUS)).contains("on-hold");
        news("carol", Profile.C3P);
        assembly.leave("bob", "{bob}").join("dave").lock(false);
        assembly.report(
                CHAT,
                Report.full(1)
                        .has("alice", "{a}")
                        .view(assembly.uriOf(CHAT), true)
                        .document());
        assertThat(news("carol", Profile.C3P)).isEmpty();
        assertThat(names(description(full("carol", Profile.PLAIN)))).isEmpty();
        assertThat(told(full("carol", Profile.PLAIN))).containsExactly("sip:carol@example.com full");
    }

    @ParameterizedTest
    @CsvSource({
        "administrator, presenter",
        "moderator, presenter",
        "participant, attendee",
        "user, attendee",
        "observer, attendee",
        "none, attendee"
    })
    void rolesOfCcmpArePresenterAndAttendee(String word, String shown) {
        Element document = assembly.conference().document();
        Element users = document.child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, id("bob").toString()).orElseThrow();
        Element roles = Schema.USER.child(Info.ROLES).empty();
        assembly.become(assembly.conference()
                .next(document.with(users.with(record.with(roles.with(
                        roles.type().child(Info.ENTRY).text(Role.of(word).word())))))));
        assertThat(bob(full()).textAt(Info.ROLES, Info.ENTRY)).contains(shown);
        assertThat(bob(full("alice", Profile.PLAIN)).textAt(Info.ROLES, Info.ENTRY))
                .contains(word);
    }

    @Test
    @Requirement("EV-5.6.3-01")
    void rolesAreXconsInPlainDocumentsAndPresenterForC3p() {
        assembly.role("bob", true);
        assertThat(bob(full()).textAt(Info.ROLES, Info.ENTRY)).contains("presenter");
        assertThat(bob(full("alice", Profile.PLAIN)).textAt(Info.ROLES, Info.ENTRY))
                .contains("moderator");
    }

    @Test
    @Requirement({"EV-6-02", "EV-5.7.9-01"})
    void plainDocumentsKnowRfc4575Alone() {
        Element document = assembly.conference().document();
        Element users = document.child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, id("bob").toString()).orElseThrow();
        Element endpoint = record.child(Info.ENDPOINT).orElseThrow();
        Element media = endpoint.type().child(Info.MEDIA).empty().withAttribute(Attributes.ID, "1");
        Element paused = media.with(Info.STATUS, "paused").with(Info.TYPE, "audio");
        assembly.become(assembly.conference()
                .next(document.with(users.with(record.replacing(endpoint, endpoint.with(paused))
                        .with(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, "true")))));
        Element told = full("bob", Profile.PLAIN);
        assertThat(namespaces(told)).containsExactly(Name.INFO_NAMESPACE);
        assertThat(names(told)).containsExactly("conference-description", "conference-state", "users");
        Element shown = bob(told).child(Info.ENDPOINT).orElseThrow();
        assertThat(names(shown.child(Info.MEDIA).orElseThrow())).containsExactly("type");
        assertThat(shown.child(Info.CALL_INFO)).isEmpty();
        Element steers = full("alice", Profile.PLAIN);
        assertThat(bob(steers).textAt(Info.ENDPOINT, Info.CALL_INFO, Info.SIP, Info.CALL_ID))
                .contains("call-bob{bob}");
    }

    private static List<String> namespaces(Element element) {
        List<String> namespaces = new ArrayList<>(List.of(element.name().namespace()));
        element.elements().forEach(child -> namespaces.addAll(namespaces(child)));
        return namespaces.stream().distinct().toList();
    }

    @Test
    @Requirement("EV-5.5.1-01")
    void theCountIsOfThoseWhoAreInAndSeen() {
        assembly.join("bob", "{second}").join("carol").lock(true).join("dave");
        assertThat(count("bob")).isEqualTo("3");
        assembly.wish("carol", "hidden");
        assertThat(count("bob")).isEqualTo("2");
        assertThat(count("carol")).isEqualTo("3");
        assembly.wish("carol", "private");
        assertThat(count("bob")).isEqualTo("3");
    }

    private String count(String watcher) {
        return full(watcher, Profile.PLAIN)
                .textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)
                .orElseThrow();
    }

    @Test
    @Requirement({"EV-5.6-03", "EV-5.6-04", "EV-5.6-05", "EV-8.2-01"})
    void whoWantsToBePrivateIsAnonymousInADomainThatIsNone() {
        assembly.join("carol").join("dave");
        news();
        assembly.wish("carol", "private");
        Element change = news().orElseThrow();
        String alias = users(change).stream()
                .map(user -> user.attribute(Attributes.ENTITY).orElse(""))
                .filter(entity -> entity.endsWith(".invalid"))
                .findFirst()
                .orElseThrow();
        assertThat(alias).matches("sip:anonymous[^@]+@anonymous\\.invalid");
        assertThat(told(change)).containsExactlyInAnyOrder(alias + " full", "sip:carol@example.com deleted");
        assertThat(user(change, alias).childText(Info.DISPLAY_TEXT))
                .contains(alias.substring(4, alias.indexOf('@')).replace("anonymous", "Anonymous"));
        assembly.wish("dave", "private");
        assertThat(told(full()).stream()
                        .filter(user -> user.contains(".invalid"))
                        .distinct())
                .hasSize(2);
        assertThat(told(full("carol", Profile.C3P))).contains("sip:carol@example.com full");
        assembly.wish("carol", "semi-private");
        assertThat(told(full("alice", Profile.C3P)))
                .as("who steers sees those who are semi-private")
                .contains("sip:carol@example.com full");
        assertThat(told(full())).doesNotContain("sip:carol@example.com full");
    }

    @Test
    void anAliasIsKeptAsLongAsTheConferenceIsThere() {
        assembly.join("carol").wish("carol", "private");
        String alias = alias(full("bob", Profile.PLAIN));
        assertThat(alias(full("bob", Profile.C3P))).isEqualTo(alias);
        assembly.eject("carol").join("carol").wish("carol", "private");
        assertThat(alias(full("bob", Profile.PLAIN))).isEqualTo(alias);
    }

    private static String alias(Element document) {
        return users(document).stream()
                .map(user -> user.attribute(Attributes.ENTITY).orElse(""))
                .filter(entity -> entity.endsWith(".invalid"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Requirement("EV-4.6-14")
    void aStreamThatHasEndedIsMissingInTheEndpoint() {
        media("audio", "video");
        news("alice", Profile.PLAIN);
        media("audio");
        Element bob = bob(news("alice", Profile.PLAIN).orElseThrow());
        assertThat(bob.attribute(Attributes.STATE)).contains("full");
        Element endpoint = bob.child(Info.ENDPOINT).orElseThrow();
        assertThat(endpoint.attribute(Attributes.STATE).orElse("full")).isEqualTo("full");
        List<String> left = new ArrayList<>();
        endpoint.children(Info.MEDIA)
                .forEach(medium -> left.add(medium.childText(Info.TYPE).orElse("")));
        assertThat(left).containsExactly("audio");
    }

    /** Bob's device has these streams. */
    private void media(String... types) {
        Element document = assembly.conference().document();
        Element users = document.child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, id("bob").toString()).orElseThrow();
        Element was = record.child(Info.ENDPOINT).orElseThrow();
        Element endpoint = was;
        for (Element medium : was.children(Info.MEDIA)) {
            endpoint = endpoint.without(medium);
        }
        for (String type : types) {
            endpoint = endpoint.with(endpoint.type()
                    .child(Info.MEDIA)
                    .empty()
                    .withAttribute(Attributes.ID, type.equals("audio") ? "1" : "2")
                    .with(Info.TYPE, type));
        }
        assembly.become(assembly.conference().next(document.with(users.with(record.replacing(was, endpoint)))));
    }

    @Test
    void nobodyIsNamedByWhatMcusAndOthersWrite() {
        assembly.join("carol");
        Element by = Foreign.element(Info.JOINING_INFO).with(Foreign.element(Info.BY, "sip:carol@example.com"));
        Element behalf = Foreign.element(msci("session-on-behalf-of"))
                .with(Foreign.element(msci("entity"), "sip:carol@example.com"));
        Element endpoint = Report.endpoint("{b}", "full")
                .withAttribute(msci("asserted-identity"), "sip:carol@example.com")
                .with(by)
                .with(Foreign.element(InfoNames.SEPARATOR))
                .with(behalf);
        Element state = Foreign.element(InfoNames.ENTITY_STATE)
                .with(Foreign.element(msci("locked"), "true"))
                .with(Foreign.element(msci("speaker"), "sip:carol@example.com"));
        assembly.report(
                CHAT,
                Report.full(1)
                        .user(Report.user("sip:bob@example.com", "full").with(endpoint))
                        .with(Report.view(
                                Report.entityView(assembly.uriOf(CHAT), "full").with(state)))
                        .document());
        assertThat(full().toString()).contains("carol");
        news();
        assembly.wish("carol", "hidden");
        Element news = news().orElseThrow();
        assertThat(told(news)).containsExactly("sip:bob@example.com full", "sip:carol@example.com deleted");
        assertThat(bob(news)).isEqualTo(bob(full()));
        assertThat(views(news)).hasSize(1);
        assertThat(full().toString()).doesNotContainIgnoringCase("carol");
        assertThat(names(views(full()).get(1).child(InfoNames.ENTITY_STATE).orElseThrow()))
                .containsExactly("locked");
        assertThat(names(bob(full()).elements().get(2))).containsExactly("status");
        assertThat(full("carol", Profile.C3P).toString()).contains("carol");
    }

    @Test
    void whatOnlyWatchersOfC3pAreShownOfAnEndpointIsToldToThem() {
        for (String epid : List.of("1", "2")) {
            Element endpoint = Report.endpoint("{b}", "full").withAttribute(msci("epid"), epid);
            Element bob = Report.user("sip:bob@example.com", "full").with(endpoint);
            assembly.report(CHAT, Report.full(Long.parseLong(epid)).user(bob).document());
            Element told = bob(news().orElseThrow()).child(Info.ENDPOINT).orElseThrow();
            assertThat(told.attribute(msci("epid"))).contains(epid);
        }
    }

    @Test
    @Requirement("EV-5.2-04")
    void theLastDocumentIsADeletedRoot() {
        Element last = Composer.ended(assembly.conference());
        assertThat(last.attribute(Attributes.STATE)).contains("deleted");
        assertThat(last.attribute(Attributes.ENTITY))
                .contains(assembly.provisioning().uri().toString());
        assertThat(last.elements()).isEmpty();
    }

    @Test
    @Requirement("EV-4.4-08")
    void anExtensionThatChangesIsToldWhole() {
        for (String last : List.of("two", "three")) {
            Element things = Foreign.element(msci("things"))
                    .with(Foreign.element(msci("thing"), "one"))
                    .with(Foreign.element(msci("thing"), last));
            Element endpoint = Report.endpoint("{b}", "full").with(things);
            Element bob = Report.user("sip:bob@example.com", "full").with(endpoint);
            long version = last.equals("two") ? 1 : 2;
            assembly.report(CHAT, Report.full(version).user(bob).document());
            List<Element> endpoints = new ArrayList<>();
            bob(news().orElseThrow()).children(Info.ENDPOINT).forEach(endpoints::add);
            assertThat(endpoints)
                    .filteredOn(it -> it.child(msci("things")).isPresent())
                    .singleElement()
                    .satisfies(it -> {
                        Element told = it.child(msci("things")).orElseThrow();
                        assertThat(told.attribute(Attributes.STATE)).isEmpty();
                        assertThat(told.elements()).extracting(Element::text).containsExactly("one", last);
                    });
        }
    }
}
