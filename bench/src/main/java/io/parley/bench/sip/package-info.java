/**
 * SIP, measured: calls that SIPp makes, and the notifications of one change to many watchers, against a bare user agent on the same SIP stack
 * that has no conference.
 */
@NullMarked
package io.parley.bench.sip;

import org.jspecify.annotations.NullMarked;
