package io.parley.examples.server;

import io.parley.c3p.C3pRole;
import io.parley.examples.caller.Follower;
import io.parley.examples.caller.RefusedException;
import io.parley.examples.caller.RosterLines;
import io.parley.examples.caller.SipUser;
import io.parley.examples.caller.Visit;
import io.parley.identity.SipUri;
import io.parley.roster.RosterCopy;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: joins a conference by SIP, and tells who is in it until it ends. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Program.Version.class,
        description = {
            "Joins the conference of a SIP URI, subscribes to it, and tells what changes in its roster, a line each: + who comes, "
                    + "* of whom something changes, - who goes.",
            "Ends when the subscription does, or by leaving on SIGTERM or SIGINT, with status 0. The status is 1 if the server refused, "
                    + "2 if the command line is wrong, 3 if no answer came.",
            ""
        })
final class Watch implements Callable<Integer> {

    private static final int NO_RESPONSE = 408;
    private static final int UNREACHABLE = 503;

    private final PrintStream out;
    private final PrintStream err;
    private final Lifetime lifetime;
    private final Future<?> logging;

    @Parameters(paramLabel = "SIP-URI", description = "The URI of the conference.")
    private String conference = "";

    @Option(
            names = "--as",
            paramLabel = "SIP-URI",
            description = "Who joins. Default: sip:watcher@ and the domain of the conference.")
    private @Nullable String self;

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            description = "Where the server takes SIP by TCP. Default: 127.0.0.1:5060.")
    private String server = "127.0.0.1:5060";

    Watch(PrintStream out, PrintStream err, Lifetime lifetime, Future<?> logging) {
        this.out = out;
        this.err = err;
        this.lifetime = lifetime;
        this.logging = logging;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        SipUri uri = ServeOptions.read("SIP-URI", conference, Watch::sip);
        SipUri user = ServeOptions.read(
                "--as", self == null ? "sip:watcher@" + uri.host().orElseThrow() : self, Watch::sip);
        HostAndPort where = ServeOptions.read("--server", server, ServeOptions::reachable);
        lifetime.begin();
        logging.get();
        try (SipUser watcher = new SipUser(user, where.address())) {
            return watch(watcher, uri);
        } catch (UncheckedIOException unreachable) {
            err.println("parley-server: " + Server.root(unreachable).getMessage());
            return Question.NO_ANSWER;
        }
    }

    private static SipUri sip(String text) {
        return SipUri.parse(text)
                .filter(uri ->
                        uri.isSip() && uri.user().isPresent() && uri.host().isPresent())
                .orElseThrow(() -> new IllegalArgumentException("sip:NAME@HOST is wanted"));
    }

    private int watch(SipUser watcher, SipUri uri) throws InterruptedException {
        Visit visit;
        try {
            visit = watcher.join(uri, C3pRole.ATTENDEE).get();
        } catch (ExecutionException failed) {
            return refused(failed.getCause());
        }
        Lines lines = new Lines();
        visit.follow(lines);
        leaveInTime(lines.status);
        int status = lines.status.join();
        visit.leave();
        visit.over().join();
        return status;
    }

    /** Gives 0 when the process is told to end. */
    private void leaveInTime(CompletableFuture<Integer> status) {
        Thread waiting = new Thread(
                () -> {
                    try {
                        lifetime.last();
                        status.complete(0);
                    } catch (InterruptedException hurried) {
                        status.complete(0);
                    }
                },
                "parley-watch-end");
        waiting.setDaemon(true);
        waiting.start();
    }

    private int refused(@Nullable Throwable fault) {
        if (fault instanceof RefusedException refusal) {
            err.println(String.valueOf(refusal.getMessage()).replaceAll("\\p{Cntrl}+", " "));
            boolean unanswered = refusal.status() == NO_RESPONSE || refusal.status() == UNREACHABLE;
            return unanswered ? Question.NO_ANSWER : Question.REFUSED;
        }
        throw new IllegalStateException(fault);
    }

    /** Writes what the roster tells, and knows the exit status when it is over. */
    private final class Lines implements Follower {
        private final CompletableFuture<Integer> status = new CompletableFuture<>();

        @Override
        public void changed(RosterCopy before, RosterCopy now) {
            RosterLines.of(before, now).forEach(out::println);
        }

        @Override
        public void ended(String why) {
            // Whoever leaves himself need not be told.
            if (!status.isDone()) {
                out.println("over: " + why.replaceAll("\\p{Cntrl}+", " "));
                status.complete(0);
            }
        }

        @Override
        public void refused(RefusedException refusal) {
            status.complete(Watch.this.refused(refusal));
        }
    }
}
