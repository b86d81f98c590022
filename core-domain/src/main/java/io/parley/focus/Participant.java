package io.parley.focus;

import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody who is known to the focus by his signalling, or because an MCU reports him. His role and whether he has been admitted stand in
 * the document.
 *
 * @param id who he is
 * @param uri his address of record, as his signalling gave it
 * @param endorsement who endorsed him last
 * @param listed whether his record stood in the roster before he came, and stays there when he leaves
 * @param concealed whether his record says {@code provide-anonymity} because an INVITE of his asked for privacy, and only as long as he takes
 *     part (RFC 4575 section 8.2)
 * @param endpoints his devices at the focus, by their entities
 * @param seats his endpoints at MCUs, each with the entity under which it stands in the conference document
 */
public record Participant(
        XconUserId id,
        SipUri uri,
        Optional<Endorsement> endorsement,
        boolean listed,
        boolean concealed,
        PersistentMap<String, FocusEndpoint> endpoints,
        PersistentMap<Seat, String> seats) {

    /** Refuses nulls. */
    public Participant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(uri, "uri");
    }

    /**
     * That somebody answered for him (MS-CONFBAS section 3.3).
     *
     * @param endorser his address
     * @param displayName his name for humans
     */
    public record Endorsement(SipUri endorser, Optional<String> displayName) {}

    /** Somebody without any device, whose record stood in the roster before or did not. */
    public static Participant of(XconUserId id, SipUri uri, boolean listed) {
        return new Participant(id, uri, Optional.empty(), listed, false, PersistentMap.empty(), PersistentMap.empty());
    }

    /** Whether he takes part, by a device that does not wait in the lobby or by an MCU. */
    public boolean isAdmitted() {
        for (Map.Entry<String, FocusEndpoint> device : endpoints) {
            if (!device.getValue().onHold()) {
                return true;
            }
        }
        return !seats.isEmpty();
    }

    /** This participant with a device, in place of the one with the same entity. */
    public Participant with(FocusEndpoint endpoint) {
        return new Participant(
                id, uri, endorsement, listed, concealed, endpoints.with(endpoint.entity(), endpoint), seats);
    }

    /** This participant without the device of that entity. */
    public Participant without(String entity) {
        return new Participant(id, uri, endorsement, listed, concealed, endpoints.without(entity), seats);
    }

    /** This participant, endorsed. */
    public Participant endorsed(Endorsement by) {
        return new Participant(id, uri, Optional.of(by), listed, concealed, endpoints, seats);
    }

    /** This participant, whom the others shall not know as long as he takes part. */
    public Participant concealing() {
        return new Participant(id, uri, endorsement, listed, true, endpoints, seats);
    }

    /** This participant with an endpoint at an MCU, which stands in the document under {@code documentEntity}. */
    public Participant with(Seat seat, String documentEntity) {
        return new Participant(id, uri, endorsement, listed, concealed, endpoints, seats.with(seat, documentEntity));
    }

    /** This participant without that endpoint at an MCU. */
    public Participant without(Seat seat) {
        return new Participant(id, uri, endorsement, listed, concealed, endpoints, seats.without(seat));
    }

    /** Whether he takes part by no device at all. */
    public boolean isGone() {
        return endpoints.isEmpty() && seats.isEmpty();
    }
}
