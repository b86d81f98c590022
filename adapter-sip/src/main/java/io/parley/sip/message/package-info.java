/**
 * SIP messages as values (RFC 3261 section 7), without any SIP stack: what the rooms above read, and what they write.
 *
 * <p>Here: requests, responses, their headers as they are written, and the grammar of the few headers that a user agent core has to
 * understand. Not here: how messages travel (that is {@code stack}), and which belong together (that is {@code dialog}).
 */
@NullMarked
package io.parley.sip.message;

import org.jspecify.annotations.NullMarked;
