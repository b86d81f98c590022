package io.parley.subscription;

import static io.parley.participation.Assembly.alone;
import static io.parley.participation.Assembly.requester;
import static io.parley.participation.Assembly.sights;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.participation.Assembly;
import io.parley.patch.Update;
import io.parley.subscription.CopyState.Demand;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a watcher of the data model is told next (RFC 6502 section 5.1). */
class CopyStateTest {

    private final Assembly assembly = new Assembly().join("alice").join("bob");
    private CopyState state = CopyState.NEW;

    private Element document(String watcher) {
        Watched now = Watched.of(assembly.conference());
        return new Composer(sights())
                .full(now, Audience.of(sights(), alone(now.conference()), now, requester(watcher), Profile.XCON));
    }

    private String told(Demand demand) {
        CopyState.Step step = state.next(document("alice"), demand, Update::between);
        state = step.after();
        Optional<Update> update = step.update();
        return update.map(it -> it instanceof Update.Full ? "full" : "diff").orElse("nothing");
    }

    @Test
    void theFirstDocumentIsWholeAndThenItIsDiffs() {
        assertThat(told(Demand.DIFFS)).isEqualTo("full");
        assertThat(told(Demand.DIFFS)).isEqualTo("nothing");
        assembly.role("bob", true);
        assertThat(told(Demand.DIFFS)).isEqualTo("diff");
        assertThat(told(Demand.ALL)).as("refreshed").isEqualTo("full");
    }

    @Test
    void whoTakesNoDiffsGetsAllIfThereIsNews() {
        assertThat(told(Demand.WHOLE)).isEqualTo("full");
        assertThat(told(Demand.WHOLE)).isEqualTo("nothing");
        assembly.role("bob", true);
        assertThat(told(Demand.WHOLE)).isEqualTo("full");
    }

    @Test
    void whoWaitsInTheLobbySeesHimselfAlone() {
        assembly.lock(true).join("carol");
        Element seen = document("carol");
        Element users = seen.child(Info.USERS).orElseThrow();
        assertThat(users.size()).isEqualTo(1);
        Element carol = users.child(Info.USER).orElseThrow();
        assertThat(carol.attribute(Attributes.ENTITY)).contains("xcon-userid:carol@example.com");
        assertThat(carol.textAt(Info.ENDPOINT, Info.STATUS)).isPresent();
        assertThat(seen.toString()).doesNotContain("alice", "bob", "The week");
        assembly.admit("carol", true);
        assertThat(document("carol").toString()).contains("alice", "The week");
    }
}
