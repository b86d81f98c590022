package io.parley.examples.flows;

import static io.parley.examples.flows.CopyPhone.DIFFS;
import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.House.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conference;
import io.parley.conference.Conferences;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.Endpoint;
import io.parley.user.Role;
import io.parley.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever calls, as CCMP and the data model have him: when he may, who he is, what he may do (RFC 5239 sections 5 to 9, RFC 6501 section 4). */
class CallersAndCcmpOverSipTest {

    private static final XconUserId BOBS_ID = XconUserId.of("bob", "example.com");
    private static final String AT_TEN =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20300101T100000Z\nDURATION:PT1H\n" + "END:VEVENT\nEND:VCALENDAR";
    private static final Instant TEN = Instant.parse("2030-01-01T10:00:00Z");

    private final SipHouse house = SipHouse.forPhones();
    private final Room room = Room.of(house);
    private final Telephone bob = house.telephone(BOB);

    @AfterEach
    void nothingIsLeft() {
        room.deleted();
        house.nothingIsLeft();
    }

    private void at(Instant time) {
        house.house.memory.clock().set(time);
    }

    private int call(Telephone phone, Room to) {
        return phone.calls(phone.request("INVITE", to.uri).with(Telephone.OFFER))
                .response()
                .status();
    }

    /** {@code who} joins by CCMP. */
    private ResponseCode comes(String who) {
        return room.ccmp(Message.USER, Operation.CREATE, who, Optional.empty()).code();
    }

    // When

    @Test
    @Requirement("XF-7.3-02")
    void aConferenceStartsAtItsTimeOrWithTheFirstCall() {
        Room timed = Room.of(house);
        timed.update(it -> it.time(Conferences.time(AT_TEN).mixingEnd(TEN.plusSeconds(3600), Role.NONE)));
        assertThat(room.info().isActive()).isFalse();
        assertThat(call(bob, room)).isEqualTo(200);
        assertThat(room.info().isActive()).isTrue();

        at(TEN.minusSeconds(1));
        assertThat(timed.info().isActive()).isFalse();
        at(TEN);
        assertThat(timed.info().isActive()).isTrue();
        timed.deleted();
    }

    @Test
    @Requirement("XF-9.1-02")
    void theFirstCallMakesAReservationAConferenceWithItsFocusAndItsMcus() {
        assertThat(room.info().isActive()).isFalse();
        assertThat(mcus(room)).isEmpty();

        assertThat(call(bob, room)).isEqualTo(200);

        assertThat(room.info().isActive()).isTrue();
        assertThat(mcus(room)).containsExactly(McuType.CHAT);
        assertThat(call(house.telephone(CAROL), room)).isEqualTo(200);
        assertThat(mcus(room)).containsExactly(McuType.CHAT);
    }

    /** The kinds of the MCUs that its focus has. */
    private List<McuType> mcus(Room of) {
        List<McuType> running = new ArrayList<>();
        house.house
                .parley
                .focus()
                .find(SipUri.of(of.uri))
                .flatMap(Conference::focus)
                .flatMap(Focus::instance)
                .ifPresent(instance -> instance.mcus().forEach((type, mcu) -> running.add(type)));
        return running;
    }

    @Test
    @Requirement("DM-4.2.5-17")
    void nobodyIsLetInBeforeTheTimeForIt() {
        Instant opening = TEN.minusSeconds(300);
        room.update(it -> it.time(Conferences.time(AT_TEN).canJoinAfter(opening)));
        Telephone carol = house.telephone(CAROL);
        at(opening.minusSeconds(1));
        assertThat(comes(BOB)).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(call(carol, room)).isEqualTo(403);

        at(opening.plusSeconds(1));
        assertThat(comes(BOB)).isEqualTo(ResponseCode.SUCCESS);
        assertThat(call(carol, room)).isEqualTo(200);
    }

    // Who

    @Test
    @Requirement("DM-4.6.3-08")
    void whoIsToDialInIsNotCalledAndIsLetIn() {
        Telephone carol = house.telephone(CAROL).picksUp();
        room.update(it -> it.admissionPolicy("closedAuthenticated")
                .allow(CAROL, "dial-in")
                .active(true));
        assertThat(carol.methods()).isEmpty();

        assertThat(call(carol, room)).isEqualTo(200);
        assertThat(room.status(carol.uri)).isEqualTo("connected");
        assertThat(carol.methods()).isEmpty();
        assertThat(call(bob, room)).isEqualTo(200);
        assertThat(room.status(bob.uri)).as("he is not on the list, and waits").isEqualTo("on-hold");
    }

    @Test
    @Requirement("DM-4.6.5-05")
    void severalAddressesAreOneUser() {
        bob.calls(room.uri);
        house.house.memory.users().claim(BOBS_ID, Set.of(ContactUri.of("sip:robert@elsewhere.example")));
        Telephone robert = house.telephone("sip:robert@elsewhere.example");
        robert.calls(room.uri);

        User own = new User(room.ccmp(Message.USER, Operation.RETRIEVE, BOB, Optional.empty())
                .body()
                .info()
                .orElseThrow());
        assertThat(own.id()).isEqualTo(BOBS_ID);
        assertThat(own.endpoints().stream().map(Endpoint::entity))
                .as("his calls")
                .contains(bob.uri, robert.uri);
        assertThat(room.users().stream().filter(user -> !user.endpoints().isEmpty()))
                .singleElement()
                .satisfies(user -> assertThat(user.id()).isEqualTo(BOBS_ID));
        assertThat(comes(BOB)).as("he is in").isEqualTo(ResponseCode.CONFLICT);
    }

    @Test
    @Requirement("XF-6.3-06")
    void theIdentifierOfACallerIsTheSameWheneverHeComes() {
        Telephone eve = house.telephone(EVE);
        CopyPhone watching = new CopyPhone(house, ALICE, "10.0.3.1:5060", room.uri);
        assertThat(watching.subscribe(DIFFS)).isEqualTo(200);
        Talk first = eve.calls(room.uri);
        String id = caller(room.info().element());
        assertThat(caller(watching.conference())).isEqualTo(id);

        first.hangsUp();
        Talk again = eve.calls(room.uri);

        assertThat(caller(room.info().element())).isEqualTo(id);
        assertThat(caller(watching.conference())).isEqualTo(id);
        room.user(Operation.DELETE, Conferences.user(XconUserId.of(id)).build());
        assertThat(again.isOver()).as("and by that she is removed").isTrue();
    }

    /** The XCON-USERID of the one who has called. */
    private static String caller(Element document) {
        List<String> callers = document.child(Info.USERS).orElseThrow().elements().stream()
                .filter(user -> user.child(Info.ENDPOINT).isPresent())
                .map(user -> user.attribute(Attributes.ENTITY).orElseThrow())
                .toList();
        assertThat(callers).hasSize(1);
        return callers.get(0);
    }

    // What he may

    @Test
    @Requirement("XF-5.2-02")
    void whoIsGivenNoRoleTakesPartAndChangesNothing() {
        assertThat(call(bob, room)).isEqualTo(200);
        assertThat(room.status(bob.uri)).isEqualTo("connected");
        assertThat(room.users().find(BOBS_ID).orElseThrow().roles()).containsExactly(Role.PARTICIPANT);

        CcmpResponse refused = room.ccmp(
                Message.CONF,
                Operation.UPDATE,
                BOB,
                Optional.of(Conferences.changes(room.id).title("Bob's").build()));

        assertThat(refused.code()).isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);
        assertThat(room.info().element().toString()).doesNotContain("Bob's");
    }

    @Test
    @Requirement("CCMP-I-15")
    void aModeratorIsAModeratorAgainWhenHeComesBack() {
        Talk call = bob.calls(room.uri);
        room.update(BOB, it -> it.role(Role.MODERATOR));
        call.hangsUp();
        bob.calls(room.uri);

        assertThat(room.users().find(BOBS_ID).orElseThrow().roles()).containsExactly(Role.MODERATOR);
        assertThat(room.ccmp(
                                Message.CONF,
                                Operation.UPDATE,
                                BOB,
                                Optional.of(Conferences.changes(room.id)
                                        .title("Bob's")
                                        .build()))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
    }

    // Of which conference

    @Test
    @Requirement("XF-6.2-03")
    void everyActiveConferenceHasItsOwnFocus() {
        List<Room> rooms = Stream.generate(() -> Room.of(house)).limit(5).toList();
        Set<String> foci = new HashSet<>();
        for (Room one : rooms) {
            Talk call = house.telephone(DAVE).calls(one.uri);
            foci.add(call.focus());
            assertThat(Room.at(house, call.focus()).id).isEqualTo(one.id);
            assertThat(call.response().header("Call-Info").orElseThrow()).contains("<" + one.id + ">");
        }
        assertThat(foci).hasSameSizeAs(rooms);
        Set<XconUri> instances = new HashSet<>();
        for (Room one : rooms) {
            assertThat(mcus(one)).isNotEmpty();
            instances.add(one.id);
            one.deleted();
            assertThat(house.house.parley.focus().find(SipUri.of(one.uri))).isEmpty();
        }
        assertThat(instances).hasSameSizeAs(rooms);
    }
}
