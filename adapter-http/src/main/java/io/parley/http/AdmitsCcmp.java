package io.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code Accept} admits what the server sends, CCMP in UTF-8 (RFC 9110 section 12.5.1). Of the media ranges that match, the most specific
 * decides, and a weight of 0 excludes. Ranges that cannot be read do not count; without any range everything is admitted.
 */
final class AdmitsCcmp implements RequestCheck {

    @Override
    public Optional<Refusal> refuse(HttpRequest request) {
        String accept = String.join(",", request.headers().getAll(HttpHeaderNames.ACCEPT));
        boolean admitted = accept.isBlank()
                || ranges(accept)
                        .filter(range -> specificity(range) > 0)
                        .max(Comparator.comparingInt(AdmitsCcmp::specificity).thenComparing(MediaType::weight))
                        .filter(range -> range.weight() > 0)
                        .isPresent();
        return admitted ? Optional.empty() : Optional.of(Refusal.of(HttpResponseStatus.NOT_ACCEPTABLE));
    }

    private static Stream<MediaType> ranges(String accept) {
        return MediaType.split(accept, ',').stream().flatMap(range -> MediaType.parse(range).stream());
    }

    /** How closely {@code range} describes what the server sends; 0 if it does not. */
    private static int specificity(MediaType range) {
        if (!range.allows("charset", "utf-8")) {
            return 0;
        }
        int parameter = range.names("charset") ? 1 : 0;
        if (range.is("application", "ccmp+xml")) {
            return 5 + parameter;
        }
        if (range.is("application", "*")) {
            return 3 + parameter;
        }
        return range.is("*", "*") ? 1 + parameter : 0;
    }
}
