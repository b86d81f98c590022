package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clones of a parent with the mark {@code clones="independent"}. */
class IndependentClonesTest {

    private static final String CLONING = " xmlns:c='urn:parley:params:xml:ns:cloning'";

    private final House house = House.open();

    @Test
    @Requirement({"CCMP-D4-15", "XF-7.1-02", "XF-7.1-03", "XF-7.1-14", "DM-EL-174"})
    void areCopiesThatNothingOfTheParentTouches() {
        String linked = house.conferenceOf(ALICE);
        mark("independent");
        String copy = house.conferenceOf(ALICE);
        Element before = house.documentOf(copy, ALICE);
        assertThat(before.attribute(CloningMarks.CLONES)).isEmpty();

        change("<info:subject c:enforced='true'" + CLONING + ">Rules</info:subject>");

        assertThat(house.documentOf(copy, ALICE)).isEqualTo(before);
        assertThat(house.versionOf(copy, ALICE)).isEqualTo(1);
        assertThat(subject(linked)).contains("Rules");
        house.done(update(ALICE, copy, description("<info:subject>Own</info:subject>")));
        assertThat(house.ask(update(ALICE, linked, description("<info:subject>Own</info:subject>")))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);

        assertThat(house.ask(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM)).code())
                .isEqualTo(ResponseCode.FORBIDDEN_DELETE_PARENT);
        house.done(House.conf(Operation.DELETE, ALICE).on(linked));
        house.done(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));
        assertThat(subject(copy)).contains("Own");
        assertThat(house.versionOf(copy, ALICE)).isEqualTo(2);
        house.done(update(ALICE, copy, description("<info:subject>Still</info:subject>")));
    }

    @Test
    void anEmptyMarkIsTakenAwayAndLaterClonesAreLinked() {
        mark("independent");
        mark("");
        String clone = house.conferenceOf(ALICE);

        change("<info:subject>News</info:subject>");

        assertThat(subject(clone)).contains("News");
    }

    private void mark(String value) {
        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(AUDIO_ROOM)
                .info(Documents.read("<info:conference-info entity='" + AUDIO_ROOM + "' c:clones='" + value + "'"
                        + CLONING + "/>")));
    }

    private void change(String content) {
        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(AUDIO_ROOM)
                .info(House.confInfo(AUDIO_ROOM, description(content))));
    }

    private Optional<String> subject(String conference) {
        return house.documentOf(conference, ALICE).textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT);
    }
}
