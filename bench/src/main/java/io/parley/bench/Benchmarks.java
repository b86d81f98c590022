package io.parley.bench;

import io.parley.bench.growth.MemoryBenchmark;
import io.parley.bench.growth.StartBenchmark;
import io.parley.bench.http.HttpBenchmark;
import io.parley.bench.micro.MicroBenchmarks;
import io.parley.bench.report.Scale;
import io.parley.bench.sip.CallsBenchmark;
import io.parley.bench.sip.FanOutBenchmark;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs benchmarks, as {@link #USAGE} says. Each prints its table to the standard output when it is through. */
public final class Benchmarks {

    private static final String USAGE =
            "usage: smoke|short|full all | http [WORK LOAD] | micro [STEP] | growth | calls | fanout";

    private static final List<String> ALL = List.of("http", "calls", "fanout", "growth", "micro");

    private Benchmarks() {}

    /** Does what the arguments say. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<String> words = Arrays.asList(arguments);
        if (words.size() < 2 || !run(scale(words.get(0)), words.get(1), words.subList(2, words.size()))) {
            System.err.println(USAGE);
        }
    }

    private static boolean run(Scale scale, String benchmark, List<String> rest) {
        Consumer<String> progress = System.err::println;
        switch (benchmark) {
            case "http" ->
                print(new HttpBenchmark(scale, progress)
                        .run(rest.stream().findFirst().orElse("")));
            case "micro" ->
                print(new MicroBenchmarks(scale).steps(rest.stream().findFirst().orElse("")));
            case "growth" -> {
                print(new MicroBenchmarks(scale).growth());
                print(new MemoryBenchmark(scale, progress).run());
                print(new StartBenchmark(scale).run());
            }
            case "all" -> {
                for (String each : ALL) {
                    try {
                        run(scale, each, List.of());
                    } catch (IllegalStateException failed) {
                        print("### " + each + "\n\nfailed: " + failed.getMessage() + "\n\n");
                    }
                }
            }
            case "calls" -> print(new CallsBenchmark(scale, progress).run());
            case "fanout" -> print(new FanOutBenchmark(scale, progress).run());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void print(String table) {
        System.out.print(table);
        System.out.flush();
    }

    private static Scale scale(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "smoke" -> Scale.SMOKE;
            case "full" -> Scale.FULL;
            default -> Scale.SHORT;
        };
    }
}
