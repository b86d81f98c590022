package io.parley.cloning;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import org.junit.jupiter.api.Test;

/** What a change reaches, and what it costs. */
class ConsequencesTest {

    private static Element subject(int node, String text) {
        return Family.empty(node).with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, text));
    }

    @Test
    void aChangeReadsAndTouchesTheFamilyAndNobodyElse() {
        Family family = new Family();
        family.found(Family.empty(0));
        family.cloneOf(0, 1);
        family.cloneOf(1, 2);
        for (int stranger = 3; stranger < 10_000; stranger++) {
            family.found(Family.empty(stranger));
        }
        XconUri[] three = {Family.id(0), Family.id(1), Family.id(2)};
        family.read().clear();

        assertThat(family.update(0, subject(0, "new")))
                .extracting(Conference::id)
                .containsExactly(three);

        assertThat(family.read()).containsExactlyInAnyOrder(three);
    }

    @Test
    void theWalkEndsWhereTheChangeIsHidden() {
        Family family = new Family();
        family.found(Family.empty(0));
        family.cloneOf(0, 1);
        family.cloneOf(1, 2);
        family.update(1, subject(1, "own"));
        family.read().clear();

        assertThat(family.update(0, subject(0, "hidden")))
                .extracting(Conference::id)
                .containsExactly(Family.id(0));

        assertThat(family.read()).doesNotContain(Family.id(2));
        assertThat(family.get(2).document().textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT))
                .contains("own");
    }

    @Test
    void anOverrideStaysOneWhenTheParentHappensToSayTheSame() {
        Family family = new Family();
        family.found(Family.empty(0));
        family.cloneOf(0, 1);
        family.update(1, subject(1, "own"));
        family.update(0, subject(0, "own"));
        family.update(0, subject(0, "other"));

        assertThat(family.get(1).document().textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT))
                .contains("own");
    }

    @Test
    void whoAsksForWhatHeInheritsFollowsHisParentAgain() {
        Family family = new Family();
        family.found(Family.empty(0));
        family.cloneOf(0, 1);
        family.update(0, subject(0, "first"));
        family.update(1, subject(1, "own"));
        family.update(1, subject(1, "first"));
        family.update(0, subject(0, "second"));

        assertThat(family.get(1).document().textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT))
                .contains("second");
    }
}
