package io.parley.examples.server;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;

/** {@code demo}: plays RFC 6503 section 6, and a conference by both protocols, against a server of its own, over real connections. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = Program.Version.class,
        description =
                "Starts a server on a free port and plays the nine steps of RFC 6503 section 6 against it, and then a conference that is "
                        + "controlled by CCMP and C3P at once. The status is 0 if all went as it has to, else 1.")
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
        ServerPlan plan = new ServeOptions()
                .listeningOn("127.0.0.1:0")
                .speakingSipAt("127.0.0.1:0")
                .plan();
        try (Server server = Server.start(plan);
                CcmpOverHttp client = new CcmpOverHttp(URI.create("http://" + server.http() + plan.path()))) {
            out.println("RFC 6503 section 6 with http://" + server.http() + plan.path());
            boolean asInTheRfc = new Section6(client).play(out::println);
            out.println(asInTheRfc ? "All as the RFC shows." : "Not all is as the RFC shows.");
            InetSocketAddress sip = server.sip().orElseThrow();
            out.println();
            out.println("One conference by CCMP, and by SIP with " + sip.getHostString() + ":" + sip.getPort()
                    + " by TCP, and what Carol is told of it");
            boolean together = new BothProtocols(client, sip, out::println).play();
            out.println(together ? "All as it has to be." : "Not all is as it has to be.");
            return asInTheRfc && together ? 0 : Program.FAILED;
        }
    }
}
