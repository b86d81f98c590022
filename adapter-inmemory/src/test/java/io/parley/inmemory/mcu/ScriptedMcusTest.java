package io.parley.inmemory.mcu;

import static io.parley.inmemory.mcu.Requests.ALICE;
import static io.parley.inmemory.mcu.Requests.BOB;
import static io.parley.inmemory.mcu.Requests.dialIn;
import static io.parley.inmemory.mcu.Requests.dialOut;
import static io.parley.inmemory.mcu.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.DiagnosticsInfo;
import io.parley.c3p.Reason;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.inmemory.ManualClock;
import io.parley.inmemory.ManualScheduler;
import io.parley.ports.contract.McuContract;
import io.parley.ports.contract.McuGatewayContract;
import io.parley.ports.contract.RecordingFocus;
import io.parley.ports.contract.Samples;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MCUs that go wrong as they are told to: without a script they keep the contract. */
class ScriptedMcusTest implements McuContract, McuGatewayContract {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = ManualClock.at("2030-01-01T09:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final RecordingFocus focus = new RecordingFocus();
    private final ScriptedMcus mcus = mcus(focus);
    private final McuId mcu = mcu("a");

    private ScriptedMcus mcus(FocusService reports) {
        ScriptedMcus made = ScriptedMcus.by(clock, scheduler, McuProfile.plain(McuType.CHAT));
        made.reportTo(reports);
        return made;
    }

    @Override
    public McuGateway gateway(FocusService reports) {
        return mcus(reports);
    }

    @Override
    public McuGateway gateway() {
        return mcus(focus);
    }

    @Override
    public McuType type() {
        return McuType.CHAT;
    }

    @Override
    public void settle() {
        clock.advance(SECOND);
    }

    @Override
    public void join(McuGateway gateway, McuId id, SipUri user) {
        send(gateway, id, dialOut(user));
    }

    private McuScript script() {
        return mcus.script(McuType.CHAT);
    }

    private void start() {
        mcus.start(mcu, Samples.fresh(mcu.conference()));
    }

    private List<String> versions() {
        return focus.documents(mcu).stream().map(ScriptedMcusTest::version).toList();
    }

    private static String version(Element document) {
        return document.attribute(Name.unqualified("version")).orElse("");
    }

    @Test
    void aSlowOneIsNotAvailableUntilItHasBegun() {
        script().startAfter(SECOND);
        start();
        assertThat(mcus.isAvailable(mcu)).isFalse();
        assertThat(focus.reports()).isEmpty();
        clock.advance(SECOND);
        assertThat(mcus.isAvailable(mcu)).isTrue();
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void aSlowOneThatIsReleasedBeforeNeverBegins() {
        script().startAfter(SECOND);
        start();
        mcus.release(mcu);
        clock.advance(SECOND);
        assertThat(focus.reports()).isEmpty();
    }

    @Test
    void oneThatDoesNotBeginFails() {
        script().failAtStart(true);
        start();
        assertThat(focus.failures()).containsExactly(mcu);
        assertThat(focus.reports()).isEmpty();
        script().failAtStart(false);
        start();
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void aSlowAnswerIsPendingInBetween() {
        start();
        script().answerAfter(Duration.ofSeconds(3)).pendingEvery(SECOND);
        List<C3pResponse> responses = send(mcus, mcu, dialIn(ALICE));
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING);
        clock.advance(Duration.ofSeconds(2));
        assertThat(responses).hasSize(3);
        assertThat(mcus.state(mcu).users().isEmpty()).isTrue();
        clock.advance(Duration.ofSeconds(5));
        assertThat(responses)
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.PENDING, C3pCode.PENDING, C3pCode.PENDING, C3pCode.SUCCESS);
    }

    @Test
    void anAnswerThatIsUnderWayAtTheReleaseNeverComes() {
        start();
        script().answerAfter(SECOND);
        List<C3pResponse> responses = send(mcus, mcu, dialIn(ALICE));
        mcus.release(mcu);
        clock.advance(Duration.ofMinutes(1));
        assertThat(responses).isEmpty();
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void refusalsAndOverloadComeAsTold() {
        start();
        script().refuse(Reason.UNAUTHORIZED);
        assertThat(send(mcus, mcu, dialIn(ALICE)).get(0).reason()).contains(Reason.UNAUTHORIZED);
        script().refuse(Reason.USER_UNKNOWN);
        assertThat(send(mcus, mcu, dialIn(ALICE)).get(0).anyReason()).contains(Reason.USER_UNKNOWN);
        script().accept().overload(true);
        assertThat(mcus.isAvailable(mcu)).isFalse();
        assertThat(send(mcus, mcu, dialIn(ALICE)).get(0).reason()).contains(Reason.SERVER_BUSY);
        script().overload(false);
        assertThat(send(mcus, mcu, dialIn(ALICE)).get(0).code()).isEqualTo(C3pCode.SUCCESS);
    }

    @Test
    void oneDiesInTheMiddleOfACommand() {
        start();
        script().dieOfNextCommand();
        List<C3pResponse> responses = send(mcus, mcu, dialIn(ALICE));
        clock.advance(Duration.ofMinutes(1));
        assertThat(responses).isEmpty();
        assertThat(focus.failures()).containsExactly(mcu);
        assertThat(mcus.isAvailable(mcu)).isFalse();
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void reportsGetLostComeTwiceAndOvertakeOneAnother() {
        start();
        mcus.reports().lose(1);
        send(mcus, mcu, dialIn(ALICE));
        mcus.reports().repeat(1);
        send(mcus, mcu, dialIn(BOB));
        assertThat(versions()).containsExactly("1", "3", "3");
        mcus.reports().hold();
        mcus.change(mcu, state -> state.without(ALICE));
        mcus.change(mcu, state -> state.without(BOB));
        assertThat(versions()).hasSize(3);
        mcus.reports().deliverBackwards();
        assertThat(versions()).containsExactly("1", "3", "3", "5", "4");
        mcus.refresh(mcu);
        assertThat(versions()).endsWith("6");
    }

    @Test
    void whatIsHeldWhenOneDiesNeverComes() {
        start();
        mcus.reports().hold();
        send(mcus, mcu, dialIn(ALICE));
        mcus.die(mcu);
        mcus.reports().deliver();
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void aCalleeRingsUntilHeAnswers() {
        start();
        script().calleeRings(BOB);
        List<C3pResponse> responses = send(mcus, mcu, dialOut(BOB));
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING);
        mcus.answer(BOB);
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.PENDING, C3pCode.SUCCESS);
        assertThat(mcus.state(mcu).user(BOB)).isPresent();
        mcus.answer(BOB);
        assertThat(responses).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "486,userBusy",
        "600,userBusy",
        "408,userNotAnswered",
        "480,userNotAnswered",
        "603,userDeclined",
        "404,userUnknown",
        "604,userUnknown",
        "488,otherFailure",
        "500,otherFailure"
    })
    void theCodeOfACalleeWhoRefusesGivesTheReasonAndStandsInTheDiagnostics(int code, String reason) {
        start();
        script().calleeRefuses(BOB, code);
        C3pResponse response = send(mcus, mcu, dialOut(BOB)).get(0);
        assertThat(response.code()).isEqualTo(C3pCode.FAILURE);
        assertThat(response.anyReason()).contains(new Reason(reason));
        assertThat(response.diagnostics()
                        .value(DiagnosticsInfo.MS_DIAGNOSTICS_PUBLIC)
                        .orElse(""))
                .contains(Integer.toString(code));
        script().calleeRings(ALICE);
        List<C3pResponse> responses = send(mcus, mcu, dialOut(ALICE));
        mcus.refuse(ALICE, code);
        assertThat(responses.get(1).anyReason()).contains(new Reason(reason));
        assertThat(mcus.state(mcu).users().isEmpty()).isTrue();
    }

    @Test
    void whoRunsIsFoundByItsConference() {
        assertThatThrownBy(() -> mcus.running(mcu.conference(), McuType.CHAT)).hasMessageContaining("chat");
        start();
        assertThat(mcus.running(mcu.conference(), McuType.CHAT)).isEqualTo(mcu);
        assertThat(mcus.started()).containsExactly(mcu);
    }
}
