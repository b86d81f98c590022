package io.parley.sdp;

/** What came of reading a session description. */
public sealed interface SdpReading {

    /**
     * It was read.
     *
     * @param description what it says
     */
    record Read(SessionDescription description) implements SdpReading {}

    /**
     * It is none.
     *
     * @param line in which line that shows, from 1; 0 if it is not one line's fault
     * @param reason why, in words that show the offending text
     */
    record Unreadable(int line, String reason) implements SdpReading {}
}
