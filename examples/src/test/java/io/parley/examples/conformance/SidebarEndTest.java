package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Change;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.RecordingSignalling.Bye;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of a main conference and of its sidebars (RFC 5239 section 9.4; design of CCMP, section 11). */
class SidebarEndTest {

    private final House house = House.open();
    private final String main = Sidebar.main(house);

    @ParameterizedTest
    @EnumSource
    void aConferenceWithARunningSidebarStays(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        house.done(join(BOB, sidebar));

        CcmpResponse response = house.ask(conf(Operation.DELETE, ALICE).on(main));

        assertThat(response.code()).isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);
        assertThat(response.reason()).contains("sidebar");
        house.done(kind.retrieve(BOB, sidebar));
        house.done(kind.delete(ALICE, sidebar));
        house.done(conf(Operation.DELETE, ALICE).on(main));
    }

    @Test
    void sidebarsThatDoNotRunGoWithTheirMainConferenceAndBeforeIt() {
        String byValue = Sidebar.BY_VALUE.of(house, main, ALICE);
        String byReference = Sidebar.BY_REFERENCE.of(house, main, ALICE);
        List<Change> seen = new ArrayList<>();
        house.memory().store().addListener(seen::add);

        house.done(conf(Operation.DELETE, ALICE).on(main));

        assertThat(seen)
                .extracting(change -> change.conference().toString())
                .hasSize(3)
                .last()
                .isEqualTo(main);
        assertThat(seen).extracting(Change::after).containsOnly(Optional.empty());
        assertThat(seen).extracting(Change::cause).allMatch(seen.get(0).cause()::equals);
        for (String gone : new String[] {byValue, byReference}) {
            for (Sidebar kind : Sidebar.values()) {
                assertThat(house.ask(kind.retrieve(ALICE, gone)).code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsInASidebarThatIsDeletedIsCalledOff(Sidebar kind) {
        String sidebar = kind.of(house, main, ALICE);
        house.done(user(Operation.CREATE, BOB).on(sidebar).info(userInfo(BOB, endpoint("sip:b@example.com"))));

        house.done(kind.delete(ALICE, sidebar));

        assertThat(house.memory().signalling().calls())
                .containsExactly(new Bye(
                        XconUri.of(sidebar),
                        ContactUri.parse("sip:b@example.com").orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource
    void whoSteersTheMainConferenceMayEndWhatOthersBegan(Sidebar kind) {
        String sidebar = kind.of(house, main, BOB);

        assertThat(house.ask(kind.update(ALICE, sidebar, Updates.title("Hers"))).code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        house.done(kind.delete(ALICE, sidebar));

        assertThat(kind.heldBy(house, main, ALICE)).isEmpty();
    }

    @Test
    void whoIsInASidebarIsCalledOffBeforeWhoIsInTheMainConference() {
        house.done(user(Operation.UPDATE, BOB).on(main).info(userInfo(BOB, endpoint("sip:b@example.com"))));
        String sidebar = Sidebar.BY_VALUE.of(house, main, ALICE);
        house.done(user(Operation.UPDATE, BOB).on(sidebar).info(userInfo(BOB, endpoint("sip:b@example.com"))));

        house.done(conf(Operation.DELETE, ALICE).on(main));

        ContactUri bob = ContactUri.parse("sip:b@example.com").orElseThrow();
        assertThat(house.memory().signalling().calls())
                .containsExactly(new Bye(XconUri.of(sidebar), bob), new Bye(XconUri.of(main), bob));
    }
}
