package io.parley.http.client;

import io.parley.ccmp.CcmpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A client of CCMP over HTTP (RFC 6503 section 9), for any number of senders.
 *
 * <pre>{@code
 * try (CcmpClient client = CcmpClient.builder().server(URI.create("https://confs.example.com/Xcon/Ccmp")).build()) {
 *     Sender alice = Sender.of("xcon-userid:alice@example.com");
 *     if (client.send(alice.confs()) instanceof CcmpResult.Rejected refused) {
 *         System.err.println(refused.code() + ": " + refused.reason());
 *     }
 * }
 * }</pre>
 *
 * <p>It may be used by any number of threads at once, and is closed once. What the server says is a {@link CcmpResult}; what keeps it
 * from saying anything is a {@link CcmpException}, whose kind tells whether the request may have had an effect. A request that a
 * client must not send is refused with an {@link IllegalArgumentException} before anything is sent.
 *
 * <p>It repeats a request by itself only where the server has not looked at it: to follow a redirect, to answer an HTTP challenge, when
 * a 429 or 503 says after how long, to reach the next server that was discovered; and behind a 510, if it was built to. Everything else
 * is the caller's decision.
 */
public final class CcmpClient implements AutoCloseable {

    private final Transport transport;
    private final Servers servers;
    private final Messages messages;
    private final RequestRules rules;
    private final Optional<Capabilities> capabilities;

    CcmpClient(
            Transport transport,
            Servers servers,
            Messages messages,
            RequestRules rules,
            Optional<Capabilities> capabilities) {
        this.transport = transport;
        this.servers = servers;
        this.messages = messages;
        this.rules = rules;
        this.capabilities = capabilities;
    }

    /** Begins the description of a client. */
    public static CcmpClientBuilder builder() {
        return new CcmpClientBuilder();
    }

    /**
     * Sends {@code request} and waits for the result. A thread that is interrupted gives up, closes the connection, and stays
     * interrupted.
     *
     * @throws CcmpException if no response of CCMP comes
     * @throws IllegalArgumentException if a client must not send it; nothing was sent
     */
    public CcmpResult send(CcmpRequest request) throws CcmpException {
        CompletableFuture<CcmpResult> result = sendAsync(request);
        try {
            return result.get();
        } catch (InterruptedException hurried) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new OutcomeUnknownException("interrupted while waiting for the response", hurried);
        } catch (ExecutionException failed) {
            throw cause(failed);
        }
    }

    private static CcmpException cause(ExecutionException failed) {
        if (failed.getCause() instanceof CcmpException failure) {
            return failure;
        }
        if (failed.getCause() instanceof RuntimeException fault) {
            throw fault;
        }
        throw new IllegalStateException(failed.getCause());
    }

    /**
     * Sends {@code request}. The future fails with a {@link CcmpException}; whoever cancels it closes the connection. What follows it
     * runs on threads of this client, and may block.
     *
     * @throws IllegalArgumentException if a client must not send it; nothing was sent
     */
    public CompletableFuture<CcmpResult> sendAsync(CcmpRequest request) {
        CcmpRequest checked = rules.checked(request);
        capabilities.flatMap(it -> it.refusal(checked)).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return new Call(transport, servers, messages, checked).begin();
    }

    /** What the server can do, as it tells {@code sender}; empty if it refuses to. */
    public Optional<Capabilities> capabilities(Sender sender) throws CcmpException {
        return Capabilities.of(send(sender.options()).response());
    }

    /**
     * This client, which refuses itself what the server cannot do according to {@code known}. Both share everything, and are closed
     * together.
     */
    public CcmpClient within(Capabilities known) {
        return new CcmpClient(transport, servers, messages, rules, Optional.of(known));
    }

    /** Closes all connections; calls that are waiting fail. Has no effect the second time. */
    @Override
    public void close() {
        transport.close();
    }
}
