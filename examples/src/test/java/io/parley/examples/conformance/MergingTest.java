package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.titleOf;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an update makes of the elements that it sends: it holds changes and not the whole (RFC 6503 section 5.3.4). */
class MergingTest {
    private static final String ENDPOINT = "<info:endpoint entity='sip:alice@example.com'>%s</info:endpoint>";

    private final House house = House.open();
    private String conference = "";

    @BeforeEach
    void create() {
        conference = house.conferenceOf(ALICE);
    }

    @Test
    @Requirement("CCMP-5.3.4-10")
    void whatIsNotMentionedStays() {
        Element before = document();

        Element after = after(title("Weekly"));

        assertThat(titleOf(after)).contains("Weekly");
        assertThat(after.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA))
                .isEqualTo(before.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA));
        assertThat(after.child(Info.USERS)).isEqualTo(before.child(Info.USERS));
        assertThat(after.child(Xcon.FLOOR_INFORMATION)).isEqualTo(before.child(Xcon.FLOOR_INFORMATION));
    }

    @Test
    @Requirement("CCMP-D5-01")
    void aSimpleElementWithTextReplaces() {
        after(description("<info:subject>old</info:subject>"));
        Element after = after(description("<info:subject>new</info:subject>"));

        assertThat(after.child(Info.CONFERENCE_DESCRIPTION).orElseThrow().children(Info.SUBJECT))
                .extracting(Element::text)
                .containsExactly("new");
    }

    @Test
    @Requirement("CCMP-5.3.4-11")
    void anEmptySimpleElementRemoves() {
        assertThat(titleOf(after(title("")))).isEmpty();
    }

    @Test
    @Requirement("CCMP-D5-07")
    void anAttributeReplaces() {
        after("<info:conference-description xml:lang='en'/>");
        Element after = after("<info:conference-description xml:lang='de'/>");

        assertThat(after.child(Info.CONFERENCE_DESCRIPTION).flatMap(element -> element.attribute(Attributes.LANG)))
                .contains("de");
        assertThat(titleOf(after)).isPresent();
    }

    @Test
    @Requirement("CCMP-D5-08")
    void aForeignElementReplacesTheOneOfTheSameName() {
        after(description("<x:meta>one</x:meta>"));
        String after = after(description("<x:meta>two</x:meta>")).toString();

        assertThat(after).contains("two</").doesNotContain("one</");
    }

    /** A collection inside out, the start of an entry up to its key, and how the entry ends. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    users                                    | <info:user entity='xcon-userid:%s@example.com'>                                   | </info:user>
                    users alice                              | <info:endpoint entity='sip:%s@example.com'>                                       | </info:endpoint>
                    users alice endpoint                     | <info:media id='%s'>                                                              | </info:media>
                    users alice associated-aors              | <info:entry><info:uri>mailto:%s@example.com</info:uri>                            | </info:entry>
                    conference-description available-media   | <info:entry label='%s'>                                                           | </info:entry>
                    conference-description conf-uris         | <info:entry><info:uri>tel:%s</info:uri>                                           | </info:entry>
                    conference-description service-uris      | <info:entry><info:uri>http://example.com/%s</info:uri>                            | </info:entry>
                    host-info uris                           | <info:entry><info:uri>http://example.com/%s</info:uri>                            | </info:entry>
                    """)
    @Requirement("CCMP-D5-02")
    void entriesAreMergedByTheirKey(String collection, String start, String end) {
        String text = "<info:display-text>%s</info:display-text>";
        after(inside(collection, start.formatted("11") + text.formatted("first") + end));
        after(inside(collection, start.formatted("22") + text.formatted("second") + end));

        String after = after(inside(collection, start.formatted("11") + text.formatted("third") + end))
                .toString();

        assertThat(after).contains(">second<", ">third<").doesNotContain(">first<");
        assertThat(after.split(">third<", -1)).hasSize(2);
    }

    @Test
    @Requirement("CCMP-D5-02")
    void floorsAreMergedByTheirId() {
        String floor = "<xcon:floor-information><xcon:conference-floor-policy><xcon:floor id='%s'>%s</xcon:floor>"
                + "</xcon:conference-floor-policy></xcon:floor-information>";
        after(floor.formatted("second", "<xcon:media-label>audioLabel</xcon:media-label>"));

        Element policy = after(floor.formatted("audioFloor", "<xcon:max-floor-users>3</xcon:max-floor-users>"))
                .at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY)
                .orElseThrow();

        assertThat(policy.count(Xcon.FLOOR)).isEqualTo(2);
        Element changed = policy.entry(Xcon.FLOOR, "audioFloor").orElseThrow();
        assertThat(changed.childText(Xcon.MAX_FLOOR_USERS)).contains("3");
        assertThat(changed.childText(Xcon.MEDIA_LABEL)).contains("audioLabel");
    }

    @Test
    @Requirement("CCMP-D5-03")
    void anEntryWithNothingButItsKeyIsRemoved() {
        String media = "<info:available-media><info:entry label='v'>%s</info:entry></info:available-media>";
        after(description(media.formatted("<info:type>video</info:type>")));

        Element left = after(description(media.formatted("")))
                .at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                .orElseThrow();

        assertThat(left.entry(Info.ENTRY, "v")).isEmpty();
        assertThat(left.entry(Info.ENTRY, "audioLabel")).isPresent();
    }

    private static String inside(String collection, String entry) {
        return switch (collection) {
            case "users" -> users(entry);
            case "users alice" -> users("<info:user entity='" + ALICE + "'>" + entry + "</info:user>");
            case "users alice endpoint" -> inside("users alice", ENDPOINT.formatted(entry));
            default -> {
                String[] path = collection.split(" ", -1);
                String inner = "<info:" + path[path.length - 1] + ">" + entry + "</info:" + path[path.length - 1] + ">";
                yield path.length == 3
                        ? inside("users alice", inner)
                        : "<info:" + path[0] + ">" + inner + "</info:" + path[0] + ">";
            }
        };
    }

    private Element after(String changes) {
        return house.done(update(ALICE, conference, changes)).body().info().orElseThrow();
    }

    private Element document() {
        return house.documentOf(conference, ALICE);
    }
}
