package io.parley.examples.provisioning;

import static io.parley.examples.provisioning.Desk.ALICE;
import static io.parley.examples.provisioning.Desk.ID;
import static io.parley.examples.provisioning.Desk.URI;
import static io.parley.examples.provisioning.Desk.addConference;
import static io.parley.examples.provisioning.Desk.id;
import static io.parley.examples.provisioning.Desk.key;
import static io.parley.examples.provisioning.Desk.modifyConference;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.c3p.provisioning.ProvisioningSettings;
import io.parley.document.Element;
import io.parley.focus.Autopromote;
import io.parley.focus.Provisioning;
import io.parley.participation.FocusSettings;
import io.parley.spec.Requirement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may not be provisioned, and by which reason of the schema that is told (MS-CONFBAS section 7.1). */
class FactoryFaultsTest {

    private final Desk desk = Desk.open();

    private static String said(String name, String text) {
        return "<msci:" + name + ">" + text + "</msci:" + name + ">";
    }

    private static String user(String entity, String... roles) {
        StringBuilder entries = new StringBuilder();
        for (String role : roles) {
            entries.append("<ci:entry>").append(role).append("</ci:entry>");
        }
        return "<ci:users><ci:user entity='" + entity + "'>"
                + (roles.length == 0 ? "" : "<ci:roles>" + entries + "</ci:roles>") + "</ci:user></ci:users>";
    }

    private static String mcu(String type, String inside) {
        return "<msci:conference-view><msci:entity-view entity='" + type + "'>" + inside
                + "</msci:entity-view></msci:conference-view>";
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Reason.INVALID_ADMISSION_POLICY, said("admission-policy", "everybody"), ""),
                Arguments.of(Reason.INVALID_EXPIRY_TIME, said("expiry-time", "2030-01-01T09:00:00Z"), ""),
                Arguments.of(Reason.INVALID_EXPIRY_TIME, said("expiry-time", "tomorrow"), ""),
                Arguments.of(Reason.INVALID_ROLE, "", user("sip:bob@example.com", "moderator")),
                Arguments.of(Reason.INVALID_ROLE, "", user("sip:bob@example.com", "presenter", "attendee")),
                Arguments.of(Reason.INVALID_USER_ENTITY, "", user("bob", "presenter")),
                Arguments.of(Reason.INVALID_USER_ENTITY, "", user("sip:example.com")),
                Arguments.of(Reason.MCU_TYPE_NOT_AVAILABLE, "", mcu("holography", "")),
                Arguments.of(Reason.MCU_TYPE_NOT_AVAILABLE, "", mcu("phone-conf", "")),
                Arguments.of(
                        Reason.FORBIDDEN,
                        "<msci:organizer><msci:entity>sip:bob@example.com</msci:entity></msci:organizer>",
                        ""),
                Arguments.of(
                        Reason.ANONYMOUS_USERS_NOT_ALLOWED,
                        said("admission-policy", "anonymous") + said("anonymous-type-allowed", "false"),
                        ""),
                Arguments.of(Reason.OTHER_FAILURE, said("server-mode", "15"), ""),
                Arguments.of(Reason.OTHER_FAILURE, said("autopromote", "-1"), ""),
                Arguments.of(Reason.OTHER_FAILURE, said("autopromote", "4294967296"), ""),
                Arguments.of(Reason.OTHER_FAILURE, said("pstn-lobby-bypass", "perhaps"), ""),
                Arguments.of(Reason.OTHER_FAILURE, said("join-url", "javascript:alert(1)"), ""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Requirement("C3P-PRO3.1-06")
    void aFaultIsToldByItsReasonInTheElementOfTheCommand(Reason reason, String description, String more) {
        C3pResponse added = desk.ask(ALICE, addConference(id(ID) + description, more));
        assertThat(added.command().orElseThrow().reason()).as("%s", added).contains(reason);
        assertThat(added.displayString()).isPresent();
        assertThat(desk.find(URI)).isEmpty();

        desk.provisioned("", "");
        Element before = desk.done(ALICE, key("getConference"));
        C3pResponse modified = desk.ask(ALICE, modifyConference("", id(ID) + description, more));
        assertThat(modified.command().orElseThrow().reason()).contains(reason);
        assertThat(desk.done(ALICE, key("getConference"))).isEqualTo(before);
    }

    /** The element weighs its content: the name of the one inside, and its text. */
    private static String data(String name, long size) {
        return said(name, "<x:d xmlns:x='x'>" + "y".repeat((int) size - 1) + "</x:d>");
    }

    @Test
    @Requirement("C3P-PRO3.1-07")
    void dataMayBeAsLargeAsTheLimitAndNoCharacterMore() {
        long most = ProvisioningSettings.STANDARD.notificationData();
        assertThat(desk.refused(ALICE, addConference(id(ID) + data("notification-data", most + 1), "")))
                .isEqualTo(Reason.NOTIFICATION_DATA_TOO_LARGE);
        long roaming = ProvisioningSettings.STANDARD.organizerRoamingData();
        assertThat(desk.refused(ALICE, addConference(id(ID) + data("organizer-roaming-data", roaming + 1), "")))
                .isEqualTo(Reason.ORGANIZER_ROAMING_DATA_TOO_LARGE);
        desk.provisioned(data("organizer-roaming-data", roaming) + data("notification-data", most), "");
    }

    @Test
    void settingsOfAnMcuMayBeAsLargeAsTheLimit() {
        int most = (int) ProvisioningSettings.STANDARD.entitySettings();
        assertThat(desk.refused(
                        ALICE,
                        addConference(
                                id(ID),
                                mcu(
                                        "chat",
                                        "<msci:entity-settings><x:d xmlns:x='x'>" + "y".repeat(most)
                                                + "</x:d></msci:entity-settings>"))))
                .isEqualTo(Reason.ENTITY_SETTINGS_TOO_LARGE);
        desk.provisioned(
                "",
                mcu(
                        "chat",
                        "<msci:entity-settings><x:d xmlns:x='x'>" + "y".repeat(most - 1)
                                + "</x:d></msci:entity-settings>"));
    }

    @Test
    void theOperatorsSettingsBoundWhatPresentersMaySet() {
        Desk strict = Desk.with(builder -> builder.focus(new FocusSettings(
                "example.com",
                FocusSettings.in("example.com").serverMode(),
                FocusSettings.in("example.com").lobby(),
                new Provisioning.Allowed(false, new Autopromote(0x8000), false),
                FocusSettings.in("example.com").mcus(),
                10,
                FocusSettings.in("example.com").factory())));
        assertThat(strict.refused(ALICE, addConference(said("admission-policy", "anonymous"), "")))
                .isEqualTo(Reason.ANONYMOUS_USERS_NOT_ALLOWED);
        Element info = strict.provisioned(
                said("anonymous-type-allowed", "true")
                        + said("autopromote-allowed", "4294967295")
                        + said("pstn-lobby-bypass-allowed", "true"),
                "");
        assertThat(told(info, "anonymous-type-allowed")).contains("false");
        assertThat(told(info, "autopromote-allowed")).contains("32768");
        assertThat(told(info, "pstn-lobby-bypass-allowed")).contains("false");
    }

    private static Optional<String> told(Element info, String local) {
        return info.textAt(C3pNames.ci("conference-description"), C3pNames.msci(local));
    }
}
