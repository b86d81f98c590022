package io.parley.document;

/** What an element or attribute tells of a person, and so from whom it is hidden (RFC 6501 section 4.6.5.1). */
public enum Privacy {
    /** Nothing of a person. */
    PUBLIC,
    /** Who somebody is. */
    IDENTITY,
    /** Under which address somebody is found. */
    ADDRESS,
    /** Whether and how somebody takes part. */
    PRESENCE,
    /** The identifiers of somebody's signalling. */
    SIGNALLING,
    /** A secret of the conference: for owners, moderators and administrators only. */
    SECRET
}
