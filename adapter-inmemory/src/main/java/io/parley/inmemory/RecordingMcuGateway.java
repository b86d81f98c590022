package io.parley.inmemory;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.focus.McuType;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Mixes nothing, but remembers what should be mixed, for tests to look at. It has no MCUs: who asks for one hears nothing of it, and commands are
 * answered by {@code serverBusy}. The oldest calls are forgotten beyond a capacity; the mixes
 * that have not been stopped are all remembered.
 *
 * <p>All methods may be called by any number of threads at once, those for one conference one at a time.
 */
public final class RecordingMcuGateway implements McuGateway {

    static final int CAPACITY = 10_000;

    private final Map<XconUri, Conference> mixes = new ConcurrentHashMap<>();
    private final Recording<Call> calls;

    /** Remembers the last {@value #CAPACITY} calls. */
    public RecordingMcuGateway() {
        this(CAPACITY);
    }

    /** Remembers the last {@code capacity} calls. */
    public RecordingMcuGateway(int capacity) {
        this.calls = new Recording<>(capacity);
    }

    /** What was asked for. */
    public sealed interface Call {}

    /**
     * A call of {@link McuGateway#mix}.
     *
     * @param conference what to mix
     */
    public record Mix(Conference conference) implements Call {}

    /**
     * A call of {@link McuGateway#stop}.
     *
     * @param conference whose mix to end
     */
    public record Stop(XconUri conference) implements Call {}

    /**
     * A call of {@link McuGateway#start}.
     *
     * @param mcu which MCU
     * @param conference of what
     */
    public record Start(McuId mcu, Conference conference) implements Call {}

    /**
     * A call of {@link McuGateway#refresh}.
     *
     * @param mcu which MCU
     */
    public record Refresh(McuId mcu) implements Call {}

    /**
     * A call of {@link McuGateway#command}.
     *
     * @param mcu which MCU
     * @param request what it was to do
     */
    public record Command(McuId mcu, C3pRequest request) implements Call {}

    /**
     * A call of {@link McuGateway#release}.
     *
     * @param mcu which MCU
     */
    public record Release(McuId mcu) implements Call {}

    @Override
    public void mix(Conference conference) {
        mixes.put(conference.id(), conference);
        calls.add(new Mix(conference));
    }

    @Override
    public void stop(XconUri conference) {
        mixes.remove(conference);
        calls.add(new Stop(conference));
    }

    @Override
    public List<McuType> types() {
        return List.of();
    }

    @Override
    public void start(McuId mcu, Conference conference) {
        calls.add(new Start(mcu, conference));
    }

    @Override
    public void refresh(McuId mcu) {
        calls.add(new Refresh(mcu));
    }

    @Override
    public boolean isAvailable(McuId mcu) {
        return false;
    }

    @Override
    public void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {
        calls.add(new Command(mcu, request));
        responses.accept(C3pResponse.failure(request, Reason.SERVER_BUSY));
    }

    @Override
    public void release(McuId mcu) {
        calls.add(new Release(mcu));
    }

    /** What is mixed for {@code conference} now, if anything. */
    public Optional<Conference> mixOf(XconUri conference) {
        return Optional.ofNullable(mixes.get(conference));
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
