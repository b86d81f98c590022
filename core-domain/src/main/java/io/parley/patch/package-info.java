/**
 * XML patches (RFC 5261): what makes the next document of the last, as values that a person could have written.
 *
 * <p>Here: {@link io.parley.patch.Patch}, its operations and selectors; what they do to trees of names; the patch that leads from one
 * document to another; {@link io.parley.patch.Update}, the smaller of patch and document. Not here: prefixes, declarations of namespaces,
 * comments and processing instructions, which trees of the core do not have, and patches as text (those are in {@code codec-xml}); and
 * when somebody is sent a patch (that is in {@code subscription}).
 */
@NullMarked
package io.parley.patch;

import org.jspecify.annotations.NullMarked;
