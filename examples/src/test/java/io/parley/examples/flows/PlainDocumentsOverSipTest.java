package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.Roster.at;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.child;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceChanges;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipRequest;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in the documents of RFC 4575 that phones are sent (section 5). */
class PlainDocumentsOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final Phone alice = house.phone(ALICE);
    private final Line organizer = alice.join();

    @AfterEach
    void nothingIsLeft() {
        organizer.bye();
        house.pass(Duration.ofHours(2));
        house.nothingIsLeft();
    }

    private CcmpResponse ask(Message message, Operation operation, String user, Element info) {
        CcmpResponse response = house.house
                .parley
                .ccmp()
                .handle(CcmpRequest.of(message, "xcon-userid:" + user + "@example.com")
                        .on(house.house.id.toString())
                        .operation(operation)
                        .info(info));
        house.moment();
        return response;
    }

    private ResponseCode changed(UnaryOperator<ConferenceChanges> change) {
        Element info = change.apply(Conferences.changes(house.house.id)).build();
        return ask(Message.CONF, Operation.UPDATE, "alice", info).code();
    }

    /** Somebody comes by CCMP. */
    private ResponseCode comes(String user) {
        Element record = Conferences.user(XconUserId.of(user, "example.com"))
                .endpoint(Conferences.endpoint("tel:+15551234"))
                .build();
        return ask(Message.USER, Operation.CREATE, user, record).code();
    }

    /** A device of {@code who} that knows RFC 4575 and is in no call. */
    private Line watching(String who) {
        Phone phone = house.phone(who);
        return phone.line(phone.subscribe());
    }

    private static Element last(Line line) {
        List<SipRequest> heard = line.heard("NOTIFY");
        return House.document(heard.get(heard.size() - 1).body().bytes());
    }

    private void lock() {
        organizer.ask(new ModifyConferenceLock(ConferenceKeys.of(house.house.conference), true, Optional.empty()));
    }

    private static Element endpoint(Line watching, String who) {
        return child(watching.roster().user(who), "endpoint").orElseThrow();
    }

    @Test
    @Requirement({"EV-5.2-01", "EV-5.3.1-01", "EV-5.3.1-02"})
    void theConferenceIsNamedByTheUriThatLeadsIntoIt() {
        Element first = last(watching(ALICE));
        List<Element> uris = at(first, "conference-description", "conf-uris").elements();
        assertThat(uris).hasSize(1);
        assertThat(text(uris.get(0), "purpose")).isEqualTo("participation");
        assertThat(text(uris.get(0), "uri")).isEqualTo(attribute(first, "entity"));
        for (Element entry : uris) {
            Phone bob = house.phone(BOB);
            Line call = bob.line(bob.invite(text(entry, "uri"), "attendee"));
            assertThat(watching(ALICE).roster().users()).contains(BOB);
            call.bye();
        }
    }

    @Test
    @Requirement("EV-5.3.3-01")
    void nobodyComesBeyondTheMaximum() {
        changed(changes -> changes.maximumUsers(2));
        assertThat(comes("carol")).isEqualTo(ResponseCode.SUCCESS);
        assertThat(comes("dave")).isEqualTo(ResponseCode.RESOURCES_NOT_AVAILABLE);
        Phone bob = house.phone(BOB);
        assertThat(bob.ask(bob.invite()).status()).isEqualTo(603);
    }

    @Test
    @Requirement("EV-5.5.2-01")
    void aConferenceIsActiveFromTheFirstArrivalOn() {
        organizer.bye();
        house.pass(Duration.ofHours(1));
        Line watching = watching(ALICE);
        assertThat(text(last(watching), "conference-state", "active")).isEqualTo("false");
        assertThat(text(last(watching), "conference-state", "user-count")).isEqualTo("0");
        Line call = house.phone(ALICE).join();
        assertThat(text(last(watching), "conference-state", "active")).isEqualTo("true");
        assertThat(text(last(watching), "conference-state", "user-count")).isEqualTo("1");
        call.bye();
    }

    @Test
    @Requirement("EV-5.5.3-02")
    void whoIsInALockedConferenceMayGoAndBeSent() {
        Line call = house.phone(BOB).join();
        Line other = house.phone(CAROL).join();
        Line watching = watching(ALICE);
        lock();
        assertThat(call.bye().status()).isEqualTo(200);
        organizer.ask(new DeleteUser(
                new UserKeys(house.house.conference, SipUri.of(CAROL)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(other.methods()).contains("BYE");
        house.moment();
        assertThat(watching.roster().users()).containsExactly(ALICE);
        assertThat(text(last(watching(ALICE)), "conference-state", "locked")).isEqualTo("true");
    }

    @Test
    @Requirement("EV-5.6.6-01")
    void twoDevicesOfOneUserAreTwoEndpoints() {
        Line first = house.phone(BOB).join();
        Line second = house.phone(BOB).join();
        Line watching = watching(ALICE);
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(watching.roster().endpoints(BOB)).containsExactly(" connected", " connected");
        first.bye();
        assertThat(watching.roster().endpoints(BOB)).containsExactly(" connected");
        second.bye();
    }

    @Test
    @Requirement({"EV-5.7.3-01", "EV-5.7.3-02", "EV-5.7.4-01", "EV-5.7.5-01", "EV-5.7.9-02"})
    void anEndpointIsShownWithItsCall() {
        Line watching = watching(ALICE);
        Instant before = house.house.memory.clock().instant();
        Line call = house.phone(BOB).join();
        Element endpoint = endpoint(watching, BOB);
        assertThat(text(endpoint, "status")).isEqualTo("connected");
        assertThat(text(endpoint, "joining-method")).isEqualTo("dialed-in");
        assertThat(Instant.parse(text(endpoint, "joining-info", "when")))
                .isBetween(before.minusSeconds(1), before.plusSeconds(1));
        Element sip = at(endpoint, "call-info", "sip");
        assertThat(text(sip, "call-id")).isEqualTo(call.callId());
        assertThat(text(sip, "from-tag")).isEqualTo(call.localTag());
        assertThat(text(sip, "to-tag")).isEqualTo(call.remoteTag());
        call.bye();
        assertThat(watching.roster().users()).containsExactly(ALICE);
    }

    @Test
    @Requirement("EV-5.7.3-03")
    void whoWaitsIsOnHold() {
        Line watching = watching(ALICE);
        lock();
        Line waiting = house.phone(DAVE).join();
        assertThat(watching.roster().endpoints(DAVE)).containsExactly(" on-hold");
        assertThat(text(last(watching(ALICE)), "conference-state", "user-count"))
                .isEqualTo("1");
        waiting.bye();
    }

    @Test
    @Requirement("EV-5.1-02")
    void comingAndGoingIsToldToEverybody() {
        comes("carol");
        List<Line> watchers = List.of(watching(ALICE), watching(CAROL));
        Line call = house.phone(BOB).join();
        assertThat(watchers)
                .allSatisfy(watcher -> assertThat(watcher.roster().users()).contains(BOB));
        call.bye();
        assertThat(watchers)
                .allSatisfy(watcher -> assertThat(watcher.roster().users()).doesNotContain(BOB));
    }

    @Test
    @Requirement({"EV-4.5-04", "EV-4.6-15"})
    void aUserIsSpelledAsBeforeAndToldWhole() {
        comes("carol");
        Line watching = watching(ALICE);
        Element renamed = Conferences.userChanges(XconUserId.of("CAROL", "example.com"))
                .displayName("Caroline")
                .build();
        assertThat(ask(Message.USER, Operation.UPDATE, "carol", renamed).code()).isEqualTo(ResponseCode.SUCCESS);
        Element told = at(last(watching), "users", "user");
        assertThat(attribute(told, "entity")).isEqualTo(CAROL);
        assertThat(text(told, "display-text")).isEqualTo("Caroline");
        Element nameless = Conferences.userChanges(XconUserId.of("carol", "example.com"))
                .withoutDisplayName()
                .build();
        assertThat(ask(Message.USER, Operation.UPDATE, "carol", nameless).code())
                .isEqualTo(ResponseCode.SUCCESS);
        Element left = at(last(watching), "users", "user");
        assertThat(attribute(left, "state")).isEqualTo("full");
        assertThat(child(left, "display-text")).isEmpty();
        assertThat(child(watching.roster().user(CAROL), "display-text")).isEmpty();
    }

    @Test
    @Requirement("EV-5.4.2-01")
    void thePageOfTheHostIsOnTheWeb() {
        assertThat(changed(changes -> changes.hostPage("ftp://example.com/"))).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(changed(changes -> changes.hostPage("https://example.com/"))).isEqualTo(ResponseCode.SUCCESS);
        assertThat(text(last(watching(ALICE)), "host-info", "web-page")).isEqualTo("https://example.com/");
    }

    @Test
    @Requirement("EV-3.9-01")
    void documentsKeepTheirDistance() {
        assertThat(burst(house, watching(ALICE), Duration.ofSeconds(1))).isBetween(2, 6);
        SipHouse slow = new SipHouse(Plan.STANDARD.sip(settings -> settings.interval(Duration.ofSeconds(5))));
        Phone phone = slow.phone(ALICE);
        Line call = phone.join();
        Line watching = slow.phone(ALICE).line(slow.phone(ALICE).subscribe());
        slow.pass(Duration.ofSeconds(5));
        assertThat(burst(slow, watching, Duration.ofMillis(4900))).isEqualTo(1);
        slow.pass(Duration.ofSeconds(5));
        call.bye();
    }

    /** How many documents come while there are fifty changes in {@code time}. */
    private static int burst(SipHouse house, Line watching, Duration time) {
        house.pass(Duration.ofSeconds(1));
        int known = watching.heard("NOTIFY").size();
        for (int i = 0; i < 50; i++) {
            Element title =
                    Conferences.changes(house.house.id).title("Title " + i).build();
            house.house
                    .parley
                    .ccmp()
                    .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                            .on(house.house.id.toString())
                            .operation(Operation.UPDATE)
                            .info(title));
            house.pass(time.dividedBy(50));
        }
        return watching.heard("NOTIFY").size() - known;
    }
}
