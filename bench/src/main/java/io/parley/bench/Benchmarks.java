package io.parley.bench;

import io.parley.bench.http.HttpBenchmark;
import io.parley.bench.report.Scale;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs benchmarks: {@code http}, {@code micro}, or what else stands in {@link #USAGE}. Each prints its table when it is through.
 */
public final class Benchmarks {

    private static final String USAGE = "usage: smoke|short|full http [WORK LOAD] | micro [OPTIONS OF JMH]";

    private Benchmarks() {}

    /** Does what the arguments say. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        if (words.isEmpty()) {
            System.err.println(USAGE);
            return;
        }
        if (words.get(0).equals("micro")) {
            org.openjdk.jmh.Main.main(words.subList(1, words.size()).toArray(String[]::new));
            return;
        }
        Scale scale = scale(words.get(0));
        switch (words.size() > 1 ? words.get(1) : "") {
            case "http" ->
                System.out.print(
                        new HttpBenchmark(scale, System.err::println).run(words.size() > 2 ? words.get(2) : ""));
            default -> System.err.println(USAGE);
        }
    }

    private static Scale scale(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "smoke" -> Scale.SMOKE;
            case "full" -> Scale.FULL;
            default -> Scale.SHORT;
        };
    }
}
