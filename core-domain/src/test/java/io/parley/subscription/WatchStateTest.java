package io.parley.subscription;

import static io.parley.participation.Assembly.alone;
import static io.parley.participation.Assembly.requester;
import static io.parley.participation.Assembly.sights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.document.Allocation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.participation.Assembly;
import io.parley.spec.Requirement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which documents a watcher gets, and what they cost (MS-CONFBAS section 3.4, RFC 4575 sections 4.3 and 4.6). */
class WatchStateTest {

    private final Assembly assembly = new Assembly().join("alice").join("bob");
    private final Composer composer = new Composer(sights());
    private final Map<String, WatchState> states = new HashMap<>();

    private Optional<Element> next(String watcher, boolean all, Function<Due, Optional<Element>> composition) {
        Watched now = Watched.of(assembly.conference());
        WatchState.Step step = states.getOrDefault(watcher, WatchState.NEW)
                .next(
                        now,
                        Audience.of(sights(), alone(now.conference()), now, requester(watcher), Profile.C3P),
                        all,
                        composition);
        states.put(watcher, step.after());
        return step.document();
    }

    private Optional<Element> next(String watcher) {
        return next(watcher, false, composer::compose);
    }

    private static String told(Optional<Element> document) {
        return document.flatMap(root -> root.attribute(Attributes.STATE)).orElse("nothing")
                + " "
                + document.flatMap(root -> root.attribute(Attributes.VERSION)).orElse("-");
    }

    @Test
    @Requirement({"C3P-D3-06", "EV-4.3-01", "EV-5.2-05", "EV-5.2-06", "EV-5.2-07", "EV-5.2-08"})
    void versionsCountForEachWatcherWithoutGapOrRepeat() {
        assertThat(told(next("alice"))).isEqualTo("full 1");
        assembly.lock(true);
        assertThat(told(next("alice"))).isEqualTo("partial 2");
        assertThat(told(next("bob"))).as("who starts later").isEqualTo("full 1");
        assertThat(told(next("alice"))).isEqualTo("nothing -");
        assembly.lock(false);
        assertThat(told(next("alice"))).isEqualTo("partial 3");
        assertThat(told(next("bob"))).isEqualTo("partial 2");
        assertThat(told(next("bob", true, composer::compose))).as("refreshed").isEqualTo("full 3");
        assertThat(told(states.get("bob").end().flatMap(WatchState.Step::document)))
                .isEqualTo("deleted 4");
        assertThat(WatchState.NEW.end()).isEmpty();
    }

    @Test
    @Requirement({"C3P-3.4.4.2-01", "EV-4.3-02"})
    void admissionFromTheLobbyIsToldInFull() {
        assembly.lock(true).join("carol");
        next("carol");
        assembly.admit("carol", true);
        Element admitted = next("carol").orElseThrow();
        assertThat(told(Optional.of(admitted))).isEqualTo("full 2");
        Element carol = null;
        for (Element user : admitted.child(Info.USERS).orElseThrow().children(Info.USER)) {
            carol = user.attribute(Attributes.ENTITY).orElse("").equals("sip:carol@example.com") ? user : carol;
            assertThat(user.attribute(Attributes.VERSION)).isEmpty();
        }
        assertThat(carol).isNotNull();
        assertThat(carol.textAt(Info.ENDPOINT, Info.STATUS)).contains("connected");
    }

    @Test
    void aPromotionIsNoReasonForAFullDocumentUnlessSomebodyIsHiddenFromAttendees() {
        assembly.join("carol");
        next("bob");
        assembly.role("bob", true);
        assertThat(told(next("bob"))).isEqualTo("partial 2");
        assembly.role("bob", false).wish("carol", "semi-private");
        assertThat(told(next("bob"))).isEqualTo("partial 3");
        assembly.role("bob", true);
        assertThat(told(next("bob"))).as("he sees carol now").isEqualTo("full 4");
    }

    @Test
    void whoSeesAllAlikeHasOneDocument() {
        for (int i = 0; i < 50; i++) {
            assembly.join("user" + i);
        }
        Map<Due.Key, Optional<Element>> kept = new HashMap<>();
        Set<String> composed = new HashSet<>();
        Function<Due, Optional<Element>> once = due -> kept.computeIfAbsent(due.key(), key -> {
            composed.add(key.toString());
            return composer.compose(due);
        });
        for (int i = 0; i < 50; i++) {
            next("user" + i, false, once);
        }
        next("alice", false, once);
        assertThat(composed).hasSize(1);
        assembly.role("bob", true);
        Set<Element> bodies = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            bodies.add(next("user" + i, false, once).orElseThrow());
        }
        bodies.add(next("alice", false, once).orElseThrow());
        assertThat(composed).hasSize(2);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void aStepLeadsToAStateOfTheSameConference() {
        Watched main = Watched.of(assembly.conference());
        Watched other = Watched.of(new Assembly().join("alice").conference());
        assertThat(new Due(Optional.of(main), other, new Audience.Waiting(Profile.C3P, Assembly.id("x")))
                        .key()
                        .from())
                .isPresent();
        assertThatThrownBy(() -> new WatchState(Optional.empty(), 1)).hasMessageContaining("1");
    }

    private long costOfTellingALock(int users) {
        Assembly crowd = new Assembly().join("alice");
        for (int i = 0; i < users; i++) {
            crowd.join("user" + i);
        }
        Watched before = Watched.of(crowd.conference());
        Watched after = Watched.of(crowd.role("user1", true).lock(true).conference());
        Audience audience = Audience.of(sights(), alone(before.conference()), before, requester("user2"), Profile.C3P);
        return Allocation.of(() -> composer.partial(before, after, audience).orElseThrow());
    }

    @Test
    void aPartialDocumentCostsWhatHasChanged() {
        assertThat(costOfTellingALock(4_000)).isLessThan(2 * costOfTellingALock(40));
    }
}
