package io.parley.examples.provisioning;

import static io.parley.examples.provisioning.Desk.ALICE;
import static io.parley.examples.provisioning.Desk.BOB;
import static io.parley.examples.provisioning.Desk.CAROL;
import static io.parley.examples.provisioning.Desk.ID;
import static io.parley.examples.provisioning.Desk.MALLORY;
import static io.parley.examples.provisioning.Desk.URI;
import static io.parley.examples.provisioning.Desk.id;
import static io.parley.examples.provisioning.Desk.key;
import static io.parley.examples.provisioning.Desk.modifyConference;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.c3p.provisioning.ProvisioningSettings;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Validation;
import io.parley.examples.focus.RosterWatch;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.identity.XconUserId;
import io.parley.inmemory.RecordingMcuGateway;
import io.parley.participation.Refusal;
import io.parley.ports.in.FocusService.Departure;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was provisioned, when people join and watch (MS-CONFBAS section 2.2.2.3). */
class ProvisionedConferenceTest {

    private static final Name DESCRIPTION = C3pNames.ci("conference-description");

    private final Desk desk = Desk.open();

    private static String said(String name, String text) {
        return "<msci:" + name + ">" + text + "</msci:" + name + ">";
    }

    private static String invitee(String entity, String role) {
        return "<ci:user entity='" + entity + "'><ci:roles><ci:entry>" + role + "</ci:entry></ci:roles></ci:user>";
    }

    private static Optional<String> told(Element info, String local) {
        return info.textAt(DESCRIPTION, C3pNames.msci(local));
    }

    /** What somebody in the conference is told first. */
    private Element told(Desk.Call call) {
        RosterWatch watching = call.watch();
        return watching.next().orElseThrow();
    }

    private C3pResponse lock(Desk.Call call, boolean locked, String settings) {
        return call.info("<modifyConferenceLock><conferenceKeys confEntity='" + URI + "'/><locked>" + locked
                + "</locked>" + settings + "</modifyConferenceLock>");
    }

    private static String settings(String policy, long autopromote, boolean bypass) {
        return "<cis:separator/>" + said("admission-policy", policy) + said("autopromote", Long.toString(autopromote))
                + said("pstn-lobby-bypass", Boolean.toString(bypass)) + "<cis:separator/>";
    }

    @Test
    void itsDocumentIsValidAndHoldsWhatClientsOfBothProtocolsNeed() {
        desk.provisioned(
                "<ci:subject>Weekly</ci:subject>" + said("admission-policy", "closedAuthenticated"),
                "<ci:users>" + invitee(BOB, "presenter") + "</ci:users>");
        Conference conference = desk.find(URI).orElseThrow();
        assertThat(Validation.ofDocument(conference.document())).isEmpty();
        assertThat(conference.id().toString()).isEqualTo("xcon:alice." + ID + "@example.com");
        assertThat(conference.info().title()).contains("Weekly");
        assertThat(conference.info().isActive()).isFalse();
        assertThat(conference.isOwnedBy(XconUserId.of("xcon-userid:alice@example.com")))
                .isTrue();
    }

    @Test
    @Requirement("C3P-PRO3.1-04")
    void listedPeopleComeInAClosedConferenceAsWhatTheyAreListed() {
        desk.provisioned(
                said("admission-policy", "closedAuthenticated"),
                "<ci:users>" + invitee(BOB, "presenter") + invitee(CAROL, "attendee") + "</ci:users>");
        assertThat(desk.call(BOB).joined().presenter()).isTrue();
        assertThat(desk.call(CAROL).joined().presenter()).isFalse();
        assertThat(desk.call(CAROL).joined().onHold()).isFalse();
        assertThat(desk.call("sip:dave@example.com").joined().onHold()).isTrue();
    }

    @Test
    @Requirement("C3P-PRO3.1-05")
    void theMcusThatWereWantedAreStarted() {
        desk.provisioned("", "<msci:conference-view><msci:entity-view entity='chat'/></msci:conference-view>");
        desk.call(ALICE).joined();
        Conference running = desk.find(URI).orElseThrow();
        assertThat(running.focus().orElseThrow().instance().orElseThrow().mcus())
                .extracting(entry -> entry.getKey())
                .containsExactly(McuType.CHAT);
        assertThat(running.focus()
                        .orElseThrow()
                        .instance()
                        .orElseThrow()
                        .mcus()
                        .get(McuType.CHAT)
                        .map(Mcu::state))
                .contains(Mcu.State.STARTING);
        assertThat(desk.refused(
                        ALICE,
                        Desk.addConference(
                                "", "<msci:conference-view><msci:entity-view entity='smell'/></msci:conference-view>")))
                .isEqualTo(Reason.MCU_TYPE_NOT_AVAILABLE);
    }

    @Test
    @Requirement({"C3P-2.2.2.2-04", "C3P-2.2.3.19-01"})
    void theFactoryTellsWhetherItIsRunningAndNothingOfThoseInIt() {
        desk.provisioned("", "");
        assertThat(told(desk.done(ALICE, key("getConference")), "is-active")).contains("false");
        Desk.Call alice = desk.call(ALICE);
        Element running = desk.done(ALICE, key("getConference"));
        assertThat(told(running, "is-active")).contains("true");
        assertThat(running.child(C3pNames.ci("users"))).isEmpty();
        C3pResponse roster = alice.info("<getConference><conferenceKeys confEntity='" + URI + "'/></getConference>");
        assertThat(Desk.info(roster).at(C3pNames.ci("users"), C3pNames.USER)).isPresent();
        desk.parley.focus().leave(desk.idOf(URI), alice.dialog, Departure.LEFT);
        desk.memory.clock().advance(Duration.ofMinutes(1));
        assertThat(told(desk.done(ALICE, key("getConference")), "is-active")).contains("false");
    }

    @Test
    @Requirement("C3P-2.2.2.2-03")
    void roamingDataIsForTheOrganizerAlone() {
        String data = "<x:d xmlns:x='x'>mine</x:d>";
        desk.provisioned(said("organizer-roaming-data", data), "");
        assertThat(desk.done(ALICE, key("getConference")).toString()).contains("mine");
        assertThat(told(desk.call(ALICE)).toString()).doesNotContain("mine");
        assertThat(told(desk.call(BOB)).toString()).doesNotContain("mine");
    }

    @Test
    @Requirement({"C3P-2.2.2.3-09", "C3P-2.2.2.3-10", "C3P-2.2.2.3-12"})
    void whatIsForAllStandsInEveryFullDocument() {
        desk.provisioned(
                said("notification-data", "<x:d xmlns:x='x'>for all</x:d>") + "<cis:separator/>"
                        + "<msci:pstn-access><msci:id>37890</msci:id></msci:pstn-access><cis:separator/>"
                        + said("recording-allowed", "true") + said("externaluser-recording-allowed", "false"),
                "");
        for (String who : new String[] {ALICE, BOB}) {
            Element document = told(desk.call(who));
            assertThat(document.at(DESCRIPTION, C3pNames.msci("notification-data"))
                            .orElseThrow()
                            .elements()
                            .get(0)
                            .text())
                    .isEqualTo("for all");
            assertThat(told(document, "recording-allowed")).contains("true");
            assertThat(told(document, "externaluser-recording-allowed")).contains("false");
            assertThat(document.child(DESCRIPTION).orElseThrow().elements().stream()
                            .map(child -> child.name().local())
                            .dropWhile(name -> !name.equals("separator"))
                            .limit(3))
                    .containsExactly("separator", "pstn-access", "separator");
            assertThat(document.textAt(DESCRIPTION, C3pNames.msci("pstn-access"), C3pNames.msci("id")))
                    .contains("37890");
            assertThat(document.textAt(DESCRIPTION, C3pNames.msci("organizer"), C3pNames.msci("display-name")))
                    .contains("Alice");
        }
    }

    @Test
    @Requirement({"C3P-2.2.2.3-02", "C3P-2.2.2.3-06"})
    void withoutAWordNobodyIsPromotedAndWhoeverIsAuthenticatedComesIn() {
        desk.provisioned("", "");
        assertThat(told(desk.done(ALICE, key("getConference")), "admission-policy"))
                .contains("openAuthenticated");
        Desk.Call bob = desk.call(BOB);
        assertThat(bob.joined().onHold()).isFalse();
        assertThat(bob.joined().presenter()).isFalse();
        assertThat(told(told(bob), "autopromote")).contains("0");
    }

    @Test
    @Requirement("C3P-2.2.2.3-04")
    void bitsWithoutMeaningAreCarried() {
        desk.provisioned(said("autopromote", "1"), "");
        Desk.Call bob = desk.call(BOB);
        assertThat(bob.joined().presenter()).isFalse();
        assertThat(told(told(bob), "autopromote")).contains("1");
    }

    @Test
    @Requirement("C3P-2.2.2.3-05")
    void presentersSetTheBitsThatAreAllowed() {
        desk.provisioned(said("autopromote-allowed", "32768"), "");
        Desk.Call alice = desk.call(ALICE);
        assertThat(lock(alice, false, settings("openAuthenticated", 2147483648L, false))
                        .code())
                .isEqualTo(C3pCode.FAILURE);
        assertThat(lock(alice, false, settings("openAuthenticated", 32768, false))
                        .code())
                .isEqualTo(C3pCode.SUCCESS);
        assertThat(desk.call(BOB).joined().presenter()).isTrue();
    }

    @Test
    @Requirement("C3P-2.2.2.3-01")
    void aConferenceMayExcludeThePolicyAnonymousForGood() {
        desk.provisioned(said("anonymous-type-allowed", "false"), "");
        Desk.Call alice = desk.call(ALICE);
        assertThat(told(told(alice), "anonymous-type-allowed")).contains("false");
        assertThat(lock(alice, false, settings("anonymous", 0, false)).code()).isEqualTo(C3pCode.FAILURE);
        assertThat(told(told(alice), "admission-policy")).contains("openAuthenticated");
    }

    @Test
    @Requirement("C3P-2.2.2.3-11")
    void aConferenceMayExcludeThatTelephonesBypassTheLobby() {
        desk.provisioned(said("pstn-lobby-bypass-allowed", "false"), "");
        Desk.Call alice = desk.call(ALICE);
        Element before = told(alice);
        assertThat(lock(alice, false, settings("openAuthenticated", 0, true)).code())
                .isEqualTo(C3pCode.FAILURE);
        assertThat(told(alice)).isEqualTo(before);
    }

    @Test
    @Requirement({"C3P-2.2.2.3-07", "C3P-2.2.2.3-08", "C3P-2.2.2.3-14"})
    void strangersOfOtherDomainsAreAuthenticatedWithoutALobbyOnly() {
        assertThat(desk.refused(ALICE, Desk.addConference(said("server-mode", "15"), "")))
                .isEqualTo(Reason.OTHER_FAILURE);
        desk.provisioned(said("server-mode", "14"), "");
        assertThat(desk.call(MALLORY).joined().onHold()).isTrue();
        desk.done(ALICE, Desk.addConference(id("MODE1300") + said("server-mode", "13"), ""));
        assertThat(desk.call(MALLORY, URI.replace(ID, "MODE1300")).joined().onHold())
                .isFalse();
    }

    @Test
    @Requirement("C3P-2.2.2.3-03")
    void bitsAreCombinedAndWrittenInDecimalDigits() {
        desk.provisioned(said("autopromote", Long.toString(0x80008000L)), "");
        assertThat(told(desk.done(ALICE, key("getConference")), "autopromote")).contains("2147516416");
        for (String number : new String[] {"-1", "4294967296"}) {
            assertThat(desk.refused(ALICE, Desk.addConference(said("autopromote", number), "")))
                    .isEqualTo(Reason.OTHER_FAILURE);
        }
    }

    @Test
    @Requirement("C3P-2.2.2.3-16")
    void whereThereIsALobbyTheLockKeepsAllButTheOrganizerInIt() {
        desk.provisioned(said("server-mode", "14"), "<ci:users>" + invitee(BOB, "presenter") + "</ci:users>");
        Desk.Call alice = desk.call(ALICE);
        RosterWatch watching = alice.watch();
        watching.next();
        lock(alice, true, "");
        watching.next();
        assertThat(desk.call(BOB).joined().onHold()).isTrue();
        assertThat(desk.call(CAROL).joined().onHold()).isTrue();
        Element seen = watching.next().orElseThrow();
        assertThat(statuses(seen)).containsExactly("on-hold", "on-hold");
        desk.parley.focus().leave(desk.idOf(URI), alice.dialog, Departure.LEFT);
        assertThat(desk.call(ALICE).joined().onHold()).isFalse();
    }

    @Test
    @Requirement("C3P-2.2.2.3-15")
    void withoutALobbyTheLockLetsListedPresentersInAndOffersTheOthersNone() {
        desk.provisioned(said("server-mode", "13"), "<ci:users>" + invitee(BOB, "presenter") + "</ci:users>");
        lock(desk.call(ALICE), true, "");
        assertThat(desk.call(BOB).joined().onHold()).isFalse();
        Desk.Call carol = desk.call(CAROL);
        assertThat(carol.joined().onHold()).isTrue();
        assertThat(told(told(carol), "lobby-capable")).isNotEqualTo(Optional.of("true"));
    }

    private static List<String> statuses(Element document) {
        List<String> statuses = new ArrayList<>();
        document.child(C3pNames.ci("users"))
                .ifPresent(users -> users.children(C3pNames.USER)
                        .forEach(user ->
                                user.textAt(C3pNames.ENDPOINT, C3pNames.STATUS).ifPresent(statuses::add)));
        return statuses;
    }

    @Test
    void anybodyComesWhereThePolicyIsAnonymous() {
        desk.provisioned(said("admission-policy", "anonymous"), "");
        assertThat(desk.call("sip:x@anonymous.invalid").joined().onHold()).isFalse();
    }

    @Test
    @Requirement("C3P-3.9-01")
    void endingItAtTheFocusLeavesItProvisioned() {
        desk.provisioned("<ci:subject>Weekly</ci:subject>", "");
        Desk.Call alice = desk.call(ALICE);
        Element before = desk.done(ALICE, key("getConference"));
        alice.info("<deleteConference><conferenceKeys confEntity='" + URI + "'/></deleteConference>");
        Element after = desk.done(ALICE, key("getConference"));
        assertThat(told(after, "is-active")).contains("false");
        assertThat(after.toString().replace("is-active>false", "is-active>true"))
                .isEqualTo(before.toString());
        desk.call(BOB).joined();
    }

    @Test
    void whatPresentersSetLivesWithTheInstanceAndAModificationHoldsFromTheNextOneOn() {
        desk.provisioned("", "");
        Desk.Call alice = desk.call(ALICE);
        lock(alice, true, settings("anonymous", 0, false));
        assertThat(told(desk.done(ALICE, key("getConference")), "admission-policy"))
                .contains("openAuthenticated");
        desk.done(ALICE, modifyConference("", id(ID) + said("admission-policy", "closedAuthenticated"), ""));
        assertThat(told(told(alice), "admission-policy"))
                .as("while it is running")
                .contains("anonymous");
        alice.info("<deleteConference><conferenceKeys confEntity='" + URI + "'/></deleteConference>");
        assertThat(desk.call(BOB).joined().onHold())
                .as("closed, and not locked")
                .isTrue();
        assertThat(told(told(desk.call(ALICE)), "admission-policy")).contains("closedAuthenticated");
    }

    @Test
    void anMcuIsNotTakenFromAConferenceThatIsRunning() {
        desk.provisioned("", "");
        String chatOnly = modifyConference(
                "", id(ID), "<msci:conference-view><msci:entity-view entity='chat'/></msci:conference-view>");
        desk.call(ALICE).joined();
        assertThat(desk.refused(ALICE, chatOnly)).isEqualTo(Reason.ACTIVE_MEDIA_DELETION_FORBIDDEN);
        Desk.Call bob = desk.call(BOB);
        assertThat(bob.joined().onHold()).isFalse();
    }

    @Test
    void whoIsStruckFromTheListIsInvitedNoMore() {
        String closed = said("admission-policy", "closedAuthenticated");
        desk.provisioned(closed, "<ci:users>" + invitee(BOB, "attendee") + "</ci:users>");
        desk.done(
                ALICE,
                modifyConference("", id(ID) + closed, "<ci:users>" + invitee(CAROL, "attendee") + "</ci:users>"));
        assertThat(desk.call(CAROL).joined().onHold()).isFalse();
        assertThat(desk.call(BOB).joined().onHold()).isTrue();
    }

    @Test
    @Requirement("C3P-2.2.2.2-06")
    void conferencesPastTheirTimeAreDeletedWhereTheOperatorWantsThat() {
        Desk swept =
                Desk.with(builder -> builder.provisioning(ProvisioningSettings.STANDARD.sweeping(Duration.ofHours(1))));
        for (Desk each : new Desk[] {desk, swept}) {
            each.provisioned(said("expiry-time", "2030-01-01T10:30:00Z"), "");
            each.done(ALICE, Desk.addConference(id("FOREVER0"), ""));
            each.done(ALICE, Desk.addConference(id("RUNNING0") + said("expiry-time", "2030-01-01T10:30:00Z"), ""));
            each.call(BOB, URI.replace(ID, "RUNNING0")).joined();
        }
        swept.memory.clock().advance(Duration.ofMinutes(61));
        assertThat(swept.find(URI)).as("before its time").isPresent();
        for (Desk each : new Desk[] {desk, swept}) {
            each.memory.clock().advance(Duration.ofHours(1));
        }
        assertThat(desk.find(URI)).as("nobody wanted that").isPresent();
        assertThat(desk.call(BOB).joined().onHold()).isFalse();
        assertThat(swept.find(URI)).isEmpty();
        assertThat(swept.call(BOB).refusal().kind()).isEqualTo(Refusal.Kind.NO_CONFERENCE);
        assertThat(swept.find(URI.replace(ID, "FOREVER0"))).isPresent();
        assertThat(swept.find(URI.replace(ID, "RUNNING0"))).as("in use").isPresent();
        assertThat(told(swept.done(ALICE, key("getConference").replace(ID, "FOREVER0")), "conference-id"))
                .contains("FOREVER0");
    }

    @Test
    @Requirement("C3P-2.2.2.2-05")
    void theTimesOfActivationAndOfProvisioningMoveEachByItsOwnEvent() {
        desk.provisioned("", "");
        assertTimes("2030-01-01T09:00:00Z", Optional.empty());
        desk.memory.clock().advance(Duration.ofMinutes(5));
        desk.call(BOB).joined();
        assertTimes("2030-01-01T09:00:00Z", Optional.of("2030-01-01T09:05:00Z"));
        desk.memory.clock().advance(Duration.ofMinutes(5));
        desk.call(ALICE).joined();
        assertTimes("2030-01-01T09:00:00Z", Optional.of("2030-01-01T09:05:00Z"));
        desk.done(ALICE, modifyConference("", id(ID) + said("admission-policy", "anonymous"), ""));
        assertTimes("2030-01-01T09:10:00Z", Optional.of("2030-01-01T09:05:00Z"));
        desk.memory.clock().advance(Duration.ofMinutes(5));
        Desk.Call alice = desk.call(ALICE);
        alice.info("<deleteConference><conferenceKeys confEntity='" + URI + "'/></deleteConference>");
        assertTimes("2030-01-01T09:10:00Z", Optional.of("2030-01-01T09:05:00Z"));
        desk.call(BOB).joined();
        assertTimes("2030-01-01T09:10:00Z", Optional.of("2030-01-01T09:15:00Z"));
    }

    private void assertTimes(String update, Optional<String> activate) {
        Element info = desk.done(ALICE, key("getConference"));
        assertThat(told(info, "last-update")).contains(update);
        assertThat(told(info, "last-activate")).isEqualTo(activate);
    }

    @Test
    @Requirement("C3P-3.1.4.1-02")
    void anMcuIsHandedItsPolicyAndSettingsWhenItIsStarted() {
        String rules = "<msci:mediaFiltersRules><msci:mayModifyOwnFilters><msci:role>default</msci:role>"
                + "<msci:value>false</msci:value></msci:mayModifyOwnFilters></msci:mediaFiltersRules>";
        desk.provisioned(
                "",
                "<msci:conference-view><msci:entity-view entity='audio-video'>"
                        + "<msci:entity-policy><msci:guid>urn:uuid:of-the-organizer</msci:guid></msci:entity-policy>"
                        + "<msci:entity-settings>" + rules + "</msci:entity-settings></msci:entity-view>"
                        + "</msci:conference-view>");
        desk.call(ALICE).joined();
        assertThat(desk.memory.mcus().calls())
                .filteredOn(RecordingMcuGateway.Start.class::isInstance)
                .singleElement()
                .satisfies(call -> {
                    RecordingMcuGateway.Start start = (RecordingMcuGateway.Start) call;
                    assertThat(start.mcu().type()).isEqualTo(McuType.AUDIO_VIDEO);
                    Element view = start.conference()
                            .focus()
                            .orElseThrow()
                            .provisioning()
                            .parts()
                            .entityViews()
                            .get(McuType.AUDIO_VIDEO);
                    assertThat(view.textAt(C3pNames.msci("entity-policy"), C3pNames.msci("guid")))
                            .contains("urn:uuid:of-the-organizer");
                    assertThat(view.textAt(
                                    C3pNames.msci("entity-settings"),
                                    C3pNames.msci("mediaFiltersRules"),
                                    C3pNames.msci("mayModifyOwnFilters"),
                                    C3pNames.msci("value")))
                            .contains("false");
                });
    }

    @Test
    void theAnswerToACreationTellsTheFirstVersion() {
        Element info = desk.provisioned("", "");
        assertThat(info.attribute(Attributes.VERSION)).contains("1");
        assertThat(told(info, "last-update")).contains("2030-01-01T09:00:00Z");
    }
}
