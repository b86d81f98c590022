/**
 * What of a conference somebody sees, and what he means by what he saw (RFC 6501 section 4.6.5.1, RFC 6503 section 10.3).
 *
 * <p>Here: {@link io.parley.privacy.Sight}, the one place that every way out asks, whatever the protocol, and that reads every document
 * that comes back from somebody who saw a part only. Not here: who may do what, which is the policy's.
 */
@NullMarked
package io.parley.privacy;

import org.jspecify.annotations.NullMarked;
