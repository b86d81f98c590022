package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Limits;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters on lists of sidebars, their number, and what a main conference enforces (RFC 6503 sections 5.3.7, 5.3.9 and 5.4). */
class RowsOfSidebarsTest {

    private final House house = House.open();

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.7-02", "CCMP-5.3.9-02"})
    void aFilterSelectsAmongTheOwnDocumentsOfTheSidebars(Sidebar kind) {
        String main = Sidebar.main(house);
        String first = kind.of(house, main, ALICE);
        String second = kind.of(house, main, ALICE);
        house.done(kind.update(ALICE, first, title("First")));
        house.done(kind.update(ALICE, second, title("Second")));

        assertThat(listed(kind, main, "/conference-info[conference-description/display-text='Second']"))
                .containsExactly(second);
        assertThat(listed(kind, main, "/conference-info[conference-description/display-text='Third']"))
                .isEmpty();
        assertThat(listed(kind, main, "")).containsExactlyInAnyOrder(first, second);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("CCMP-5.4-21")
    void aConferenceHasNoMoreSidebarsThanItMayHave(Sidebar kind) {
        House narrow = House.open(parley -> parley.limits(Limits.defaults().withSidebars(1)));
        String main = Sidebar.main(narrow);
        String only = kind.of(narrow, main, ALICE);

        CcmpResponse refused = narrow.ask(kind.create(ALICE, main));

        assertThat(refused.code()).isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
        assertThat(refused.reason()).contains(main);
        assertThat(kind.heldBy(narrow, main, ALICE)).containsExactly(only);
        narrow.done(kind.delete(ALICE, only));
        narrow.done(kind.create(ALICE, main));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("XF-9.4-05")
    void aSidebarKeepsToWhatItsMainConferenceEnforces(Sidebar kind) {
        String main = house.conferenceOf(ALICE);
        house.done(update(
                ALICE,
                main,
                description("<info:maximum-user-count c:enforced='true' xmlns:c='urn:parley:params:xml:ns:cloning'>5"
                        + "</info:maximum-user-count>")));
        house.done(join(ALICE, main));
        String sidebar = kind.of(house, main, ALICE);

        CcmpResponse refused = house.ask(
                kind.update(ALICE, sidebar, description("<info:maximum-user-count>9</info:maximum-user-count>")));

        assertThat(refused.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(refused.reason()).contains("maximum-user-count");
        assertThat(kind.document(house, sidebar, ALICE)
                        .element()
                        .textAt(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT))
                .contains("5");
    }

    @Test
    void aFilterDoesNotShowSidebarsThatItsSenderMayNotSee() {
        String main = Sidebar.main(house);
        String sidebar = Sidebar.BY_VALUE.of(house, main, ALICE);
        house.done(Sidebar.BY_VALUE.update(ALICE, sidebar, """
                <info:conference-description><info:display-text>Aside</info:display-text></info:conference-description>
                <info:users><xcon:allowed-users-list><xcon:target method="dial-in" uri="%s"/>
                </xcon:allowed-users-list></info:users>""".formatted(ALICE)));

        CcmpResponse list = house.done(Sidebar.BY_VALUE
                .list(BOB, main)
                .body(new Body.Filter("conference-description/display-text='Aside'", Map.of())));

        assertThat(ids(Sidebar.BY_VALUE, list)).isEmpty();
    }

    private List<String> listed(Sidebar kind, String main, String expression) {
        return ids(kind, house.done(kind.list(ALICE, main).body(new Body.Filter(expression, Map.of()))));
    }

    private static List<String> ids(Sidebar kind, CcmpResponse list) {
        List<String> ids = new ArrayList<>();
        for (Element entry : list.body().info().map(Element::elements).orElse(List.of())) {
            ids.add((kind == Sidebar.BY_VALUE ? entry.attribute(Attributes.ENTITY) : entry.childText(Info.URI))
                    .orElseThrow());
        }
        return ids;
    }
}
