package io.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.http.HttpBenchmark;
import io.parley.bench.report.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks work; what they measure here is worth nothing. */
class SmokeTest {

    @ParameterizedTest
    @ValueSource(strings = {"join and leave", "list with a filter"})
    void workLoadsOfHttpAreServedByAllServers(String name) {
        String table = new HttpBenchmark(Scale.SMOKE, line -> {}).run(name);

        assertThat(table.lines().filter(line -> line.startsWith("| "))).hasSize(3);
        assertThat(table).contains(name).doesNotContain("NaN");
    }
}
