package io.parley.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Session timers of calls that we place (RFC 4028 sections 7 and 10). */
class PlacedCallsTest {

    private static final Duration HALF = Duration.ofSeconds(900);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Booth booth = Booth.open();
    private final Handset handset = booth.handset;

    private static SipResponse lasting(String interval) {
        return Handset.ok().with("Session-Expires", interval);
    }

    private static SipResponse updating(String interval) {
        return lasting(interval).with("Allow", "INVITE, ACK, BYE, UPDATE");
    }

    private static SipResponse told(int status) {
        return SipResponse.of(status, "As told");
    }

    private static String expires(SipRequest request) {
        return request.header("Session-Expires").orElse("none");
    }

    @Test
    @Requirement({"TIMER-7.1-02", "TIMER-7.1-03"})
    void anInviteAsksForATimerAndLeavesOpenWhoRefreshes() {
        SipRequest invite = booth.place(lasting("1800;refresher=uas"));
        assertThat(expires(invite)).isEqualTo("1800");
        assertThat(invite.headers().lists("Supported", "timer")).isTrue();
        assertThat(invite.header("Require")).isEmpty();
        assertThat(invite.header("Proxy-Require")).isEmpty();
    }

    @Test
    @Requirement("TIMER-7.1-01")
    void allThatWeSendTellsThatWeKnowTimers() {
        booth.place(updating("1800;refresher=uac"));
        Session session = booth.session.orElseThrow();
        booth.pass(HALF);
        session.modify(SipHeaders.NONE, Booth.DESCRIPTION, response -> {});
        for (String method : List.of("INFO", "OPTIONS", "MESSAGE")) {
            session.send(method, SipHeaders.NONE, SipBody.NONE, response -> {});
        }
        session.subscribe("REFER", SipHeaders.NONE.and("Refer-To", "<sip:a@b>"), SipBody.NONE, new Nobody());
        session.subscribe("SUBSCRIBE", SipHeaders.NONE.and("Event", "conference"), SipBody.NONE, new Nobody());
        booth.settle();
        session.end();
        booth.settle();
        assertThat(handset.methods())
                .containsExactlyInAnyOrder(
                        "INVITE", "UPDATE", "INVITE", "INFO", "OPTIONS", "MESSAGE", "REFER", "SUBSCRIBE", "BYE");
        assertThat(handset.heard())
                .filteredOn(request -> !request.method().equals("ACK"))
                .allMatch(request -> request.headers().lists("Supported", "timer"));
    }

    /** Hears of a subscription, and does nothing about it. */
    private static final class Nobody implements SubscriberHandler {
        @Override
        public void notified(SipMessage message) {}

        @Override
        public void failed(SipResponse response) {}

        @Override
        public void ended(SubscriptionEnd end) {}
    }

    @Test
    @Requirement({"TIMER-7.2-01", "TIMER-9-17", "TIMER-9-18", "TIMER-7.4-02"})
    void weRefreshAtHalfOfTheIntervalIfThe2xxSaysUac() {
        booth.place(updating("1800;refresher=uac"));
        booth.pass(HALF.minus(SECOND.multipliedBy(2)));
        assertThat(handset.methods()).containsExactly("INVITE");
        booth.pass(SECOND.multipliedBy(2));
        assertThat(handset.methods()).containsExactly("INVITE", "UPDATE");
        assertThat(expires(handset.heard("UPDATE").get(0))).isEqualTo("1800;refresher=uac");
    }

    @Test
    @Requirement({"TIMER-7.2-01", "TIMER-7.4-03"})
    void weWaitForThePeerIfThe2xxSaysUas() {
        booth.place(updating("1800;refresher=uas"));
        booth.pass(Duration.ofSeconds(1000));
        booth.session.orElseThrow().modify(SipHeaders.NONE, Booth.DESCRIPTION, response -> {});
        booth.settle();
        assertThat(handset.methods()).as("no refresh of ours").containsExactly("INVITE", "INVITE");
        assertThat(expires(handset.heard("INVITE").get(1))).isEqualTo("1800;refresher=uas");
        booth.pass(Duration.ofSeconds(1800 - 34));
        assertThat(booth.ends).isEmpty();
        booth.pass(Duration.ofSeconds(3));
        assertThat(handset.methods()).containsExactly("INVITE", "INVITE", "BYE");
        assertThat(booth.ends).containsExactly(SessionEnd.EXPIRED);
        booth.nothingIsLeft();
    }

    @Test
    @Requirement("TIMER-7.4-03")
    void ourRefreshKeepsUsTheRefresher() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers(request -> Optional.of(lasting("1800;refresher=uac")));
        booth.pass(HALF.multipliedBy(3).plus(SECOND));
        assertThat(handset.heard("UPDATE"))
                .hasSize(3)
                .allMatch(request -> expires(request).equals("1800;refresher=uac"));
    }

    @Test
    @Requirement("TIMER-7.2-02")
    void whoSaysNothingOfTimersIsRefreshedAllTheSame() {
        booth.place(Handset.ok());
        handset.answers(request -> Optional.of(Handset.ok()));
        booth.pass(HALF.minus(SECOND.multipliedBy(2)));
        assertThat(handset.methods()).containsExactly("INVITE");
        booth.pass(Duration.ofSeconds(2));
        assertThat(expires(handset.heard("INVITE").get(1))).isEqualTo("1800;refresher=uac");
        booth.pass(HALF.multipliedBy(3));
        assertThat(handset.methods()).as("each half hour has two").hasSize(5).containsOnly("INVITE");
        handset.stack.unplug();
        booth.pass(HALF.multipliedBy(2));
        assertThat(booth.ends).hasSize(1);
        booth.nothingIsLeft();
    }

    @Test
    @Requirement("TIMER-7.2-03")
    void aLater2xxWithoutATimerSwitchesItOff() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers(request -> Optional.of(Handset.ok()));
        booth.pass(HALF);
        assertThat(handset.methods()).containsExactly("INVITE", "UPDATE");
        booth.pass(Duration.ofHours(24));
        assertThat(booth.ends).isEmpty();
        assertThat(handset.methods().subList(2, handset.methods().size()))
                .as("only whether he is there is asked")
                .isNotEmpty()
                .containsOnly("OPTIONS");
    }

    @Test
    @Requirement({"TIMER-7.3-01", "TIMER-7.4-01", "TIMER-5-01"})
    void anIntervalThatIsTooSmallIsTriedAgainWithTheOneThatWasTold() {
        handset.answers(request -> Optional.of(
                request.header("Min-SE").isPresent()
                        ? updating("3600;refresher=uac")
                        : told(422).with("Min-SE", "3600")));
        booth.call(Booth.offer());
        assertThat(handset.heard("INVITE")).hasSize(2);
        SipRequest again = handset.heard("INVITE").get(1);
        assertThat(expires(again)).isEqualTo("3600");
        assertThat(again.header("Min-SE")).contains("3600");
        assertThat(again.header("From"))
                .isNotEqualTo(handset.heard("INVITE").get(0).header("From"));

        booth.pass(HALF.multipliedBy(2));
        SipRequest refresh = handset.heard("UPDATE").get(0);
        assertThat(expires(refresh)).isEqualTo("3600;refresher=uac");
        assertThat(refresh.header("Min-SE")).contains("3600");

        booth.ask(handset.within("UPDATE")
                .with("Supported", "timer")
                .with("Session-Expires", "5000;refresher=uas")
                .with("Min-SE", "4000"));
        booth.pass(Duration.ofSeconds(2500));
        SipRequest later = handset.heard("UPDATE").get(1);
        assertThat(later.header("Min-SE")).as("the largest").contains("4000");
    }

    @ParameterizedTest
    @CsvSource({"10, 90", "90, 90", "120, 120"})
    @Requirement("TIMER-5-01")
    void aMinimumOfOursIsNeverBelow90(String theirs, String ours) {
        booth.place(updating("1800;refresher=uac").with("Min-SE", theirs));
        booth.pass(HALF);
        assertThat(handset.heard("UPDATE").get(0).header("Min-SE")).contains(ours);
    }

    @Test
    @Requirement({"TIMER-7.4-01", "TIMER-7.4-02"})
    void aRefreshThatIsTooSmallIsTriedAgainAsWell() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers(request -> Optional.of(
                request.header("Min-SE").isPresent()
                        ? lasting("2400;refresher=uac")
                        : told(422).with("Min-SE", "2400")));
        booth.pass(HALF);
        assertThat(handset.heard("UPDATE"))
                .map(PlacedCallsTest::expires)
                .containsExactly("1800;refresher=uac", "2400;refresher=uac");
        booth.pass(Duration.ofSeconds(1200));
        assertThat(handset.heard("UPDATE")).hasSize(3);
        assertThat(booth.ends).isEmpty();
    }

    @Test
    @Requirement({"TIMER-7.4-04", "TIMER-7.4-05"})
    void whoTakesUpdateIsRefreshedByItWithoutAnOffer() {
        booth.place(updating("1800;refresher=uac"));
        booth.pass(HALF);
        assertThat(handset.methods()).containsExactly("INVITE", "UPDATE");
        assertThat(handset.heard("UPDATE").get(0).body().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement({"TIMER-7.4-04", "TIMER-7.4-06"})
    void whoDoesNotIsRefreshedByTheSameDescriptionAgain(boolean weOffer) {
        SipResponse accepted = lasting("1800;refresher=uac").with("Allow", "INVITE, ACK, BYE");
        booth.place(
                weOffer ? Booth.offer() : Booth.offerless(), weOffer ? accepted : accepted.with(Handset.DESCRIPTION));
        booth.pass(HALF);
        assertThat(handset.methods()).containsExactly("INVITE", "INVITE");
        assertThat(handset.heard("INVITE").get(1).body()).isEqualTo(Booth.DESCRIPTION);
        assertThat(handset.heard("ACK")).hasSize(2);
    }

    @Test
    @Requirement("TIMER-7.4-06")
    void aRefreshRepeatsWhatWasChangedSince() {
        booth.place(lasting("1800;refresher=uac"));
        SipBody changed = SipBody.of("application/sdp", Booth.DESCRIPTION.text().replace("o=- 5 1", "o=- 5 2"));
        booth.session.orElseThrow().modify(SipHeaders.NONE, changed, response -> {});
        booth.settle();
        booth.pass(HALF);
        assertThat(handset.heard("INVITE").get(2).body()).isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501})
    void whoRefusesUpdateAfterAllIsRefreshedByInvite(int refusal) {
        booth.place(updating("1800;refresher=uac"));
        handset.answers("UPDATE", told(refusal));
        booth.pass(HALF);
        assertThat(handset.methods()).containsExactly("INVITE", "UPDATE", "INVITE");
        assertThat(booth.ends).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 481})
    @Requirement("TIMER-10-02")
    void aRefreshThatFindsNobodyEndsTheCallByBye(int refusal) {
        booth.place(updating("1800;refresher=uac"));
        handset.answers("UPDATE", told(refusal));
        booth.pass(HALF);
        assertThat(handset.methods()).containsExactly("INVITE", "UPDATE", "BYE");
        assertThat(booth.ends).containsExactly(SessionEnd.GONE);
        booth.nothingIsLeft();
    }

    @Test
    @Requirement("TIMER-10-02")
    void aRefreshThatNobodyAnswersEndsTheCallByBye() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers(request -> request.method().equals("BYE") ? Optional.of(Handset.ok()) : Optional.empty());
        booth.pass(HALF.plusSeconds(30));
        assertThat(handset.methods()).containsExactly("INVITE", "UPDATE");
        booth.pass(Duration.ofSeconds(3));
        assertThat(handset.methods()).containsExactly("INVITE", "UPDATE", "BYE");
        assertThat(booth.ends).containsExactly(SessionEnd.GONE);
        booth.nothingIsLeft();
    }

    @Test
    @Requirement("TIMER-10-03")
    void afterThreeErrorsARefreshIsNotTriedAgain() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers("UPDATE", told(500));
        booth.pass(HALF.multipliedBy(2).minus(Duration.ofSeconds(2)));
        assertThat(handset.heard("UPDATE")).hasSize(3);
        assertThat(booth.ends).isEmpty();
        booth.pass(Duration.ofSeconds(3));
        assertThat(handset.methods()).endsWith("UPDATE", "BYE");
        assertThat(booth.ends).containsExactly(SessionEnd.EXPIRED);
        booth.nothingIsLeft();
    }

    @Test
    @Requirement("TIMER-10-03")
    void aRefreshThatIsToComeLaterComesLater() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers("UPDATE", told(503).with("Retry-After", "77"));
        booth.pass(HALF);
        handset.answers("UPDATE", lasting("1800;refresher=uac"));
        booth.pass(Duration.ofSeconds(75));
        assertThat(handset.heard("UPDATE")).hasSize(1);
        booth.pass(Duration.ofSeconds(2));
        assertThat(handset.heard("UPDATE")).hasSize(2);
    }

    @Test
    @Requirement("TIMER-10-03")
    void aChallengeToARefreshIsAnswered() {
        Booth known = new Booth(
                SessionTimers.STANDARD,
                (request, challenge) -> Optional.of(new SipHeaders.Field("Authorization", "Digest that's me")));
        known.place(updating("1800;refresher=uac"));
        known.handset.answers(request ->
                Optional.of(request.header("Authorization").isPresent() ? lasting("1800;refresher=uac") : told(401)));
        known.pass(HALF);
        assertThat(known.handset.heard("UPDATE"))
                .map(it -> it.header("Authorization").orElse("none"))
                .containsExactly("none", "Digest that's me");
        known.pass(HALF.plusSeconds(1));
        assertThat(known.ends).isEmpty();
    }

    @Test
    void aRefreshThatMeetsAnotherChangeIsTriedAgainAfterAWhile() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers("UPDATE", told(491));
        booth.pass(HALF);
        handset.answers("UPDATE", lasting("1800;refresher=uac"));
        booth.pass(SECOND);
        assertThat(handset.heard("UPDATE"))
                .as("who called waits 2.1 s at least")
                .hasSize(1);
        booth.pass(Duration.ofSeconds(3));
        assertThat(handset.heard("UPDATE")).hasSize(2);
    }

    @Test
    @Requirement("TIMER-10-06")
    void oneChangeAtATime() {
        booth.place(updating("1800;refresher=uac"));
        booth.holds = true;
        List<SipResponse> first = handset.send(handset.within("INVITE").with("Supported", "timer"));
        booth.settle();
        assertThat(booth.ask(handset.within("UPDATE").with("Supported", "timer"))
                        .status())
                .isEqualTo(491);
        booth.pass(HALF.plusSeconds(10));
        assertThat(handset.methods()).as("our refresh waits").containsExactly("INVITE");
        booth.held.get(0).respond(SipResponse.of(488, "Not Acceptable Here"));
        booth.settle();
        assertThat(first).anyMatch(it -> it.status() == 488);
        assertThat(handset.methods()).as("and comes").containsExactly("INVITE", "UPDATE");
    }

    @Test
    @Requirement("TIMER-10-06")
    void whatThePeerAsksForWhileWeAskIs491() {
        booth.place(updating("1800;refresher=uac"));
        handset.answers(request -> Optional.empty());
        booth.pass(HALF);
        assertThat(handset.heard("UPDATE")).hasSize(1);
        assertThat(booth.ask(handset.within("UPDATE").with("Supported", "timer"))
                        .status())
                .isEqualTo(491);
    }

    @Test
    void whoDemandsMoreThanWeGrantIsLookedAfterWithinWhatWeGrant() {
        booth.place(updating("80000;refresher=uas"));
        booth.pass(Duration.ofHours(2).minusSeconds(2));
        assertThat(handset.methods()).containsExactly("INVITE");
        booth.pass(SECOND.multipliedBy(2));
        assertThat(handset.methods()).containsExactly("INVITE", "OPTIONS");
    }

    @Test
    void aCallThatIsNotAnsweredHasNoTimer() {
        handset.answers("INVITE", told(486));
        booth.call(Booth.offer());
        assertThat(booth.refused).containsExactly(486);
        booth.nothingIsLeft();
    }
}
