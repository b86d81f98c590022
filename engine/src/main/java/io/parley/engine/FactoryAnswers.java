package io.parley.engine;

import io.parley.c3p.C3pResponse;
import io.parley.identity.XconUserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The latest answers of the Focus Factory: a command that comes again, in the same call and from the same sender, gets what the first one got
 * and is not executed twice, even while the first one is being executed. The oldest answers are forgotten.
 *
 * <p>May be used by any number of threads at once; no lock is held while a command is executed.
 */
final class FactoryAnswers {

    /** How many answers are remembered. */
    static final int REMEMBERED = 1024;

    /**
     * What tells commands apart.
     *
     * @param sender whose it is
     * @param call the call in which it came
     * @param requestId its identifier there
     * @param command its name
     */
    record Key(XconUserId sender, String call, String requestId, String command) {}

    private final Map<Key, CompletableFuture<C3pResponse>> answers = new LinkedHashMap<>();

    /** What {@code execution} gives, or gave before; what it throws is remembered by nobody. */
    C3pResponse once(Key key, Supplier<C3pResponse> execution) {
        CompletableFuture<C3pResponse> mine = new CompletableFuture<>();
        CompletableFuture<C3pResponse> first = claim(key, mine);
        if (first != mine) {
            return first.join();
        }
        try {
            C3pResponse response = execution.get();
            mine.complete(response);
            return response;
        } catch (RuntimeException | Error fault) {
            forget(key);
            mine.completeExceptionally(fault);
            throw fault;
        }
    }

    private synchronized CompletableFuture<C3pResponse> claim(Key key, CompletableFuture<C3pResponse> mine) {
        CompletableFuture<C3pResponse> known = answers.get(key);
        if (known != null) {
            return known;
        }
        if (answers.size() >= REMEMBERED) {
            answers.remove(answers.keySet().iterator().next());
        }
        answers.put(key, mine);
        return mine;
    }

    private synchronized void forget(Key key) {
        answers.remove(key);
    }
}
