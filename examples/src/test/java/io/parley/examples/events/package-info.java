/**
 * Following conferences: through the port, as server-sent events and as call-backs.
 */
@NullMarked
package io.parley.examples.events;

import org.jspecify.annotations.NullMarked;
