package io.parley.inmemory.mcu;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.identity.XconUri;
import io.parley.mcu.McuState;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.MediaSessions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * MCUs that know who is in and what is muted, and carry no media. Whoever is added, by whichever method, is in at once; nobody is called.
 * Those of audio and video answer SDP, so that calls of phones are established: what phones send goes to {@link RtpPorts}, and nobody hears
 * anybody else.
 * Everything is done on the thread that asks, reports before responses. Memory is bounded by the conferences that are going on and their
 * participants.
 *
 * <p>All methods may be called by any number of threads at once.
 */
public final class InMemoryMcus implements McuGateway {

    /** The port of the protocol that throws away what comes. */
    private static final int DISCARD = 9;

    private final Map<McuType, McuProfile> profiles = new LinkedHashMap<>();
    private final Map<McuId, InMemoryMcu> mcus = new ConcurrentHashMap<>();
    private volatile RtpPorts ports = RtpPorts.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), DISCARD));
    private volatile @Nullable Reports reports;
    private volatile Consumer<McuId> failures = mcu -> {};

    private InMemoryMcus(List<McuProfile> profiles) {
        for (McuProfile profile : profiles) {
            if (this.profiles.put(profile.type(), profile) != null) {
                throw new IllegalArgumentException("two kinds of MCUs of the type " + profile.type());
            }
        }
    }

    /** MCUs of audio and video. */
    public static InMemoryMcus audioVideo() {
        return of(McuProfile.audioVideo());
    }

    /** MCUs of these kinds, each of another type. */
    public static InMemoryMcus of(McuProfile... profiles) {
        return new InMemoryMcus(List.of(profiles));
    }

    /** Has the MCUs report to {@code focus}; to be called before anything is started. */
    public void reportTo(FocusService focus) {
        reportTo(focus::report, focus::failed);
    }

    void reportTo(Reports told, Consumer<McuId> failed) {
        this.failures = failed;
        this.reports = told;
    }

    /** Has participants send their media to {@code others}, and not where nobody listens; to be called before anything is started. */
    public void receiveAt(RtpPorts others) {
        ports = others;
    }

    /** The sessions of phones with these MCUs. */
    public MediaSessions sessions() {
        return new MediaLegs(() -> ports, this::find, types().contains(McuType.AUDIO_VIDEO));
    }

    private Reports reports() {
        Reports known = reports;
        if (known == null) {
            throw new IllegalStateException("these MCUs have not been told whom they report to");
        }
        return known;
    }

    /** Nothing is mixed here; but whom somebody has muted in the document of {@code conference} is told of as muted. */
    @Override
    public void mix(Conference conference) {
        conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(live -> live.mcus().get(McuType.AUDIO_VIDEO))
                .flatMap(mcu -> find(new McuId(conference.id(), mcu.type(), mcu.uri(), mcu.incarnation())))
                .ifPresent(running -> running.follow(conference));
    }

    /** Has no effect: nothing is mixed here. */
    @Override
    public void stop(XconUri conference) {}

    @Override
    public List<McuType> types() {
        return List.copyOf(profiles.keySet());
    }

    @Override
    public void start(McuId mcu, Conference conference) {
        McuProfile profile = profiles.get(mcu.type());
        if (profile == null) {
            failures.accept(mcu);
            return;
        }
        McuState initial = McuState.starting(mcu.type(), mcu.uri(), conference, profile.view());
        InMemoryMcu started = new InMemoryMcu(mcu, profile, initial, reports());
        if (mcus.putIfAbsent(mcu, started) == null) {
            started.reportAll();
            started.follow(conference);
        }
    }

    @Override
    public void refresh(McuId mcu) {
        find(mcu).ifPresent(InMemoryMcu::reportAll);
    }

    @Override
    public boolean isAvailable(McuId mcu) {
        return mcus.containsKey(mcu);
    }

    @Override
    public void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {
        find(mcu)
                .ifPresentOrElse(
                        running -> running.execute(request, responses),
                        () -> responses.accept(
                                C3pResponse.failure(request, Reason.SERVER_BUSY).respondedBy(mcu.uri())));
    }

    @Override
    public void release(McuId mcu) {
        Optional.ofNullable(mcus.remove(mcu)).ifPresent(InMemoryMcu::release);
    }

    /** What {@code mcu} knows, if it runs. */
    public Optional<McuState> state(McuId mcu) {
        return find(mcu).map(InMemoryMcu::state);
    }

    /** Has happen in {@code mcu}, if it runs, what no command asked for: somebody comes, leaves or mutes himself. It is reported. */
    public void change(McuId mcu, UnaryOperator<McuState> change) {
        find(mcu).ifPresent(running -> running.change(change));
    }

    private Optional<InMemoryMcu> find(McuId mcu) {
        return Optional.ofNullable(mcus.get(mcu));
    }
}
