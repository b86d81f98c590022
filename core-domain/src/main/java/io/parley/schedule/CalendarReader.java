package io.parley.schedule;

/**
 * Reads iCalendar objects (RFC 5545). A pure function: the same text gets the same answer, whatever it is in a bounded number of steps
 * and without an exception.
 */
@FunctionalInterface
public interface CalendarReader {

    /** What {@code base}, as a client wrote it, tells. */
    Reading read(String base);

    /** What became of a text. */
    sealed interface Reading {
        /**
         * It could be read.
         *
         * @param recurrence what it tells
         */
        record Told(Recurrence recurrence) implements Reading {}

        /**
         * It could not be read.
         *
         * @param reason what is wrong, as the rest of a sentence that begins with the place
         */
        record Refused(String reason) implements Reading {}
    }
}
