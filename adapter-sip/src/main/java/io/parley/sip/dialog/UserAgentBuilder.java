package io.parley.sip.dialog;

import io.parley.ports.out.Scheduler;
import io.parley.sip.authentication.Credentials;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.SipStack;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Builds a {@link UserAgent}. What has no default has to be given to {@link #start}. */
public final class UserAgentBuilder {

    final RequestHandler handler;
    final Scheduler scheduler;
    final Executor executor;
    UserAgentSettings settings = UserAgentSettings.STANDARD;
    InstantSource clock = InstantSource.system();
    RandomGenerator random = new SecureRandom();
    Locator locator = Locator.ADDRESSES;
    Credentials credentials = Credentials.NONE;
    Consumer<Throwable> reporter = UserAgent::log;

    UserAgentBuilder(RequestHandler handler, Scheduler scheduler, Executor executor) {
        this.handler = handler;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** What it knows and grants; {@link UserAgentSettings#STANDARD} otherwise. */
    public UserAgentBuilder settings(UserAgentSettings given) {
        settings = given;
        return this;
    }

    /** The clock that the scheduler follows; that of the system otherwise. */
    public UserAgentBuilder clock(InstantSource given) {
        clock = given;
        return this;
    }

    /** Where tags and Call-IDs come from, which nobody must be able to guess; used by several threads at once. */
    public UserAgentBuilder random(RandomGenerator given) {
        random = given;
        return this;
    }

    /** How hosts in URIs are found; addresses only otherwise. */
    public UserAgentBuilder locator(Locator given) {
        locator = given;
        return this;
    }

    /** What it answers challenges with; nothing otherwise. */
    public UserAgentBuilder credentials(Credentials given) {
        credentials = given;
        return this;
    }

    /** Who is told what handlers throw; the log otherwise. */
    public UserAgentBuilder reporter(Consumer<Throwable> given) {
        reporter = given;
        return this;
    }

    /** Starts it on the stack that {@code stack} makes for a handler of messages. */
    public UserAgent start(Function<SipHandler, SipStack> stack) {
        return UserAgent.start(this, stack);
    }
}
