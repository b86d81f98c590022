package io.parley.http;

import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents.Following;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registered call-back: sends the events of a conference to a URL, one at a time, each until it is acknowledged.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>in</th><th>on</th><th>to</th></tr>
 *   <tr><td>resting</td><td>an event behind the last acknowledged one</td><td>sending</td></tr>
 *   <tr><td>sending</td><td>2xx</td><td>resting; ended if it was the last event</td></tr>
 *   <tr><td>sending</td><td>anything else</td><td>waiting; ended after too many in a row</td></tr>
 *   <tr><td>waiting</td><td>its time</td><td>resting</td></tr>
 *   <tr><td>any</td><td>removed</td><td>ended</td></tr>
 * </table>
 *
 * <p>An event is asked for anew with each attempt, behind the last acknowledged number: so nothing is kept meanwhile, and whoever has
 * lost the right to see it is not told after all.
 */
final class Callback {

    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);

    private enum State {
        RESTING,
        SENDING,
        WAITING,
        ENDED
    }

    /**
     * What was registered.
     *
     * @param id by which it is named
     * @param owner by whom
     * @param conference for which conference
     * @param url where it goes, as written
     * @param target the same, read
     * @param secret what signs it
     */
    record Registration(
            String id, XconUserId owner, XconUri conference, String url, CallbackTarget target, String secret) {

        /** Without the secret, and without the URL, which may hold one. */
        @Override
        public String toString() {
            return "call-back " + id + " for " + conference;
        }
    }

    private final Registration registration;
    private final CallbackBook book;
    private @Nullable Following following;
    private State state = State.RESTING;
    private OptionalLong acknowledged;
    private int failures;
    private boolean working;
    private boolean again;

    Callback(Registration registration, CallbackBook book, OptionalLong after) {
        this.registration = registration;
        this.book = book;
        this.acknowledged = after;
    }

    Registration registration() {
        return registration;
    }

    synchronized OptionalLong acknowledged() {
        return acknowledged;
    }

    synchronized int failures() {
        return failures;
    }

    /** Begins to send what {@code source} gives. */
    void begin(Following source) {
        synchronized (this) {
            following = source;
        }
        wake();
    }

    /** There may be something to send. Called by any thread, and returns at once. */
    void wake() {
        synchronized (this) {
            again = true;
            if (working || state != State.RESTING || following == null) {
                return;
            }
            working = true;
        }
        if (!book.execute(this::work)) {
            synchronized (this) {
                working = false;
            }
        }
    }

    private void work() {
        while (true) {
            Following source;
            OptionalLong after;
            synchronized (this) {
                source = following;
                if (state != State.RESTING || !again || source == null) {
                    working = false;
                    return;
                }
                again = false;
                after = acknowledged;
            }
            try {
                source.after(after).ifPresent(this::send);
            } catch (RuntimeException | Error fault) {
                Incident.of(fault).report(LOG, "An event for " + registration + " could not be sent");
                synchronized (this) {
                    state = State.SENDING;
                }
                completed(OptionalLong.empty(), false, Messenger.Outcome.failed("a fault of the server's own"));
            }
        }
    }

    private void send(ConferenceEvent event) {
        synchronized (this) {
            if (state != State.RESTING) {
                return;
            }
            state = State.SENDING;
        }
        byte[] body = book.text().of(event);
        long timestamp = book.now().getEpochSecond();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Parley-Callback", registration.id());
        fields.put("Parley-Event", event.type().word());
        fields.put("Parley-Sequence", Long.toString(event.sequence()));
        fields.put("Parley-Timestamp", Long.toString(timestamp));
        fields.put("Parley-Signature", Signature.of(registration.secret(), timestamp, event.sequence(), body));
        book.messenger()
                .post(
                        registration.target(),
                        fields,
                        body,
                        outcome -> completed(
                                OptionalLong.of(event.sequence()), event.type().isLast(), outcome));
    }

    private void completed(OptionalLong sequence, boolean last, Messenger.Outcome outcome) {
        boolean over;
        Optional<Instant> retry = Optional.empty();
        synchronized (this) {
            if (state != State.SENDING) {
                return;
            }
            if (outcome.acknowledged()) {
                acknowledged = sequence;
                failures = 0;
                state = State.RESTING;
                over = last;
            } else {
                failures++;
                state = State.WAITING;
                over = failures >= book.settings().attempts();
                retry = Optional.of(book.now().plus(book.backOff().behind(failures)));
            }
        }
        if (!outcome.acknowledged()) {
            book.observer().callbackFailed();
            LOG.debug("{} failed: {}", registration, outcome.what());
        }
        if (over && !outcome.acknowledged()) {
            book.observer().callbackGivenUp();
            LOG.warn("Giving up {}: {} failures in a row, the last one: {}", registration, failures(), outcome.what());
        }
        if (over) {
            book.remove(this);
        } else if (retry.isPresent()) {
            book.at(retry.get(), this::rest);
        } else {
            wake();
        }
    }

    private void rest() {
        synchronized (this) {
            if (state == State.WAITING) {
                state = State.RESTING;
            }
        }
        wake();
    }

    /** Sends nothing more. */
    void end() {
        Following source;
        synchronized (this) {
            state = State.ENDED;
            source = following;
        }
        if (source != null) {
            source.close();
        }
    }
}
