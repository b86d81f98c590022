package io.parley.sdp;

import java.math.BigInteger;

/**
 * Who described a session, and which of his descriptions of it this is: {@code o=} (RFC 8866 section 5.2).
 *
 * @param username who, or {@code -}
 * @param sessionId a number that tells the session apart from all others of his
 * @param version a number that rises by one with each change (RFC 3264 section 8)
 * @param address where he is
 */
public record Origin(String username, String sessionId, String version, Connection address) {

    /** Refuses parts that are no words, and numbers that are none. */
    public Origin {
        Texts.word("a user name", username);
        Texts.digits("an identifier of a session", sessionId);
        Texts.digits("a version", version);
    }

    /** The first description of a session, by somebody at {@code host} whose name is nobody's business. */
    public static Origin of(long sessionId, String host) {
        return new Origin("-", Long.toUnsignedString(sessionId), "1", Connection.to(host));
    }

    /** The next description of the same session. */
    public Origin next() {
        return new Origin(
                username, sessionId, new BigInteger(version).add(BigInteger.ONE).toString(), address);
    }

    /** As it stands on a line. */
    @Override
    public String toString() {
        return username + " " + sessionId + " " + version + " " + address;
    }
}
