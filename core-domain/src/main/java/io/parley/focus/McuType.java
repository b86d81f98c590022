package io.parley.focus;

import java.util.Objects;

/**
 * The type of an MCU: {@code chat}, {@code audio-video} and their like (MS-CONFBAS section 2.2.2.4), which are also the purpose of its
 * entry in {@code conf-uris} and the {@code session-type} of its endpoints. The list is open.
 *
 * @param word as it is written
 */
public record McuType(String word) implements Comparable<McuType> {

    /** Instant messages. */
    public static final McuType CHAT = new McuType("chat");

    /** Audio and video. */
    public static final McuType AUDIO_VIDEO = new McuType("audio-video");

    /** Web conferencing of the old kind. */
    public static final McuType MEETING = new McuType("meeting");

    /** Web conferencing. */
    public static final McuType DATA_CONF = new McuType("data-conf");

    /** Telephones. */
    public static final McuType PHONE_CONF = new McuType("phone-conf");

    /** Application sharing. */
    public static final McuType APPLICATION_SHARING = new McuType("applicationsharing");

    /** Refuses a word that could not stand in a URI or would be the focus's own. */
    public McuType {
        Objects.requireNonNull(word, "word");
        if (!word.matches("[A-Za-z0-9-]{1,64}") || word.equals("focus")) {
            throw new IllegalArgumentException("not the type of an MCU: '" + word + "'");
        }
    }

    /** Whether such MCUs call people (MS-CONFBAS section 2.2.3.15). */
    public boolean dialsOut() {
        return equals(CHAT) || equals(AUDIO_VIDEO);
    }

    @Override
    public int compareTo(McuType other) {
        return word.compareTo(other.word);
    }

    @Override
    public String toString() {
        return word;
    }
}
