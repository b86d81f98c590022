package io.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How many requests a second one sender may make, over all its connections and over one: beyond that the answer is 429 (RFC 6585
 * section 4), before anything else about the request is looked at. Senders are forgotten when their second is over, and beyond
 * {@value #MOST_SENDERS} of them.
 */
final class RequestRates {

    private static final int MOST_SENDERS = 65_536;
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final ServerBounds bounds;
    private final InstantSource clock;
    private final Cache<Sender, Gate> gates;

    RequestRates(ServerBounds bounds, InstantSource clock) {
        this.bounds = bounds;
        this.clock = clock;
        this.gates = Caffeine.newBuilder()
                .maximumSize(MOST_SENDERS)
                .expireAfterAccess(REMEMBERED)
                .ticker(this::now)
                .executor(Runnable::run)
                .build();
    }

    /** The refusal of one request more on the connection of {@code seat}, if it is one too many. */
    Optional<Refusal> refuse(Seats.Seat seat) {
        long wait = 0;
        if (bounds.requestsOfConnection() != ServerBounds.UNLIMITED) {
            wait = seat.gate().pass(bounds.requestsOfConnection(), now());
        }
        if (wait == 0 && bounds.requestsOfOne() != ServerBounds.UNLIMITED) {
            wait = gates.get(seat.sender(), sender -> new Gate()).pass(bounds.requestsOfOne(), now());
        }
        return wait == 0 ? Optional.empty() : Optional.of(tooMany(Duration.ofNanos(wait)));
    }

    /** 429, and when to try again: in whole seconds, one at least. */
    static Refusal tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return Refusal.of(HttpResponseStatus.TOO_MANY_REQUESTS)
                .with(HttpHeaderNames.RETRY_AFTER, Long.toString(seconds));
    }

    private long now() {
        return clock.millis() * 1_000_000;
    }
}
