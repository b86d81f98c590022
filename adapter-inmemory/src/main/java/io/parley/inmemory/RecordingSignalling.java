package io.parley.inmemory;

import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.out.Signalling;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reaches nobody unless there are {@link Callees}, but remembers who should have been reached, for tests to look at. The oldest calls are forgotten beyond a capacity.
 *
 * <p>All methods may be called by any number of threads at once.
 */
public final class RecordingSignalling implements Signalling {

    static final int CAPACITY = 10_000;

    private final Recording<Call> calls;
    private final Recording<OutgoingCall> placed;
    private volatile Optional<Callees> callees = Optional.empty();

    /** Remembers the last {@value #CAPACITY} calls. */
    public RecordingSignalling() {
        this(CAPACITY);
    }

    /** Remembers the last {@code capacity} calls. */
    public RecordingSignalling(int capacity) {
        this.calls = new Recording<>(capacity);
        this.placed = new Recording<>(capacity);
    }

    /** What was asked for. */
    public sealed interface Call {
        /** The conference concerned. */
        XconUri conference();
    }

    /**
     * A call of {@link Signalling#call} with the method {@code dial-out}.
     *
     * @param conference from where
     * @param target whom
     */
    public record Invite(XconUri conference, ContactUri target) implements Call {}

    /**
     * A call of {@link Signalling#call} with the method {@code refer}.
     *
     * @param conference where to
     * @param target whom
     */
    public record Refer(XconUri conference, ContactUri target) implements Call {}

    /**
     * A call of {@link Signalling#cancel}.
     *
     * @param conference from where
     * @param call which call
     */
    public record Cancel(XconUri conference, CallId call) implements Call {}

    /**
     * A call of {@link Signalling#bye}.
     *
     * @param conference where from
     * @param endpoint whom
     */
    public record Bye(XconUri conference, ContactUri endpoint) implements Call {}

    /**
     * A call of {@link Signalling#end}.
     *
     * @param conference which conference
     * @param dialog the dialog to end
     * @param why why
     */
    public record End(XconUri conference, DialogId dialog, Departure why) implements Call {}

    /** From now on {@code people} do what was said of them when they are called. */
    public void reaches(Callees people) {
        callees = Optional.of(people);
    }

    /** The last call that was placed to {@code target}, given up or not. */
    public Optional<OutgoingCall> callTo(SipUri target) {
        List<OutgoingCall> all = placed.all();
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(back -> all.get(all.size() - back))
                .filter(call -> call.wanted().target().equals(target))
                .findFirst();
    }

    @Override
    public void call(XconUri conference, SipUri focus, OutgoingCall call) {
        placed.add(call);
        ContactUri target = ContactUri.of(call.wanted().target().toString());
        calls.add(
                switch (call.wanted().method()) {
                    case DIAL_OUT -> new Invite(conference, target);
                    case REFER -> new Refer(conference, target);
                });
        callees.ifPresent(people -> people.called(conference, call));
    }

    @Override
    public void cancel(XconUri conference, CallId call) {
        calls.add(new Cancel(conference, call));
    }

    @Override
    public void end(XconUri conference, DialogId dialog, Departure why) {
        calls.add(new End(conference, dialog, why));
    }

    @Override
    public void bye(XconUri conference, ContactUri endpoint) {
        calls.add(new Bye(conference, endpoint));
    }

    /** The calls, in order. */
    public List<Call> calls() {
        return calls.all();
    }

    /** The calls, in order, which are forgotten then. */
    public List<Call> take() {
        return calls.take();
    }
}
