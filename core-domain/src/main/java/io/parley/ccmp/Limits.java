package io.parley.ccmp;

/**
 * How much a system holds. What would go beyond is refused with 511, naming what is exceeded; what is there already stays.
 *
 * @param conferences conferences in the system, blueprints and sidebars not counted
 * @param conferencesPerOwner conferences that one user has created
 * @param users users who have joined conferences, in the whole system; who has joined several counts once
 * @param participants users who have joined one conference, if its own {@code maximum-user-count} does not say, which no client can set
 *     higher
 * @param sidebars sidebars of one conference
 * @param documentSize characters in the names, attribute values and texts of one document
 * @param history versions of a conference that are kept for updates that are based on them
 */
public record Limits(
        int conferences,
        int conferencesPerOwner,
        int users,
        int participants,
        int sidebars,
        long documentSize,
        int history) {

    /** No limit. */
    public static final int NONE = Integer.MAX_VALUE;

    /** Refuses negative numbers with an {@link IllegalArgumentException}. */
    public Limits {
        notNegative("conferences", conferences);
        notNegative("conferencesPerOwner", conferencesPerOwner);
        notNegative("users", users);
        notNegative("participants", participants);
        notNegative("sidebars", sidebars);
        notNegative("documentSize", documentSize);
        notNegative("history", history);
    }

    /** 67,108,864 characters a document, which is more than 100,000 users take; 32 versions kept; nothing else is limited. */
    public static Limits defaults() {
        return new Limits(NONE, NONE, NONE, NONE, NONE, 1L << 26, 32);
    }

    /** These with so many conferences. */
    public Limits withConferences(int number) {
        return new Limits(number, conferencesPerOwner, users, participants, sidebars, documentSize, history);
    }

    /** These with so many conferences of one owner. */
    public Limits withConferencesPerOwner(int number) {
        return new Limits(conferences, number, users, participants, sidebars, documentSize, history);
    }

    /** These with so many users in the system. */
    public Limits withUsers(int number) {
        return new Limits(conferences, conferencesPerOwner, number, participants, sidebars, documentSize, history);
    }

    /** These with so many users in a conference that does not say itself how many. */
    public Limits withParticipants(int number) {
        return new Limits(conferences, conferencesPerOwner, users, number, sidebars, documentSize, history);
    }

    /** These with so many sidebars of one conference. */
    public Limits withSidebars(int number) {
        return new Limits(conferences, conferencesPerOwner, users, participants, number, documentSize, history);
    }

    /** These with so many characters in a document. */
    public Limits withDocumentSize(long characters) {
        return new Limits(conferences, conferencesPerOwner, users, participants, sidebars, characters, history);
    }

    /** These with so many versions kept. */
    public Limits withHistory(int versions) {
        return new Limits(conferences, conferencesPerOwner, users, participants, sidebars, documentSize, versions);
    }

    private static void notNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " has to be 0 or more, not " + value);
        }
    }
}
