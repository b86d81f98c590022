package io.parley.examples.focus.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.document.Element;
import io.parley.examples.focus.RosterWatch;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.participation.Joining;
import io.parley.ports.in.C3pService.Verdict;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.ConferenceWatching.Watching;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client: it joins, watches, sends commands, refreshes its dialog, or dies. Everything that it says and hears passes the network. */
final class Phone {

    private static final Duration REFRESH = Duration.ofSeconds(20);

    private final Simulation simulation;
    final String user;
    private final String device;
    private int dialogs;
    private int requests;
    private @Nullable DialogId dialog;
    private boolean dead;
    private @Nullable RosterWatch watching;
    private boolean news;
    private long told;
    private RosterOfClient roster = new RosterOfClient();
    private final Map<String, Command> unanswered = new LinkedHashMap<>();

    Phone(Simulation simulation, String user, String device) {
        this.simulation = simulation;
        this.user = user;
        this.device = device;
    }

    private boolean isConnected() {
        DialogId own = dialog;
        return own != null && simulation.sessions.has(own);
    }

    private Signaller signaller() {
        return new Signaller(SipUri.of(user), !user.endsWith("@anonymous.invalid"), false);
    }

    /** Calls, with a new dialog; where there is an old one, that is replaced. */
    void call() {
        DialogId fresh = new DialogId(device + ++dialogs, "ours" + dialogs, "theirs" + dialogs);
        dead = false;
        simulation.network.send(() -> {
            Joining.Answer answer = simulation.parley.focus().join(signaller(), simulation.uri, device(fresh));
            if (answer instanceof Joining.Joined) {
                begin(fresh);
            }
        });
    }

    private Device device(DialogId fresh) {
        return new Device(
                fresh,
                user + ";device=" + device,
                Optional.of("{" + device + "}"),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private void begin(DialogId fresh) {
        dialog = fresh;
        simulation.sessions.begun(fresh);
        unanswered.clear();
        refreshes(fresh);
        watch(fresh);
    }

    private void refreshes(DialogId own) {
        simulation.network.later(REFRESH, () -> {
            if (!dead && simulation.sessions.has(own)) {
                simulation.network.send(() -> simulation.sessions.refresh(own));
                refreshes(own);
            }
        });
    }

    private void watch(DialogId own) {
        Optional.ofNullable(watching).ifPresent(RosterWatch::close);
        watching = watching(own);
        roster = new RosterOfClient();
        told = 0;
        news = true;
    }

    private @Nullable RosterWatch watching(DialogId own) {
        return simulation
                                .parley
                                .watching()
                                .watch(
                                        new Watcher(signaller(), Optional.of(own), Format.C3P),
                                        simulation.uri,
                                        () -> news = true)
                        instanceof Watching begun
                ? RosterWatch.of(begun)
                : null;
    }

    /** It hangs up. */
    void hangUp() {
        DialogId own = dialog;
        if (own != null) {
            dead = true;
            simulation.network.send(() -> simulation.sessions.leave(own, Departure.LEFT));
        }
    }

    /** It falls silent without a word. */
    void die() {
        dead = true;
    }

    /** Sends {@code command}, and again until it is answered, as long as there is the dialog. */
    void send(Command command) {
        DialogId own = dialog;
        if (own != null && isConnected() && !dead) {
            String requestId = Integer.toString(++requests);
            unanswered.put(requestId, command);
            transmit(own, requestId, command);
        }
    }

    private void transmit(DialogId own, String requestId, Command command) {
        if (!own.equals(dialog) || !unanswered.containsKey(requestId) || !simulation.sessions.has(own)) {
            return;
        }
        C3pRequest request = new C3pRequest(requestId, SipUri.of(user), simulation.uri, command);
        simulation.network.send(() -> {
            Verdict verdict = simulation
                    .parley
                    .c3p()
                    .command(
                            simulation.id,
                            own,
                            request,
                            response -> simulation.network.send(() -> hear(own, response)));
            if (verdict != Verdict.ACCEPTED && own.equals(dialog)) {
                unanswered.remove(requestId);
            }
        });
        simulation.network.later(Duration.ofSeconds(15), () -> transmit(own, requestId, command));
    }

    private void hear(DialogId own, C3pResponse response) {
        if (own.equals(dialog) && response.code() != C3pCode.PENDING) {
            unanswered.remove(response.requestId());
        }
    }

    /** The focus tells it what there is to tell. */
    void tell() {
        RosterWatch own = watching;
        if (!news || own == null) {
            return;
        }
        news = false;
        Optional<Element> next = own.next();
        next.ifPresent(document -> {
            long version = RosterOfClient.version(document);
            assertThat(version).as("versions for %s without gaps", device).isEqualTo(told + 1);
            told = version;
            simulation.network.send(() -> take(own, document));
        });
    }

    private void take(RosterWatch from, Element document) {
        if (from.equals(watching) && !roster.apply(document)) {
            simulation.network.send(() -> restart(from));
        }
    }

    private void restart(RosterWatch of) {
        of.restart();
        news = true;
    }

    /** What a refresh of the subscription does, which every client sends after a while. */
    void refreshSubscription() {
        Optional.ofNullable(watching).ifPresent(this::restart);
    }

    /** Once the network is quiet it knows what somebody knows who asks anew, and everything that it asked has been answered. */
    void settled() {
        DialogId own = dialog;
        if (own == null || !isConnected()) {
            return;
        }
        RosterWatch anew = watching(own);
        assertThat(anew).as("%s may watch", device).isNotNull();
        Element document = Objects.requireNonNull(anew).next().orElseThrow();
        anew.close();
        assertThat(roster.shown())
                .as("what %s knows", device)
                .isEqualTo(RosterOfClient.of(document).shown());
        assertThat(unanswered).as("commands of %s", device).isEmpty();
    }
}
