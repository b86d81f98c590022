package io.parley.conference;

/** What a conference object is for at the moment (RFC 5239 section 6, RFC 6503 section 3.1). */
public enum Kind {
    /** A pattern from which conferences are cloned. */
    BLUEPRINT("blueprint"),
    /** A registered conference that is not running. */
    RESERVATION("conference reservation"),
    /** A running conference. */
    ACTIVE_CONFERENCE("active conference"),
    /** A sidebar whose document stands inside that of its main conference. */
    SIDEBAR_BY_VALUE("sidebar by value"),
    /** A sidebar whose document stands outside that of its main conference, which lists its URI. */
    SIDEBAR_BY_REFERENCE("sidebar by reference");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** Whether it is a conference of its own, running or not. */
    public boolean isConference() {
        return this == RESERVATION || this == ACTIVE_CONFERENCE;
    }

    /** Whether it is a sidebar of a conference. */
    public boolean isSidebar() {
        return this == SIDEBAR_BY_VALUE || this == SIDEBAR_BY_REFERENCE;
    }

    /** In words. */
    @Override
    public String toString() {
        return words;
    }
}
