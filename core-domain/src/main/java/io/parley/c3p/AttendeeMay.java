package io.parley.c3p;

/** What an attendee may do with a command (section 3.5.4.2.2, decided). A presenter may do all. */
public enum AttendeeMay {
    /** Not send it at all. */
    NOTHING("nothing"),
    /** Send it about himself. */
    FIRST_PARTY("about himself"),
    /** Send it about himself, unless it lets his media through and his role must not. */
    FIRST_PARTY_UNLESS_IT_UNMUTES("about himself, unless it unmutes"),
    /** Send it: something else decides. */
    EVERYTHING("everything");

    private final String words;

    AttendeeMay(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
