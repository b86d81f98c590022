/**
 * What somebody who watches a conference is told of it (RFC 4575, MS-CONFBAS section 3.4): full documents and partial ones, each with the
 * version that counts for his subscription; or documents of the data model and what leads from one to the next (RFC 6502).
 *
 * <p>Here: who may see the same, what a document for them holds, and when it has to be a full one; pure functions of states of the
 * conference. Not here: the roster itself (that is {@code roster}), who may be seen (that is {@code privacy}), the life of subscriptions
 * and when documents are sent.
 */
@NullMarked
package io.parley.subscription;

import org.jspecify.annotations.NullMarked;
