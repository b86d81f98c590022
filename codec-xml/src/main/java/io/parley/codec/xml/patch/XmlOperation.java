package io.parley.codec.xml.patch;

import io.parley.document.Name;
import io.parley.patch.Operation.Position;
import io.parley.patch.Operation.WhiteSpace;
import io.parley.patch.Selector;
import java.util.List;
import java.util.Optional;

/** One operation of a patch as it is written. */
sealed interface XmlOperation {

    /** What locates its target. */
    Selector sel();

    /** What an {@code add} adds to an element besides nodes. */
    sealed interface Type {
        /**
         * An attribute.
         *
         * @param prefix the prefix that it has in the patch
         * @param name its name
         */
        record OfAttribute(String prefix, Name name) implements Type {}

        /**
         * The declaration of a namespace.
         *
         * @param prefix the prefix that is declared
         */
        record OfNamespace(String prefix) implements Type {}
    }

    /**
     * An {@code add}.
     *
     * @param sel what locates its target
     * @param position where its content is put
     * @param type what is added, if it is no node
     * @param content its content
     */
    record Add(Selector sel, Position position, Optional<Type> type, List<XmlNode> content) implements XmlOperation {}

    /**
     * A {@code replace}.
     *
     * @param sel what locates its target
     * @param content its content
     */
    record Replace(Selector sel, List<XmlNode> content) implements XmlOperation {}

    /**
     * A {@code remove}.
     *
     * @param sel what locates its target
     * @param ws the white space that goes with it
     */
    record Remove(Selector sel, WhiteSpace ws) implements XmlOperation {}
}
