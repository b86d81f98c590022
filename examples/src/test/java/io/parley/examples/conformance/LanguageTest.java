package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** The language of a conference (RFC 6501 section 4.2.1) tells what it is held in, and keeps nobody out. */
class LanguageTest {

    @Test
    @Requirement("DM-4.2.1-01")
    void whoSpeaksAnotherLanguageJoinsUnhindered() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(update(ALICE, conference, description("<xcon:language>fr</xcon:language>")));

        house.done(Roster.join(BOB, conference)
                .info(userInfo(
                        BOB,
                        "<info:languages>de</info:languages><info:endpoint entity='sip:bob@example.com'>"
                                + "<info:media id='1'><info:type>audio</info:type></info:media></info:endpoint>")));
        house.done(update(
                ALICE,
                conference,
                "<info:conference-description xml:lang='de'><info:display-text>Treffen</info:display-text>"
                        + "</info:conference-description>"));

        Element document = house.documentOf(conference, ALICE);
        assertThat(document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.LANGUAGE)).contains("fr");
        assertThat(titleOf(document)).contains("Treffen");
        assertThat(Roster.record(house, conference, ALICE, BOB).childText(Info.LANGUAGES))
                .contains("de");
        assertThat(house.memory()
                        .mcus()
                        .mixOf(XconUri.of(conference))
                        .orElseThrow()
                        .attendance()
                        .hasJoined(XconUserId.of(BOB)))
                .isTrue();
    }
}
