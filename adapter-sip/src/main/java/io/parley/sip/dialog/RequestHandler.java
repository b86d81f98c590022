package io.parley.sip.dialog;

/**
 * What the room above does about requests that reach a {@link UserAgent} and belong to no session that is under way.
 *
 * <p>Contract: called on the executor of the user agent, by any number of threads at once for different dialogs, and one at a time for one;
 * may take its time, for which only that dialog waits. What it throws is answered 500 and reported. Each request wants an answer, then or
 * later, from whatever thread.
 */
public interface RequestHandler {

    /** Somebody begins a session. The answer also decides whether there will be a dialog. */
    void invited(IncomingInvite invite);

    /**
     * Somebody subscribes, or sends {@code REFER}, which subscribes to {@code refer} (RFC 3515 section 2.4.4), within a dialog or
     * outside. The event package is one of those that the user agent knows, and the duration is acceptable.
     */
    void subscribed(IncomingSubscribe subscribe);

    /** Another request, outside of sessions: {@code OPTIONS}, {@code MESSAGE}, {@code SERVICE}. */
    void requested(IncomingRequest request);
}
