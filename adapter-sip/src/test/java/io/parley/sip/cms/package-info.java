/** Tests of the envelopes: what they look like inside, who opens them, and whom they refuse. */
@NullMarked
package io.parley.sip.cms;

import org.jspecify.annotations.NullMarked;
