package io.parley.focus;

import java.util.Optional;

/**
 * Who comes in how far: what {@code modifyConferenceLock} changes beside the lock (MS-CONFBAS section 3.6).
 *
 * @param admissionPolicy who is admitted at all
 * @param autopromote who becomes presenter
 * @param pstnLobbyBypass whether telephones come in past the lobby
 */
public record LobbySettings(Admission admissionPolicy, Autopromote autopromote, boolean pstnLobbyBypass) {

    /** {@code admission-policy} (MS-CONFBAS section 2.2.2.3), in the words of RFC 6501 section 4.6.2. */
    public enum Admission {
        /** The organizer and whom he invited. */
        CLOSED_AUTHENTICATED("closedAuthenticated"),
        /** Everybody who has proved who he is. */
        OPEN_AUTHENTICATED("openAuthenticated"),
        /** Everybody. */
        ANONYMOUS("anonymous");

        private final String word;

        Admission(String word) {
            this.word = word;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        /** The policy of that word, if there is one. */
        public static Optional<Admission> of(String word) {
            for (Admission policy : values()) {
                if (policy.word.equals(word.strip())) {
                    return Optional.of(policy);
                }
            }
            return Optional.empty();
        }
    }

    /** What holds unless somebody says otherwise. */
    public static final LobbySettings STANDARD =
            new LobbySettings(Admission.OPEN_AUTHENTICATED, Autopromote.NONE, false);
}
