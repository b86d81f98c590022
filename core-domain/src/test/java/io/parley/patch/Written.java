package io.parley.patch;

import io.parley.document.Element;
import io.parley.document.Node;
import java.util.ArrayList;
import java.util.List;

/** Trees as they are when they are written. */
final class Written {

    private Written() {}

    /** {@code element} without the lists that are left out, and with one text where several stand side by side. */
    static Element of(Element element) {
        List<Node> content = new ArrayList<>();
        for (Node node : Tree.content(element)) {
            content.add(node instanceof Element child ? of(child) : node);
        }
        return element.withContent(content);
    }
}
