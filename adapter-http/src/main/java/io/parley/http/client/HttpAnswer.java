package io.parley.http.client;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A response of HTTP, whole. */
final class HttpAnswer {

    private static final int LONGEST_DELAY_DIGITS = 9;

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    HttpAnswer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static HttpAnswer of(FullHttpResponse response) {
        return new HttpAnswer(
                response.status().code(), response.headers().copy(), ByteBufUtil.getBytes(response.content()));
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Optional<String> field(CharSequence name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip);
    }

    List<String> fields(CharSequence name) {
        return headers.getAll(name);
    }

    /** What {@code Retry-After} says, seconds or a date (RFC 9110 section 10.2.3); a date that is over is no time. */
    Optional<Duration> retryAfter(Instant now) {
        return field("Retry-After").flatMap(text -> {
            if (text.matches("[0-9]{1," + LONGEST_DELAY_DIGITS + "}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                Duration left = Duration.between(
                        now,
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
                return Optional.of(left.isNegative() ? Duration.ZERO : left);
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        });
    }
}
