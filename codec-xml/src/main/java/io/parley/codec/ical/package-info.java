/**
 * Reads iCalendar objects (RFC 5545) as far as they tell when something takes place: {@link io.parley.codec.ical.Icalendar}.
 *
 * <p>Content lines, components, times, time zones and lengths are read here, leniently, since the examples of RFC 6501 and RFC 6504 are
 * indented and broken themselves. The expansion of recurrence rules is lib-recur's, which no other room knows. Everything is bounded:
 * the length of a text, the number of its lines and values, the work for each occurrence.
 */
@NullMarked
package io.parley.codec.ical;

import org.jspecify.annotations.NullMarked;
