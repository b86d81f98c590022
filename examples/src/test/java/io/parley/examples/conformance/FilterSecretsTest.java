package io.parley.examples.conformance;

import static io.parley.examples.conformance.Filters.blueprints;
import static io.parley.examples.conformance.Filters.conferences;
import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.spec.Requirement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** A filter is no oracle: by asking what a list holds nobody learns what he would not be shown. */
class FilterSecretsTest {

    private static final String MEETING = "xcon:meeting@example.com";
    private static final String BOARD = "xcon:board@example.com";

    private static final House ONE = houseWith("8601");
    private static final House OTHER = houseWith("correct horse battery staple");

    /** Two systems that differ in their passwords only; Bob is a user of the meeting. */
    private static House houseWith(String password) {
        House house = House.open();
        String secret = description(
                "<info:conf-uris><info:entry><info:uri>tel:+493012345</info:uri>" + "<xcon:conference-password>"
                        + password + "</xcon:conference-password></info:entry></info:conf-uris>");
        house.done(conf(Operation.CREATE, ALICE)
                .info(confInfo(
                        MEETING,
                        secret
                                + users("<xcon:join-handling>allow</xcon:join-handling>" + "<info:user entity='" + BOB
                                        + "'/>"))));
        house.done(blueprint(Operation.CREATE, ROOT).info(confInfo(BOARD, secret)));
        return house;
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Requirement("CCMP-D8-05")
    void noFilterTellsTwoPasswordsApart(@ForAll("expressions") String expression) {
        for (String sender : List.of(ALICE, BOB, ROOT)) {
            assertThat(conferences(ONE, sender, expression))
                    .as("%s asks for %s", sender, expression)
                    .isEqualTo(conferences(OTHER, sender, expression));
            assertThat(blueprints(ONE, sender, expression))
                    .as("%s asks for %s", sender, expression)
                    .isEqualTo(blueprints(OTHER, sender, expression));
        }
    }

    @Example
    @Requirement("CCMP-D8-05")
    void theRightPasswordSelectsNothingEither() {
        for (String expression : List.of(
                "//conference-password",
                "//*[.='8601']",
                "conference-description/conf-uris/entry[conference-password='8601']",
                "contains(., '8601')")) {
            assertThat(conferences(ONE, ALICE, expression)).as(expression).isEmpty();
            assertThat(blueprints(ONE, ROOT, expression)).as(expression).isEmpty();
        }
        assertThat(conferences(ONE, ALICE, "//entry/uri='tel:+493012345'")).containsExactly(MEETING);
    }

    @Example
    void theListOfTheBannedIsThereForThoseWhoMaySeeItOnly() {
        House house = House.open();
        house.done(
                conf(Operation.CREATE, ALICE)
                        .info(
                                confInfo(
                                        MEETING,
                                        users(
                                                "<xcon:deny-users-list><xcon:target uri='sip:mallory@example.com'/></xcon:deny-users-list>"))));
        house.done(user(Operation.CREATE, BOB).on(MEETING));

        assertThat(conferences(house, ALICE, "//target/@uri='sip:mallory@example.com'"))
                .containsExactly(MEETING);
        assertThat(conferences(house, BOB, "//target/@uri='sip:mallory@example.com'"))
                .isEmpty();
        assertThat(conferences(house, BOB, "users")).containsExactly(MEETING);
    }

    /** Questions about whatever stands where a password would, in all the ways in which XPath can ask. */
    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> place = Arbitraries.of(
                "//conference-password",
                "//entry/conference-password",
                "//*[local-name()='conference-password']",
                "//conf-uris/entry/*[2]",
                "//conf-uris/entry",
                "//conf-uris//text()",
                "//uri/following::*",
                "//uri/following-sibling::node()",
                "//text()",
                "//*",
                "/",
                ".",
                "conference-description",
                "//node()[last()]");
        Arbitrary<String> value = Arbitraries.of(
                "8601",
                "8",
                "86",
                "01",
                "correct",
                "staple",
                " ",
                "horse",
                "o",
                "correct horse battery staple",
                "0",
                "4",
                "28");
        Arbitrary<String> quantity = Arbitraries.of(
                "string-length(#)",
                "count(#)",
                "sum(#)",
                "number(#)",
                "string-length(normalize-space(#))",
                "string-length(translate(#, '0123456789', ''))",
                "floor(#)");
        Arbitrary<String> text = Arbitraries.of(
                "#",
                "string(#)",
                "substring(#, 1, 1)",
                "substring(#, 2)",
                "substring-after(#, '8')",
                "concat(#, 'x')",
                "substring-before(#, ' ')",
                "translate(#, '8', 'y')",
                "normalize-space(#)");
        Arbitrary<String> operator = Arbitraries.of(" = ", " != ", " < ", " > ", " <= ", " >= ");
        return Arbitraries.oneOf(
                place,
                Combinators.combine(
                                quantity,
                                place,
                                operator,
                                Arbitraries.integers().between(0, 200))
                        .as((asked, where, by, number) -> asked.replace("#", where) + by + number),
                Combinators.combine(text, place, operator, value)
                        .as((asked, where, by, what) -> asked.replace("#", where) + by + "'" + what + "'"),
                Combinators.combine(place, value).as((where, what) -> "contains(" + where + ", '" + what + "')"),
                Combinators.combine(place, value).as((where, what) -> "starts-with(" + where + ", '" + what + "')"),
                Combinators.combine(place, value).as((where, what) -> "(" + where + ")[contains(., '" + what + "')]"),
                Combinators.combine(place, place).as((one, other) -> one + " = " + other),
                Combinators.combine(place, quantity)
                        .as((where, asked) -> "(" + where + ")[" + asked.replace("#", ".") + " > 5]"));
    }
}
