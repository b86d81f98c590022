/**
 * What those who watch a conference are told: documents of {@code application/conference-info+xml} as MS-CONFBAS section 2.2.4 extends RFC 4575,
 * made of what the watcher may see.
 *
 * <p>Here: {@link io.parley.subscription.Composer}, which composes full and partial documents, and {@link
 * io.parley.subscription.WatchState}, the sequence of them that one watcher gets. Documents are trees of foreign elements; how they are
 * written is the codec's matter, and how they travel that of the transports.
 */
@NullMarked
package io.parley.subscription;

import org.jspecify.annotations.NullMarked;
