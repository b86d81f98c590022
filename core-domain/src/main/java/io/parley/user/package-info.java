/**
 * Users of conferences: who is registered, in what role somebody stands in a conference, what his record says.
 *
 * <p>Here: {@link io.parley.user.RegisteredUser}, what a directory knows of a person; {@link io.parley.user.Role}, the open list of
 * RFC 6501 section 4.6.5.2; {@link io.parley.user.Users}, {@link io.parley.user.User} and what they lead to, typed views of the
 * {@code users} element with their builders and the words of its open enumerations; {@link io.parley.user.View} and
 * {@link io.parley.user.Draft}, what all views and all builders are. Not here: who may do what, which is authorization's.
 */
@NullMarked
package io.parley.user;

import org.jspecify.annotations.NullMarked;
