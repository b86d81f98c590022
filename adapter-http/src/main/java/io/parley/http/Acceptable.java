package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a client accepts (RFC 9110 section 12.5.1). Ranges that are none are passed over.
 *
 * @param ranges the media ranges, as they came
 */
record Acceptable(List<MediaType> ranges) {

    Acceptable {
        ranges = List.copyOf(ranges);
    }

    /** What the sender of {@code request} accepts. */
    static Acceptable to(HttpRequest request) {
        String field = String.join(",", request.headers().getAll(HttpHeaderNames.ACCEPT));
        return new Acceptable(MediaType.split(field, ',').stream()
                .flatMap(range -> MediaType.parse(range).stream())
                .toList());
    }

    /** How much a media type is wanted: the weight of the most specific range that it is in, and how specific that is. */
    private record Wish(double weight, int specific) implements Comparable<Wish> {

        private static final Wish NONE = new Wish(0, 0);

        @Override
        public int compareTo(Wish other) {
            return Comparator.comparingDouble(Wish::weight)
                    .thenComparingInt(wish -> wish.weight() == 0 ? 0 : wish.specific())
                    .compare(this, other);
        }
    }

    /** Positive if {@code one} is rather wanted than {@code other}, negative if it is the reverse, 0 if it is all the same. */
    int compare(MediaType one, MediaType other) {
        return wish(one).compareTo(wish(other));
    }

    private Wish wish(MediaType offered) {
        Optional<Wish> wish = ranges.stream()
                .filter(range -> specific(range, offered) > 0)
                .map(range -> new Wish(range.weight(), specific(range, offered)))
                .max(Comparator.comparingInt(Wish::specific));
        return wish.orElse(Wish.NONE);
    }

    private static int specific(MediaType range, MediaType offered) {
        if (range.is(offered.type(), offered.subtype())) {
            return 3;
        }
        return range.is(offered.type(), "*") ? 2 : range.is("*", "*") ? 1 : 0;
    }
}
