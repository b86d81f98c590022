package io.parley.examples.flows;

import static io.parley.examples.flows.CopyPhone.DIFFS;
import static io.parley.examples.flows.CopyPhone.ROSTER;
import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceKeys;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.patch.DiffCodec;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.conference.Conferences;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipRequest;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The event package of XCON (RFC 6502): who gets which documents, in what order, and what they make of them. */
class XconWatchersOverSipTest {

    private static final String XCON = LocalCopy.FULL;

    private final SipHouse house = SipHouse.open();
    private final Line organizer = house.phone(ALICE).join();
    private int phones;

    @AfterEach
    void nothingIsLeft() {
        organizer.bye();
        house.pass(Duration.ofHours(2));
        assertThat(house.focus.subscriptions()).isZero();
        house.nothingIsLeft();
    }

    private CopyPhone phone(String who) {
        return new CopyPhone(house, who, "10.0.2." + ++phones + ":5060");
    }

    private CopyPhone watching(String who, String accept, String... supported) {
        CopyPhone phone = phone(who);
        assertThat(phone.subscribe(accept, supported)).isEqualTo(200);
        return phone;
    }

    private void titled(String title) {
        house.house.update(house.house.changes().title(title));
    }

    /** {@code user} comes by CCMP, without a call. */
    private void comes(String user) {
        CcmpResponse response = house.house.ccmp(
                Message.USER,
                Operation.CREATE,
                "xcon-userid:" + user + "@example.com",
                Optional.of(Conferences.user(XconUserId.of(user, "example.com"))
                        .endpoint(Conferences.endpoint("tel:+1555" + user.hashCode()))
                        .build()));
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
    }

    private void goes(String user) {
        house.house.ccmp(
                Message.USER,
                Operation.DELETE,
                "xcon-userid:" + user + "@example.com",
                Optional.of(Conferences.user(XconUserId.of(user, "example.com")).build()));
    }

    /** The conference as {@code who} retrieves it. */
    private Element retrieved(String who) {
        return house.house
                .ccmp(Message.CONF, Operation.RETRIEVE, who.replace("sip:", "xcon-userid:"), Optional.empty())
                .body()
                .info()
                .orElseThrow(() -> new AssertionError(who + " retrieves nothing"));
    }

    private void isUpToDate(CopyPhone phone) {
        assertThat(phone.conference()).isEqualTo(retrieved(phone.who));
    }

    // Which documents (RFC 6502 section 4)

    @ParameterizedTest
    @ValueSource(
            strings = {
                XCON,
                ROSTER + ", " + XCON,
                "*/*;q=0.1, " + XCON,
                "Application/XCON-Conference-Info+XML;q=0.5, " + ROSTER + ";q=0.5"
            })
    @Requirement({"XEV-4-01", "EV-3.4-02", "XEV-5.1-01", "XEV-5.1-02", "CCMP-8-02", "C3P-D3-12"})
    void whoNamesTheTypeOfXconGetsTheDocumentOfTheDataModel(String accept) {
        CopyPhone phone = watching(ALICE, accept);
        assertThat(phone.types()).containsExactly("full");
        assertThat(phone.last().body().contentType()).contains("application/xcon-conference-info+xml");
        isUpToDate(phone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ROSTER + ";q=1, " + XCON + ";q=0.5|roster",
                ROSTER + ";q=0.5, " + XCON + ";q=0.6|full",
                XCON + ";q=0, */*|roster",
                "*/*|roster",
                ROSTER + ", " + DiffCodec.MEDIA_TYPE + "|roster"
            })
    @Requirement("XEV-4-02")
    void whatHeLikesBetterDecides(String accept, String type) {
        assertThat(watching(ALICE, accept).types()).containsExactly(type);
    }

    @Test
    void diffsAloneCannotBeHad() {
        assertThat(phone(ALICE).subscribe(DiffCodec.MEDIA_TYPE)).isEqualTo(406);
    }

    @Test
    @Requirement({"XEV-4.1-01", "XEV-5-02", "EV-5.2-02"})
    void rostersOfRfc4575AreServedBesideIt() {
        CopyPhone xcon = watching(ALICE, DIFFS);
        Phone old = house.phone(DAVE);
        house.house.update(house.house.changes().allow(DAVE, "dial-in"));
        Line roster = old.line(old.subscribe());
        titled("The week");
        house.moment();
        Element first = House.document(roster.heard("NOTIFY").get(0).body().bytes());
        assertThat(Roster.attribute(first, "state")).isEqualTo("full");
        assertThat(Roster.attribute(roster.roster().last(), "state")).isEqualTo("partial");
        assertThat(Roster.attribute(first, "entity")).isEqualTo(house.house.conference.toString());
        assertThat(roster.roster().users()).containsExactly(ALICE);
        assertThat(xcon.conference().attribute(Attributes.ENTITY)).contains(house.house.id.toString());
        assertThat(xcon.conference().child(Info.USERS).orElseThrow().children(Info.USER))
                .allSatisfy(user -> assertThat(user.attribute(Attributes.ENTITY).orElseThrow())
                        .startsWith("xcon-userid:"));
        isUpToDate(xcon);
    }

    @Test
    @Requirement("EV-6-03")
    void everyProfileHasTheExtensionsThatAreItsOwn() {
        house.house.update(house.house.changes().allow(DAVE, "dial-in"));
        CopyPhone xcon = watching(ALICE, XCON);
        Phone old = house.phone(DAVE);
        Line plain = old.line(old.subscribe());
        Line c3p = organizer.phone.line(organizer.phone.subscribe());
        String xconNamespace = "urn:ietf:params:xml:ns:xcon-conference-info";
        String microsoft = "http://schemas.microsoft.com/";
        assertThat(text(plain)).doesNotContain(xconNamespace, microsoft);
        assertThat(text(c3p)).contains(microsoft).doesNotContain(xconNamespace);
        assertThat(xcon.last().body().text())
                .contains(xconNamespace, "allowed-users-list")
                .doesNotContain(microsoft);
    }

    private static String text(Line line) {
        return line.heard("NOTIFY").get(0).body().text();
    }

    @Test
    void whoMayNotWatchGetsNothingByThisTypeEither() {
        assertThat(phone(BOB).subscribe(DIFFS)).isEqualTo(403);
        assertThat(phone("sip:nobody@example.com").subscribe(XCON)).isEqualTo(403);
        house.house.update(house.house.changes().allow(DAVE, "dial-in"));
        assertThat(phone(DAVE).subscribe(DIFFS)).isEqualTo(200);
    }

    // Full documents and diffs (section 5)

    @ParameterizedTest
    @ValueSource(strings = {DiffCodec.MEDIA_TYPE, "application/xcon-conference-diff-info+xml"})
    @Requirement({"XEV-5-03", "XEV-5-05", "XEV-5.1-03", "XEV-5.1-04"})
    void whoAcceptsDiffsGetsThemAfterTheFirstDocument(String type) {
        CopyPhone phone = watching(ALICE, XCON + ", " + type);
        titled("The week");
        house.moment();
        assertThat(phone.types()).containsExactly("full", "diff");
        assertThat(phone.last().body().contentType()).contains("application/xcon-conference-info-diff+xml");
        assertThat(phone.last().body().text()).containsOnlyOnce(" sel=").contains("The week");
        isUpToDate(phone);
        comes("carol");
        house.moment();
        assertThat(phone.types()).containsExactly("full", "diff", "diff");
        isUpToDate(phone);
    }

    @Test
    @Requirement({"XEV-5-04", "XEV-5-01", "XEV-4-04"})
    void whoDoesNotGetsAllEachTime() {
        CopyPhone phone = watching(ALICE, XCON);
        CopyPhone patching = watching(ALICE, DIFFS);
        for (String title : List.of("One", "Two", "Three")) {
            titled(title);
            house.moment();
            isUpToDate(phone);
        }
        assertThat(phone.types()).containsExactly("full", "full", "full", "full");
        for (CopyPhone each : List.of(phone, patching)) {
            assertThat(each.heard())
                    .allSatisfy(notify -> assertThat(notify.body().text())
                            .doesNotContain("state=")
                            .doesNotContainPattern("<[^?>]* version="));
        }
    }

    @Test
    @Requirement({"CCMP-4.2-07", "C3P-D3-13"})
    void theCopyIsWhatARetrieveShows() {
        CopyPhone phone = watching(ALICE, DIFFS);
        titled("One");
        comes("carol");
        titled("Two");
        house.house.update(house.house.changes().allow(DAVE, "dial-out"));
        goes("carol");
        house.moment();
        house.moment();
        isUpToDate(phone);
    }

    @Test
    @Requirement("XEV-3-01")
    void everyCopyIsThatOfItsOwner() {
        Line call = house.phone(BOB).join();
        CopyPhone moderator = watching(ALICE, DIFFS);
        CopyPhone member = watching(BOB, DIFFS);
        house.house.update(house.house.changes().deny("sip:mallory@elsewhere.example"));
        comes("carol");
        house.moment();
        isUpToDate(moderator);
        isUpToDate(member);
        house.house.ccmp(
                Message.USER,
                Operation.UPDATE,
                "xcon-userid:carol@example.com",
                Optional.of(Conferences.userChanges(XconUserId.of("carol", "example.com"))
                        .anonymity("private")
                        .build()));
        titled("The week");
        house.moment();
        isUpToDate(moderator);
        isUpToDate(member);
        assertThat(moderator.conference()).isNotEqualTo(member.conference());
        assertThat(moderator.conference().toString()).contains("mallory");
        assertThat(member.heard())
                .allSatisfy(notify -> assertThat(notify.body().text()).doesNotContain("mallory"));
        call.bye();
    }

    @Test
    @Requirement("PATCH-6-01")
    void whatIsAsItWasIsNotTold() {
        CopyPhone phone = watching(ALICE, DIFFS);
        CopyPhone whole = watching(ALICE, XCON);
        titled("Before");
        house.pass(Duration.ofMillis(10));
        int known = phone.heard().size();
        assertThat(known).isEqualTo(2);
        titled("Between");
        house.pass(Duration.ofMillis(10));
        titled("Before");
        house.pass(Duration.ofMinutes(1));
        house.house.update(house.house.changes().title("Before"));
        house.pass(Duration.ofMinutes(1));
        assertThat(phone.heard()).hasSize(known);
        assertThat(whole.heard()).hasSize(known);
        isUpToDate(phone);
    }

    @Test
    @Requirement("XEV-5.1-14")
    void aDiffThatIsLongerThanTheDocumentIsNotSent() {
        IntStream.range(0, 40).forEach(i -> comes("old" + i));
        Line call = house.phone(BOB).join();
        CopyPhone phone = watching(BOB, DIFFS);
        phone.is(CopyPhone.Manner.SLOW);
        titled("The week");
        house.moment();
        IntStream.range(0, 40).forEach(i -> goes("old" + i));
        IntStream.range(0, 40).forEach(i -> comes("new" + i));
        phone.answer();
        house.moment();
        phone.answer();
        assertThat(phone.types()).containsExactly("full", "diff", "full");
        isUpToDate(phone);
        call.bye();
    }

    // Order (section 5.1)

    @Test
    @Requirement({"XEV-5.1-08", "XEV-5.1-09"})
    void whileOneIsNotAnsweredThereIsNoOther() {
        CopyPhone phone = watching(ALICE, DIFFS);
        phone.is(CopyPhone.Manner.SLOW);
        titled("One");
        house.moment();
        for (String title : List.of("Two", "Three", "Four")) {
            titled(title);
            house.pass(Duration.ofMillis(500));
        }
        comes("carol");
        house.pass(Duration.ofMillis(500));
        assertThat(phone.types()).containsExactly("full", "diff");
        phone.answer();
        house.moment();
        assertThat(phone.types()).containsExactly("full", "diff", "diff");
        assertThat(phone.last().body().text()).contains("Four", "carol").doesNotContain("Two", "Three");
        isUpToDate(phone);
        phone.answer();
    }

    @Test
    @Requirement("XEV-5.1-09")
    void theLastOneWaitsForTheAnswerToTheOneBefore() {
        CopyPhone phone = watching(ALICE, DIFFS);
        phone.is(CopyPhone.Manner.SLOW);
        titled("One");
        house.moment();
        assertThat(phone.refresh("0")).isEqualTo(200);
        house.moment();
        assertThat(phone.state()).startsWith("active");
        phone.answer();
        house.moment();
        assertThat(phone.state()).startsWith("terminated");
        phone.answer();
    }

    @Test
    @Requirement("XEV-5.1-10")
    void diffsNeverComeWithoutAskingForAnAnswer() {
        CopyPhone phone = watching(ALICE, DIFFS, "ms-benotify", "ms-piggyback-first-notify");
        titled("One");
        house.moment();
        assertThat(phone.heard())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.method()).isEqualTo("NOTIFY"));
        assertThat(house.focus.subscriptions()).isEqualTo(1);
        phone.is(CopyPhone.Manner.DEAF);
        titled("Two");
        house.pass(Duration.ofMinutes(1));
        assertThat(house.focus.subscriptions()).as("it was not answered").isZero();
    }

    @Test
    @Requirement("XEV-5.1-11")
    void aRefreshAndTheEndOfASubscriptionAreAnsweredInFull() {
        CopyPhone phone = watching(ALICE, DIFFS);
        titled("One");
        house.moment();
        assertThat(phone.refresh("3600")).isEqualTo(200);
        assertThat(phone.types()).containsExactly("full", "diff", "full");
        titled("Two");
        house.moment();
        assertThat(phone.refresh("0")).isEqualTo(200);
        assertThat(phone.types()).containsExactly("full", "diff", "full", "diff", "full");
        assertThat(phone.state()).isEqualTo("terminated;reason=timeout");
        isUpToDate(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROSTER, XCON})
    @Requirement("XEV-5.1-12")
    void whoAcceptsDiffsLaterGetsADocumentFirst(String earlier) {
        CopyPhone phone = watching(ALICE, earlier);
        titled("One");
        house.moment();
        assertThat(phone.refresh("3600", ROSTER + ", " + DIFFS)).isEqualTo(200);
        titled("Two");
        house.moment();
        assertThat(phone.types().subList(2, 4)).containsExactly("full", "diff");
        isUpToDate(phone);
        assertThat(phone.refresh("3600", "text/plain")).isEqualTo(406);
        titled("Three");
        house.moment();
        assertThat(phone.types().get(4)).isEqualTo("diff");
        assertThat(phone.refresh("3600", ROSTER)).isEqualTo(200);
        assertThat(phone.types().get(5)).isEqualTo("roster");
        assertThat(phone.knowsNothing()).isTrue();
    }

    @Test
    void whoGotRostersUnansweredAnswersOnceHeGetsDiffs() {
        CopyPhone phone = phone(ALICE);
        assertThat(phone.subscribe(ROSTER, "ms-benotify")).isEqualTo(200);
        assertThat(phone.refresh("3600", DIFFS)).isEqualTo(200);
        titled("One");
        house.moment();
        List<SipRequest> heard = phone.heard();
        assertThat(heard.subList(heard.size() - 2, heard.size()))
                .allSatisfy(it -> assertThat(it.method()).isEqualTo("NOTIFY"));
        isUpToDate(phone);
    }

    @Test
    @Requirement({"XEV-5.1-13", "C3P-D3-14"})
    void whoHasRefusedADiffGetsTheDocument() {
        CopyPhone phone = watching(ALICE, DIFFS);
        phone.is(CopyPhone.Manner.REFUSING);
        titled("One");
        house.moment();
        phone.is(CopyPhone.Manner.PROMPT);
        titled("Two");
        house.moment();
        assertThat(phone.types()).containsExactly("full", "diff", "full");
        isUpToDate(phone);
        titled("Three");
        house.moment();
        assertThat(phone.types()).endsWith("full", "diff");
        isUpToDate(phone);
    }

    // The end

    @Test
    @Requirement("XEV-4-05")
    void theEndOfTheConferenceIsToldWithoutABody() {
        CopyPhone phone = watching(ALICE, DIFFS);
        house.house.update(house.house.changes().allow(DAVE, "dial-in"));
        CopyPhone outside = watching(DAVE, XCON);
        organizer.ask(new DeleteConference(ConferenceKeys.of(house.house.conference)));
        house.moment();
        for (CopyPhone each : List.of(phone, outside)) {
            assertThat(each.state()).isEqualTo("terminated;reason=noresource");
            assertThat(each.last().body().isEmpty()).isTrue();
        }
    }

    // RFC 6504 section 4.3

    @Test
    @Requirement({"FLOW-4.3-01", "FLOW-4.3-02"})
    void whoeverIsAddedByCcmpIsSeenByWhoSubscribed() {
        CopyPhone phone = watching(ALICE, DIFFS);
        assertThat(phone.types()).containsExactly("full");
        isUpToDate(phone);
        comes("bob");
        house.moment();
        assertThat(phone.types()).containsExactly("full", "diff");
        assertThat(phone.conference().child(Info.USERS).orElseThrow().entry(Info.USER, "xcon-userid:bob@example.com"))
                .isPresent();
        isUpToDate(phone);
    }
}
