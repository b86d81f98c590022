package io.parley.examples.server;

import java.io.PrintStream;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;

/** {@code demo}: plays RFC 6503 section 6 against a server of its own, over a real connection. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Program.Version.class,
        description = "Starts a server on a free port and plays the nine steps of RFC 6503 section 6 against it. "
                + "The status is 0 if all went as the RFC shows, else 1.")
final class Demo implements Callable<Integer> {

    private final PrintStream out;
    private final Future<?> logging;

    Demo(PrintStream out, Future<?> logging) {
        this.out = out;
        this.logging = logging;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        logging.get();
        ServerPlan plan = new ServeOptions().listeningOn("127.0.0.1:0").plan();
        try (Server server = Server.start(plan);
                CcmpOverHttp client = new CcmpOverHttp(URI.create("http://" + server.http() + plan.path()))) {
            out.println("RFC 6503 section 6 with http://" + server.http() + plan.path());
            boolean asInTheRfc = new Section6(client).play(out::println);
            out.println(asInTheRfc ? "All as the RFC shows." : "Not all is as the RFC shows.");
            return asInTheRfc ? 0 : Program.FAILED;
        }
    }
}
