/**
 * What of a conference only its focus knows (RFC 4353 section 3.1, MS-CONFBAS section 3.1): how it was provisioned for C3P, which dialogs
 * its participants have, and what each of its MCUs last reported.
 *
 * <p>Here: values, which the aggregate holds beside its document. What the document tells as well, such as roles, the lock and who is in,
 * stands there alone, so that both protocols read and change the same. Not here: who may join and what follows from it (that is
 * {@code participation}), and what watchers are told (that is {@code roster} and {@code subscription}).
 */
@NullMarked
package io.parley.focus;

import org.jspecify.annotations.NullMarked;
