package io.parley.ccmp;

import io.parley.document.Element;
import io.parley.filter.FilterText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the specialised part of a message holds. */
public sealed interface Body permits Body.None, Body.Filter, Body.Info, Body.Extension, Options {

    /** Nothing. */
    static None none() {
        return new None();
    }

    /** The content of an empty specialised part. */
    record None() implements Body {}

    /**
     * The content of a request for a list.
     *
     * @param xpath the XPath 1.0 expression that chooses from the list
     * @param prefixes the namespaces that the prefixes in it stand for, as declared where it was written
     */
    record Filter(String xpath, Map<String, String> prefixes) implements Body {
        /** Copies the prefixes. */
        public Filter {
            prefixes = Map.copyOf(prefixes);
        }

        /** The same for a {@link io.parley.filter.FilterLanguage}. */
        public FilterText text() {
            return new FilterText(xpath, prefixes);
        }
    }

    /**
     * A document or a part of one: {@code confInfo}, {@code usersInfo}, {@code confsInfo} and their like.
     *
     * @param element the element; its type is the message's {@link Message#infoType()}, whatever its name in the message
     */
    record Info(Element element) implements Body {}

    /**
     * The content of {@code extendedRequest} and {@code extendedResponse}.
     *
     * @param extensionName which extension
     * @param content the elements behind the name, all of foreign namespaces
     */
    record Extension(String extensionName, List<Element> content) implements Body {
        /** Copies the content. */
        public Extension {
            content = List.copyOf(content);
        }
    }

    /** The element, if this is an {@link Info}. */
    default Optional<Element> info() {
        return this instanceof Info holder ? Optional.of(holder.element()) : Optional.empty();
    }
}
