/**
 * Envelopes for secrets: CMS {@code EnvelopedData} (RFC 5652 section 6, MS-CONFBAS sections 3.12 and 4.4.7), on Bouncy Castle, whose provider is
 * not installed. Not here: where envelopes stand in C3P, and what is in them.
 */
@NullMarked
package io.parley.sip.cms;

import org.jspecify.annotations.NullMarked;
