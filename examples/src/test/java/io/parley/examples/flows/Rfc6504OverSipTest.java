package io.parley.examples.flows;

import static io.parley.examples.flows.CopyPhone.DIFFS;
import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.MediaStatus;
import io.parley.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The flows of RFC 6504 as phones hear of them: CCMP changes the conference, and the focus calls and tells (sections 5, 6 and 8). */
class Rfc6504OverSipTest {

    private static final XconUserId BOBS_ID = XconUserId.of("bob", "example.com");

    private final SipHouse house = SipHouse.forPhones();
    private final Room room = Room.of(house);

    @AfterEach
    void nothingIsLeft() {
        house.pass(Duration.ofMinutes(12));
        room.deleted();
        house.nothingIsLeft();
    }

    /** Somebody by a client of C3P, which is told who is with the MCUs. */
    private Line watching(String who, String role) {
        Phone phone = house.phone(who);
        phone.line(phone.invite(room.uri, role).with("Session-Expires", "7200"));
        return phone.line(
                phone.request("SUBSCRIBE", room.uri).with("Event", "conference").with("Expires", "3600"));
    }

    /** A client that keeps a copy of the conference, as CCMP shows it. */
    private CopyPhone copy(String who, int number) {
        CopyPhone phone = new CopyPhone(house, who, "10.0.3." + number + ":5060", room.uri);
        assertThat(phone.subscribe(DIFFS)).isEqualTo(200);
        return phone;
    }

    private static Optional<Element> record(CopyPhone watcher, XconUserId user) {
        return watcher.conference().child(Info.USERS).flatMap(users -> users.entry(Info.USER, user.toString()));
    }

    /** How rosters of RFC 4575 name whoever was called there. */
    private static String known(Telephone phone) {
        return SipUri.of(phone.uri).addressOfRecord().toString();
    }

    // RFC 6504 section 5

    @Test
    @Requirement("FLOW-5.1-04")
    void section51TheCreatorIsCalledAndIsInTheMix() {
        Telephone alice = house.telephone(ALICE).picksUp();
        XconUserId creator = XconUserId.of("alice", "example.com");
        house.house.memory.users().claim(creator, Set.of(ContactUri.of(alice.uri)));
        room.update(it -> it.allow(creator.toString(), "dial-out").active(true));

        assertThat(alice.invitation().uri()).isEqualTo(alice.uri);
        assertThat(alice.invitation().body().text()).as("the offer of the MCU").contains("m=message ");
        assertThat(alice.methods()).containsExactly("INVITE", "ACK");
        assertThat(watching(BOB, "attendee").roster().endpoints(known(alice))).contains("chat connected");
    }

    @Test
    @Requirement("FLOW-5.3-03")
    void section53AllThreeAreCalledAtTheStartAndAreInTheMix() {
        List<Telephone> three =
                Stream.of(ALICE, BOB, CAROL).map(house::telephone).toList();
        three.forEach(Telephone::picksUp);
        Instant start = Instant.parse("2030-01-02T14:30:00Z");
        room.update(it -> {
            three.forEach(phone -> it.allow(phone.uri, "dial-out"));
            return it.time(Conferences.time("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20300102T143000Z\n"
                            + "DTEND:20300102T163000Z\nEND:VEVENT\nEND:VCALENDAR")
                    .mixingEnd(Instant.parse("2030-01-02T16:30:00Z"), Role.NONE));
        });
        house.house.memory.clock().set(start.minusSeconds(1));
        assertThat(three).allSatisfy(phone -> assertThat(phone.methods()).isEmpty());

        house.pass(Duration.ofSeconds(2));

        assertThat(three).allSatisfy(phone -> assertThat(phone.methods()).containsExactly("INVITE", "ACK"));
        Roster roster = watching(DAVE, "attendee").roster();
        assertThat(three)
                .allSatisfy(phone -> assertThat(roster.endpoints(known(phone))).contains("chat connected"));
    }

    // RFC 6504 section 6

    @Test
    @Requirement("FLOW-6.1-04")
    void section61TheOthersAndBobAreToldThatHeIsAdded() {
        watching(ALICE, "presenter");
        room.update(it -> it.allow(BOB, "dial-in").allow(CAROL, "dial-in"));
        CopyPhone carol = copy(CAROL, 1);
        CopyPhone bob = copy(BOB, 2);
        assertThat(List.of(carol, bob))
                .allSatisfy(watcher -> assertThat(record(watcher, BOBS_ID)).isEmpty());

        room.user(
                Operation.CREATE,
                Conferences.user(BOBS_ID).endpoint("tel:+15550183").build());

        assertThat(List.of(carol, bob)).allSatisfy(watcher -> {
            assertThat(record(watcher, BOBS_ID)).isPresent();
            assertThat(watcher.types()).containsExactly("full", "diff");
        });
    }

    @Test
    @Requirement({"FLOW-6.1-03", "XF-8.1-02", "C3P-D1-04"})
    void section61BobIsCalledWhenHeIsAddedAndHungUpOnWhenHeIsRemoved() {
        Line watcher = watching(ALICE, "presenter");
        Telephone bob = house.telephone(BOB).picksUp();
        house.house.memory.users().claim(BOBS_ID, Set.of(ContactUri.of(BOB)));

        room.user(Operation.CREATE, Conferences.user(BOBS_ID).endpoint(bob.uri).build());

        assertThat(bob.invitation().uri()).isEqualTo(bob.uri);
        assertThat(bob.methods()).containsExactly("INVITE", "ACK");
        assertThat(room.status(bob.uri)).isEqualTo("connected");
        assertThat(watcher.roster().endpoints(known(bob))).contains("chat connected");
        room.user(Operation.DELETE, Conferences.user(BOBS_ID).build());
        assertThat(bob.methods()).containsExactly("INVITE", "ACK", "BYE");
        assertThat(room.endpoints(bob.uri)).isEmpty();
    }

    @Test
    @Requirement("FLOW-6.1-02")
    void section61OfWhomOnlyTheIdentifierIsSaidHisRegisteredDeviceIsCalled() {
        watching(ALICE, "presenter");
        Telephone bob = house.telephone(BOB).picksUp();
        house.house.memory.users().claim(BOBS_ID, Set.of(ContactUri.of(bob.uri)));

        room.user(Operation.CREATE, Conferences.user(BOBS_ID).build());

        assertThat(bob.invitation().uri()).isEqualTo(bob.uri);
        assertThat(room.status(bob.uri)).isEqualTo("connected");
    }

    @Test
    void whoComesByHimselfIsNotCalled() {
        watching(ALICE, "presenter");
        Telephone bob = house.telephone(BOB).picksUp();
        house.house.memory.users().claim(BOBS_ID, Set.of(ContactUri.of(bob.uri)));
        Element record = Conferences.user(BOBS_ID).endpoint(bob.uri).build();

        assertThat(room.ccmp(Message.USER, Operation.CREATE, BOB, Optional.of(record))
                        .code())
                .isEqualTo(ResponseCode.SUCCESS);
        house.moment();

        assertThat(bob.methods()).isEmpty();
    }

    @Test
    void whoIsAddedAndDoesNotAnswerStaysAddedWithoutThatDevice() {
        watching(ALICE, "presenter");
        Telephone bob = house.telephone(BOB).refuses(486, "Busy Here");
        house.house.memory.users().claim(BOBS_ID, Set.of(ContactUri.of(BOB)));
        room.user(Operation.CREATE, Conferences.user(BOBS_ID).endpoint(bob.uri).build());
        assertThat(room.status(bob.uri)).isEqualTo("disconnected");
        house.pass(Duration.ofMinutes(1));

        assertThat(room.endpoints(bob.uri)).isEmpty();
        assertThat(room.users().find(BOBS_ID)).isPresent();
        assertThat(bob.methods()).containsExactly("INVITE");
    }

    @Test
    @Requirement("FLOW-6.2-03")
    void section62WhoSubscribedLearnsThatBobIsMuted() {
        watching(ALICE, "presenter");
        room.update(it -> it.medium("123", "audio").allow(BOB, "dial-in").allow(CAROL, "dial-in"));
        List<CopyPhone> watchers = List.of(copy(BOB, 1), copy(CAROL, 2));
        String phone = "tel:+15550183";
        room.user(
                Operation.CREATE,
                Conferences.user(BOBS_ID)
                        .endpoint(Conferences.endpoint(phone)
                                .media(Conferences.endpointMedia("1")
                                        .label("123")
                                        .status(MediaStatus.SENDRECV)))
                        .build());
        assertThat(watchers).extracting(it -> medium(it, phone)).containsOnly("sendrecv");

        room.update(
                BOB,
                it -> it.endpoint(Conferences.endpoint(phone)
                        .media(Conferences.endpointMedia("1").status(MediaStatus.RECVONLY))));

        assertThat(watchers).extracting(it -> medium(it, phone)).containsOnly("recvonly");
    }

    /** The status of medium 1 of Bob's {@code endpoint}. */
    private static String medium(CopyPhone watcher, String endpoint) {
        return record(watcher, BOBS_ID)
                .flatMap(bob -> bob.entry(Info.ENDPOINT, endpoint))
                .flatMap(device -> device.entry(Info.MEDIA, "1"))
                .flatMap(media -> media.childText(Info.STATUS))
                .orElse("");
    }

    // RFC 6504 section 8

    @Test
    @Requirement("FLOW-8.1-03")
    void section81TheOthersAreToldThatBobHasLeft() {
        watching(ALICE, "presenter");
        Telephone bob = house.telephone(BOB);
        bob.calls(room.uri);
        Line claire = watching(CAROL, "attendee");
        assertThat(claire.roster().users()).containsExactlyInAnyOrder(ALICE, BOB, CAROL);
        int told = claire.heard("NOTIFY").size();

        room.user(Operation.DELETE, Conferences.user(BOBS_ID).build());

        assertThat(claire.heard("NOTIFY")).hasSize(told + 1);
        assertThat(claire.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
    }
}
