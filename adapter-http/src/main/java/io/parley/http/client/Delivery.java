package io.parley.http.client;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Brings one message to a server and the answer back: follows redirects, answers challenges, waits when it is asked to (RFC 6503 section
 * 9). Used on the event loop only.
 */
final class Delivery {

    private static final String MEDIA_TYPE = "application/ccmp+xml";
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_CHALLENGES = 3;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int SEE_OTHER = 303;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, SEE_OTHER, 307, 308);
    private static final Set<Integer> NOT_NOW = Set.of(429, 503);

    private final Transport transport;
    private final Patience patience;
    private final byte[] message;
    private final Origin home;
    private final CompletableFuture<HttpAnswer> outcome = new CompletableFuture<>();
    private URI target;
    private HttpMethod method = HttpMethod.POST;
    private int redirects;
    private int challenges;
    private boolean shown;
    private boolean shownToProxy;
    private @Nullable Attempt attempt;

    Delivery(Transport transport, Patience patience, URI target, byte[] message) {
        this.transport = transport;
        this.patience = patience;
        this.message = message;
        this.target = target;
        this.home = Origin.of(target);
    }

    /** Begins; the future is completed on the event loop. */
    CompletableFuture<HttpAnswer> begin() {
        transport.loop().execute(this::attempt);
        return outcome;
    }

    /** Gives up, and closes the connection. */
    void abort() {
        transport.loop().execute(() -> {
            outcome.cancel(false);
            if (attempt != null) {
                attempt.abort("given up");
            }
        });
    }

    private void attempt() {
        if (outcome.isDone()) {
            return;
        }
        Origin server = Origin.of(target);
        attempt = new Attempt(transport, server, request(server));
        attempt.begin(transport.settings().timeout()).whenComplete((answer, fault) -> {
            if (fault == null) {
                answered(server, answer);
            } else {
                outcome.completeExceptionally(Failures.unwrapped(fault));
            }
        });
    }

    private FullHttpRequest request(Origin server) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        String relative = target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
        boolean proxied = transport.proxy().isPresent() && !server.secure();
        String line = proxied ? server + relative : relative;
        boolean posts = method.equals(HttpMethod.POST);
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, method, line, posts ? Unpooled.wrappedBuffer(message) : Unpooled.EMPTY_BUFFER);
        HttpHeaders fields = request.headers();
        fields.set(HttpHeaderNames.HOST, server.authority()).set(HttpHeaderNames.ACCEPT, MEDIA_TYPE);
        if (posts) {
            fields.set(HttpHeaderNames.CONTENT_TYPE, MEDIA_TYPE + "; charset=UTF-8");
            fields.set(HttpHeaderNames.CONTENT_LENGTH, message.length);
        }
        Optional<String> answer =
                server.equals(home) ? transport.authorization(server).next(method.name(), line) : Optional.empty();
        answer.ifPresent(it -> fields.set(HttpHeaderNames.AUTHORIZATION, it));
        shown = answer.isPresent();
        Optional<String> proxyAnswer =
                proxied ? transport.proxyAuthorization().next(method.name(), line) : Optional.empty();
        proxyAnswer.ifPresent(it -> fields.set(HttpHeaderNames.PROXY_AUTHORIZATION, it));
        shownToProxy = proxyAnswer.isPresent();
        return request;
    }

    private void answered(Origin server, HttpAnswer answer) {
        Optional<Duration> pause =
                answer.retryAfter(transport.settings().clock().instant());
        if (isAnswerableChallenge(server, answer)) {
            challenges++;
            attempt();
        } else if (REDIRECTS.contains(answer.status())) {
            follow(server, answer, pause);
        } else if (NOT_NOW.contains(answer.status()) && pause.isPresent() && patience.allows(pause.get())) {
            attemptAfter(pause.get());
        } else {
            outcome.complete(answer);
        }
    }

    private boolean isAnswerableChallenge(Origin server, HttpAnswer answer) {
        if (challenges >= MOST_CHALLENGES) {
            return false;
        }
        return switch (answer.status()) {
            case UNAUTHORIZED ->
                server.equals(home)
                        && transport
                                .authorization(server)
                                .learns(answer.fields(HttpHeaderNames.WWW_AUTHENTICATE), shown);
            case PROXY_AUTHENTICATION_REQUIRED ->
                transport.proxyAuthorization().learns(answer.fields(HttpHeaderNames.PROXY_AUTHENTICATE), shownToProxy);
            default -> false;
        };
    }

    private void follow(Origin server, HttpAnswer answer, Optional<Duration> pause) {
        Optional<URI> next = answer.field(HttpHeaderNames.LOCATION).flatMap(this::resolved);
        if (!server.secure()) {
            refuse(answer, "is not followed, because " + server + " is not authenticated", pause);
        } else if (next.isEmpty()) {
            refuse(answer, "leads to no https URI", pause);
        } else if (redirects >= MOST_REDIRECTS) {
            refuse(answer, "is one more than the " + MOST_REDIRECTS + " that are followed", pause);
        } else if (!patience.allows(pause.orElse(Duration.ZERO))) {
            refuse(answer, "asks for a longer pause than this client makes", pause);
        } else {
            redirects++;
            target = next.get();
            method = answer.status() == SEE_OTHER ? HttpMethod.GET : method;
            pause.ifPresentOrElse(this::attemptAfter, this::attempt);
        }
    }

    private Optional<URI> resolved(String location) {
        try {
            URI uri = target.resolve(location);
            return Origin.of(uri).secure() ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private void refuse(HttpAnswer answer, String why, Optional<Duration> pause) {
        outcome.completeExceptionally(
                new RefusedException(answer.status(), "the redirect of HTTP " + answer.status() + " " + why, pause));
    }

    private void attemptAfter(Duration pause) {
        transport.timers().after(pause, this::attempt);
    }
}
