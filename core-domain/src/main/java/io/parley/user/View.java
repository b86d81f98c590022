package io.parley.user;

import io.parley.document.Datatype;
import io.parley.document.Element;
import io.parley.document.Name;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of the conference document under the names that Java gives it. A view holds the element and nothing else: it costs nothing to
 * make, never changes, and reads what it is asked for.
 *
 * <p>Words of open enumerations are strings as they stand in the document (RFC 6501 section 5), so that an unknown one survives and a
 * {@code switch} over the constants has a {@code default}. What a view has no name for, extensions above all, is read by element names
 * with the methods here. A value that the data model does not admit reads as absent.
 */
public interface View {

    /** The element that this is a view of. */
    Element element();

    /** The value of an attribute. */
    default Optional<String> attribute(Name name) {
        return element().attribute(name);
    }

    /** The text of the element that {@code names} lead to. */
    default Optional<String> text(Name... names) {
        return element().textAt(names);
    }

    /** The words of the list that {@code names} lead to. */
    default List<String> words(Name... names) {
        return text(names)
                .filter(text -> !text.isBlank())
                .map(text -> List.of(text.strip().split("\\s+")))
                .orElse(List.of());
    }

    /** The boolean that {@code names} lead to. */
    default Optional<Boolean> flag(Name... names) {
        return text(names)
                .filter(text -> Datatype.BOOLEAN.refusal(text).isEmpty())
                .map(Boolean::valueOf);
    }

    /** The number that {@code names} lead to. */
    default Optional<Integer> number(Name... names) {
        return text(names)
                .filter(text -> Datatype.COUNT.refusal(text).isEmpty()
                        || Datatype.GAIN.refusal(text).isEmpty())
                .map(Integer::valueOf);
    }

    /** The time that {@code names} lead to; without a zone it is one of UTC. */
    default Optional<Instant> time(Name... names) {
        return text(names).flatMap(text -> {
            try {
                TemporalAccessor time =
                        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
                return Optional.of(
                        time instanceof ZonedDateTime zoned
                                ? zoned.toInstant()
                                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException notATime) {
                return Optional.empty();
            }
        });
    }

    /** The elements that {@code names} lead to, of which the last may be there any number of times, each as a {@code view}. */
    default <V> List<V> entries(Function<Element, V> view, Name... names) {
        Name[] list = Arrays.copyOf(names, names.length - 1);
        List<V> entries = new ArrayList<>();
        element()
                .at(list)
                .ifPresent(
                        parent -> parent.children(names[list.length]).forEach(entry -> entries.add(view.apply(entry))));
        return List.copyOf(entries);
    }
}
