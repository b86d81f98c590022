package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists that an update replaces as a whole, so that they can shrink (RFC 6504 sections 7.1 and 7.4). */
class ReplacedWholeTest {

    private static final String ONE = "one@example.com";
    private static final String TWO = "two@example.com";

    /** Of each list: what goes around it, and two entries of it. */
    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        users("<xcon:allowed-users-list>%s</xcon:allowed-users-list>"),
                        "<xcon:target uri='sip:one@example.com' method='dial-in'/>",
                        "<xcon:target uri='sip:two@example.com' method='dial-out'/>"),
                Arguments.of(
                        users("<xcon:deny-users-list>%s</xcon:deny-users-list>"),
                        "<xcon:target uri='sip:one@example.com'/>",
                        "<xcon:target uri='sip:two@example.com'/>"),
                Arguments.of(
                        description("<xcon:conference-time>%s</xcon:conference-time>"),
                        "<xcon:entry><xcon:base>UID:one@example.com</xcon:base></xcon:entry>",
                        "<xcon:entry><xcon:base>UID:two@example.com</xcon:base></xcon:entry>"),
                Arguments.of(
                        description(
                                "<info:available-media><info:entry label='audioLabel'>"
                                        + "<xcon:codecs decision='automatic'>%s</xcon:codecs></info:entry></info:available-media>"),
                        "<xcon:codec name='one@example.com' policy='allowed'/>",
                        "<xcon:codec name='two@example.com' policy='disallowed'/>"),
                Arguments.of(
                        users(
                                "<info:user entity='xcon-userid:bob@example.com'><info:roles>%s</info:roles></info:user>"),
                        "<info:entry>one@example.com</info:entry>",
                        "<info:entry>two@example.com</info:entry>"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    @Requirement("CCMP-D5-06")
    void exactlyTheEntriesThatWereSentRemain(String list, String one, String two) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        house.done(update(ALICE, conference, list.formatted(one + two)));
        assertThat(house.documentOf(conference, ALICE).toString()).contains(ONE, TWO);

        house.done(update(ALICE, conference, list.formatted(two)));

        assertThat(house.documentOf(conference, ALICE).toString()).contains(TWO).doesNotContain(ONE);
    }

    @Test
    @Requirement("CCMP-D5-06")
    void theLanguagesOfAUserAreReplaced() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        String languages = users("<info:user entity='" + ALICE + "'><info:languages>%s</info:languages></info:user>");
        house.done(update(ALICE, conference, languages.formatted("en fr")));

        house.done(update(ALICE, conference, languages.formatted("fr")));

        assertThat(house.documentOf(conference, ALICE).toString())
                .contains("languages>fr<")
                .doesNotContain("en fr");
    }
}
