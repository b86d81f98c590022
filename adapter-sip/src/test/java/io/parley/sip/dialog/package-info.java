/** User agents that talk to each other over a network in memory. */
@NullMarked
package io.parley.sip.dialog;

import org.jspecify.annotations.NullMarked;
