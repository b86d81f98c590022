package io.parley.http.client;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One request until its result: finds the server, tries the next one if the first cannot be reached, reads the answer. */
final class Call {

    private static final Duration PAUSE_BEHIND_A_TIMEOUT = Duration.ofSeconds(1);

    private final Transport transport;
    private final Servers servers;
    private final Messages messages;
    private final CcmpRequest request;
    private final byte[] bytes;
    private final Patience patience;
    private final CompletableFuture<CcmpResult> result = new CompletableFuture<>();
    private volatile Optional<Delivery> delivery = Optional.empty();

    Call(Transport transport, Servers servers, Messages messages, CcmpRequest request) {
        this.transport = transport;
        this.servers = servers;
        this.messages = messages;
        this.request = request;
        this.bytes = messages.write(request);
        this.patience = new Patience(transport.settings().patience());
    }

    /** Begins; whoever cancels the future closes the connection. */
    CompletableFuture<CcmpResult> begin() {
        transport.begins(this);
        result.whenComplete((done, fault) -> {
            transport.ended(this);
            if (result.isCancelled()) {
                delivery.ifPresent(Delivery::abort);
            }
        });
        answer().whenComplete((response, fault) ->
                Failures.pass(response == null ? null : CcmpResult.of(response), fault, result));
        return result;
    }

    /** Ends it, whatever it is about. */
    void fail(CcmpException why) {
        result.completeExceptionally(why);
    }

    private CompletableFuture<CcmpResponse> answer() {
        return servers.candidates(transport.executor())
                .thenCompose(candidates -> deliver(candidates, 0))
                .thenApplyAsync(answer -> messages.read(request, answer), transport.executor())
                .thenCompose(this::repeatedIfTimedOut);
    }

    private CompletableFuture<HttpAnswer> deliver(List<URI> candidates, int which) {
        if (result.isDone()) {
            return CompletableFuture.failedFuture(new UnreachableException("given up"));
        }
        Delivery next = new Delivery(transport, patience, candidates.get(which), bytes);
        delivery = Optional.of(next);
        if (result.isCancelled()) {
            next.abort();
        }
        return next.begin().exceptionallyCompose(fault -> {
            Throwable why = Failures.unwrapped(fault);
            if (!(why instanceof UnreachableException)) {
                return CompletableFuture.failedFuture(why);
            }
            if (which + 1 < candidates.size()) {
                return deliver(candidates, which + 1);
            }
            servers.unreachable();
            return CompletableFuture.failedFuture(why);
        });
    }

    private CompletableFuture<CcmpResponse> repeatedIfTimedOut(CcmpResponse response) {
        boolean again = response.code() == ResponseCode.REQUEST_TIMEOUT
                && transport.settings().repeatsTimeouts()
                && patience.allows(PAUSE_BEHIND_A_TIMEOUT);
        return again
                ? transport.pause(PAUSE_BEHIND_A_TIMEOUT).thenCompose(over -> answer())
                : CompletableFuture.completedFuture(response);
    }
}
