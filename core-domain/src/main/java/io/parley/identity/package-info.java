/**
 * Who and what is meant: XCON-URIs, XCON-USERIDs, contact URIs, SIP URIs, versions.
 *
 * <p>The rules by which two identifiers are the same live here and nowhere else (RFC 6501 sections 3.3 and 4.6.5, RFC 3261 section 19.1.4). Every type keeps
 * the spelling in which it was first written and compares by the form that its specification prescribes. Not here: who knows which
 * identifier, which is a matter of the ports.
 */
@NullMarked
package io.parley.identity;

import org.jspecify.annotations.NullMarked;
