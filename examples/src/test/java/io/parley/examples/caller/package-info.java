/** The small client of MS-CONFBAS, against a focus that does what the test says. */
@NullMarked
package io.parley.examples.caller;

import org.jspecify.annotations.NullMarked;
