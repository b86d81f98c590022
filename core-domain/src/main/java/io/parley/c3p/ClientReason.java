package io.parley.c3p;

/**
 * Why a client ejects a user: {@code deleteUser/@client-reason} (section 2.2.3.11). The list is open.
 *
 * @param word the word
 */
public record ClientReason(String word) {

    /** Somebody else presents now. */
    public static final ClientReason NEW_PRESENTER = new ClientReason("newPresenter");

    /** A presenter wanted him out. */
    public static final ClientReason PARTICIPANT_EJECTED = new ClientReason("participantEjected");

    /** He has come by another endpoint. */
    public static final ClientReason CONNECTED_AT_ANOTHER_ENDPOINT = new ClientReason("connectedAtAnotherEndpoint");

    @Override
    public String toString() {
        return word;
    }
}
