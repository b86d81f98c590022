package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import java.util.function.UnaryOperator;

/**
 * A part of the conference document in the making: what every builder is.
 *
 * <p>A builder puts values into the form of their datatypes and refuses none: {@link io.parley.document.Validation} says what is wrong,
 * and so does the server. A builder serves one thread; what it has built does not change any more.
 */
public interface Draft {

    /** What has been said so far. */
    Element build();

    /** {@code parent} with its child of that name changed, which is made if it is not there. */
    static Element within(Element parent, Name child, UnaryOperator<Element> change) {
        return parent.with(change.apply(
                parent.child(child).orElseGet(() -> parent.type().child(child).empty())));
    }

    /** {@code parent} with a new entry in its child {@code list}, which is made if it is not there. */
    static Element adding(Element parent, Name list, Name entry, UnaryOperator<Element> filling) {
        return within(
                parent,
                list,
                entries ->
                        entries.with(filling.apply(entries.type().child(entry).empty())));
    }

    /** {@code parent} with an entry in its list of URIs {@code list} that removes the one of {@code uri}. */
    static Element withoutUri(Element parent, Name list, String uri) {
        return adding(
                parent,
                list,
                Info.ENTRY,
                entry -> entry.withAttribute(Attributes.STATE, "deleted").with(Info.URI, uri));
    }

    /** {@code parent} with its child of that name empty, by which an update removes what is there. */
    static Element emptying(Element parent, Name child) {
        return parent.with(parent.type().child(child).empty());
    }
}
