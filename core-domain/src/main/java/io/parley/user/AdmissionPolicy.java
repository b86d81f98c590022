package io.parley.user;

/**
 * Who is admitted at all: the words of {@code user-admission-policy} (RFC 6501 section 4.6.2).
 * The list is open: any other word is kept.
 */
public final class AdmissionPolicy {

    /** The targets of the allowed-users list who have proved who they are. */
    public static final String CLOSED_AUTHENTICATED = "closedAuthenticated";

    /** Everybody who has proved who he is and is no target of the deny-users list. */
    public static final String OPEN_AUTHENTICATED = "openAuthenticated";

    /** Everybody. */
    public static final String ANONYMOUS = "anonymous";

    private AdmissionPolicy() {}
}
