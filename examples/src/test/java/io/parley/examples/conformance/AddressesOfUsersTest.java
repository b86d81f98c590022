package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import io.parley.user.UriEntry;
import io.parley.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The addresses in the record of a user (RFC 6501 section 4.6.5.3): his own to keep, and a moderator's. */
class AddressesOfUsersTest {

    private static final List<String> ADDRESSES =
            List.of("mailto:bob@example.com", "tel:+12015550123", "sip:bob@example.net");

    private final House house = House.open();
    private final String conference = house.conferenceOf(ALICE);

    AddressesOfUsersTest() {
        house.done(join(BOB, conference));
        house.done(join(CAROL, conference));
    }

    @Test
    @Requirement({"DM-EL-089", "DM-EL-092", "DM-EL-093", "DM-EL-094"})
    void anAddressIsAddedAndRemovedByWhomItIsOfAndByWhoSteers() {
        for (String sender : List.of(BOB, ALICE)) {
            for (int count = 1; count <= ADDRESSES.size(); count++) {
                String entry = "<info:uri>" + ADDRESSES.get(count - 1) + "</info:uri>";
                assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, CAROL, entry(entry));
                assertCode(ResponseCode.SUCCESS, sender, entry(entry));
                assertThat(addresses()).containsExactlyElementsOf(ADDRESSES.subList(0, count));
            }
            for (String address : ADDRESSES) {
                String removal = "<info:entry state='deleted'><info:uri>" + address + "</info:uri></info:entry>";
                assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, CAROL, removal);
                assertCode(ResponseCode.SUCCESS, sender, removal);
            }
            assertThat(record().child(Info.ASSOCIATED_AORS)).isEmpty();
        }
    }

    @Test
    @Requirement("DM-EL-095")
    void theNameOfAnAddressIsChangedByWhomItIsOfAndByWhoSteers() {
        String address = "<info:uri>" + ADDRESSES.get(0) + "</info:uri>";
        String name = "<info:display-text>%s</info:display-text>";
        assertCode(ResponseCode.SUCCESS, BOB, entry(address));

        assertCode(ResponseCode.FORBIDDEN_CHANGE_PROTECTED, CAROL, entry(address + name.formatted("Carol's")));
        for (String sender : List.of(BOB, ALICE)) {
            assertCode(
                    ResponseCode.BAD_REQUEST, sender, entry(address + name.formatted("one") + name.formatted("two")));
            assertCode(ResponseCode.SUCCESS, sender, entry(address + name.formatted("by " + sender)));
            assertThat(record().textAt(Info.ASSOCIATED_AORS, Info.ENTRY, Info.DISPLAY_TEXT))
                    .contains("by " + sender);
        }
    }

    @Test
    @Requirement({"DM-EL-092", "DM-EL-093", "DM-EL-094"})
    void anAddressStandsOnceAndHasOneUri() {
        String one = "<info:uri>" + ADDRESSES.get(0) + "</info:uri>";
        String two = "<info:uri>" + ADDRESSES.get(1) + "</info:uri>";

        for (String entries : List.of(entry(one) + entry(one), entry(one + two), entry(""))) {
            assertCode(ResponseCode.BAD_REQUEST, BOB, entries);
        }
        assertCode(
                ResponseCode.BAD_REQUEST,
                BOB,
                entry(one) + "</info:associated-aors><info:associated-aors>" + entry(two));
        assertThat(record().child(Info.ASSOCIATED_AORS)).isEmpty();
    }

    private Element record() {
        return Roster.record(house, conference, BOB, BOB);
    }

    private List<String> addresses() {
        return new User(record()).associatedAors().stream().map(UriEntry::uri).toList();
    }

    private void assertCode(ResponseCode code, String sender, String entries) {
        CcmpResponse response = house.ask(user(Operation.UPDATE, sender)
                .on(conference)
                .info(userInfo(BOB, "<info:associated-aors>" + entries + "</info:associated-aors>")));
        assertThat(response.code())
                .as("%s sends %s: %s", sender, entries, response.reason())
                .isEqualTo(code);
    }

    private static String entry(String content) {
        return "<info:entry>" + content + "</info:entry>";
    }
}
