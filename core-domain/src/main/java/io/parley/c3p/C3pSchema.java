package io.parley.c3p;

/**
 * The schemas of MS-CONFBAS sections 7 and 8 as one table: order, groups, cardinality, types. Readers, writers, views and validation read
 * it; none of them names an element that it does not have to.
 *
 * <p>What single MCUs define for themselves (sections 8.4 to 8.8) is open here, but for what section 2.2.2 describes.
 */
public final class C3pSchema {

    /** {@code request}. */
    public static final Shape REQUEST = CommandShapes.REQUEST;

    /** {@code response}. */
    public static final Shape RESPONSE = ResponseShapes.RESPONSE;

    /** {@code ci:conference-info}. */
    public static final Shape CONFERENCE_INFO = ConferenceInfoShapes.CONFERENCE_INFO;

    /** {@code ci:user}. */
    public static final Shape USER = ConferenceInfoShapes.USER;

    /** {@code ci:endpoint}. */
    public static final Shape ENDPOINT = ConferenceInfoShapes.ENDPOINT;

    /** {@code ci:media}. */
    public static final Shape MEDIA = ConferenceInfoShapes.MEDIA;

    private C3pSchema() {}
}
