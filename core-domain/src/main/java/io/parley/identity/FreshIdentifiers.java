package io.parley.identity;

/**
 * Where a decision takes new identifiers from; the core itself knows no randomness.
 *
 * <p>A decision may be made again when a commit fails, and then asks again: what was handed out before is forgotten.
 */
public interface FreshIdentifiers {

    /**
     * A new object id for an XCON-URI or a name for an XCON-USERID, never handed out before. Hard to guess (RFC 6501 section 8 asks
     * for it): at least 96 random bits in production, in characters that both kinds of identifier admit.
     */
    String token();

    /** A new positive number for a media label, media id or floor id; repeats are possible, and the caller checks. */
    int number();
}
