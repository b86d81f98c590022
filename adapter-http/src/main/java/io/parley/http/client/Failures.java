package io.parley.http.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What futures wrap around what has failed, and what is inside. */
final class Failures {

    private Failures() {}

    /** What a task throws so that its future fails with {@code failure}. */
    static CompletionException wrapped(CcmpException failure) {
        return new CompletionException(failure);
    }

    /** {@code fault} without what futures wrap around it. */
    static Throwable unwrapped(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? unwrapped(fault.getCause()) : fault;
    }

    /** The words of the innermost cause. */
    static String root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** Completes {@code other} with what another future came to. */
    static <T> void pass(@Nullable T value, @Nullable Throwable fault, CompletableFuture<T> other) {
        if (value != null) {
            other.complete(value);
        } else {
            other.completeExceptionally(
                    fault == null ? new IllegalStateException("neither a value nor a fault") : unwrapped(fault));
        }
    }
}
