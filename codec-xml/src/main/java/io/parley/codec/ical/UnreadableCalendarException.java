package io.parley.codec.ical;

/** A text is no iCalendar object that tells when something takes place; the message says what is wrong. */
final class UnreadableCalendarException extends Exception {

    private static final long serialVersionUID = 1;
    private static final int EXCERPT = 60;

    UnreadableCalendarException(String reason) {
        super(reason);
    }

    /** {@code text}, short enough for a message. */
    static String excerpt(String text) {
        return "'" + (text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "...") + "'";
    }
}
