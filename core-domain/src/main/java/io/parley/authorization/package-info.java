/**
 * Who may do what.
 *
 * <p>Here: {@link io.parley.authorization.Standing}, in what relation somebody is to a conference; {@link
 * io.parley.authorization.AccessPolicy}, the replaceable function that permits or refuses, and its default; {@link
 * io.parley.authorization.Admission}, who may join (RFC 6501 sections 4.6.1 to 4.6.4); {@link
 * io.parley.authorization.ProtectedParts}, what of a document who may set; {@link io.parley.authorization.WrongPasswords}, how many of
 * them are too many. Not here: how somebody proves who he is.
 */
@NullMarked
package io.parley.authorization;

import org.jspecify.annotations.NullMarked;
