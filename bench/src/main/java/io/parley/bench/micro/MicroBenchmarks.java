package io.parley.bench.micro;

import io.parley.bench.report.Figures;
import io.parley.bench.report.Scale;
import io.parley.bench.report.Table;
import java.util.Collection;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package by JMH, each in a process of its own, with what each step allocates. */
public final class MicroBenchmarks {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String OTHERS = "others";
    private static final String SMALLEST = "10";

    private final Scale scale;

    /** Benchmarks that take as long as {@code scale} says. */
    public MicroBenchmarks(Scale scale) {
        this.scale = scale;
    }

    /** Measures what does not depend on the size of a roster, of that those whose names match the regular expression {@code pattern}. */
    public String steps(String pattern) {
        Table table = new Table("Steps of the core", "step", "µs", "bytes allocated");
        for (RunResult result : results("(?=.*(" + pattern + "))(Document|Policy|Roster|Codec)Benchmark")) {
            table.row(name(result), Figures.ratio(micros(result)), allocated(result));
        }
        return table.markdown();
    }

    /** Measures what is done in conferences of several sizes, and for many conferences. */
    public String growth() {
        Table table = new Table("Growth", "step", "participants", "µs", "times that of 10", "bytes allocated");
        Collection<RunResult> results = results("JoinBenchmark");
        for (RunResult result : results) {
            table.row(
                    name(result),
                    Figures.whole(Double.parseDouble(others(result))),
                    Figures.ratio(micros(result)),
                    Figures.ratio(micros(result) / micros(smallest(results, result))),
                    allocated(result));
        }
        for (RunResult result : results("FilterBenchmark")) {
            table.row(name(result) + ", each conference", "-", Figures.ratio(micros(result)), "-", allocated(result));
        }
        return table.markdown();
    }

    private static RunResult smallest(Collection<RunResult> results, RunResult one) {
        return results.stream()
                .filter(other -> name(other).equals(name(one)) && others(other).equals(SMALLEST))
                .findFirst()
                .orElseThrow();
    }

    private static String others(RunResult result) {
        return result.getParams().getParam(OTHERS);
    }

    private Collection<RunResult> results(String pattern) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(Pattern.quote(MicroBenchmarks.class.getPackageName() + ".") + pattern)
                .mode(Mode.AverageTime)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .forks(scale.forks())
                .warmupIterations(scale.rounds())
                .warmupTime(TimeValue.milliseconds(scale.time().toMillis() / 2))
                .measurementIterations(scale.rounds())
                .measurementTime(TimeValue.milliseconds(scale.time().toMillis() / 2));
        if (pattern.startsWith("Join")) {
            options.param(OTHERS, scale.rosters());
        }
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String name(RunResult result) {
        return result.getPrimaryResult().getLabel();
    }

    private static double micros(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    @SuppressWarnings("rawtypes") // as JMH declares them
    private static String allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATED))
                .map(entry -> Figures.whole(entry.getValue().getScore()))
                .findFirst()
                .orElse("-");
    }
}
