package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.Roster.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.identity.SipUri;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Transport;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SUBSCRIBE to a conference and what comes of it (RFC 6665, MS-CONFBAS section 3.4, MS-SIP sections 3.4 to 3.6). */
@Requirement({
    "SUB-3.1.1-01",
    "SUB-3.2-01",
    "SUB-4.2.2-06",
    "SUB-4.2.2-08",
    "SUB-4.2.2-09",
    "SUB-4.2.2-10",
    "SUB-8.2.1-05",
    "SUB-8.2.3-01",
    "SUB-8.3.1-01",
    "C3P-4.2.1-03",
    "C3P-2.2.4-02",
    "C3P-8.1-02"
})
class SubscriptionsOverSipTest {

    private final SipHouse house = SipHouse.open();
    private final Phone alice = house.phone(ALICE);
    private final Phone bob = house.phone(BOB);
    private final Line organizer = alice.join();
    private final Line call = bob.join();
    private boolean locked;

    @AfterEach
    void everythingThatWasSentStandsWhereItMayAndNothingIsLeft() {
        for (SipMessage message : house.told()) {
            if (message instanceof SipRequest request && request.method().endsWith("NOTIFY")) {
                notified(request);
                continue;
            }
            assertThat(message.header("Event")).isEmpty();
            assertThat(message.header("Subscription-State")).isEmpty();
            boolean subscribes = message.header("CSeq").orElse("").endsWith("SUBSCRIBE");
            if (message instanceof SipResponse response && subscribes && response.isSuccess()) {
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.header("Expires").orElse("")).matches("\\d+");
            }
        }
        organizer.bye();
        call.bye();
        house.pass(Duration.ofHours(2));
        house.nothingIsLeft();
    }

    private static void notified(SipRequest notify) {
        assertThat(notify.header("Event").orElse("")).startsWith("conference");
        assertThat(notify.header("Contact").orElse("")).contains("opaque=app:conf:focus:id:");
        String state = notify.header("Subscription-State").orElse("");
        assertThat(state).matches("active;expires=\\d+|terminated;reason=\\w+");
        if (state.startsWith("active")) {
            assertThat(Integer.parseInt(state.substring("active;expires=".length())))
                    .isLessThanOrEqualTo(3600);
        }
        if (!notify.body().isEmpty()) {
            assertThat(notify.body().contentType()).contains("application/conference-info+xml");
        }
    }

    private ConferenceKeys keys() {
        return ConferenceKeys.of(house.house.conference);
    }

    /** Something that every watcher is told. */
    private void change() {
        locked = !locked;
        organizer.ask(new ModifyConferenceLock(keys(), locked, Optional.empty()));
    }

    private SipRequest asking(String expires) {
        return bob.subscribe().with("Expires", expires);
    }

    private static SipRequest refresh(Line line, String expires) {
        return line.request("SUBSCRIBE").with("Event", "conference").with("Expires", expires);
    }

    private static String state(SipRequest notify) {
        return notify.header("Subscription-State").orElseThrow();
    }

    private static SipRequest last(Line line) {
        List<SipRequest> heard = line.heard();
        return heard.get(heard.size() - 1);
    }

    private static String kind(SipMessage message) {
        return attribute(House.document(message.body().bytes()), "state");
    }

    // Who may, and what he asks for

    @Test
    @Requirement("C3P-D3-01")
    void onlyWhoHasACallMayWatch() {
        Phone carol = house.phone(CAROL);
        assertThat(carol.ask(carol.subscribe()).status()).isEqualTo(403);
        Line third = carol.join();
        SipRequest within = third.request("SUBSCRIBE").with("Event", "conference");
        assertThat(carol.ask(carol.subscribe()).status()).isEqualTo(200);
        third.bye();
        assertThat(carol.ask(carol.subscribe()).status()).isEqualTo(403);
        assertThat(third.ask(within).status()).isEqualTo(481);
    }

    @ParameterizedTest
    @ValueSource(strings = {"presence", "Conference", "conference.winfo", "conference, refer", ""})
    @Requirement({
        "C3P-D3-02",
        "SUB-4.2.1.1-02",
        "SUB-4.2.3-01",
        "SUB-8.2.1-01",
        "SUB-8.2.1-04",
        "SUB-8.4-02",
        "SUB-4.4.4-01"
    })
    void anotherEventIs489(String event) {
        SipRequest subscribe = bob.subscribe();
        SipResponse refused = bob.ask(
                event.isEmpty()
                        ? new SipRequest(
                                subscribe.method(),
                                subscribe.uri(),
                                subscribe.headers().without("Event"),
                                subscribe.body())
                        : subscribe.with("Event", event));
        assertThat(refused.status()).isEqualTo(489);
        assertThat(refused.headers().list("Allow-Events")).containsExactly("conference");
    }

    @Test
    @Requirement({"C3P-D3-03", "SUB-4.1.2.1-01"})
    void aSubscriberThatTakesNoRosterIs406() {
        SipResponse refused = bob.ask(bob.subscribe().with("Accept", "text/plain"));
        assertThat(refused.status()).isEqualTo(406);
        Line line = bob.line(new SipRequest(
                "SUBSCRIBE",
                house.house.conference.toString(),
                bob.subscribe().headers().without("Accept"),
                bob.subscribe().body()));
        assertThat(last(line).body().contentType()).contains("application/conference-info+xml");
        assertThat(bob.ask(bob.subscribe().with("Accept", "text/plain, application/conference-info+xml"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Requirement({"C3P-4.3.1-01", "SUB-3.1.1-02", "SUB-3.1.1-03", "SUB-3.1.1-05", "SUB-4.2.1.1-03", "SUB-8.4-01"})
    void aSubscriptionLastsAsLongAsIsAskedForWithinBounds() {
        assertThat(granted(asking("600"))).isEqualTo("600");
        assertThat(granted(asking("86400"))).isEqualTo("3600");
        assertThat(granted(asking("600").with("Contact", bob.contact() + ";expires=10")))
                .isEqualTo("600");
        SipRequest plain =
                bob.request("SUBSCRIBE", house.house.conference.toString()).with("o", "conference");
        SipResponse response = bob.ask(plain);
        assertThat(response.header("Expires")).contains("3600");
        assertThat(response.header("Contact").orElseThrow()).endsWith(";isfocus");
        SipResponse brief = bob.ask(asking("30"));
        assertThat(brief.status()).isEqualTo(423);
        assertThat(brief.header("Min-Expires")).contains("60");
    }

    private String granted(SipRequest subscribe) {
        SipResponse response = bob.ask(subscribe);
        assertThat(response.status()).isEqualTo(200);
        return response.header("Expires").orElseThrow();
    }

    // What is told, and when

    @ParameterizedTest
    @EnumSource(Transport.class)
    @Requirement({
        "C3P-D3-04",
        "C3P-D7-05",
        "SUB-4.2.1.2-01",
        "SUB-4.2.1.2-02",
        "SUB-4.2.2-01",
        "SUB-4.2.2-07",
        "SUB-4.2.1.1-05",
        "C3P-3.4.4.2-05"
    })
    void theStateIsToldAtOnceAndWhatChangesAfterwards(Transport transport) {
        Phone phone = house.phone(BOB, "{another}", transport);
        phone.join();
        change();
        Line watching = phone.line(phone.subscribe());
        assertThat(watching.methods()).containsExactly("NOTIFY");
        assertThat(state(last(watching))).isEqualTo("active;expires=3600");
        assertThat(kind(last(watching))).isEqualTo("full");
        house.pass(Duration.ofSeconds(10));
        change();
        assertThat(watching.heard()).hasSize(2);
        assertThat(kind(last(watching))).isEqualTo("partial");
        assertThat(state(last(watching))).matches("active;expires=35(89|90)");
        house.pass(Duration.ofMinutes(10));
        assertThat(watching.ask(refresh(watching, "3600")).header("Expires")).contains("3600");
        assertThat(watching.heard()).hasSize(3);
        assertThat(kind(last(watching))).as("after a refresh").isEqualTo("full");
        house.pass(Duration.ofMinutes(15));
        change();
        assertThat(watching.roster().documents())
                .as("versions follow each other")
                .hasSize(4);
    }

    @Test
    @Requirement("C3P-D3-09")
    void aBurstIsTwoDocumentsAtMostAndTheLastStateIsTold() {
        Line watching = bob.line(bob.subscribe());
        house.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 51; i++) {
            organizer.phone.begin(
                    organizer
                            .request("INFO")
                            .with(house.command(
                                    ALICE,
                                    house.house.conference.toString(),
                                    "9" + i,
                                    "<modifyConferenceLock><conferenceKeys confEntity='" + house.house.conference
                                            + "'/><locked>" + (i % 2 == 0) + "</locked></modifyConferenceLock>")),
                    new ArrayList<>());
            house.pass(Duration.ofMillis(2));
        }
        house.moment();
        assertThat(watching.heard()).hasSizeBetween(2, 3);
        assertThat(watching.roster().locked(house.house.conference.toString())).isEqualTo("true");
    }

    @Test
    @Requirement({"SUB-4.2.2-11", "C3P-3.14.4.1-05"})
    void whoWaitsHasALimitedViewAndAnActiveSubscription() {
        change();
        Phone carol = house.phone(CAROL);
        Line third = carol.join();
        Line watching = carol.line(carol.subscribe());
        assertThat(state(last(watching))).startsWith("active;");
        assertThat(watching.roster().users()).containsExactly(CAROL);
        assertThat(watching.roster().endpoints(CAROL)).containsExactly("focus on-hold");
        organizer.ask(new SetLobbyAccess(keys(), List.of(SipUri.of(CAROL)), Access.GRANTED));
        assertThat(kind(last(watching))).isEqualTo("full");
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, BOB, CAROL);
        third.bye();
    }

    @Test
    @Requirement({"SUB-3.2.1-01", "SUB-8.2.1-02", "SUB-8.2.1-03"})
    void theIdOfTheEventTellsSubscriptionsApart() {
        Line watching = bob.line(bob.subscribe().with("Event", "conference;id=7"));
        assertThat(last(watching).header("Event")).contains("conference;id=7");
        watching.ask(refresh(watching, "3600").with("Event", "conference;id=7;x=1"));
        assertThat(watching.heard()).hasSize(2);
        assertThat(watching.roster().documents()).as("one subscription").hasSize(2);
        change();
        assertThat(last(watching).header("Event")).contains("conference;id=7");
        int known = watching.heard().size();
        watching.ask(refresh(watching, "3600"));
        assertThat(watching.heard().subList(known, watching.heard().size()))
                .as("nobody refreshes 7 so")
                .noneMatch(it -> it.header("Event").orElse("").contains("id=7"));
    }

    @Test
    @Requirement("SUB-4.5.2-02")
    void subscriptionsInOneDialogLiveAndEndByThemselves() {
        for (String id : List.of("1", "2")) {
            assertThat(call.ask(call.request("SUBSCRIBE")
                                    .with("Event", "conference;id=" + id)
                                    .with("Expires", "100"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(call.heard("NOTIFY")).hasSize(2);
        house.pass(Duration.ofSeconds(60));
        call.ask(call.request("SUBSCRIBE").with("Event", "conference;id=2").with("Expires", "100"));
        house.pass(Duration.ofSeconds(60));
        assertThat(call.heard("NOTIFY"))
                .filteredOn(it -> state(it).equals("terminated;reason=timeout"))
                .extracting(it -> it.header("Event").orElse(""))
                .containsExactly("conference;id=1");
        change();
        assertThat(last(call).header("Event")).contains("conference;id=2");
        assertThat(kind(last(call))).isEqualTo("partial");
    }

    @Test
    @Requirement("SUB-4.2.1-01")
    void whoDoesNotSubscribeIsToldNothing() {
        change();
        house.pass(Duration.ofMinutes(1));
        assertThat(call.heard()).isEmpty();
        assertThat(organizer.heard("NOTIFY")).isEmpty();
    }

    @Test
    @Requirement("SUB-3.1-01")
    void aRefreshFromElsewhereMovesTheSubscription() {
        Line watching = bob.line(bob.subscribe());
        Phone other = house.phone(BOB);
        String there = "sip:bob@" + other.stack.address().getHostString() + ";transport=tcp";
        watching.ask(refresh(watching, "600").with("Contact", "<" + there + ">"));
        change();
        assertThat(watching.heard()).hasSize(1);
        assertThat(other.heard()).hasSize(2).allSatisfy(notify -> {
            assertThat(notify.method()).isEqualTo("NOTIFY");
            assertThat(notify.uri()).isEqualTo(there);
            assertThat(notify.header("Call-ID")).contains(watching.callId());
        });
    }

    // How it ends

    @Test
    @Requirement({"C3P-4.3.2-01", "SUB-3.1.1-06", "SUB-4.2.1.4-06", "SUB-4.2.1.4-07", "SUB-4.4.1-01"})
    void whoUnsubscribesIsToldTheStateOnceMore() {
        Line watching = bob.line(bob.subscribe());
        SipResponse response = watching.ask(refresh(watching, "0"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Expires")).contains("0");
        assertThat(state(last(watching))).isEqualTo("terminated;reason=timeout");
        assertThat(kind(last(watching))).isEqualTo("full");
        int known = watching.heard().size();
        change();
        assertThat(watching.heard()).hasSize(known);
        assertThat(watching.ask(refresh(watching, "600")).status()).isEqualTo(481);
    }

    @Test
    @Requirement({"SUB-3.1.1-04", "SUB-4.2.1.4-04", "SUB-4.2.1.4-05", "SUB-4.2.1.4-07"})
    void whoDoesNotRefreshIsToldThatItIsOver() {
        Line watching = bob.line(asking("90"));
        Line longer = bob.line(asking("7200"));
        house.pass(Duration.ofSeconds(89));
        assertThat(watching.heard()).hasSize(1);
        house.pass(Duration.ofSeconds(2));
        assertThat(state(last(watching))).isEqualTo("terminated;reason=timeout");
        assertThat(last(watching).body().isEmpty()).isTrue();
        change();
        assertThat(watching.heard()).hasSize(2);
        call.ask(call.request("UPDATE").with("Supported", "timer"));
        house.pass(Duration.ofMinutes(28));
        call.ask(call.request("UPDATE").with("Supported", "timer"));
        house.pass(Duration.ofMinutes(28));
        call.ask(call.request("UPDATE").with("Supported", "timer"));
        house.pass(Duration.ofMinutes(4));
        assertThat(state(last(longer))).isEqualTo("terminated;reason=timeout");
    }

    @Test
    @Requirement({"SUB-4.2.1.4-02", "SUB-4.2.1.4-03"})
    void aRefreshMayShortenButNotTooMuch() {
        Line watching = bob.line(asking("100"));
        assertThat(watching.ask(refresh(watching, "30")).status()).isEqualTo(423);
        house.pass(Duration.ofSeconds(50));
        assertThat(watching.ask(refresh(watching, "60")).header("Expires")).contains("60");
        house.pass(Duration.ofSeconds(58));
        assertThat(state(last(watching))).startsWith("active");
        house.pass(Duration.ofSeconds(2));
        assertThat(state(last(watching))).startsWith("terminated");

        Line other = bob.line(asking("100"));
        house.pass(Duration.ofSeconds(50));
        assertThat(other.ask(refresh(other, "30")).status()).isEqualTo(423);
        house.pass(Duration.ofSeconds(50));
        assertThat(state(last(other))).as("the old expiry").startsWith("terminated");
    }

    @Test
    @Requirement("SUB-4.4.3-01")
    void whoFetchesIsToldTheStateOnce() {
        Line fetch = bob.line(asking("0"));
        assertThat(fetch.heard()).hasSize(1);
        assertThat(state(last(fetch))).isEqualTo("terminated;reason=timeout");
        assertThat(kind(last(fetch))).isEqualTo("full");
        change();
        assertThat(fetch.heard()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604})
    @Requirement({"SUB-4.2.2-03", "SUB-4.2.2-04"})
    void whoDoesNotWantDocumentsGetsNone(int status) {
        bob.answers("NOTIFY", status);
        Line watching = bob.line(bob.subscribe());
        change();
        change();
        assertThat(watching.heard()).hasSize(1);
        assertThat(call.ask("OPTIONS").status()).as("the call goes on").isEqualTo(200);
    }

    @Test
    @Requirement({"C3P-D3-05", "SUB-4.2.2-02"})
    void whoDoesNotAnswerGetsNoMoreAfterAWhile() {
        bob.answers(Phone.DEAF);
        Line watching = bob.line(bob.subscribe());
        house.pass(Duration.ofSeconds(33));
        int known = watching.heard().size();
        change();
        assertThat(watching.heard()).hasSize(known);
        assertThat(call.ask("OPTIONS").status()).as("the call goes on").isEqualTo(200);

        bob.answers("NOTIFY", 481);
        Line other = bob.line(bob.subscribe());
        change();
        assertThat(other.heard()).hasSize(1);
        assertThat(call.ask("OPTIONS").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 202})
    @Requirement({"SUB-4.2.2-05", "SUB-8.3.1-02"})
    void otherAnswersEndNothing(int status) {
        bob.answers("NOTIFY", status);
        Line watching = bob.line(bob.subscribe());
        change();
        change();
        assertThat(watching.heard()).hasSize(3);
        assertThat(kind(last(watching))).isEqualTo(status == 202 ? "partial" : "full");
        watching.ask(refresh(watching, "0"));
    }

    // MS-SIP

    @Test
    @Requirement({"C3P-SIP3.4.5.1-01", "C3P-SIP3.4.5.1-02", "C3P-SIP3.4.5.1-03", "SUB-4.2.1.2-03"})
    void theFirstDocumentTravelsInTheAnswerIfThatIsWanted() {
        Line watching = bob.line(bob.subscribe().with("Supported", "ms-piggyback-first-notify"));
        assertThat(watching.accepted.body().contentType()).contains("application/conference-info+xml");
        assertThat(kind(watching.accepted)).isEqualTo("full");
        assertThat(watching.accepted.headers().lists("Supported", "ms-piggyback-first-notify"))
                .isTrue();
        house.pass(Duration.ofSeconds(10));
        assertThat(watching.heard()).isEmpty();
        change();
        assertThat(watching.methods()).containsExactly("NOTIFY");
        assertThat(watching.roster().documents()).hasSize(2);
        SipResponse plain = bob.ask(bob.subscribe());
        assertThat(plain.headers().lists("Supported", "ms-piggyback-first-notify"))
                .isFalse();
        assertThat(plain.body().isEmpty()).isTrue();
    }

    @Test
    @Requirement({"C3P-SIP3.5.5.2-01", "C3P-SIP3.5.5.2-02", "C3P-SIP3.5.5.3-02"})
    void whoWantsBenotifyGetsItAndIsNotListenedTo() {
        Line watching = bob.line(bob.subscribe().with("Supported", "ms-benotify"));
        assertThat(watching.accepted.headers().lists("Supported", "ms-benotify"))
                .isTrue();
        assertThat(watching.methods()).containsExactly("BENOTIFY");
        assertThat(state(last(watching))).startsWith("active;expires=");
        change();
        change();
        assertThat(watching.methods()).containsExactly("BENOTIFY", "BENOTIFY", "BENOTIFY");
        assertThat(watching.roster().documents()).hasSize(3);
        Line plain = bob.line(bob.subscribe());
        assertThat(plain.accepted.headers().lists("Supported", "ms-benotify")).isFalse();
        assertThat(plain.methods()).containsExactly("NOTIFY");
    }

    @Test
    @Requirement({"C3P-SIP3.6.5.1-01", "C3P-SIP3.6.5.2-01"})
    void aDocumentExtendsTheSubscriptionIfThatIsAgreed() {
        Line extended = bob.line(asking("60").with("Supported", "com.microsoft.autoextend"));
        Line plain = bob.line(asking("60"));
        assertThat(extended.accepted.headers().lists("Supported", "com.microsoft.autoextend"))
                .isTrue();
        assertThat(plain.accepted.headers().lists("Supported", "com.microsoft.autoextend"))
                .isFalse();
        house.pass(Duration.ofSeconds(49));
        change();
        house.pass(Duration.ofSeconds(50));
        assertThat(state(last(extended))).startsWith("active");
        assertThat(state(last(plain))).isEqualTo("terminated;reason=timeout");
        house.pass(Duration.ofSeconds(11));
        assertThat(state(last(extended))).isEqualTo("terminated;reason=timeout");
    }
}
