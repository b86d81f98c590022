package io.parley.ccmp;

/** Whether senders have to prove who they are by a {@code subject}. */
public enum SubjectMode {
    /** Nobody is asked, and everybody is taken for whom he says he is. */
    OFF,
    /** Who gives one has to be right. */
    OPTIONAL,
    /** Everybody has to give one. */
    REQUIRED
}
