package io.parley.focus;

import io.parley.identity.XconUserId;
import java.time.Instant;
import java.util.Objects;

/**
 * A call that the focus makes, until whoever is called has come, or nothing of it is left to be shown. An instance has one for each user at
 * most. Immutable.
 *
 * <table>
 *   <caption>States</caption>
 *   <tr><th>from</th><th>when</th><th>to</th></tr>
 *   <tr><td>-</td><td>it begins</td><td>{@link State.DialingOut}</td></tr>
 *   <tr><td>DialingOut</td><td>it rings</td><td>{@link State.Alerting}</td></tr>
 *   <tr><td>DialingOut, Alerting</td><td>he answers, or comes by himself</td><td>no call any more: he has a {@link FocusEndpoint}</td></tr>
 *   <tr><td>DialingOut, Alerting</td><td>he does not come</td><td>{@link State.Failed}</td></tr>
 *   <tr><td>Failed</td><td>its time has come, it is tried again</td><td>DialingOut, by another {@link CallId}</td></tr>
 *   <tr><td>Failed</td><td>its time has come, it is not</td><td>no call any more</td></tr>
 *   <tr><td>any</td><td>its entry is gone from the list, he is sent away, the instance ends</td><td>no call any more</td></tr>
 * </table>
 *
 * @param id which call
 * @param user who is called
 * @param wanted what is to be done
 * @param documentEntity the entity under which it stands in the conference document
 * @param listed whether his record stood in the roster before
 * @param attempt how often he has been called, this time included
 * @param state how far it is
 */
public record OutgoingCall(
        CallId id, XconUserId user, DialOut wanted, String documentEntity, boolean listed, int attempt, State state) {

    /** Refuses an attempt before the first. */
    public OutgoingCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(state, "state");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts are counted from 1, not " + attempt);
        }
        if (documentEntity.isEmpty()) {
            throw new IllegalArgumentException("a call without entity");
        }
    }

    /** How far a call is. */
    public sealed interface State {
        /** It has begun. */
        record DialingOut() implements State {}

        /** It rings, or whoever was referred is on his way. */
        record Alerting() implements State {}

        /**
         * He did not come.
         *
         * @param status why not
         * @param until when this has been shown long enough
         * @param again whether he is called again then
         */
        record Failed(SipStatus status, Instant until, boolean again) implements State {}
    }

    /** The first attempt. */
    public static OutgoingCall first(
            CallId id, XconUserId user, DialOut wanted, String documentEntity, boolean listed) {
        return new OutgoingCall(id, user, wanted, documentEntity, listed, 1, new State.DialingOut());
    }

    /** The next attempt. */
    public OutgoingCall again(CallId fresh) {
        return new OutgoingCall(fresh, user, wanted, documentEntity, listed, attempt + 1, new State.DialingOut());
    }

    /** This call in another state. */
    public OutgoingCall in(State next) {
        return new OutgoingCall(id, user, wanted, documentEntity, listed, attempt, next);
    }

    /** Whether its outcome is open. */
    public boolean isInProgress() {
        return !(state instanceof State.Failed);
    }
}
