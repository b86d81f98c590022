package io.parley.focus;

import java.util.Arrays;
import java.util.Optional;

/** The {@code server-mode} of a conference (MS-CONFBAS section 2.2.2.3). */
public enum ServerMode {
    /** Without a lobby: who is put on hold is released after a while. */
    WITHOUT_LOBBY(13),
    /** With a lobby, in which one waits to be admitted. */
    WITH_LOBBY(14);

    private final int number;

    ServerMode(int number) {
        this.number = number;
    }

    /** As it is written. */
    public int number() {
        return number;
    }

    /** The mode of that number, if there is one. */
    public static Optional<ServerMode> of(int number) {
        return Arrays.stream(values()).filter(mode -> mode.number == number).findFirst();
    }
}
