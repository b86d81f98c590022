package io.parley.inmemory;

import static io.parley.ports.contract.Samples.cause;
import static io.parley.ports.contract.Samples.fresh;
import static io.parley.ports.contract.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateTest {

    private static Change step(Optional<Conference> before, Optional<Conference> after) {
        return new Change(before, after, cause("test"));
    }

    @Test
    void aParentWithoutChildrenLeavesNoTrace() {
        Optional<Conference> child = Optional.of(fresh(id("a"), Optional.of(id("p"))));
        State one = State.EMPTY.after(List.of(step(Optional.empty(), child)));
        assertThat(one.families().size()).isEqualTo(1);
        State none = one.after(List.of(step(child, Optional.empty())));
        assertThat(none).isEqualTo(State.EMPTY);
    }

    @Test
    void aChildThatRecordsAnotherParentMoves() {
        Optional<Conference> before = Optional.of(fresh(id("a"), Optional.of(id("p"))));
        Optional<Conference> after = Optional.of(fresh(id("a"), Optional.of(id("q"))));
        State moved = State.EMPTY.after(List.of(step(Optional.empty(), before), step(before, after)));
        assertThat(moved.family(id("p")).isEmpty()).isTrue();
        assertThat(moved.family(id("q")).get(id("a"))).isEqualTo(after);
    }

    @Test
    void withoutListenersNothingPends() {
        State state = State.EMPTY.after(List.of(step(Optional.empty(), Optional.of(fresh(id("a"))))));
        assertThat(state.pending()).isSameAs(Pending.NOTHING);
        State pending =
                state.withListener(change -> {}).after(List.of(step(Optional.empty(), Optional.of(fresh(id("b"))))));
        assertThat(pending.pending().batches()).hasSize(1);
        assertThat(pending.handedOut().pending()).isSameAs(Pending.NOTHING);
    }
}
