package io.parley.document;

import java.util.Optional;

/**
 * One place at which two versions of a long list differ.
 *
 * @param before what stood there; empty if nothing did
 * @param after what stands there; empty if nothing does
 * @param previous what stands directly before that place in the later version; empty if nothing does
 * @param isLast whether nothing stands behind that place in the later version
 */
public record Shift(Optional<Node> before, Optional<Node> after, Optional<Node> previous, boolean isLast) {}
