package io.parley.http.client;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, under one timer from the first attempt to connect to the last byte; when the timer expires the
 * connection is closed (RFC 6503 section 4.4). Used on the event loop only.
 */
final class Attempt {

    private final Transport transport;
    private final Origin server;
    private final FullHttpRequest request;
    private final CompletableFuture<HttpAnswer> outcome = new CompletableFuture<>();
    private Optional<Channel> channel = Optional.empty();
    private Runnable timer = () -> {};
    private boolean sent;

    Attempt(Transport transport, Origin server, FullHttpRequest request) {
        this.transport = transport;
        this.server = server;
        this.request = request;
    }

    /** Begins; the future is completed on the event loop. */
    CompletableFuture<HttpAnswer> begin(Duration time) {
        timer = transport.timers().after(time, () -> abort("no response within " + time.toMillis() + " ms"));
        transport
                .idle()
                .take(server)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> transport.connector().connect(server, this::on))
                .whenCompleteAsync(this::connected, transport.loop());
        return outcome;
    }

    /** Ends it without a response, and its connection. */
    void abort(String why) {
        finish(null, sent ? new OutcomeUnknownException(why) : new UnreachableException(server + ": " + why));
        channel.ifPresent(Channel::close);
    }

    private void on(Channel opened) {
        channel = Optional.of(opened);
        if (outcome.isDone()) {
            opened.close();
        }
    }

    private void connected(@Nullable Connection connection, @Nullable Throwable fault) {
        if (connection == null) {
            finish(null, fault);
            return;
        }
        on(connection.channel());
        if (outcome.isDone()) {
            return;
        }
        sent = true;
        connection.send(request.retain()).whenComplete((answer, broken) -> {
            finish(answer, broken);
            if (answer != null) {
                transport.idle().keep(server, connection);
            }
        });
    }

    private void finish(@Nullable HttpAnswer answer, @Nullable Throwable fault) {
        if (!outcome.isDone()) {
            timer.run();
            request.release();
            Failures.pass(answer, fault, outcome);
        }
    }
}
