/**
 * When conferences take place: the entries of {@code conference-time} (RFC 6501 section 4.2.5) on the occurrences of their iCalendar
 * bases (RFC 5545). What they mean for joining, and what is to be done at which time.
 *
 * <p>Not here: how an iCalendar text is read ({@link io.parley.schedule.CalendarReader} is all that this room knows of it), and who
 * looks at the clock.
 */
@NullMarked
package io.parley.schedule;

import org.jspecify.annotations.NullMarked;
