package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which URIs a focus is reached, and which it gives itself (RFC 4579 section 4, RFC 6665 section 4.5.1). */
class FocusAddressesOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final String c3p = house.house.conference.toString();
    private final String room = house.house.room().toString();
    private final Phone bob = house.phone(BOB);
    private final Phone alice = house.phone(ALICE);

    private String uri(String which) {
        return which.equals("c3p") ? c3p : room;
    }

    private SipRequest subscribe(Phone phone, String uri) {
        return phone.request("SUBSCRIBE", uri).with("Event", "conference").with("Expires", "3600");
    }

    private static SipRequest to(String uri, SipRequest request) {
        return new SipRequest(request.method(), uri, request.headers(), request.body());
    }

    private static String contact(SipMessage message) {
        return message.header("Contact").orElseThrow();
    }

    @AfterEach
    void whereverTheFocusSaysWhereItIsItSaysThatItIsOne() {
        assertThat(house.told())
                .filteredOn(message -> message.header("Contact").isPresent())
                .allMatch(message -> contact(message).endsWith(">;isfocus"));
    }

    @Test
    @Requirement("SUB-3.1.2-01")
    void theRequestUriTellsTheConference() {
        alice.line(alice.invite(c3p, "attendee"));
        bob.line(bob.invite(room, "attendee"));
        Phone carol = house.phone(CAROL);
        carol.line(carol.invite(c3p, "attendee"));
        carol.line(carol.invite(room, "attendee"));
        assertThat(carol.line(subscribe(carol, c3p)).roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
        assertThat(carol.line(subscribe(carol, room)).roster().users()).containsExactlyInAnyOrder(BOB, CAROL);
        SipRequest misdirected = to(room, subscribe(carol, c3p));
        assertThat(carol.line(misdirected).roster().users())
                .as("whatever its To says")
                .containsExactlyInAnyOrder(BOB, CAROL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c3p", "room"})
    @Requirement({"SUB-4.5.1-01", "PHONE-4.2-02", "PHONE-4.2-04"})
    void itsContactIsTheConferenceAndOpensItAgain(String which) {
        Line line = bob.line(bob.invite(uri(which), "attendee"));
        Line watching = bob.line(subscribe(bob, uri(which)));
        String contact = contact(line.accepted);
        assertThat(contact(watching.accepted)).isEqualTo(contact);
        assertThat(watching.heard("NOTIFY"))
                .isNotEmpty()
                .allMatch(it -> contact(it).equals(contact));
        String user = uri(which).replaceFirst("@.*", "@");
        assertThat(contact).startsWith("<" + user);
        assertThat(contact).contains(which.equals("c3p") ? ";gruu;opaque=app:conf:focus:id:" + House.ID : ";gr=");

        Phone carol = house.phone(CAROL);
        SipRequest joining = carol.invite(uri(which), "attendee");
        assertThat(carol.ask(to(Line.uri(contact), joining)).status()).isEqualTo(200);
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(BOB, CAROL);
    }

    @Test
    @Requirement("SUB-4.5.1-02")
    void aConferenceOfCcmpIsReachedWithTheParameterAndWithout() {
        Line line = bob.line(bob.invite(room, "attendee"));
        assertThat(contact(line.accepted)).contains(";gr=");
        assertThat(contact(bob.line(bob.invite(c3p, "attendee")).accepted)).contains(";gruu;opaque=");
        String full = Line.uri(contact(line.accepted));
        for (String uri : new String[] {full, full.replaceFirst(";gr=.*", ""), room, room + ";gr=focus"}) {
            Line watching = bob.line(to(uri, subscribe(bob, room)));
            assertThat(watching.roster().users()).as(uri).containsExactly(BOB);
            assertThat(bob.ask(to(uri, bob.request("OPTIONS", room))).status())
                    .as(uri)
                    .isEqualTo(200);
        }
    }

    @Test
    @Requirement({"PHONE-4.3-01", "PHONE-4.3-02"})
    void optionsOfAConferenceTellsThatItIsAFocus() {
        for (String uri : new String[] {c3p, room}) {
            SipResponse outside = bob.ask(bob.request("OPTIONS", uri));
            assertThat(outside.status()).isEqualTo(200);
            assertThat(contact(outside)).endsWith(";isfocus");
        }
        SipResponse within = bob.join().ask("OPTIONS");
        assertThat(within.status()).isEqualTo(200);
        assertThat(contact(within)).endsWith(";isfocus");
    }

    @Test
    @Requirement("PHONE-4.3-03")
    void optionsOfWhatIsNoConferenceTellsNothingOfAFocus() {
        assertThat(contact(bob.ask(bob.request("OPTIONS", room)))).endsWith(";isfocus");
        SipResponse factory = bob.ask(bob.request("OPTIONS", BOB + ";gruu;opaque=app:conf:focusfactory"));
        assertThat(factory.status()).isEqualTo(200);
        assertThat(factory.header("Contact").orElse("")).doesNotContain("isfocus");
        assertThat(bob.ask(bob.request("OPTIONS", "sip:nobody@example.com")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    @Requirement("TIMER-11.2-01")
    void whoCallsASipsUriIsAnsweredFromOne(Transport transport) {
        Phone phone = house.phone(BOB, "{desk}", transport);
        String secure = room.replaceFirst("sip:", "sips:");
        SipResponse accepted = phone.ask(to(secure, phone.invite(room, "attendee")));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(contact(accepted)).startsWith("<sips:");
        assertThat(contact(phone.ask(phone.invite(room, "attendee")))).startsWith("<sip:");
    }

    @Test
    @Requirement("PHONE-5.8-01")
    void joinIsNotKnown() {
        SipRequest joining = bob.invite(c3p, "attendee").with("Join", "12345600@10.0.0.9;from-tag=1;to-tag=2");
        SipResponse refused = bob.ask(joining.with("Require", "join"));
        assertThat(refused.status()).isEqualTo(420);
        assertThat(refused.header("Unsupported")).contains("join");
        assertThat(bob.ask(bob.invite(c3p, "attendee").with("Join", "1@10.0.0.9;from-tag=1;to-tag=2"))
                        .status())
                .isEqualTo(200);
    }
}
