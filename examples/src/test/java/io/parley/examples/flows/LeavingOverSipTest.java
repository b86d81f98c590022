package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.child;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserKeys;
import io.parley.document.Element;
import io.parley.identity.SipUri;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How somebody left, as the phones of those hear of it who steer the conference, and of those who do not (RFC 4575 sections 5.7.3, 5.7.6 and 5.7.7). */
class LeavingOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final Line organizer = house.phone(ALICE).join();
    private final Line carols = house.phone(CAROL).join();
    private final Line moderator = watching(ALICE);
    private final Line participant = watching(CAROL);

    private Line watching(String who) {
        Phone phone = house.phone(who);
        return phone.line(phone.subscribe());
    }

    @AfterEach
    void nothingIsLeft() {
        carols.bye();
        organizer.bye();
        house.pass(Duration.ofHours(2));
        house.nothingIsLeft();
    }

    /** The documents since the one that is {@code known}. */
    private List<Element> since(int known) {
        house.moment();
        List<Element> documents = moderator.roster().documents();
        return documents.subList(known, documents.size());
    }

    private int known() {
        house.moment();
        return moderator.roster().documents().size();
    }

    /** The one user of whom a document tells. */
    private static Element user(Element document) {
        List<Element> users = child(document, "users").orElseThrow().elements();
        assertThat(users).hasSize(1);
        return users.get(0);
    }

    /** Bob has gone in that way: one document says how and that he counts no more, the next that he is in the roster no more. */
    private Element gone(int known, String method) {
        List<Element> told = since(known);
        assertThat(told).hasSize(2);
        Element user = user(told.get(0));
        assertThat(attribute(user, "entity")).isEqualTo(BOB);
        assertThat(attribute(user, "state")).isEqualTo("full");
        Element endpoint = child(user, "endpoint").orElseThrow();
        assertThat(text(endpoint, "status")).isEqualTo("disconnected");
        assertThat(text(endpoint, "disconnection-method")).isEqualTo(method);
        assertThat(text(endpoint, "disconnection-info", "when")).isNotEmpty();
        assertThat(child(endpoint, "call-info")).as("the dialog is no more").isEmpty();
        Element last = user(told.get(1));
        assertThat(attribute(last, "entity")).isEqualTo(BOB);
        assertThat(attribute(last, "state")).isEqualTo("deleted");
        return endpoint;
    }

    private static Optional<Element> by(Element endpoint) {
        return child(child(endpoint, "disconnection-info").orElseThrow(), "by");
    }

    private static Optional<Element> reason(Element endpoint) {
        return child(child(endpoint, "disconnection-info").orElseThrow(), "reason");
    }

    private DeleteUser eject(String user) {
        return new DeleteUser(
                new UserKeys(house.house.conference, SipUri.of(user)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    @Requirement({"EV-5.7.6-01", "EV-5.7.3-02"})
    void whoHangsUpHasDeparted() {
        Line call = house.phone(BOB).join();
        int known = known();
        call.bye();
        Element endpoint = gone(known, "departed");
        assertThat(by(endpoint)).isEmpty();
        assertThat(reason(endpoint)).isEmpty();
        assertThat(text(moderator.roster().documents().get(known), "conference-state", "user-count"))
                .as("where it is told how he left he counts no more")
                .isEqualTo("2");
    }

    @Test
    @Requirement({"EV-5.7.6-02", "EV-5.7.7-03"})
    void whoIsEjectedIsBootedByWhoeverDidIt() {
        house.phone(BOB).join();
        int known = known();
        organizer.ask(eject(BOB));
        assertThat(by(gone(known, "booted")).orElseThrow().text()).isEqualTo(ALICE);
    }

    @Test
    @Requirement("EV-5.7.6-05")
    void whoIsHeardOfNoMoreHasDepartedForATimeout() {
        Phone bob = house.phone(BOB);
        bob.line(bob.invite().with("Session-Expires", "600"));
        int known = known();
        house.pass(Duration.ofMinutes(10));
        Element endpoint = gone(known, "departed");
        assertThat(reason(endpoint).orElseThrow().text()).isEqualTo("SIP;cause=408;text=\"Request Timeout\"");
        assertThat(by(endpoint)).isEmpty();
    }

    @Test
    @Requirement("EV-5.7.6-02")
    void whoIsBannedAndCallsIsBooted() {
        house.house.update(house.house.changes().deny(BOB));
        int known = known();
        Phone bob = house.phone(BOB);
        assertThat(bob.ask(bob.invite()).status()).isEqualTo(403);
        Element endpoint = gone(known, "booted");
        assertThat(reason(endpoint).orElseThrow().text()).isEqualTo("SIP;cause=403;text=\"Forbidden\"");
        assertThat(participant.roster().documents()).as("the others").hasSize(1);

        known = known();
        assertThat(bob.ask(bob.invite()).status()).isEqualTo(403);
        assertThat(since(known)).as("who goes on trying moves nothing").isEmpty();
        house.pass(Duration.ofMinutes(2));
        assertThat(bob.ask(bob.invite()).status()).isEqualTo(403);
        gone(known, "booted");
    }

    @Test
    @Requirement("EV-5.7.3-11")
    void theOthersSeeTheRemovalAlone() {
        Line call = house.phone(BOB).join();
        house.moment();
        int known = participant.roster().documents().size();
        call.bye();
        house.moment();
        List<Element> documents = participant.roster().documents();
        assertThat(documents).hasSize(known + 1);
        assertThat(attribute(user(documents.get(known)), "state")).isEqualTo("deleted");
    }

    @Test
    void whoIsTurnedAwayByOneDeviceStaysByTheOther() {
        Line desk = house.phone(BOB).join();
        house.phone(BOB).join();
        int known = known();
        desk.bye();
        List<Element> told = since(known);
        assertThat(told).hasSize(2);
        assertThat(statuses(told.get(0))).containsExactlyInAnyOrder("disconnected", "connected");
        assertThat(statuses(told.get(1))).containsExactly("connected");
        organizer.ask(eject(BOB));
    }

    private static List<String> statuses(Element document) {
        return user(document).elements().stream()
                .filter(part -> part.name().local().equals("endpoint"))
                .map(endpoint -> text(endpoint, "status"))
                .toList();
    }

    @Test
    void whoHasGoneAndComesAgainHasGoneFirst() {
        Phone bob = house.phone(BOB);
        Line call = bob.join();
        known();
        organizer.ask(eject("sip:nobody@example.com"));
        int known = moderator.roster().documents().size();
        call.bye();
        Line again = bob.join();
        house.moment();
        List<Element> told = since(known);
        assertThat(told.stream().map(LeavingOverSipTest::statuses).flatMap(List::stream))
                .startsWith("disconnected")
                .endsWith("connected");
        assertThat(moderator.roster().endpoints(BOB)).containsExactly(" connected");
        again.bye();
    }
}
