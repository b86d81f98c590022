package io.parley.examples.server;

import java.io.PrintStream;

/** The entry point of {@code parley-server.jar}. */
public final class Main {

    private Main() {}

    /** Runs the program, and ends the process with its exit status. */
    public static void main(String[] arguments) {
        int status = run(arguments, System.out, System.err, new ProcessLifetime());
        System.out.flush();
        System.err.flush();
        // Not exit: a process that ends because of a signal waits for nobody who exits.
        Runtime.getRuntime().halt(status);
    }

    /** Runs the program, a server for its lifetime, and gives the exit status. */
    static int run(String[] arguments, PrintStream out, PrintStream err, Lifetime lifetime) {
        return new Program(out, err, lifetime).run(arguments);
    }
}
