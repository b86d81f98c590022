package io.parley.document;

/** What a placeholder becomes at a place of the data model (RFC 6503 section 4.3). */
public enum IdentifierKind {
    /** The identifier of a conference object. */
    XCON_URI,
    /** The identifier of a user. */
    XCON_USERID,
    /** A decimal number: media labels, media ids, floor ids, codec names, and every place without a kind of its own. */
    NUMBER
}
