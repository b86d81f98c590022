package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.Roster.at;
import static io.parley.examples.flows.Roster.partsOf;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pNames;
import io.parley.document.Element;
import io.parley.focus.McuType;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What watchers hear of a web conferencing MCU (MS-CONFBAS sections 2.2.2.8 to 2.2.2.11). */
class WebConferencingOverSipTest {

    private final SipHouse house = new SipHouse(Plan.STANDARD.with(McuProfile.dataConf()));
    private final Phone alice = house.phone(ALICE);
    private final Line organizer = alice.join();
    private final Line watching = alice.line(alice.subscribe());

    /** The entity-view of the MCU, as watchers have it now. */
    private Element view() {
        return watching.roster().view(house.house.mcu(McuType.DATA_CONF).toString());
    }

    private static List<String> names(Element list) {
        return list.elements().stream().map(it -> text(it, "name")).toList();
    }

    @Test
    @Requirement("C3P-2.2.2.8-01")
    void itsTypesOfContentReachWatchers() {
        Element capabilities = at(view(), "entity-capabilities", "capabilities");
        assertThat(capabilities.name().namespace()).isEqualTo(C3pNames.MSDATA);
        assertThat(capabilities.elements())
                .allMatch(it -> it.name().local().equals("supported-content-type"))
                .extracting(Element::text)
                .containsExactly("Content.Ppt", "Content.Whiteboard");
    }

    @Test
    @Requirement("C3P-2.2.2.9-01")
    void itsStateReachesWatchersBehindTheSecondSeparator() {
        List<String> parts = partsOf(at(view(), "entity-state"));
        List<String> before = parts.subList(0, parts.indexOf("data-mcu-state"));
        assertThat(before).filteredOn("separator"::equals).hasSize(2);
        assertThat(text(view(), "entity-state", "data-mcu-state", "hasContent")).isEqualTo("false");
    }

    @Test
    @Requirement("C3P-2.2.2.11-02")
    void itsPermissionsReachWatchers() {
        assertThat(names(at(view(), "entity-state", "permissions")))
                .containsExactly(
                        "EnableDataCollaboration",
                        "AllowAnnotations",
                        "AllowExternalUsersToSaveContent",
                        "EnableFileTransfer");
    }

    @Test
    @Requirement("C3P-2.2.2.10-03")
    void itsOptionsAreTrueOrFalseAndReachWatchers() {
        List<String> options = names(at(view(), "entity-state", "permission-options"));
        assertThat(options)
                .containsExactly(
                        "PptAnnotationsAllowedPresenter",
                        "PptAnnotationsAllowedAttendee",
                        "AsynchronousBrowsingAllowedPresenter",
                        "AsynchronousBrowsingAllowedAttendee");
        for (String option : options) {
            assertThat(set(option, "true")).isEqualTo("success");
            assertThat(set(option, "perhaps")).isEqualTo("failure");
        }
        assertThat(at(view(), "entity-state", "permission-options").elements())
                .allMatch(it -> text(it, "value").equals("true"));
    }

    /** The code of the answer. */
    private String set(String option, String value) {
        String mcu = house.house.mcu(McuType.DATA_CONF).toString();
        String id = organizer.fresh();
        assertThat(organizer
                        .info(
                                id,
                                "<modifyConference mscp:mcuUri='" + mcu + "'><ci:conference-info entity='"
                                        + house.house.conference
                                        + "'><msci:conference-view><msci:entity-view entity='" + mcu
                                        + "'><msci:entity-settings><m:permission-options xmlns:m='" + C3pNames.MSMCU
                                        + "'><m:permission-option><m:name>" + option + "</m:name><m:value>" + value
                                        + "</m:value></m:permission-option></m:permission-options></msci:entity-settings>"
                                        + "</msci:entity-view></msci:conference-view></ci:conference-info></modifyConference>")
                        .status())
                .isEqualTo(202);
        return organizer.responses(id).get(0).code().word();
    }
}
