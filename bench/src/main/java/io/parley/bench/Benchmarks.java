package io.parley.bench;

import java.io.IOException;

/** Runs the benchmarks whose names match the arguments, all of them without; the options are JMH's. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Hands the arguments to JMH. */
    public static void main(String[] arguments) throws IOException {
        org.openjdk.jmh.Main.main(arguments);
    }
}
