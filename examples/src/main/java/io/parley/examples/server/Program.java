package io.parley.examples.server;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code serve}, {@code demo}, {@code call}, {@code watch}, and one line on standard error for whatever is wrong with it. */
@Command(
        name = "parley-server",
        mixinStandardHelpOptions = true,
        versionProvider = Program.Version.class,
        description = "Conference control over CCMP (RFC 6503) and C3P (MS-CONFBAS).",
        footer = {"", "Say 'serve -h' for the options of the server, 'call -h' and 'watch -h' for those of the clients."
        })
final class Program implements Callable<Integer> {

    static final int FAILED = 1;
    static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Lifetime lifetime;

    /** Takes longer than reading the command line, and is needed only then. */
    private final CompletableFuture<ILoggerFactory> logging =
            CompletableFuture.supplyAsync(LoggerFactory::getILoggerFactory);

    Program(PrintStream out, PrintStream err, Lifetime lifetime) {
        this.out = out;
        this.err = err;
        this.lifetime = lifetime;
    }

    /** Runs what {@code arguments} ask for, and gives the exit status. */
    int run(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } finally {
            // A logger that is asked for while logging is being set up can be lost for good to whoever goes on in this
            // process.
            logging.join();
        }
    }

    private CommandLine commandLine() {
        return new CommandLine(this)
                .addSubcommand(new Serve(out, lifetime, logging))
                .addSubcommand(new Demo(out, logging))
                .addSubcommand(new Call(out, err))
                .addSubcommand(new Watch(out, err, lifetime, logging))
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((misuse, given) -> complain(misuse))
                .setExecutionExceptionHandler((fault, command, parsed) -> fail(fault));
    }

    @Override
    public Integer call() {
        return complain("say what to do: serve, demo, call or watch, or --help");
    }

    private int fail(Exception fault) {
        if (fault instanceof StartException) {
            return complain(fault);
        }
        logging.join().getLogger(Program.class.getName()).error("The program failed", fault);
        return FAILED;
    }

    private int complain(Exception misuse) {
        return complain(String.valueOf(misuse.getMessage()));
    }

    private int complain(String message) {
        err.println("parley-server: " + message.replaceAll("\\p{Cntrl}+", " "));
        return MISUSED;
    }

    /** The version of the build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Program.class.getPackage().getImplementationVersion();
            return new String[] {"parley-server " + Objects.requireNonNullElse(built, "(not packaged)")};
        }
    }
}
