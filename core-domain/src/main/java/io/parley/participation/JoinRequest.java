package io.parley.participation;

import io.parley.document.Element;
import io.parley.focus.DialogId;
import java.util.Objects;
import java.util.Optional;

/**
 * A device that wants to join.
 *
 * @param caller whose it is
 * @param dialog the dialog that begins
 * @param contact where requests to it go
 * @param entity the identifier that its client chose for it; empty for a device that knows no C3P, whose contact then serves
 * @param displayName the name for humans that it gives; empty for that of the directory
 * @param asked the {@code endpoint} of its {@code addUser}, kept for watchers; empty for a device that knows no C3P
 * @param managesLobby whether its client can admit people from the lobby
 * @param conceals whether the others shall not know who he is (RFC 3323)
 * @param coming in what way it comes
 */
public record JoinRequest(
        Caller caller,
        DialogId dialog,
        String contact,
        Optional<String> entity,
        Optional<String> displayName,
        Optional<Element> asked,
        boolean managesLobby,
        boolean conceals,
        Coming coming) {

    /** Refuses nulls. */
    public JoinRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(dialog, "dialog");
    }

    /** One that calls by itself and asks for no privacy. */
    public JoinRequest(
            Caller caller,
            DialogId dialog,
            String contact,
            Optional<String> entity,
            Optional<String> displayName,
            Optional<Element> asked,
            boolean managesLobby) {
        this(caller, dialog, contact, entity, displayName, asked, managesLobby, false, Coming.BY_ITSELF);
    }

    /** By what the device is told apart from the others of its user. */
    public String endpoint() {
        return entity.orElse(contact);
    }
}
