package io.parley.ports.out;

import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.SessionDescription;
import java.util.function.Consumer;

/**
 * One session of a participant with an MCU, on the terms of {@link MediaSessions}.
 *
 * <table>
 * <caption>how it goes</caption>
 * <tr><th>who offers</th><th>what is called</th></tr>
 * <tr><td>he</td><td>{@link #answer}; his ACK: {@link #confirmed}</td></tr>
 * <tr><td>we, he called</td><td>{@link #offer}; his ACK: {@link #answered}</td></tr>
 * <tr><td>we, and we call</td><td>{@link #offer}; his 200: {@link #answered}</td></tr>
 * <tr><td>either, later</td><td>the same once more, without {@link #confirmed}; the version of our {@code o=} rises if anything changed</td></tr>
 * </table>
 *
 * <p>The participant is in, and reported, from {@link #confirmed} or the first {@link #answered} on.
 */
public interface MediaSession {

    /**
     * Answers {@code offer}. After a refusal of the first one there is nothing to end; after one of a later one the session goes on as it was
     * (RFC 3261 section 14.2).
     */
    void answer(SessionDescription offer, Consumer<Outcome> outcome);

    /** Makes an offer: the first, or one of what is agreed already. Until it is answered nothing changes. */
    void offer(Consumer<Outcome> outcome);

    /** The participant has answered our offer. One who takes no stream, or answers something else, is dismissed. */
    void answered(SessionDescription answer);

    /** The participant has acknowledged our first answer. Has no effect later. */
    void confirmed();

    /** It is over, from whatever state and whether or not an outcome has come, which is not told any more. Has no effect the second time. */
    void end();
}
