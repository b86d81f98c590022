package io.parley.sip.focus;

import io.parley.ports.in.FocusService.Departure;
import io.parley.sip.message.SipHeaders;

/**
 * What a peer is told at the end of his call and of its subscriptions (MS-CONFBAS sections 3.8.5.1, 4.4.3, 4.4.4 and 4.4.8).
 *
 * @param word the reason in {@code Subscription-State}
 * @param headers what the NOTIFY and the BYE have besides
 */
record Farewell(String word, SipHeaders headers) {

    /** To whoever went himself, and to a plain subscriber whose conference is over (RFC 4575 section 3.3). */
    static final Farewell NO_RESOURCE = new Farewell("noresource", SipHeaders.NONE);

    /** To a plain subscriber who may watch no more (RFC 6665 section 4.1.3). */
    static final Farewell REJECTED = new Farewell("rejected", SipHeaders.NONE);

    private static final Farewell REMOVED = because("ParticipantRemoved", 3118, "Participant Removed");
    private static final Farewell DENIED = because("ParticipantDenied", 3119, "Participant Denied");
    private static final Farewell TERMINATED =
            because("ConferenceTerminated", 3116, "Conference Terminated - Organizer Ended Session");

    /** To a client of C3P. */
    static Farewell of(Departure why) {
        return switch (why) {
            case LEFT, EXPIRED -> NO_RESOURCE;
            case REMOVED -> REMOVED;
            case DENIED -> DENIED;
            case TERMINATED -> TERMINATED;
        };
    }

    /** To a subscriber who does not know the words of C3P: without a conference there is nothing to watch, and out of it he has no right to. */
    static Farewell plain(Departure why) {
        return why == Departure.TERMINATED ? NO_RESOURCE : REJECTED;
    }

    private static Farewell because(String word, int code, String text) {
        return new Farewell(
                word,
                SipHeaders.NONE
                        .with("ms-diagnostics-public", code + ";reason=\"" + text + "\"")
                        .with("Reason", "SIP;cause=481;text=\"" + text + "\""));
    }

    /** What the last NOTIFY has besides; the Reason belongs to the BYE. */
    SipHeaders ofNotify() {
        return headers.without("Reason");
    }
}
