package io.parley.focus;

import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A conference while it is activated: who is at its focus, and its MCUs. It ends with the deactivation (MS-CONFBAS section 3.1.4.2).
 * Immutable; a change costs O(log n).
 *
 * @param lobby what holds now of what was provisioned
 * @param participants who is known to the focus
 * @param dialogs whose the dialogs are
 * @param roles the roles that were given to people in this instance, whether presenter, also after they have gone
 * @param mcus its MCUs
 * @param calls those whom the focus calls, each once at a time
 * @param creator who made the conference by calling the conference factory (RFC 4579 section 5.4); such a conference does not outlive its instance
 */
public record FocusInstance(
        LobbySettings lobby,
        PersistentMap<XconUserId, Participant> participants,
        PersistentMap<DialogId, XconUserId> dialogs,
        PersistentMap<XconUserId, Boolean> roles,
        PersistentMap<McuType, Mcu> mcus,
        PersistentMap<XconUserId, OutgoingCall> calls,
        Optional<XconUserId> creator) {

    /** Refuses nulls. */
    public FocusInstance {
        Objects.requireNonNull(lobby, "lobby");
    }

    /** An instance in which nobody is yet. */
    public static FocusInstance of(LobbySettings lobby) {
        return new FocusInstance(
                lobby,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                Optional.empty());
    }

    /** The participant of that identifier. */
    public Optional<Participant> participant(XconUserId id) {
        return participants.get(id);
    }

    /** Whose dialog that is. */
    public Optional<Participant> of(DialogId dialog) {
        return dialogs.get(dialog).flatMap(participants::get);
    }

    /** The device of that dialog. */
    public Optional<FocusEndpoint> endpoint(DialogId dialog) {
        return of(dialog).flatMap(participant -> {
            for (Map.Entry<String, FocusEndpoint> entry : participant.endpoints()) {
                if (entry.getValue().dialog().equals(dialog)) {
                    return Optional.of(entry.getValue());
                }
            }
            return Optional.empty();
        });
    }

    /** Whether a device of {@code user} stands under {@code documentEntity} in the document of the conference. */
    public boolean hasDevice(XconUserId user, String documentEntity) {
        Optional<Participant> participant = participants.get(user);
        if (participant.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, FocusEndpoint> device : participant.get().endpoints()) {
            if (device.getValue().documentEntity().equals(documentEntity)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the call to {@code user} stands under {@code documentEntity} in the document of the conference. */
    public boolean isCalledAs(XconUserId user, String documentEntity) {
        return calls.get(user)
                .filter(call -> call.documentEntity().equals(documentEntity))
                .isPresent();
    }

    /** This instance with {@code participant} as he is now. */
    public FocusInstance with(Participant participant) {
        PersistentMap<DialogId, XconUserId> known = dialogs;
        Optional<Participant> before = participants.get(participant.id());
        if (before.isPresent()) {
            for (Map.Entry<String, FocusEndpoint> entry : before.get().endpoints()) {
                known = known.without(entry.getValue().dialog());
            }
        }
        for (Map.Entry<String, FocusEndpoint> entry : participant.endpoints()) {
            known = known.with(entry.getValue().dialog(), participant.id());
        }
        return new FocusInstance(
                lobby, participants.with(participant.id(), participant), known, roles, mcus, calls, creator);
    }

    /** This instance without {@code id}, who is known to it no more. */
    public FocusInstance without(XconUserId id) {
        Optional<Participant> gone = participants.get(id);
        if (gone.isEmpty()) {
            return this;
        }
        PersistentMap<DialogId, XconUserId> known = dialogs;
        for (Map.Entry<String, FocusEndpoint> entry : gone.get().endpoints()) {
            known = known.without(entry.getValue().dialog());
        }
        return new FocusInstance(lobby, participants.without(id), known, roles, mcus, calls, creator);
    }

    /** This instance, which remembers that {@code id} is presenter, or is none. */
    public FocusInstance remembering(XconUserId id, boolean presenter) {
        return new FocusInstance(lobby, participants, dialogs, roles.with(id, presenter), mcus, calls, creator);
    }

    /** This instance with {@code mcu} as it is now. */
    public FocusInstance with(Mcu mcu) {
        return new FocusInstance(lobby, participants, dialogs, roles, mcus.with(mcu.type(), mcu), calls, creator);
    }

    /** This instance with other settings. */
    public FocusInstance with(LobbySettings settings) {
        return new FocusInstance(settings, participants, dialogs, roles, mcus, calls, creator);
    }

    /** The call in progress or just failed that is {@code id}. */
    public Optional<OutgoingCall> call(CallId id) {
        for (Map.Entry<XconUserId, OutgoingCall> entry : calls) {
            if (entry.getValue().id().equals(id)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** This instance with {@code call} as it is now. */
    public FocusInstance with(OutgoingCall call) {
        return new FocusInstance(lobby, participants, dialogs, roles, mcus, calls.with(call.user(), call), creator);
    }

    /** This instance, in which {@code user} is called no more. */
    public FocusInstance withoutCall(XconUserId user) {
        return calls.containsKey(user)
                ? new FocusInstance(lobby, participants, dialogs, roles, mcus, calls.without(user), creator)
                : this;
    }

    /** This instance of a conference that {@code user} made by calling the conference factory. */
    public FocusInstance madeBy(XconUserId user) {
        return new FocusInstance(lobby, participants, dialogs, roles, mcus, calls, Optional.of(user));
    }
}
