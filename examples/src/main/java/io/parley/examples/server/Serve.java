package io.parley.examples.server;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: a server that runs until the process is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Program.Version.class,
        description = {
            "Serves CCMP over HTTP, and C3P over SIP if that is asked for, until SIGTERM or SIGINT, which end it in order and with status 0.",
            "When it can serve it says so in one line on standard output, READY http=HOST:PORT https=HOST:PORT metrics=HOST:PORT "
                    + "sip-udp=HOST:PORT sip-tcp=HOST:PORT sip-tls=HOST:PORT, each if "
                    + "it listens there; it logs to standard error. Whatever keeps it from starting is one line on standard error, and status 2.",
            ""
        })
final class Serve implements Callable<Integer> {

    private final PrintStream out;
    private final Future<?> logging;
    private final Lifetime lifetime;

    @Mixin
    private ServeOptions options = new ServeOptions();

    Serve(PrintStream out, Lifetime lifetime, Future<?> logging) {
        this.out = out;
        this.logging = logging;
        this.lifetime = lifetime;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        lifetime.begin();
        logging.get();
        try (Server server = Server.start(options.plan())) {
            server.announce(out::println);
            lifetime.last();
        }
        return 0;
    }
}
