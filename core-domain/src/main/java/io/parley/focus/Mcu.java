package io.parley.focus;

import io.parley.document.Element;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.Objects;
import java.util.Optional;

/**
 * An MCU of a conference, and the focus's own copy of what it last reported (MS-CONFBAS section 3.4.4.2.1).
 *
 * @param type what it mixes
 * @param uri its MCU-Conference-URI
 * @param incarnation tells apart the MCUs that one conference has had of the type: reports of an earlier one are not its own
 * @param state how far it is
 * @param version the version of its last document that was applied; 0 before the first
 * @param users whom it has, each the element as it reported him, by the key of his address
 * @param identities who they are, by the same keys: those who take part by an endpoint of it
 * @param view its {@code entity-view} as reported; empty before its first report
 */
public record Mcu(
        McuType type,
        SipUri uri,
        long incarnation,
        State state,
        long version,
        PersistentMap<String, Element> users,
        PersistentMap<String, XconUserId> identities,
        Optional<Element> view) {

    /** How far an MCU is. */
    public enum State {
        /** It was asked to begin. */
        STARTING,
        /** It has reported. */
        UP,
        /** A report was lost, and it was asked for a full one; what is known of it holds until then. */
        STALE,
        /** It did not begin, or it died. */
        DOWN
    }

    /** Refuses a negative version. */
    public Mcu {
        Objects.requireNonNull(type, "type");
        if (version < 0) {
            throw new IllegalArgumentException("a document of " + uri + " has the version " + version);
        }
    }

    /** An MCU that was asked to begin and has reported nothing. */
    public static Mcu starting(McuType type, SipUri uri, long incarnation) {
        return empty(type, uri, incarnation, State.STARTING);
    }

    private static Mcu empty(McuType type, SipUri uri, long incarnation, State state) {
        return new Mcu(
                type, uri, incarnation, state, 0, PersistentMap.empty(), PersistentMap.empty(), Optional.empty());
    }

    /** This MCU in another state, of which what it reported stays known. */
    public Mcu in(State other) {
        return new Mcu(type, uri, incarnation, other, version, users, identities, view);
    }

    /** This MCU after it died: nothing of it is left. */
    public Mcu down() {
        return empty(type, uri, incarnation, State.DOWN);
    }

    /** This MCU, up, after its document of that version, which made this of what it has. */
    public Mcu reporting(long applied, PersistentMap<String, Element> reported, Optional<Element> shown) {
        return new Mcu(type, uri, incarnation, State.UP, applied, reported, identities, shown);
    }

    /** This MCU, whose user of that key is {@code user}. */
    public Mcu knowing(String key, XconUserId user) {
        return new Mcu(type, uri, incarnation, state, version, users, identities.with(key, user), view);
    }

    /** This MCU, whose user of that key takes part no more. */
    public Mcu forgetting(String key) {
        return new Mcu(type, uri, incarnation, state, version, users, identities.without(key), view);
    }

    /** This MCU without the user of that key. */
    public Mcu without(String key) {
        return new Mcu(type, uri, incarnation, state, version, users.without(key), identities.without(key), view);
    }
}
