package io.parley.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes events and keeps them, until the test says what came of them. */
final class ScriptedMessenger implements Messenger {

    /** An attempt that was made. */
    record Attempt(CallbackTarget target, Map<String, String> fields, byte[] body, Consumer<Outcome> outcome) {
        long sequence() {
            return Long.parseLong(fields.get("Parley-Sequence"));
        }
    }

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Attempt> open = new ArrayList<>();

    @Override
    public void post(CallbackTarget target, Map<String, String> fields, byte[] body, Consumer<Outcome> outcome) {
        Attempt attempt = new Attempt(target, fields, body, outcome);
        attempts.add(attempt);
        open.add(attempt);
    }

    /** The numbers of all attempts. */
    List<Long> sequences() {
        return attempts.stream().map(Attempt::sequence).toList();
    }

    Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    int open() {
        return open.size();
    }

    void acknowledge() {
        open.remove(0).outcome().accept(new Outcome(true, "status 200"));
    }

    void fail() {
        open.remove(0).outcome().accept(Outcome.failed("status 500"));
    }

    @Override
    public void close() {}
}
