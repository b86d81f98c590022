package io.parley.focus;

import io.parley.document.Element;
import java.util.Objects;
import java.util.Optional;

/**
 * A device that is connected to the focus by a signalling dialog (MS-CONFBAS section 2.2.4.2.1).
 *
 * @param entity the identifier that the client chose for it; equal only as equal texts
 * @param dialog its dialog
 * @param contact where requests to it go
 * @param documentEntity the entity under which it stands in the conference document
 * @param onHold whether it waits in the lobby, or to be released
 * @param method as what its user is known
 * @param authenticated whether its user has proved to be that when it joined, or nobody demanded it
 * @param asked the {@code endpoint} of the {@code addUser} that brought it, or what {@code modifyEndpoint} made of that: what else watchers
 *     are shown of it; empty for a device that knows no C3P
 * @param managesLobby whether its client can admit people from the lobby: {@code clientInfo/lobby-capable}
 */
public record FocusEndpoint(
        String entity,
        DialogId dialog,
        String contact,
        String documentEntity,
        boolean onHold,
        AuthMethod method,
        boolean authenticated,
        Optional<Element> asked,
        boolean managesLobby) {

    /** Refuses an empty entity. */
    public FocusEndpoint {
        Objects.requireNonNull(dialog, "dialog");
        if (entity.isEmpty() || documentEntity.isEmpty()) {
            throw new IllegalArgumentException("an endpoint without entity");
        }
    }

    /** This endpoint, admitted. */
    public FocusEndpoint connected() {
        return onHold
                ? new FocusEndpoint(
                        entity, dialog, contact, documentEntity, false, method, authenticated, asked, managesLobby)
                : this;
    }

    /** This endpoint, of which watchers are shown something else. */
    public FocusEndpoint showing(Element endpoint) {
        return new FocusEndpoint(
                entity,
                dialog,
                contact,
                documentEntity,
                onHold,
                method,
                authenticated,
                Optional.of(endpoint),
                managesLobby);
    }
}
