package io.parley.c3p;

/**
 * What {@code modifyConferenceLock} sets beside the lock: all three or none of them (section 2.2.3.9).
 *
 * @param admissionPolicy who is admitted
 * @param autopromote whom the focus makes a presenter: bits, of which unknown ones are kept (0 to 4294967295)
 * @param pstnLobbyBypass whether telephones pass the lobby
 */
public record LockSettings(C3pAdmissionPolicy admissionPolicy, long autopromote, boolean pstnLobbyBypass) {

    /** The bit that makes everyone a presenter. */
    public static final long EVERYONE = 0x80000000L;

    /** The bit that makes authenticated users of the company presenters. */
    public static final long COMPANY = 0x00008000L;

    private static final long HIGHEST = 0xFFFFFFFFL;

    /** Refuses bits outside of 32 with an {@link IllegalArgumentException}. */
    public LockSettings {
        if (autopromote < 0 || autopromote > HIGHEST) {
            throw new IllegalArgumentException("autopromote is an unsigned integer of 32 bits, not " + autopromote);
        }
    }
}
