package io.parley.focus;

/**
 * How a request went: status code and reason phrase (RFC 3261 section 7.2).
 *
 * @param code from 100 to 699
 * @param phrase what it says to humans; may be empty
 */
public record SipStatus(int code, String phrase) {

    /** It goes on. */
    public static final SipStatus TRYING = new SipStatus(100, "Trying");

    /** It rings. */
    public static final SipStatus RINGING = new SipStatus(180, "Ringing");

    /** It is done. */
    public static final SipStatus OK = new SipStatus(200, "OK");

    /** Whom it concerned is not there. */
    public static final SipStatus NOT_FOUND = new SipStatus(404, "Not Found");

    /** It was taken back before it was done. */
    public static final SipStatus REQUEST_TERMINATED = new SipStatus(487, "Request Terminated");

    /** Nobody wants it to be done. */
    public static final SipStatus DECLINE = new SipStatus(603, "Decline");

    /** Refuses a number that is no status code. */
    public SipStatus {
        if (code < 100 || code > 699) {
            throw new IllegalArgumentException("no status code of SIP: " + code);
        }
        phrase = phrase.strip();
    }

    /** Whether nothing comes after it. */
    public boolean isFinal() {
        return code >= 200;
    }

    /** Whether whoever was called is busy: 486 or 600 (RFC 4575 section 5.7.6). */
    public boolean isBusy() {
        return code == 486 || code == 600;
    }

    /** As a {@code Reason} says it (RFC 3326): {@code SIP;cause=486;text="Busy Here"}. */
    public String reason() {
        String text = phrase.replace("\\", "\\\\").replace("\"", "\\\"");
        return "SIP;cause=" + code + (phrase.isEmpty() ? "" : ";text=\"" + text + "\"");
    }

    /** As a status line says it: {@code 486 Busy Here}. */
    @Override
    public String toString() {
        return phrase.isEmpty() ? Integer.toString(code) : code + " " + phrase;
    }
}
