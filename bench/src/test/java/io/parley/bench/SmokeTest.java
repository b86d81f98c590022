package io.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parley.bench.growth.MemoryBenchmark;
import io.parley.bench.growth.StartBenchmark;
import io.parley.bench.http.HttpBenchmark;
import io.parley.bench.micro.MicroBenchmarks;
import io.parley.bench.report.Scale;
import io.parley.bench.sip.CallsBenchmark;
import io.parley.bench.sip.FanOutBenchmark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks work; what they measure here is worth nothing. */
class SmokeTest {

    private static List<String> rows(String table) {
        assertThat(table).doesNotContain("NaN").doesNotContain("Infinity");
        return table.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .skip(1)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"join and leave", "list with a filter"})
    void workLoadsOfHttpAreServedByAllServers(String name) {
        String table = new HttpBenchmark(Scale.SMOKE, line -> {}).run(name);

        assertThat(rows(table)).singleElement().asString().contains(name);
    }

    @Test
    void callsAreTakenByTheFocusAndByTheBareAgent() {
        assumeTrue(CallsBenchmark.isPossible(), "there is no sipp on the path");

        String table = new CallsBenchmark(Scale.SMOKE, line -> {}).run();

        assertThat(rows(table)).singleElement().asString().contains("INVITE");
    }

    @Test
    void allWatchersAreToldOfAChangeByBoth() {
        String table = new FanOutBenchmark(Scale.SMOKE, line -> {}).run();

        assertThat(rows(table)).singleElement().asString().startsWith("| 10 |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Document", "Policy", "Roster", "Codec"})
    void stepsOfTheCoreAreMeasuredWithWhatTheyAllocate(String part) {
        String table = new MicroBenchmarks(Scale.SMOKE).steps(part);

        assertThat(rows(table)).isNotEmpty().noneMatch(row -> row.endsWith("| - |"));
    }

    @Test
    void whatGrowsWithTheRosterIsMeasured() {
        String table = new MicroBenchmarks(Scale.SMOKE).growth();

        assertThat(rows(table)).hasSize(4).anyMatch(row -> row.startsWith("| joinAndLeave | 10 |"));
    }

    @Test
    void memoryIsMeasuredOfConferencesParticipantsWatchersAndCalls() {
        String table = new MemoryBenchmark(Scale.SMOKE, line -> {}).run();

        assertThat(rows(table)).hasSize(4);
    }

    @Test
    void startAndSizeAreMeasured() {
        String table = new StartBenchmark(Scale.SMOKE).run();

        assertThat(rows(table)).hasSize(3);
    }
}
