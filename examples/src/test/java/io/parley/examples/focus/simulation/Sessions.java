package io.parley.examples.focus.simulation;

import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.out.Signalling;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The focus' side of signalling: its dialogs with their leases, each of which ends with the dialog or when it was not refreshed. */
final class Sessions implements Signalling {

    /** How long a dialog lives without being refreshed. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Map<DialogId, Instant> leases = new LinkedHashMap<>();
    private final Network network;
    private final InstantSource clock;
    private @Nullable FocusService focus;
    private @Nullable XconUri conference;

    Sessions(Network network, InstantSource clock) {
        this.network = network;
        this.clock = clock;
    }

    void of(FocusService service, XconUri served) {
        focus = service;
        conference = served;
    }

    /** {@code dialog} begins, or is refreshed if it is there. */
    void begun(DialogId dialog) {
        leases.put(dialog, clock.instant().plus(LEASE));
        network.later(LEASE, () -> expire(dialog));
    }

    /** Refreshes {@code dialog}; one that is not there is not begun by that. */
    void refresh(DialogId dialog) {
        if (leases.containsKey(dialog)) {
            begun(dialog);
        }
    }

    private void expire(DialogId dialog) {
        Instant lease = leases.get(dialog);
        if (lease != null && !lease.isAfter(clock.instant())) {
            leave(dialog, Departure.EXPIRED);
        }
    }

    void leave(DialogId dialog, Departure why) {
        FocusService service = focus;
        XconUri served = conference;
        if (service != null && served != null) {
            service.leave(served, dialog, why);
        }
    }

    boolean has(DialogId dialog) {
        return leases.containsKey(dialog);
    }

    /** The dialogs that live. */
    Set<DialogId> live() {
        return Set.copyOf(leases.keySet());
    }

    /** The dialogs whose lease is over. */
    List<DialogId> overdue() {
        return leases.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(clock.instant()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void end(XconUri of, DialogId dialog, Departure why) {
        leases.remove(dialog);
    }

    @Override
    public void call(XconUri of, SipUri focus, OutgoingCall call) {}

    @Override
    public void cancel(XconUri of, CallId call) {}

    @Override
    public void bye(XconUri of, ContactUri endpoint) {}
}
