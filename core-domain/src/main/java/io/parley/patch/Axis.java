package io.parley.patch;

import io.parley.document.Name;
import java.util.List;
import java.util.Optional;

/**
 * What a selector looks at in a tree, whatever the tree is made of.
 *
 * @param <N> the elements of the tree
 */
public interface Axis<N> {

    /** The name of an element. */
    Name name(N element);

    /** The value of an attribute of an element. */
    Optional<String> attribute(N element, Name attribute);

    /** The elements in an element, in document order. */
    List<N> elements(N element);

    /** All text in an element and below, in document order: its string value (XPath 1.0 section 5.2). */
    String text(N element);
}
