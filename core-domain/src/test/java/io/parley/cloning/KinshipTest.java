package io.parley.cloning;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Conferences;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.document.Element;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the end of a main conference makes of its sidebars, whoever ends it (RFC 5239 section 9.4). */
class KinshipTest {

    private static final XconUri MAIN = XconUri.of("xcon:main@example.com");

    private final Conference byValue = sidebar("xcon:val@example.com", Kind.SIDEBAR_BY_VALUE, true);
    private final Conference byReference = sidebar("xcon:ref@example.com", Kind.SIDEBAR_BY_REFERENCE, true);
    private final Conference quiet = sidebar("xcon:quiet@example.com", Kind.SIDEBAR_BY_REFERENCE, false);
    private final Conference main = Conference.founded(
            Kind.ACTIVE_CONFERENCE,
            Sidebars.with(
                    Sidebars.with(
                            Sidebars.with(Conferences.builder(MAIN).active(true).build(), byValue), byReference),
                    quiet));

    private static Conference sidebar(String id, Kind kind, boolean active) {
        return Conference.founded(kind, Conferences.builder(id).active(active).build())
                .withParent(MAIN);
    }

    @Test
    void sidebarsThatRunEndBeforeTheirMainConferenceInTheSameStep() {
        Element ended = Conferences.changes(MAIN).active(false).build();
        Conference changed = main.next(Merge.update(main.document(), ended));

        List<Conference> states = Consequences.of(new House(), changed);

        assertThat(states).extracting(Conference::id).containsExactly(byValue.id(), byReference.id(), MAIN);
        assertThat(states).extracting(Conference::version).containsOnly(new Version(2));
        assertThat(states).noneMatch(state -> state.info().isActive());
        ConferenceInfo held = states.get(2).info().sidebarsByValue().get(0);
        assertThat(Schema.CONFERENCE_INFO.adopt(held.element()))
                .isEqualTo(states.get(0).document());
    }

    @Test
    void anotherChangeOfTheMainConferenceLeavesThemAsTheyAre() {
        Element titled = Conferences.changes(MAIN).title("Weekly").build();
        Conference changed = main.next(Merge.update(main.document(), titled));

        assertThat(Consequences.of(new House(), changed)).containsExactly(changed);
    }

    private final class House implements Snapshot {
        @Override
        public Optional<Conference> find(XconUri id) {
            return all().stream().filter(any -> any.id().equals(id)).findFirst();
        }

        @Override
        public List<Conference> childrenOf(XconUri parent) {
            return all().stream()
                    .filter(any -> any.parent().filter(parent::equals).isPresent())
                    .toList();
        }

        @Override
        public List<Conference> all() {
            return List.of(main, byValue, byReference, quiet);
        }

        @Override
        public boolean reaches(Tally tally, int limit) {
            throw new UnsupportedOperationException("nothing about sidebars depends on how many there are");
        }
    }
}
