package io.parley.c3p;

import io.parley.identity.SipUri;

/**
 * What became of one user whom {@code setLobbyAccess} named (section 2.2.3.22).
 *
 * @param userEntity the user
 * @param reason what became of him
 */
public record LobbyStatus(SipUri userEntity, Word reason) {

    /**
     * A word for what became of him. The list is open.
     *
     * @param word the word
     */
    public record Word(String word) {

        /** As was asked. */
        public static final Word SUCCESS = new Word("success");

        /** The conference is full. */
        public static final Word CONFERENCE_FULL = new Word("conferenceFull");

        /** He is not here. */
        public static final Word USER_DOESNT_EXIST = new Word("userDoesntExist");

        /** He had been admitted before. */
        public static final Word ALREADY_GRANTED = new Word("alreadyGranted");

        @Override
        public String toString() {
            return word;
        }
    }
}
