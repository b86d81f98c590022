package io.parley.inmemory.mcu;

import io.parley.c3p.Reason;
import io.parley.identity.SipUri;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What goes wrong with the MCUs of one type from now on; a new one says that nothing does. May be written and read by any number of
 * threads at once.
 */
public final class McuScript {

    /** What a callee does when he is called. */
    private static final int RINGS = 180;

    private Duration startTime = Duration.ZERO;
    private boolean failsAtStart;
    private Duration answerTime = Duration.ZERO;
    private Duration pendingInterval = Duration.ZERO;
    private Optional<Reason> refusal = Optional.empty();
    private boolean overloaded;
    private boolean diesOfNextCommand;
    private final Map<SipUri, Integer> callees = new HashMap<>();

    McuScript() {}

    /** They begin after {@code time}. */
    public synchronized McuScript startAfter(Duration time) {
        startTime = time;
        return this;
    }

    /** They do not begin, or do again. */
    public synchronized McuScript failAtStart(boolean fails) {
        failsAtStart = fails;
        return this;
    }

    /** They answer commands after {@code time}. */
    public synchronized McuScript answerAfter(Duration time) {
        answerTime = time;
        return this;
    }

    /** While they execute a command they say so at once and then in this interval, which is not zero. */
    public synchronized McuScript pendingEvery(Duration interval) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("pending responses need some time between them, not " + interval);
        }
        pendingInterval = interval;
        return this;
    }

    /** They refuse every command for {@code reason}. */
    public synchronized McuScript refuse(Reason reason) {
        refusal = Optional.of(reason);
        return this;
    }

    /** They refuse no more commands. */
    public synchronized McuScript accept() {
        refusal = Optional.empty();
        return this;
    }

    /** They are not available, or are again. */
    public synchronized McuScript overload(boolean isOverloaded) {
        overloaded = isOverloaded;
        return this;
    }

    /** The next command kills its MCU before it is answered. */
    public synchronized McuScript dieOfNextCommand() {
        diesOfNextCommand = true;
        return this;
    }

    /** A callee answers calls with this code of SIP, above 299. */
    public synchronized McuScript calleeRefuses(SipUri callee, int code) {
        if (code < 300 || code > 699) {
            throw new IllegalArgumentException("a callee refuses with a code from 300 to 699, not " + code);
        }
        callees.put(callee, code);
        return this;
    }

    /** A callee rings until a test says what he does: {@link ScriptedMcus#answer} and {@link ScriptedMcus#refuse}. */
    public synchronized McuScript calleeRings(SipUri callee) {
        callees.put(callee, RINGS);
        return this;
    }

    /** A callee takes calls at once, as all do of whom nothing is said. */
    public synchronized McuScript calleeTakesCalls(SipUri callee) {
        callees.remove(callee);
        return this;
    }

    synchronized Duration startTime() {
        return startTime;
    }

    synchronized boolean failsAtStart() {
        return failsAtStart;
    }

    synchronized Duration answerTime() {
        return answerTime;
    }

    synchronized Duration pendingInterval() {
        return pendingInterval;
    }

    synchronized Optional<Reason> refusal() {
        return refusal;
    }

    synchronized boolean isOverloaded() {
        return overloaded;
    }

    synchronized boolean takesDeath() {
        boolean dies = diesOfNextCommand;
        diesOfNextCommand = false;
        return dies;
    }

    synchronized boolean rings(SipUri callee) {
        return Integer.valueOf(RINGS).equals(callees.get(callee));
    }

    synchronized OptionalInt refusalOf(SipUri callee) {
        Integer code = callees.get(callee);
        return code == null || code == RINGS ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
