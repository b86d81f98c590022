package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody goes on by another device (RFC 4579 section 5.9, RFC 3891). */
class ReplacingOverSipTest {

    private final SipHouse house = SipHouse.forPhones();
    private final Room room = Room.of(house);
    private final Phone watcher = house.phone(ALICE);
    private final Line watching;
    private final Telephone desk = house.telephone(BOB);
    private final Telephone mobile = house.telephone(BOB);
    private final Telephone carol = house.telephone("sip:carol@example.com");
    private final Talk first;

    ReplacingOverSipTest() {
        watcher.line(watcher.invite(room.uri, "presenter").with("Session-Expires", "7200"));
        watching = watcher.line(watcher.request("SUBSCRIBE", room.uri)
                .with("Event", "conference")
                .with("Expires", "3600"));
        first = desk.calls(room.uri);
    }

    @AfterEach
    void everyCallEndsOnce() {
        room.deleted();
        house.nothingIsLeft();
        for (Telephone phone : List.of(desk, mobile, carol)) {
            assertThat(phone.talks)
                    .filteredOn(talk -> talk.response().status() == 200)
                    .allMatch(talk -> talk.ends() == 1);
        }
    }

    private static SipRequest replacing(Telephone phone, String uri, String replaced) {
        return phone.request("INVITE", uri).with("Replaces", replaced).with(Telephone.OFFER);
    }

    private int status(Telephone phone, String replaced) {
        return phone.calls(replacing(phone, room.uri, replaced)).response().status();
    }

    @Test
    @Requirement({"PHONE-5.9-01", "PHONE-5.9-02", "PHONE-3.1-02"})
    void theOtherDeviceTakesThePlaceOfTheFirst() {
        SipResponse capabilities = mobile.asks(mobile.request("OPTIONS", room.uri));
        assertThat(capabilities.headers().list("Supported")).contains("replaces");
        assertThat(first.response().headers().list("Supported")).contains("replaces");

        Talk second = mobile.calls(replacing(mobile, room.uri, first.replaced()).with("Require", "replaces"));
        assertThat(second.response().status()).isEqualTo(200);
        assertThat(desk.heard("BYE")).hasSize(1);
        assertThat(first.isOver()).isTrue();
        assertThat(second.isOver()).isFalse();
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
        assertThat(watching.heard().stream().map(it -> it.body().text()))
                .noneMatch(document -> document.contains("entity=\"" + BOB + "\" state=\"deleted\""));
        assertThat(watching.roster().endpoints(BOB)).containsExactlyInAnyOrder("focus connected", "chat connected");
    }

    @Test
    void whoSpeaksC3pReplacesAsWell() {
        Phone tablet = house.phone(BOB);
        Line line = tablet.line(tablet.invite(room.uri, "attendee").with("Replaces", first.replaced()));
        assertThat(desk.heard("BYE")).hasSize(1);
        assertThat(line.methods()).doesNotContain("BYE");
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
    }

    @Test
    @Requirement("PHONE-5.9-03")
    void nobodyReplacesTheDialogOfSomebodyElse() {
        assertThat(status(carol, first.replaced())).isEqualTo(403);
        assertThat(status(mobile, "nothing@example.com;to-tag=1;from-tag=2")).isEqualTo(481);
        assertThat(first.isOver()).isFalse();
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB);
    }

    @Test
    void whatCannotBeReplacedIsRefused() {
        String replaced = first.replaced();
        assertThat(status(mobile, replaced + ";early-only"))
                .as("it was answered")
                .isEqualTo(486);
        assertThat(status(mobile, replaced.replaceFirst(";to-tag=.*?;", ";"))).isEqualTo(400);
        assertThat(status(mobile, "")).isEqualTo(400);
        SipRequest twice = replacing(mobile, room.uri, replaced).and("Replaces", replaced);
        assertThat(mobile.calls(twice).response().status()).isEqualTo(400);
        SipRequest joining = replacing(mobile, room.uri, replaced).with("Join", replaced);
        assertThat(mobile.calls(joining).response().status()).isEqualTo(400);
        assertThat(first.isOver()).isFalse();
    }

    @Test
    @Requirement("PHONE-5.12-02")
    void theCreatorOfAConferenceGoesOnByAnotherDeviceAndItLives() {
        Talk created = desk.calls("sip:conference-factory@example.com");
        Room made = Room.at(house, created.focus());
        Talk carols = carol.calls(created.focus());
        Talk second = mobile.calls(replacing(mobile, made.uri, created.replaced()));
        assertThat(created.isOver()).isTrue();
        assertThat(carols.isOver()).isFalse();
        second.hangsUp();
        assertThat(carols.isOver()).as("that was the creator's last").isTrue();
    }
}
