/**
 * The focus over SIP: calls, commands, subscriptions and the Focus Factory of MS-CONFBAS, as messages of user agents (sections 3.1 to 3.5). What
 * they mean is decided behind the in-ports; here is what SIP makes of the decisions: status codes, headers, the order in which messages go out,
 * and what may not be sent while something else is under way.
 *
 * <p>For phones that know no C3P it is a focus as RFC 4579 has it: they join by calling or by the conference factory, are called, refer others, and
 * change devices by {@code Replaces} (RFC 3891).
 */
@NullMarked
package io.parley.sip.focus;

import org.jspecify.annotations.NullMarked;
