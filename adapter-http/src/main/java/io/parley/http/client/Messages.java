package io.parley.http.client;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.UnreadableException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Requests as bytes, and what an answer of HTTP says of them. */
final class Messages {

    private static final int OK = 200;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    /** Not implemented, unavailable, version not supported: said before anything was done. */
    private static final Set<Integer> UNTOUCHED = Set.of(501, 503, 505);

    private final CcmpCodec codec;
    private final ClientSettings settings;
    private final InstantSource clock;
    private final ExchangeObserver observer;

    Messages(CcmpCodec codec, ClientSettings settings, ExchangeObserver observer) {
        this.codec = codec;
        this.settings = settings;
        this.clock = settings.clock();
        this.observer = observer;
    }

    byte[] write(CcmpRequest request) {
        byte[] bytes = codec.writeRequest(request, settings.dialect());
        observer.sending(bytes);
        return bytes;
    }

    /** The response to {@code request}; whatever else comes is thrown as the {@link CcmpException} that a future unwraps. */
    CcmpResponse read(CcmpRequest request, HttpAnswer answer) {
        int status = answer.status();
        if (status == OK) {
            observer.received(answer.body());
            return response(request, answer);
        }
        boolean untouched =
                status >= CLIENT_ERROR && status < SERVER_ERROR || UNTOUCHED.contains(status) || status / 100 == 3;
        throw Failures.wrapped(
                untouched
                        ? new RefusedException(
                                status, "the server refused by HTTP " + status, answer.retryAfter(clock.instant()))
                        : new OutcomeUnknownException("the server answered with HTTP " + status));
    }

    private CcmpResponse response(CcmpRequest request, HttpAnswer answer) {
        CcmpResponse response;
        try {
            response = codec.readResponse(answer.body());
        } catch (UnreadableException fault) {
            String type = answer.field("Content-Type").orElse("nothing that it names");
            throw Failures.wrapped(new OutcomeUnknownException(
                    "the server answered with " + type + ", which is no CCMP: " + fault.getMessage(), fault));
        }
        Optional<String> other = response.message()
                .filter(it -> it != request.message())
                .map(it -> "the server answered " + request.message() + " by " + it.responseName());
        if (other.isPresent()) {
            throw Failures.wrapped(new OutcomeUnknownException(other.get()));
        }
        return response;
    }
}
