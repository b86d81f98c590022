package io.parley.http;

import java.util.Map;
import java.util.function.Consumer;

/** Takes the events of call-backs to where they belong. */
interface Messenger extends AutoCloseable {

    /**
     * Makes one attempt, and reports its outcome once, on any thread, perhaps before this returns. Whatever goes wrong is an outcome.
     */
    void post(CallbackTarget target, Map<String, String> fields, byte[] body, Consumer<Outcome> outcome);

    @Override
    void close();

    /**
     * What came of an attempt.
     *
     * @param acknowledged whether it was answered with a 2xx
     * @param what the status, or what went wrong
     */
    record Outcome(boolean acknowledged, String what) {
        static Outcome failed(String what) {
            return new Outcome(false, what);
        }
    }
}
