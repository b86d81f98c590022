package io.parley.http;

import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.ConferenceEvents;
import io.parley.ports.in.ConferenceEvents.Following;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.DoubleSupplier;

/** The call-backs that there are, within their bounds, and what they share. Used by any number of threads at once. */
final class CallbackBook implements AutoCloseable {

    /**
     * What the call-backs need of the world.
     *
     * @param messenger takes their events away
     * @param resolver finds the addresses of names
     * @param executor where they look for events
     * @param dice numbers from 0 to 1
     */
    record World(
            Messenger messenger, CallbackTarget.Resolver resolver, ExecutorService executor, DoubleSupplier dice) {}

    /** What comes of a registration. */
    sealed interface Answer {
        /**
         * It is registered.
         *
         * @param callback what was registered
         */
        record Registered(Callback callback) implements Answer {}

        /** There are too many, of this user or in all. */
        record TooMany() implements Answer {}

        /**
         * The target is not allowed.
         *
         * @param why in words
         */
        record Forbidden(String why) implements Answer {}

        /**
         * The conference may not be followed.
         *
         * @param refused why
         */
        record NotFollowed(ConferenceEvents.Refused refused) implements Answer {}
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final Callbacks settings;
    private final Feeds feeds;
    private final InstantSource clock;
    private final ServerObserver observer;
    private final World world;
    private final BackOff backOff;
    private final EventText text = new EventText();
    private final Map<String, Callback> callbacks = new LinkedHashMap<>();
    private boolean closed;

    CallbackBook(Callbacks settings, Feeds feeds, InstantSource clock, ServerObserver observer, World world) {
        this.settings = settings;
        this.feeds = feeds;
        this.clock = clock;
        this.observer = observer;
        this.world = world;
        this.backOff = new BackOff(settings.firstWait(), settings.longestWait(), world.dice());
    }

    /** Registers a call-back for what {@code request} wants to follow, signed with {@code secret} or one that is made here. */
    Answer register(ConferenceEvents.Follow request, String url, CallbackTarget target, Optional<String> secret) {
        Optional<String> forbidden = forbidden(target);
        if (forbidden.isPresent()) {
            return new Answer.Forbidden(forbidden.get());
        }
        Callback.Registration registration = new Callback.Registration(
                random(ID_BYTES),
                request.user(),
                request.conference(),
                url,
                target,
                secret.orElseGet(() -> random(SECRET_BYTES)));
        Callback callback = new Callback(registration, this, request.after());
        if (!enter(callback)) {
            return new Answer.TooMany();
        }
        ConferenceEvents.Answer answer;
        try {
            answer = feeds.events().follow(request, callback::wake);
        } catch (RuntimeException fault) {
            remove(callback);
            throw fault;
        }
        if (answer instanceof ConferenceEvents.Refused refused) {
            remove(callback);
            return new Answer.NotFollowed(refused);
        }
        callback.begin((Following) answer);
        if (!contains(callback)) {
            // The server has ended meanwhile.
            callback.end();
        }
        return new Answer.Registered(callback);
    }

    private Optional<String> forbidden(CallbackTarget target) {
        try {
            return target.address(settings, world.resolver()).isPresent()
                    ? Optional.empty()
                    : Optional.of("url: call-backs to this host and port are not allowed here");
        } catch (UnknownHostException unknown) {
            // The same words, lest this server be asked which names there are.
            return Optional.of("url: call-backs to this host and port are not allowed here");
        }
    }

    private synchronized boolean enter(Callback callback) {
        XconUserId owner = callback.registration().owner();
        if (closed || callbacks.size() >= settings.inAll() || of(owner).size() >= settings.perUser()) {
            return false;
        }
        callbacks.put(callback.registration().id(), callback);
        observer.callbackRegistered();
        return true;
    }

    private synchronized boolean contains(Callback callback) {
        return callbacks.containsValue(callback);
    }

    /** Those of {@code owner}, the oldest first. */
    synchronized List<Callback> of(XconUserId owner) {
        return callbacks.values().stream()
                .filter(callback -> callback.registration().owner().equals(owner))
                .toList();
    }

    /** The one of that id, if it is {@code owner}'s. */
    synchronized Optional<Callback> find(String id, XconUserId owner) {
        return Optional.ofNullable(callbacks.get(id))
                .filter(callback -> callback.registration().owner().equals(owner));
    }

    /** Ends a call-back. Has no effect the second time. */
    void remove(Callback callback) {
        boolean removed;
        synchronized (this) {
            removed = callbacks.remove(callback.registration().id()) != null;
        }
        callback.end();
        if (removed) {
            observer.callbackRemoved();
        }
    }

    @Override
    public void close() {
        List<Callback> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(callbacks.values());
        }
        all.forEach(this::remove);
        world.executor().shutdown();
        world.messenger().close();
    }

    boolean execute(Runnable task) {
        try {
            world.executor().execute(task);
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    void at(Instant time, Runnable task) {
        feeds.scheduler().at(time, task);
    }

    Instant now() {
        return clock.instant();
    }

    Callbacks settings() {
        return settings;
    }

    ServerObserver observer() {
        return observer;
    }

    Messenger messenger() {
        return world.messenger();
    }

    BackOff backOff() {
        return backOff;
    }

    EventText text() {
        return text;
    }

    private static String random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** For whoever wants the conference of a registration. */
    static XconUri conference(String text) {
        return XconUri.parse(text).orElseThrow(() -> new IllegalArgumentException("conference: not an XCON-URI"));
    }
}
