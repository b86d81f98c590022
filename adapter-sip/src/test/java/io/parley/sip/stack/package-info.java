/** What a stack promises, and that ours keeps it. */
@NullMarked
package io.parley.sip.stack;

import org.jspecify.annotations.NullMarked;
