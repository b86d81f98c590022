package io.parley.inmemory.mcu;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.conference.Conference;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.mcu.McuCalls;
import io.parley.mcu.McuState;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.MediaSessions;
import io.parley.ports.out.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * MCUs with which things go wrong as a test wants them to; without a script they behave. Each type has a {@link McuScript} of what its MCUs do,
 * and all share one {@link ReportScript} of what becomes of their reports:
 *
 * <pre>{@code
 * ScriptedMcus mcus = ScriptedMcus.by(clock, scheduler, McuProfile.plain(McuType.CHAT));
 * mcus.reportTo(parley.focus());
 * mcus.script(McuType.CHAT).startAfter(Duration.ofSeconds(3)).calleeRings(DAVE);
 * mcus.reports().lose(1);
 * ...
 * mcus.die(mcus.running(conference, McuType.CHAT));
 * }</pre>
 *
 * <p>What takes time is done by the scheduler, everything else on the thread that asks. For tests only: it remembers who was started.
 */
public final class ScriptedMcus implements McuGateway {

    private final InstantSource clock;
    private final Scheduler scheduler;
    private final InMemoryMcus mcus;
    private final ReportScript reports = new ReportScript(this::focus);
    private final Map<McuType, McuScript> scripts = new ConcurrentHashMap<>();
    private final Work work = new Work();
    private final Set<McuId> asked = new LinkedHashSet<>();
    private final Map<SipUri, List<Ringing>> ringing = new HashMap<>();
    private volatile @Nullable FocusService focus;

    private ScriptedMcus(InstantSource clock, Scheduler scheduler, InMemoryMcus mcus) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.mcus = mcus;
        mcus.types().forEach(type -> scripts.put(type, new McuScript()));
        mcus.reportTo(reports::report, this::failed);
    }

    /** A call that has not been taken. */
    private record Ringing(McuId mcu, C3pRequest request, AddUser command, Consumer<C3pResponse> responses) {}

    /** MCUs of these kinds, each of another type. */
    public static ScriptedMcus by(InstantSource clock, Scheduler scheduler, McuProfile... profiles) {
        return new ScriptedMcus(clock, scheduler, InMemoryMcus.of(profiles));
    }

    /** Has the MCUs report to {@code reported}; to be called before anything is started. */
    public void reportTo(FocusService reported) {
        focus = reported;
    }

    private FocusService focus() {
        FocusService known = focus;
        if (known == null) {
            throw new IllegalStateException("these MCUs have not been told whom they report to");
        }
        return known;
    }

    private void failed(McuId mcu) {
        focus().failed(mcu);
    }

    /** The sessions of phones with them, with which nothing goes wrong. */
    public MediaSessions sessions() {
        return mcus.sessions();
    }

    /** What goes wrong with the MCUs of that type, of which there are some. */
    public McuScript script(McuType type) {
        McuScript script = scripts.get(type);
        if (script == null) {
            throw new IllegalArgumentException("there are no MCUs of the type " + type);
        }
        return script;
    }

    /** What becomes of reports. */
    public ReportScript reports() {
        return reports;
    }

    /** The MCU of that type that {@code conference} has had started last and that runs. */
    public McuId running(XconUri conference, McuType type) {
        McuId last = null;
        synchronized (this) {
            for (McuId mcu : asked) {
                boolean isMeant =
                        mcu.conference().equals(conference) && mcu.type().equals(type);
                last = isMeant && mcus.isAvailable(mcu) ? mcu : last;
            }
        }
        if (last == null) {
            throw new IllegalStateException("no MCU of the type " + type + " runs for " + conference);
        }
        return last;
    }

    /** Everything that was ever started, in order. */
    public synchronized List<McuId> started() {
        return List.copyOf(asked);
    }

    /** What {@code mcu}, which runs, knows. */
    public McuState state(McuId mcu) {
        return mcus.state(mcu).orElseThrow(() -> new IllegalStateException(mcu.uri() + " does not run"));
    }

    /** Has happen in {@code mcu} what no command asked for: somebody comes, leaves or mutes himself. It is reported. */
    public void change(McuId mcu, UnaryOperator<McuState> change) {
        mcus.change(mcu, change);
    }

    /** {@code mcu} dies in the middle of whatever it does. */
    public void die(McuId mcu) {
        release(mcu);
        focus().failed(mcu);
    }

    /** Whoever was called as {@code callee} and rings takes all calls. */
    public void answer(SipUri callee) {
        calls(callee).forEach(call -> mcus.command(call.mcu(), call.request(), call.responses()));
    }

    /** Whoever was called as {@code callee} and rings refuses all calls with that code of SIP. */
    public void refuse(SipUri callee, int code) {
        calls(callee)
                .forEach(call -> mcus.state(call.mcu())
                        .ifPresent(state -> call.responses()
                                .accept(McuCalls.unanswered(call.request(), call.command(), state, code, "Refused"))));
    }

    private synchronized List<Ringing> calls(SipUri callee) {
        List<Ringing> calls = ringing.remove(callee);
        return calls == null ? List.of() : calls;
    }

    @Override
    public void mix(Conference conference) {
        mcus.mix(conference);
    }

    @Override
    public void stop(XconUri conference) {
        mcus.stop(conference);
    }

    @Override
    public List<McuType> types() {
        return mcus.types();
    }

    @Override
    public void start(McuId mcu, Conference conference) {
        McuScript script = scripts.get(mcu.type());
        if (script == null || script.failsAtStart()) {
            focus().failed(mcu);
            return;
        }
        synchronized (this) {
            asked.add(mcu);
        }
        after(mcu, script.startTime(), () -> mcus.start(mcu, conference));
    }

    private void after(McuId mcu, Duration time, Runnable task) {
        if (time.isZero()) {
            task.run();
        } else {
            Instant due = clock.instant().plus(time);
            work.add(mcu, scheduler.at(due, task));
        }
    }

    @Override
    public void refresh(McuId mcu) {
        mcus.refresh(mcu);
    }

    @Override
    public boolean isAvailable(McuId mcu) {
        return mcus.isAvailable(mcu) && !script(mcu.type()).isOverloaded();
    }

    @Override
    public void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {
        if (!isAvailable(mcu)) {
            responses.accept(C3pResponse.failure(request, Reason.SERVER_BUSY).respondedBy(mcu.uri()));
            return;
        }
        McuScript script = script(mcu.type());
        if (script.takesDeath()) {
            die(mcu);
            return;
        }
        if (script.refusal().isPresent()) {
            after(
                    mcu,
                    script.answerTime(),
                    () -> responses.accept(
                            refused(request, script.refusal().get()).respondedBy(mcu.uri())));
            return;
        }
        if (request.command() instanceof AddUser addUser
                && McuCalls.method(request, addUser) == C3pJoiningMethod.DIALED_OUT
                && call(mcu, request, addUser, responses)) {
            return;
        }
        pending(mcu, request, responses, clock.instant().plus(script.answerTime()));
        after(mcu, script.answerTime(), () -> mcus.command(mcu, request, responses));
    }

    private static C3pResponse refused(C3pRequest request, Reason reason) {
        return reason.isCommon()
                ? C3pResponse.failure(request, reason)
                : C3pResponse.failure(request, reason, new Answer.Nothing());
    }

    /** Whether the script says what the callee does, which then happens. */
    private boolean call(McuId mcu, C3pRequest request, AddUser command, Consumer<C3pResponse> responses) {
        McuScript script = script(mcu.type());
        SipUri callee = command.user().entity();
        OptionalInt refusal = script.refusalOf(callee);
        if (refusal.isPresent()) {
            after(
                    mcu,
                    script.answerTime(),
                    () -> mcus.state(mcu)
                            .ifPresent(state -> responses.accept(
                                    McuCalls.unanswered(request, command, state, refusal.getAsInt(), "Refused"))));
            return true;
        }
        if (!script.rings(callee)) {
            return false;
        }
        synchronized (this) {
            ringing.computeIfAbsent(callee, key -> new ArrayList<>())
                    .add(new Ringing(mcu, request, command, responses));
        }
        responses.accept(C3pResponse.pending(request).respondedBy(mcu.uri()));
        return true;
    }

    private void pending(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses, Instant end) {
        Duration interval = script(mcu.type()).pendingInterval();
        Instant now = clock.instant();
        if (interval.isZero() || !now.isBefore(end)) {
            return;
        }
        responses.accept(C3pResponse.pending(request).respondedBy(mcu.uri()));
        if (now.plus(interval).isBefore(end)) {
            work.add(mcu, scheduler.at(now.plus(interval), () -> pending(mcu, request, responses, end)));
        }
    }

    @Override
    public void release(McuId mcu) {
        work.cancel(mcu);
        mcus.release(mcu);
        reports.forget(mcu);
        synchronized (this) {
            ringing.values().forEach(calls -> calls.removeIf(call -> call.mcu().equals(mcu)));
        }
    }
}
