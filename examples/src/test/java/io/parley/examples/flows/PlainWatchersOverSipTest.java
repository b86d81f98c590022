package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static io.parley.examples.flows.House.EVE;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.partsOf;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceChanges;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import io.parley.user.UriPurpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones that know RFC 4575 and nothing of C3P: who may watch a conference, what they are told, and how that ends. */
class PlainWatchersOverSipTest {

    private static final String CONFERENCE_INFO = "application/conference-info+xml";

    private final SipHouse house = SipHouse.open();
    private final Phone alice = house.phone(ALICE);
    private final Line organizer = alice.join();

    @AfterEach
    void nothingIsLeft() {
        organizer.bye();
        house.pass(Duration.ofHours(2));
        assertThat(house.focus.subscriptions()).isZero();
        house.nothingIsLeft();
    }

    // Who may

    private void changed(UnaryOperator<ConferenceChanges> change) {
        Element info = change.apply(Conferences.changes(house.house.id)).build();
        ccmp(Message.CONF, Operation.UPDATE, "alice", Optional.of(info));
    }

    private void ccmp(Message message, Operation operation, String user, Optional<Element> info) {
        CcmpRequest request = CcmpRequest.of(message, "xcon-userid:" + user + "@example.com")
                .on(house.house.id.toString())
                .operation(operation);
        var response = house.house.parley.ccmp().handle(info.map(request::info).orElse(request));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
    }

    /** Carol is in the conference without any call: by CCMP. */
    private void carolIsIn() {
        Element record = Conferences.user(XconUserId.of("carol", "example.com"))
                .endpoint(Conferences.endpoint("tel:+15551234"))
                .build();
        ccmp(Message.USER, Operation.CREATE, "carol", Optional.of(record));
    }

    private static String state(Line line) {
        return last(line).header("Subscription-State").orElseThrow();
    }

    private static SipRequest last(Line line) {
        List<SipRequest> heard = line.heard();
        return heard.get(heard.size() - 1);
    }

    private static String kind(Line line) {
        return attribute(House.document(last(line).body().bytes()), "state");
    }

    private int status(String who) {
        Phone phone = house.phone(who);
        SipResponse response = phone.ask(phone.subscribe().with("Expires", "0"));
        return response.status();
    }

    @Test
    @Requirement({"EV-3.1-01", "EV-3.5-03"})
    void everybodyWhoIsInMayWatchHoweverHeIsIn() {
        Phone bob = house.phone(BOB);
        Line call = bob.join();
        carolIsIn();
        for (Phone phone : List.of(alice, bob, house.phone(BOB), house.phone(CAROL))) {
            SipResponse accepted = phone.ask(phone.subscribe());
            assertThat(accepted.status()).as(phone.who).isEqualTo(200);
        }
        assertThat(bob.ask(bob.request("OPTIONS", house.house.conference.toString()))
                        .headers()
                        .lists("Allow-Events", "conference"))
                .isTrue();
        call.bye();
    }

    @Test
    void whoIsInvitedOrSteersWatchesFromOutside() {
        changed(changes -> changes.allow(DAVE, "dial-in"));
        assertThat(status(DAVE)).isEqualTo(200);
        organizer.bye();
        house.pass(Duration.ofMinutes(1));
        assertThat(status(ALICE)).as("the organizer").isEqualTo(200);
    }

    @Test
    void aStrangerLearnsNothingAndIsNotRemembered() {
        changed(changes -> changes.allow(DAVE, "dial-in"));
        for (String stranger : List.of(BOB, EVE, "sip:anonymous@anonymous.invalid", "sip:nobody@example.com")) {
            Phone phone = house.phone(stranger);
            SipResponse refused = phone.ask(phone.subscribe());
            assertThat(refused.status()).as(stranger).isEqualTo(403);
            assertThat(refused.body().isEmpty()).isTrue();
            assertThat(refused.toString()).doesNotContainIgnoringCase("dave");
            assertThat(phone.heard()).isEmpty();
        }
        assertThat(house.house.memory.users().owner(ContactUri.of(EVE))).isEmpty();
        assertThat(house.focus.subscriptions()).isZero();
    }

    @Test
    @Requirement("EV-3.5-04")
    void aClientOfC3pNeedsACallWhateverThePolicySays() {
        changed(changes -> changes.allow(DAVE, "dial-in"));
        Phone dave = house.phone(DAVE);
        SipRequest subscribe = dave.subscribe().with("Supported", "ms-benotify, ms-piggyback-first-notify");
        assertThat(dave.ask(subscribe).status()).isEqualTo(403);
        Line call = dave.join();
        Phone other = house.phone(DAVE);
        Line watching = other.line(other.subscribe().with("Supported", "ms-piggyback-first-notify"));
        assertThat(watching.roster().endpoints(DAVE)).containsExactly("focus connected");
        call.bye();
        assertThat(state(watching)).isEqualTo("terminated;reason=noresource");
        assertThat(status(DAVE)).as("his phone").isEqualTo(200);
    }

    // RFC 6501 section 4.4.1

    @Test
    @Requirement({"DM-4.4.1-01", "DM-4.4.1-02"})
    void whatIsNotToBeWatchedIsNotWatched() {
        Phone bob = house.phone(BOB);
        Line call = bob.join();
        assertThat(status(BOB)).as("nothing is said").isEqualTo(200);
        changed(changes -> changes.allowEventSubscription(false));
        int before = house.focus.subscriptions();
        assertThat(bob.ask(bob.subscribe()).status()).isEqualTo(403);
        assertThat(status(BOB)).isEqualTo(403);
        assertThat(house.focus.subscriptions()).isEqualTo(before);
        assertThat(status(ALICE)).as("a moderator").isEqualTo(200);
        call.bye();
    }

    @Test
    @Requirement("DM-4.4.1-03")
    void whoIsToWatchNoMoreIsToldSoAtOnce() {
        Phone bob = house.phone(BOB);
        Line call = bob.join();
        carolIsIn();
        Phone carol = house.phone(CAROL);
        Line moderator = alice.line(alice.subscribe());
        Line plain = carol.line(carol.subscribe());
        Line ofC3p = bob.line(bob.subscribe());
        changed(changes -> changes.allowEventSubscription(false));
        house.moment();
        assertThat(state(plain)).isEqualTo("terminated;reason=rejected");
        assertThat(last(plain).body().isEmpty()).isTrue();
        assertThat(state(ofC3p)).isEqualTo("terminated;reason=rejected");
        organizer.ask(new ModifyConferenceLock(ConferenceKeys.of(house.house.conference), true, Optional.empty()));
        assertThat(state(moderator)).startsWith("active");
        assertThat(kind(moderator)).isEqualTo("partial");
        assertThat(plain.heard("NOTIFY")).hasSize(2);
        call.bye();
    }

    // What is told

    @Test
    @Requirement({"EV-3.4-01", "EV-9.2-01", "EV-3.6-01"})
    void aPlainPhoneGetsTheDocumentsOfRfc4575() {
        carolIsIn();
        Phone carol = house.phone(CAROL);
        SipRequest subscribe = carol.subscribe();
        Line watching = carol.line(new SipRequest(
                subscribe.method(), subscribe.uri(), subscribe.headers().without("Accept"), subscribe.body()));
        Element first = watching.roster().last();
        assertThat(partsOf(first)).containsExactly("conference-description", "conference-state", "users");
        assertThat(text(first, "conference-state", "user-count")).isEqualTo("2");
        assertThat(text(first, "conference-state", "active")).isEqualTo("true");
        assertThat(text(first, "conference-state", "locked")).isEqualTo("false");
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
        Phone bob = house.phone(BOB);
        Line call = bob.join();
        assertThat(kind(watching)).isEqualTo("partial");
        assertThat(text(watching.roster().last(), "conference-state", "user-count"))
                .isEqualTo("3");
        assertThat(watching.roster().endpoints(BOB)).containsExactly(" connected");
        call.bye();
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
        assertThat(text(watching.roster().last(), "conference-state", "user-count"))
                .isEqualTo("2");
        organizer.ask(new ModifyConferenceLock(ConferenceKeys.of(house.house.conference), true, Optional.empty()));
        assertThat(text(watching.roster().last(), "conference-state", "locked")).isEqualTo("true");
        assertThat(watching.heard("NOTIFY"))
                .allSatisfy(notify -> assertThat(notify.body().contentType()).contains(CONFERENCE_INFO));
    }

    @Test
    @Requirement({"EV-3.2-01", "EV-3.6-07"})
    void everyKindOfChangeIsTold() {
        carolIsIn();
        Phone carol = house.phone(CAROL);
        Line watching = carol.line(carol.subscribe());
        changed(changes -> changes.serviceUri("http://sharing.example.com/", UriPurpose.WEB_PAGE));
        told(watching, "conference-description");
        changed(changes -> changes.title("The week"));
        told(watching, "conference-description");
        changed(changes -> changes.hostName("Example"));
        told(watching, "host-info");
        organizer.ask(new ModifyConferenceLock(ConferenceKeys.of(house.house.conference), true, Optional.empty()));
        told(watching, "conference-state");
        ccmp(
                Message.USER,
                Operation.UPDATE,
                "carol",
                Optional.of(Conferences.userChanges(XconUserId.of("carol", "example.com"))
                        .displayName("Caroline")
                        .build()));
        told(watching, "users");
    }

    private void told(Line watching, String part) {
        house.moment();
        assertThat(kind(watching)).isEqualTo("partial");
        assertThat(partsOf(watching.roster().last())).containsExactly(part);
    }

    @Test
    @Requirement({"EV-3.2-02", "EV-3.2-04", "EV-3.3-01", "EV-3.9-03"})
    void aFilterHasNoEffectAndARefreshGivesAllAtOnce() {
        carolIsIn();
        Phone carol = house.phone(CAROL);
        SipRequest filtered = carol.subscribe()
                .with(SipBody.of(
                        "application/simple-filter+xml", "<filter-set xmlns='urn:ietf:params:xml:ns:simple-filter'/>"));
        Line watching = carol.line(new SipRequest(
                filtered.method(), filtered.uri(), filtered.headers().without("Expires"), filtered.body()));
        assertThat(watching.accepted.header("Expires")).contains("3600");
        assertThat(watching.roster().users()).containsExactlyInAnyOrder(ALICE, CAROL);
        organizer.ask(new ModifyConferenceLock(ConferenceKeys.of(house.house.conference), true, Optional.empty()));
        int known = watching.heard().size();
        carol.begin(watching.request("SUBSCRIBE").with("Event", "conference"), new java.util.ArrayList<>());
        house.pass(Duration.ofMillis(50));
        assertThat(watching.heard()).hasSize(known + 1);
        assertThat(kind(watching)).isEqualTo("full");
    }

    // What is asked for

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/conference-info+xml|200",
                "Application/Conference-Info+XML;q=0.2|200",
                "application/*|200",
                "text/plain, */*;q=0.1|200",
                "application/conference-info+xml;q=0, */*|406",
                "text/plain|406",
                "application/xcon-conference-info-diff+xml|406"
            })
    @Requirement("EV-3.4-03")
    void whatCannotBeHadIs406(String accept, int status) {
        SipResponse response =
                alice.ask(alice.subscribe().with("Accept", accept).with("Expires", "0"));
        assertThat(response.status()).isEqualTo(status);
        if (status == 406) {
            assertThat(response.headers().lists("Accept", CONFERENCE_INFO)).isTrue();
        }
    }

    // How it ends

    @Test
    @Requirement({"EV-3.3-02", "EV-5.2-03"})
    void theEndOfTheConferenceEndsEverySubscription() {
        changed(changes -> changes.allow(DAVE, "dial-in"));
        carolIsIn();
        Phone carol = house.phone(CAROL);
        Phone dave = house.phone(DAVE);
        Line in = carol.line(carol.subscribe());
        Line outside = dave.line(dave.subscribe());
        assertThat(kind(outside)).isEqualTo("full");
        organizer.ask(new ModifyConferenceLock(ConferenceKeys.of(house.house.conference), true, Optional.empty()));
        assertThat(kind(outside)).isEqualTo("partial");
        organizer.ask(new DeleteConference(ConferenceKeys.of(house.house.conference)));
        for (Line line : List.of(in, outside)) {
            assertThat(state(line)).isEqualTo("terminated;reason=noresource");
            assertThat(kind(line)).isEqualTo("deleted");
            assertThat(House.document(last(line).body().bytes()).elements()).isEmpty();
        }
        assertThat(outside.heard("NOTIFY")).hasSize(3);
    }

    @Test
    void aConferenceThatIsRemovedIsOverForThoseWhoWatchIt() {
        changed(changes -> changes.allow(DAVE, "dial-in"));
        Phone dave = house.phone(DAVE);
        Line outside = dave.line(dave.subscribe());
        ccmp(Message.CONF, Operation.DELETE, "alice", Optional.empty());
        house.moment();
        assertThat(state(outside)).isEqualTo("terminated;reason=noresource");
        assertThat(kind(outside)).isEqualTo("deleted");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasGoneWatchesOnIfHeMayWatchFromOutside(boolean invited) {
        carolIsIn();
        if (invited) {
            changed(changes -> changes.allow(CAROL, "dial-in"));
        }
        Phone carol = house.phone(CAROL);
        Line watching = carol.line(carol.subscribe());
        ccmp(
                Message.USER,
                Operation.DELETE,
                "carol",
                Optional.of(
                        Conferences.user(XconUserId.of("carol", "example.com")).build()));
        house.moment();
        assertThat(state(watching)).startsWith(invited ? "active" : "terminated;reason=rejected");
    }

    @Test
    @Requirement("EV-3.8-01")
    void aCopyThatWasForkedBeginsNoSecondSubscription() {
        SipRequest subscribe = alice.subscribe();
        Line first = alice.line(subscribe);
        SipResponse copy = alice.ask(subscribe);
        assertThat(copy.status()).isEqualTo(482);
        assertThat(house.focus.subscriptions()).isEqualTo(1);
        assertThat(first.heard("NOTIFY")).hasSize(1);
    }
}
