package io.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.docs.Requirements.LeftOut;
import io.parley.docs.Requirements.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the spec map objects to, on lists made for the purpose. */
class SpecMapProblemsTest {

    private static final Row ROW = new Row("A-1", "server", "MUST", "RFC 1", "a | b");
    private static final Evidence EVIDENCE = new Evidence("A-1", "RoomTest", Optional.of("opens"), List.of());

    @Test
    void anUnknownId() {
        assertThat(map(List.of(), List.of(), EVIDENCE).problems())
                .containsExactly("RoomTest#opens names A-1, which is listed nowhere");
    }

    @Test
    void anIdListedTwice() {
        assertThat(map(List.of(ROW, ROW), List.of()).problems()).containsExactly("A-1 is listed more than once");
    }

    @Test
    void anIdLeftOutThoughShownOrUnknown() {
        List<LeftOut> leftOut = List.of(new LeftOut("A-1", "why"), new LeftOut("A-2", "why"));
        assertThat(map(List.of(ROW), leftOut, EVIDENCE).problems())
                .containsExactly("A-2 is left out but listed nowhere", "RoomTest#opens shows A-1, which is left out");
    }

    @Test
    void evidenceThatDoesNotRun() {
        Evidence disabled = new Evidence("A-1", "RoomTest", Optional.of("opens"), List.of("is disabled"));
        assertThat(map(List.of(ROW), List.of(), disabled).problems())
                .containsExactly("RoomTest#opens, named as evidence, is disabled");
    }

    @Test
    void thePageNamesClassesAndMethodsInOrder() {
        Evidence closes = new Evidence("A-1", "RoomTest", Optional.of("closes"), List.of());
        Evidence story = new Evidence("A-1", "Story", Optional.empty(), List.of());
        assertThat(new SpecMapPage(map(List.of(ROW), List.of(), story, EVIDENCE, closes)).render())
                .endsWith("| A-1 | MUST | server | a \\| b (RFC 1) | shown by `RoomTest#closes, opens`; `Story` |\n");
    }

    private static SpecMap map(List<Row> rows, List<LeftOut> leftOut, Evidence... evidence) {
        return new SpecMap(new Requirements(Map.of("a", rows), leftOut), List.of(evidence));
    }
}
