package io.parley.examples.flows;

import static io.parley.examples.flows.CopyPhone.DIFFS;
import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sidebars of a conference in the documents of the data model (RFC 6502, RFC 6501 sections 4.7 and 4.8): those that a retrieve shows. */
class XconSidebarsOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final String main = house.house.id.toString();
    private int phones;

    XconSidebarsOverSipTest() {
        for (String who : List.of(ALICE, BOB, CAROL)) {
            house.phone(who).join();
        }
    }

    private CcmpResponse done(Message message, Operation operation, String who, String object, Optional<Element> info) {
        CcmpRequest request = CcmpRequest.of(message, who.replace("sip:", "xcon-userid:"))
                .on(object)
                .operation(operation);
        CcmpResponse response =
                house.house.parley.ccmp().handle(info.map(request::info).orElse(request));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        house.moment();
        return response;
    }

    /** Bob makes a sidebar. */
    private String sidebar(Message kind) {
        return done(kind, Operation.CREATE, BOB, main, Optional.empty())
                .confObjId()
                .orElseThrow();
    }

    private void closed(Message kind, String sidebar) {
        Element closed = Conferences.changes(XconUri.of(sidebar)).allowNobody().build();
        done(kind, Operation.UPDATE, BOB, sidebar, Optional.of(closed));
    }

    private void join(String who, String object) {
        done(Message.USER, Operation.CREATE, who, object, Optional.empty());
    }

    private CopyPhone watching(String who, String accept) {
        CopyPhone phone = new CopyPhone(house, who, "10.0.2." + ++phones + ":5060");
        assertThat(phone.subscribe(accept)).isEqualTo(200);
        return phone;
    }

    private void isUpToDate(CopyPhone phone) {
        assertThat(phone.conference())
                .isEqualTo(done(Message.CONF, Operation.RETRIEVE, phone.who, main, Optional.empty())
                        .body()
                        .info()
                        .orElseThrow());
    }

    private static int count(CopyPhone phone, Name list) {
        return phone.conference().child(list).map(all -> all.count(Info.ENTRY)).orElse(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {LocalCopy.FULL, DIFFS})
    void theContentOfASidebarByValueIsToldAsItChanges(String accept) {
        CopyPhone carol = watching(CAROL, accept);
        String sidebar = sidebar(Message.SIDEBAR_BY_VAL);
        assertThat(count(carol, Info.SIDEBARS_BY_VAL)).isEqualTo(1);
        isUpToDate(carol);
        join(ALICE, sidebar);
        assertThat(carol.conference()
                        .at(Info.SIDEBARS_BY_VAL, Info.ENTRY, Info.USERS)
                        .orElseThrow()
                        .entry(Info.USER, "xcon-userid:alice@example.com"))
                .isPresent();
        isUpToDate(carol);
        isUpToDate(watching(CAROL, accept));
        done(Message.SIDEBAR_BY_VAL, Operation.DELETE, BOB, sidebar, Optional.empty());
        assertThat(count(carol, Info.SIDEBARS_BY_VAL)).isZero();
        isUpToDate(carol);
    }

    @Test
    void aChangeWithinASidebarIsASmallDiff() {
        CopyPhone carol = watching(CAROL, DIFFS);
        String sidebar = sidebar(Message.SIDEBAR_BY_VAL);
        Element title = Conferences.changes(XconUri.of(sidebar)).title("Aside").build();
        done(Message.SIDEBAR_BY_VAL, Operation.UPDATE, BOB, sidebar, Optional.of(title));
        assertThat(carol.types()).containsExactly("full", "diff", "diff");
        assertThat(carol.last().body().text()).containsOnlyOnce(" sel=").contains("sidebars-by-val", sidebar, "Aside");
        isUpToDate(carol);
    }

    @Test
    void ofAReferenceIsToldWhoComesIntoIt() {
        CopyPhone carol = watching(CAROL, DIFFS);
        CopyPhone alice = watching(ALICE, DIFFS);
        String sidebar = sidebar(Message.SIDEBAR_BY_REF);
        assertThat(count(alice, Info.SIDEBARS_BY_REF)).as("she steers").isEqualTo(1);
        assertThat(carol.conference().toString()).doesNotContain(sidebar);
        join(CAROL, sidebar);
        assertThat(count(carol, Info.SIDEBARS_BY_REF)).isEqualTo(1);
        isUpToDate(carol);
        isUpToDate(alice);
    }

    @Test
    void whoIsCalledIntoAReferenceIsToldOfIt() {
        CopyPhone carol = watching(CAROL, DIFFS);
        String sidebar = sidebar(Message.SIDEBAR_BY_REF);
        Element called = Conferences.changes(XconUri.of(sidebar))
                .allow("xcon-userid:carol@example.com", "dial-out")
                .build();
        done(Message.SIDEBAR_BY_REF, Operation.UPDATE, BOB, sidebar, Optional.of(called));
        assertThat(count(carol, Info.SIDEBARS_BY_REF)).isEqualTo(1);
        isUpToDate(carol);
    }

    @ParameterizedTest
    @ValueSource(strings = {LocalCopy.FULL, DIFFS})
    void whoDoesNotBelongToASidebarIsToldNothingOfIt(String accept) {
        CopyPhone carol = watching(CAROL, accept);
        String sidebar = sidebar(Message.SIDEBAR_BY_VAL);
        closed(Message.SIDEBAR_BY_VAL, sidebar);
        assertThat(carol.conference().toString()).doesNotContain(sidebar);
        isUpToDate(carol);
        int known = carol.heard().size();
        done(
                Message.SIDEBAR_BY_VAL,
                Operation.UPDATE,
                BOB,
                sidebar,
                Optional.of(
                        Conferences.changes(XconUri.of(sidebar)).title("Secret").build()));
        assertThat(carol.heard()).hasSize(known);
        isUpToDate(carol);
    }

    @Test
    void whoIsUnknownInTheMainConferenceIsSoInItsSidebars() {
        CopyPhone carol = watching(CAROL, DIFFS);
        String sidebar = sidebar(Message.SIDEBAR_BY_VAL);
        Element dave =
                Conferences.user(XconUserId.of("dave", "example.com")).build().with(Xcon.PROVIDE_ANONYMITY, "private");
        done(Message.USER, Operation.CREATE, "sip:dave@example.com", main, Optional.of(dave));
        done(Message.USER, Operation.CREATE, "sip:dave@example.com", sidebar, Optional.empty());
        assertThat(carol.heard())
                .allSatisfy(notify -> assertThat(notify.body().text()).doesNotContainIgnoringCase("dave"));
        isUpToDate(carol);
        CopyPhone bob = watching(BOB, DIFFS);
        isUpToDate(bob);
    }

    @Test
    void whatSomebodyBansInHisSidebarIsHisOwn() {
        String sidebar = sidebar(Message.SIDEBAR_BY_VAL);
        CopyPhone alice = watching(ALICE, DIFFS);
        CopyPhone bob = watching(BOB, DIFFS);
        Element banned = Conferences.changes(XconUri.of(sidebar))
                .deny("sip:mallory@elsewhere.example")
                .build();
        done(Message.SIDEBAR_BY_VAL, Operation.UPDATE, BOB, sidebar, Optional.of(banned));
        assertThat(bob.conference().toString()).contains("mallory");
        assertThat(alice.heard())
                .allSatisfy(notify -> assertThat(notify.body().text()).doesNotContain("mallory"));
        isUpToDate(alice);
        isUpToDate(bob);
    }
}
