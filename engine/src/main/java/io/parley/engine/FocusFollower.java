package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.focus.ServerMode;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Leaving;
import io.parley.persistent.PersistentMap;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.Signalling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What changes of a conference mean for its dialogs and MCUs, by whatever protocol they came: who is in no more has no dialog, an instance that
 * begins starts its MCUs, one that ends releases them.
 *
 * <table>
 *   <caption>Why a dialog ends</caption>
 *   <tr><th>its device is gone because</th><th>then</th></tr>
 *   <tr><td>it left, or came again by another dialog</td><td>{@link Departure#LEFT}</td></tr>
 *   <tr><td>its lease ran out</td><td>{@link Departure#EXPIRED}</td></tr>
 *   <tr><td>the instance is over</td><td>{@link Departure#TERMINATED}</td></tr>
 *   <tr><td>it was sent away from the lobby</td><td>{@link Departure#DENIED}</td></tr>
 *   <tr><td>it was sent away otherwise</td><td>{@link Departure#REMOVED}</td></tr>
 * </table>
 */
final class FocusFollower implements ChangeListener {

    private final Signalling signalling;
    private final McuGateway mcus;
    private final FocusTimers timers;
    private final C3pEngine commands;

    FocusFollower(Signalling signalling, McuGateway mcus, FocusTimers timers, C3pEngine commands) {
        this.signalling = signalling;
        this.mcus = mcus;
        this.timers = timers;
        this.commands = commands;
    }

    @Override
    public void changed(Change change) {
        Optional<FocusInstance> before = change.before().flatMap(FocusEngine::instance);
        Optional<FocusInstance> after = change.after().flatMap(FocusEngine::instance);
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        before.ifPresent(was -> dialogs(change, was, after));
        mcus(change, before, after);
        time(change, before, after);
    }

    private void dialogs(Change change, FocusInstance before, Optional<FocusInstance> after) {
        PersistentMap<DialogId, XconUserId> now =
                after.map(FocusInstance::dialogs).orElseGet(PersistentMap::empty);
        before.dialogs().differences(now, (dialog, was, is) -> {
            if (is.isEmpty()) {
                boolean onHold =
                        before.endpoint(dialog).filter(FocusEndpoint::onHold).isPresent();
                commands.ended(dialog);
                signalling.end(change.conference(), dialog, departure(change, after.isEmpty(), onHold));
            }
        });
    }

    private static Departure departure(Change change, boolean over, boolean onHold) {
        if (over) {
            return Departure.TERMINATED;
        }
        return switch (change.cause().action()) {
            case "focus/leave", "focus/join" -> Departure.LEFT;
            case "focus/expire" -> Departure.EXPIRED;
            default -> onHold ? Departure.DENIED : Departure.REMOVED;
        };
    }

    private void mcus(Change change, Optional<FocusInstance> before, Optional<FocusInstance> after) {
        PersistentMap<McuType, Mcu> was = before.map(FocusInstance::mcus).orElseGet(PersistentMap::empty);
        PersistentMap<McuType, Mcu> is = after.map(FocusInstance::mcus).orElseGet(PersistentMap::empty);
        was.differences(is, (type, then, now) -> {
            boolean same = then.map(Mcu::incarnation).equals(now.map(Mcu::incarnation));
            if (now.isEmpty()) {
                timers.forget(id(change.conference(), then.orElseThrow()));
            }
            if (then.isPresent() && !same) {
                commands.gone(id(change.conference(), then.get()));
                mcus.release(id(change.conference(), then.get()));
            }
            if (now.isPresent() && !same) {
                mcus.start(id(change.conference(), now.get()), change.after().orElseThrow());
            } else if (now.isPresent()
                    && now.get().state() != then.orElseThrow().state()) {
                moved(change.conference(), now.get());
            }
        });
    }

    private void moved(XconUri conference, Mcu mcu) {
        switch (mcu.state()) {
            case DOWN -> {
                commands.gone(id(conference, mcu));
                timers.startAgain(id(conference, mcu));
            }
            case UP -> timers.forget(id(conference, mcu));
            case STARTING, STALE -> {}
        }
    }

    private void time(Change change, Optional<FocusInstance> before, Optional<FocusInstance> after) {
        boolean empty = change.after().filter(Leaving::isEmpty).isPresent();
        if (empty) {
            timers.deactivate(change.conference());
        } else {
            timers.keep(change.conference());
        }
        Optional<Conference> state = change.after();
        boolean releases = state.flatMap(Conference::focus)
                .map(Focus::provisioning)
                .filter(provisioning -> provisioning.serverMode() == ServerMode.WITHOUT_LOBBY)
                .isPresent();
        if (releases && after.isPresent()) {
            PersistentMap<DialogId, XconUserId> was =
                    before.map(FocusInstance::dialogs).orElseGet(PersistentMap::empty);
            was.differences(after.get().dialogs(), (dialog, then, now) -> {
                if (then.isEmpty()
                        && after.get()
                                .endpoint(dialog)
                                .filter(FocusEndpoint::onHold)
                                .isPresent()) {
                    timers.release(change.conference(), dialog);
                }
            });
        }
    }

    static McuId id(XconUri conference, Mcu mcu) {
        return new McuId(conference, mcu.type(), mcu.uri(), mcu.incarnation());
    }

    /** The MCUs of a conference that are there, by type. */
    static Map<McuType, McuId> of(Conference conference) {
        Map<McuType, McuId> ids = new LinkedHashMap<>();
        FocusEngine.instance(conference)
                .ifPresent(instance -> instance.mcus().forEach((type, mcu) -> {
                    if (mcu.state() != Mcu.State.DOWN) {
                        ids.put(type, id(conference.id(), mcu));
                    }
                }));
        return ids;
    }
}
