/** Tests of who a request is from: what is believed, what is challenged, and what is refused. */
@NullMarked
package io.parley.sip.authentication;

import org.jspecify.annotations.NullMarked;
