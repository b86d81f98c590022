package io.parley.examples.flows;

import static io.parley.examples.flows.CopyPhone.DIFFS;
import static io.parley.examples.flows.CopyPhone.ROSTER;
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
import io.parley.conference.ConferenceChanges;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.focus.ConferenceUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents.Answer;
import io.parley.ports.in.ConferenceEvents.Follow;
import io.parley.ports.in.ConferenceEvents.Following;
import io.parley.ports.in.ConferenceEvents.Refused;
import io.parley.sip.message.SipRequest;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever comes from outside into a sidebar is told of it what a retrieve shows him, and nothing of the roster of the main conference (RFC 6501
 * section 8). Fred is called into the sidebar that Alice makes; Bob and Carol are in the main conference alone.
 */
class SecretsOfSidebarsOverSipTest {

    private static final String FRED = "sip:fred@example.com";
    private static final String ALLOWED = "allowed-users-list";

    private final SipHouse house = SipHouse.open();
    private final Line organizer = house.phone(ALICE).join();
    private final String main = house.house.id.toString();
    private final String sidebar;
    private int phones;

    SecretsOfSidebarsOverSipTest() {
        join(BOB, main);
        join(CAROL, main);
        sidebar = done(ALICE, Message.SIDEBAR_BY_REF, Operation.CREATE, main, Optional.empty())
                .confObjId()
                .orElseThrow();
        targets(FRED, CAROL);
    }

    private CcmpResponse done(String who, Message message, Operation operation, String object, Optional<Element> info) {
        CcmpRequest request = CcmpRequest.of(message, id(who)).on(object).operation(operation);
        CcmpResponse response =
                house.house.parley.ccmp().handle(info.map(request::info).orElse(request));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        house.moment();
        return response;
    }

    private static String id(String who) {
        return who.replace("sip:", "xcon-userid:");
    }

    private void join(String who, String object) {
        done(who, Message.USER, Operation.CREATE, object, Optional.empty());
    }

    /** Alice says who may come into the sidebar. */
    private void targets(String... targets) {
        ConferenceChanges changes = Conferences.changes(XconUri.of(sidebar));
        for (String target : targets) {
            changes = changes.allow(id(target), "dial-in");
        }
        done(ALICE, Message.SIDEBAR_BY_REF, Operation.UPDATE, sidebar, Optional.of(changes.build()));
    }

    private Element retrieved(String who) {
        return done(who, Message.SIDEBAR_BY_REF, Operation.RETRIEVE, sidebar, Optional.empty())
                .body()
                .info()
                .orElseThrow();
    }

    private CopyPhone watching(String who, String accept) {
        CopyPhone phone = new CopyPhone(house, who, "10.0.2." + ++phones + ":5060");
        assertThat(phone.subscribeTo(ConferenceUri.of(XconUri.of(sidebar)).toString(), accept))
                .isEqualTo(200);
        return phone;
    }

    private Answer follow(String who, OptionalLong after) {
        return house.house
                .parley
                .events()
                .follow(
                        new Follow(XconUri.of(sidebar), XconUserId.of(id(who)), true, Optional.empty(), after),
                        () -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {LocalCopy.FULL, DIFFS, ROSTER})
    @Requirement("DM-8-08")
    void whoComesFromOutsideIsToldOfNobodyOfTheMainRoster(String accept) {
        join(FRED, sidebar);
        CopyPhone fred = watching(FRED, accept);
        targets(FRED, CAROL, BOB);
        done(
                ALICE,
                Message.SIDEBAR_BY_REF,
                Operation.UPDATE,
                sidebar,
                Optional.of(Conferences.changes(XconUri.of(sidebar))
                        .title("For Fred")
                        .build()));
        assertThat(fred.heard()).hasSizeGreaterThan(1);
        for (SipRequest notify : fred.heard()) {
            assertThat(notify.body().text()).doesNotContain("carol", "bob");
        }
        if (!accept.equals(ROSTER)) {
            assertThat(fred.conference()).isEqualTo(retrieved(FRED));
            assertThat(fred.conference().toString()).contains(ALLOWED, "fred");
        }
    }

    @Test
    void whoeverHasComeIsShownAsATargetAsWell() {
        join(FRED, sidebar);
        CopyPhone fred = watching(FRED, DIFFS);
        join(CAROL, sidebar);
        assertThat(fred.conference().toString()).contains("carol");
        assertThat(fred.conference()).isEqualTo(retrieved(FRED));
    }

    @Test
    void whoMaySeeTheMainConferenceIsToldOfAllTargets() {
        for (String who : List.of(ALICE, CAROL)) {
            CopyPhone phone = watching(who, DIFFS);
            targets(FRED, CAROL, BOB);
            assertThat(phone.conference().toString()).contains(ALLOWED, "fred", "carol", "bob");
            assertThat(phone.conference()).isEqualTo(retrieved(who));
        }
    }

    @Test
    @Requirement("DM-8-08")
    void nobodyLearnsMoreByFollowingTheSidebar() {
        for (String who : List.of(ALICE, CAROL, FRED)) {
            assertThat(told(who, OptionalLong.empty()).document()).as(who).contains(retrieved(who));
        }
        assertThat(told(FRED, OptionalLong.empty()).document().orElseThrow().toString())
                .contains(ALLOWED, "fred")
                .doesNotContain("carol");
    }

    @Test
    void whatTheSidebarWasIsNoMoreToldWhenTheMainConferenceHasGone() {
        Following following = (Following) follow(FRED, OptionalLong.of(1));
        done(ALICE, Message.CONF, Operation.DELETE, main, Optional.empty());
        Optional<ConferenceEvent> next = following.after(OptionalLong.of(1));
        assertThat(next.orElseThrow().document().map(Element::toString).orElse(""))
                .contains("fred")
                .doesNotContain("carol");
    }

    private ConferenceEvent told(String who, OptionalLong after) {
        return ((Following) follow(who, after)).after(after).orElseThrow();
    }

    @Test
    void whoSteersTheMainConferenceFollowsItsSidebarsAndNobodyElse() {
        Line bobs = house.phone(BOB).join();
        String own = done(BOB, Message.SIDEBAR_BY_REF, Operation.CREATE, main, Optional.empty())
                .confObjId()
                .orElseThrow();
        done(
                BOB,
                Message.SIDEBAR_BY_REF,
                Operation.UPDATE,
                own,
                Optional.of(Conferences.changes(XconUri.of(own)).allowNobody().build()));
        CopyPhone alice = new CopyPhone(house, ALICE, "10.0.2.1:5060");
        assertThat(alice.subscribeTo(ConferenceUri.of(XconUri.of(own)).toString(), DIFFS))
                .isEqualTo(200);
        assertThat(alice.conference())
                .isEqualTo(done(ALICE, Message.SIDEBAR_BY_REF, Operation.RETRIEVE, own, Optional.empty())
                        .body()
                        .info()
                        .orElseThrow());
        Follow request =
                new Follow(XconUri.of(own), XconUserId.of(id(ALICE)), true, Optional.empty(), OptionalLong.empty());
        assertThat(house.house.parley.events().follow(request, () -> {})).isInstanceOf(Following.class);
        assertThat(house.house
                        .parley
                        .events()
                        .follow(
                                new Follow(
                                        XconUri.of(own),
                                        XconUserId.of(id(CAROL)),
                                        true,
                                        Optional.empty(),
                                        OptionalLong.empty()),
                                () -> {}))
                .isInstanceOf(Refused.class);
        bobs.bye();
        organizer.bye();
    }
}
