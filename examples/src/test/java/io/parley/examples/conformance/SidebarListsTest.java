package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.Updates.title;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code sidebarsByValRequest} and {@code sidebarsByRefRequest} (RFC 6503 sections 5.3.7 and 5.3.9). */
class SidebarListsTest {

    private final House house = House.open();
    private final String main = Sidebar.main(house);

    @Test
    @Requirement({"CCMP-5.3.7-01", "DM-4.8-01"})
    void theListByValueHoldsWholeDocuments() {
        String one = Sidebar.BY_VALUE.of(house, main, ALICE);
        String two = Sidebar.BY_VALUE.of(house, main, ALICE);
        Sidebar.BY_REFERENCE.of(house, main, ALICE);

        Element list =
                house.done(Sidebar.BY_VALUE.list(ALICE, main)).body().info().orElseThrow();

        assertThat(list.count(Info.ENTRY)).isEqualTo(2);
        for (String sidebar : new String[] {one, two}) {
            Element entry = list.entry(Info.ENTRY, sidebar).orElseThrow();
            Element own = Sidebar.BY_VALUE.document(house, sidebar, ALICE).element();
            assertThat(entry.attribute(Attributes.ENTITY)).contains(sidebar);
            assertThat(own.type().adopt(entry)).isEqualTo(own);
        }
    }

    @Test
    @Requirement({"CCMP-5.3.9-01", "DM-4.7-01"})
    void theListByReferenceHoldsUris() {
        String one = Sidebar.BY_REFERENCE.of(house, main, ALICE);
        String two = Sidebar.BY_REFERENCE.of(house, main, ALICE);
        Sidebar.BY_VALUE.of(house, main, ALICE);

        Element list =
                house.done(Sidebar.BY_REFERENCE.list(ALICE, main)).body().info().orElseThrow();

        assertThat(list.elements())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.elements())
                        .extracting(Element::name)
                        .containsExactly(Info.URI, Info.DISPLAY_TEXT));
        for (String sidebar : new String[] {one, two}) {
            assertThat(list.entry(Info.ENTRY, sidebar)).isPresent();
            house.done(Sidebar.BY_REFERENCE.retrieve(ALICE, sidebar));
        }
        house.done(Sidebar.BY_REFERENCE.delete(ALICE, one));
        assertThat(Sidebar.BY_REFERENCE.heldBy(house, main, ALICE)).containsExactly(two);
    }

    @ParameterizedTest
    @CsvSource({"BY_VALUE, 6", "BY_REFERENCE, 5"})
    @Requirement({"CCMP-5.3.7-03", "CCMP-5.3.9-03"})
    void theVersionIsThatOfTheMainConference(Sidebar kind, long ofMain) {
        String sidebar = kind.of(house, main, ALICE);
        house.done(kind.update(ALICE, sidebar, title("Aside")));

        CcmpResponse list = house.done(kind.list(ALICE, main));

        assertThat(list.version()).contains(new Version(ofMain));
        assertThat(list.confObjId()).contains(main);
        kind.expectVersions(house, main, ofMain, sidebar, 2);
    }

    @ParameterizedTest
    @EnumSource
    void aConferenceWithoutSidebarsHasNoList(Sidebar kind) {
        CcmpResponse list = house.done(kind.list(ALICE, main));

        assertThat(list.body().info()).isEmpty();
        assertThat(list.version()).contains(new Version(4));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.7-04", "CCMP-5.3.9-04"})
    void anUnknownConferenceIs404(Sidebar kind) {
        assertThat(house.ask(kind.list(ALICE, NOWHERE)).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(house.ask(kind.list(ALICE, kind.of(house, main, ALICE))).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.7-05", "CCMP-5.3.9-05"})
    void nothingButRetrievingApplies(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);

        for (Operation operation : new Operation[] {Operation.CREATE, Operation.UPDATE, Operation.DELETE}) {
            assertThat(house.ask(kind.list(ALICE, main).operation(operation)).code())
                    .isEqualTo(ResponseCode.FORBIDDEN);
        }
        house.done(kind.list(ALICE, main).operation(Operation.RETRIEVE));
        kind.expectVersions(house, main, 5, sidebar, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotSeeTheConferenceIs401(Sidebar kind) {
        kind.of(house, main, ALICE);

        CcmpResponse response = house.ask(kind.list("xcon-userid:mallory@example.com", main));

        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(response.version()).isEmpty();
    }
}
