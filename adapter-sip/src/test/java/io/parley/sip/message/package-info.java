/** Tests of messages as values. */
@NullMarked
package io.parley.sip.message;

import org.jspecify.annotations.NullMarked;
