package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who ask for privacy (RFC 3323, RFC 3325, RFC 4575 section 8.2), over SIP. */
class PrivacyOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final Phone alice = house.phone(ALICE);
    private final Phone bob = house.phone(BOB, "{bobs-phone}", Transport.TCP);
    private final Phone carol = house.phone(CAROL);

    private Line watching(Phone phone) {
        phone.join();
        return phone.line(phone.subscribe());
    }

    private SipRequest named(Phone phone, String privacy) {
        SipRequest invite = phone.invite();
        SipRequest named =
                invite.with("From", invite.header("From").orElseThrow().replaceFirst("^<", "\"Bob the Builder\" <"));
        return privacy.isEmpty() ? named : named.with("Privacy", privacy);
    }

    private static List<String> others(Line watcher) {
        return watcher.roster().users().stream()
                .filter(it -> !it.equals(watcher.phone.who))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "user", "user; id", "ID", "id;critical"})
    @Requirement({"EV-8.2-03", "PHONE-6-01"})
    void whoAsksForPrivacyIsAnAliasToTheOthersAndNothingOfHisIsInWhatTheyHear(String privacy) {
        Line organizer = watching(alice);
        Line attendee = watching(carol);
        bob.line(named(bob, privacy));

        for (Line watcher : List.of(organizer, attendee)) {
            assertThat(others(watcher))
                    .filteredOn(it -> it.endsWith("@anonymous.invalid"))
                    .hasSize(1);
            assertThat(watcher.phone.heard()).isNotEmpty().allSatisfy(PrivacyOverSipTest::betraysNobody);
        }
    }

    private static void betraysNobody(SipMessage message) {
        assertThat(message.headers() + message.body().text())
                .doesNotContainIgnoringCase("sip:bob@")
                .doesNotContain("Builder")
                .doesNotContain("{bobs-phone}")
                .doesNotContain("10.0.1.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "none;id", "header", "session", "critical", "identity"})
    @Requirement("EV-8.2-03")
    void whoAsksForNoneIsShownAsHeIs(String privacy) {
        Line attendee = watching(carol);
        bob.line(named(bob, privacy));

        assertThat(others(attendee)).contains(BOB);
        assertThat(attendee.roster().user(BOB).toString()).contains("Bob the Builder");
    }

    @Test
    @Requirement("EV-8.2-03")
    void heSeesHimselfAsHeIs() {
        bob.line(named(bob, "id"));
        Line own = bob.line(bob.subscribe());

        assertThat(own.roster().users()).contains(BOB);
    }

    @Test
    @Requirement("EV-8.2-03")
    void hisPrivacyLastsAsLongAsHeTakesPart() {
        Line attendee = watching(carol);
        Line first = bob.line(named(bob, "id"));
        Phone desk = house.phone(BOB, "{desk}", Transport.TCP);
        Line second = desk.join();
        assertThat(others(attendee)).as("his second device asks for nothing").doesNotContain(BOB);
        first.bye();
        assertThat(others(attendee)).doesNotContain(BOB);
        second.bye();
        assertThat(others(attendee)).isEmpty();

        bob.join();
        assertThat(others(attendee)).as("this call asks for nothing").contains(BOB);
    }

    @Test
    @Requirement("EV-8.2-03")
    void whoStaysListedIsKnownAgainWhenHeHasGone() {
        listed("");
        Line call = bob.line(named(bob, "id"));
        assertThat(wish()).contains("private");
        call.bye();
        assertThat(record()).isPresent();
        assertThat(wish()).isEmpty();
    }

    @Test
    @Requirement("EV-8.2-02")
    void thePolicyAndTheHeaderBothHideHim() {
        listed("private");
        Line attendee = watching(carol);
        Line call = bob.line(named(bob, ""));
        assertThat(others(attendee)).doesNotContain(BOB);
        assertThat(attendee.phone.heard()).allSatisfy(PrivacyOverSipTest::betraysNobody);
        call.bye();
        assertThat(wish()).as("what his record says is not the call's").contains("private");

        bob.line(named(bob, "id"));
        assertThat(others(attendee)).doesNotContain(BOB);
        assertThat(attendee.phone.heard()).allSatisfy(PrivacyOverSipTest::betraysNobody);
    }

    /** Alice writes Bob into the roster by CCMP. */
    private void listed(String wish) {
        Element bobs = User.builder(XconUserId.of("bob", "example.com")).build();
        Element record = wish.isEmpty() ? bobs : bobs.with(Xcon.PROVIDE_ANONYMITY, wish);
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, house.house.id.toString())
                .with(Schema.USERS.empty().with(record));
        CcmpResponse answer = house.house
                .parley
                .ccmp()
                .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                        .operation(Operation.UPDATE)
                        .on(house.house.id.toString())
                        .info(document));
        assertThat(answer.isSuccess()).as("%s", answer).isTrue();
    }

    private Optional<Element> record() {
        Conference now = house.house.parley.focus().find(house.house.conference).orElseThrow();
        return now.document().child(Info.USERS).flatMap(users -> users.entry(Info.USER, "xcon-userid:bob@example.com"));
    }

    private Optional<String> wish() {
        return record().flatMap(it -> it.childText(Xcon.PROVIDE_ANONYMITY));
    }

    private static String alias(Line watcher) {
        List<String> aliases = others(watcher).stream()
                .filter(it -> it.endsWith("@anonymous.invalid"))
                .toList();
        assertThat(aliases).hasSize(1);
        return aliases.get(0);
    }

    private static Line watching(Phone phone, String room) {
        phone.line(phone.invite(room, "attendee"));
        return phone.line(
                phone.request("SUBSCRIBE", room).with("Event", "conference").with("Expires", "3600"));
    }

    @Test
    @Requirement("EV-5.6-07")
    void anAliasIsOneForTheWholeConferenceAndAnotherInTheNext() {
        SipHouse phones = SipHouse.forPhones();
        List<String> aliases = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String room = phones.house.room().toString();
            Line first = watching(phones.phone(ALICE), room);
            Line second = watching(phones.phone(CAROL), room);
            Phone hidden = phones.phone(BOB);
            SipRequest invite = hidden.invite(room, "attendee").with("Privacy", "id");
            Line call = hidden.line(invite);
            String alias = alias(first);
            assertThat(alias(second)).isEqualTo(alias);
            call.bye();
            assertThat(others(second)).doesNotContain(alias);
            hidden.line(hidden.invite(room, "attendee").with("Privacy", "id"));
            assertThat(alias(second)).as("he is back").isEqualTo(alias);
            assertThat(alias).doesNotContain("bob");
            aliases.add(alias);
        }
        assertThat(aliases).doesNotHaveDuplicates();
    }
}
