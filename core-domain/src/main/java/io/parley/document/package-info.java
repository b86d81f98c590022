/**
 * The conference document: an immutable element tree, and the table of what may stand in it.
 *
 * <p>Here: {@link io.parley.document.Element} and its kin, the tree that every version of a conference shares structure with;
 * {@link io.parley.document.Schema}, the data model of RFC 6501 on RFC 4575 as one table; validation against it; the operations that
 * follow from the table alone: {@link io.parley.document.Merge}, {@link io.parley.document.Diff},
 * {@link io.parley.document.Placeholders}. Not here: XML as text (that is {@code codec-xml}), and what a conference, a user or a role
 * means (that is in the rooms above).
 */
@NullMarked
package io.parley.document;

import org.jspecify.annotations.NullMarked;
