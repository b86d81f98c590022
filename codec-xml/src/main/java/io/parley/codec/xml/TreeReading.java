package io.parley.codec.xml;

import io.parley.document.Element;
import java.util.Optional;

/** What came of reading a tree. */
public sealed interface TreeReading {

    /**
     * It was read.
     *
     * @param root all of it, of foreign type
     */
    record Whole(Element root) implements TreeReading {}

    /**
     * It was not.
     *
     * @param root the root with its attributes and nothing inside, if the fault is behind them
     * @param fault what is wrong and where
     */
    record Broken(Optional<Element> root, UnreadableException fault) implements TreeReading {}
}
