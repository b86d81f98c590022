package io.parley.cloning;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.document.Allocation;
import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.Diff;
import io.parley.document.DocumentArbitraries;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Families with large rosters: a change looks at what it changes, and nothing is overlooked for it. */
class LargeRosterTest {

    private static final int USERS = 30;
    private static final Name NOTED = Name.of("urn:example:one", "noted");

    /** One change of a large roster. */
    enum Deed {
        JOIN,
        LEAVE,
        RENAME,
        GIVE_ROLE,
        CONNECT,
        RULE,
        BAN,
        LIFT,
        LOSE_THE_RULE,
        NOTE;

        Element on(Element document, int number) {
            Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
            Element user = users.entry(Info.USER, id(number)).orElseGet(() -> DocumentArbitraries.user(number));
            return document.with(
                    switch (this) {
                        case JOIN -> users.with(DocumentArbitraries.user(number + USERS));
                        case LEAVE ->
                            users.entry(Info.USER, id(number))
                                    .map(users::without)
                                    .orElse(users);
                        case RENAME -> users.with(user.with(Info.DISPLAY_TEXT, "Renamed " + number % 3));
                        case GIVE_ROLE -> users.with(user.with(role(number % 2 == 0 ? "moderator" : "observer")));
                        case CONNECT -> users.with(user.with(endpoint(number)));
                        case RULE -> users.with(Xcon.JOIN_HANDLING, number % 2 == 0 ? "allow" : "confirm");
                        case BAN -> banning(users, list -> list.with(ban(number)));
                        case LIFT ->
                            banning(
                                    users,
                                    list -> list.entry(Xcon.TARGET, uri(number))
                                            .map(list::without)
                                            .orElse(list));
                        case LOSE_THE_RULE -> users.without(Xcon.JOIN_HANDLING);
                        case NOTE -> users.withAttribute(NOTED, Integer.toString(number));
                    });
        }
    }

    /**
     * Who does what.
     *
     * @param node in which object
     * @param deed what
     * @param number to whom
     */
    record Step(int node, Deed deed, int number) {}

    @Property(tries = 150)
    void eachDocumentIsThatOfItsParentWithItsOwnOverIt(@ForAll("steps") List<Step> steps) {
        Family family = new Family();
        family.found(
                withUsers(USERS).withAttribute(Attributes.ENTITY, Family.id(0).toString()));
        family.cloneOf(0, 1);
        family.cloneOf(1, 2);
        family.cloneOf(0, 3);
        int[] parents = {0, 0, 1, 0};
        for (Step step : steps) {
            List<Conference> stored =
                    family.change(step.node(), document -> step.deed().on(document, step.number()));

            for (int node = 1; node < parents.length; node++) {
                Conference clone = family.get(node);
                Element derived = clone.overrides()
                        .orElseThrow()
                        .over(Inheritance.of(family.get(parents[node]).document(), clone.kind()));
                assertThat(Diff.between(derived, clone.document()))
                        .as("%d after %s", node, step)
                        .isEmpty();
            }
            for (Conference state : stored.subList(1, stored.size())) {
                Element before = state.history()
                        .at(new Version(state.version().value() - 1))
                        .orElseThrow();
                assertThat(Diff.between(before, state.document())).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeCostsTheSameInALargeFamilyAsInASmallOne(Deed deed) {
        long few = cost(family(100), 0, document -> deed.on(document, 61));

        assertThat(cost(family(20_000), 0, document -> deed.on(document, 61))).isLessThan(2 * few);
    }

    @Test
    void whoJoinsACloneOfALargeConferenceCostsNoMore() {
        long few = cost(family(100), 1, document -> Deed.JOIN.on(document, 100));

        assertThat(cost(family(20_000), 1, document -> Deed.JOIN.on(document, 20_000)))
                .isLessThan(2 * few);
    }

    @Test
    void whoJoinsALargeConferenceThatHasASidebarCostsNoMore() {
        UnaryOperator<Element> joins = document -> Deed.JOIN.on(document, 50_000);

        assertThat(cost(withSidebar(20_000), 0, joins)).isLessThan(2 * cost(withSidebar(100), 0, joins));
    }

    @Test
    void toCheckWhatAParentEnforcesCostsWhatTheChangeDoes() {
        assertThat(costOfCheck(family(20_000))).isLessThan(2 * costOfCheck(family(100)));
    }

    @Test
    void whatIsEnforcedAmongManyIsNotOverlooked() {
        Family family = family(100);
        family.change(0, document -> marked(document, 61));
        Conference clone = family.get(1);
        CloningTree tree = new CloningTree(family);

        Optional<Finding> other = tree.contradiction(clone, Deed.RENAME.on(clone.document(), 60));
        Optional<Finding> bound = tree.contradiction(clone, Deed.RENAME.on(clone.document(), 61));
        Optional<Finding> gone = tree.contradiction(clone, Deed.LEAVE.on(clone.document(), 61));

        assertThat(other).isEmpty();
        assertThat(bound)
                .map(Finding::place)
                .hasValueSatisfying(place -> assertThat(place).contains(id(61)));
        assertThat(gone).isPresent();
        assertThat(Enforcement.removed(
                        family.get(0).document(), Deed.LEAVE.on(family.get(0).document(), 61)))
                .isPresent();
    }

    @Test
    void toMarkOneOfManyFindsTheCloneThatHasItOtherwise() {
        Family family = family(100);
        family.change(1, document -> Deed.RENAME.on(document, 61));
        Conference parent = family.get(0);

        assertThat(Consequences.obstacle(family, parent.next(marked(parent.document(), 60))))
                .isEmpty();
        assertThat(Consequences.obstacle(family, parent.next(marked(parent.document(), 61))))
                .map(Finding::reason)
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains(Family.id(1).toString()));
    }

    @Test
    void aMarkOnARosterOfManyBindsAllOfThem() {
        Family family = family(100);
        family.change(1, document -> Deed.RENAME.on(document, 61));
        Conference parent = family.get(0);
        Element users = parent.document().child(Info.USERS).orElseThrow();
        Element marked = parent.document().with(users.withAttribute(CloningMarks.ENFORCED, "true"));

        assertThat(Consequences.obstacle(family, parent.next(marked))).isPresent();
    }

    private static Element marked(Element document, int user) {
        Element users = document.child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, id(user)).orElseThrow();
        return document.with(users.replacing(record, record.withAttribute(CloningMarks.ENFORCED, "true")));
    }

    /** A parent with this many users and two generations of clones. */
    private static Family family(int users) {
        Family family = new Family();
        family.found(
                withUsers(users).withAttribute(Attributes.ENTITY, Family.id(0).toString()));
        family.cloneOf(0, 1);
        family.cloneOf(1, 2);
        family.change(0, document -> Deed.BAN.on(document, 1)); // and what the versions share is known
        return family;
    }

    private static Family withSidebar(int users) {
        Family family = new Family();
        family.foundRunning(
                withUsers(users).withAttribute(Attributes.ENTITY, Family.id(0).toString()));
        family.sidebarOf(0, 1);
        return family;
    }

    private static long cost(Family family, int node, UnaryOperator<Element> change) {
        return Allocation.of(() -> assertThat(family.consequences(node, change)).isNotEmpty());
    }

    private static long costOfCheck(Family family) {
        family.change(0, document -> marked(document, 61));
        Conference clone = family.get(1);
        Element draft = Deed.RENAME.on(clone.document(), 60);
        return Allocation.of(() ->
                assertThat(new CloningTree(family).contradiction(clone, draft)).isEmpty());
    }

    private static Element withUsers(int number) {
        return DocumentArbitraries.withUsers(number);
    }

    private static String id(int user) {
        return "xcon-userid:user" + user + "@example.com";
    }

    private static String uri(int number) {
        return "sip:banned" + number + "@example.com";
    }

    private static Element ban(int number) {
        return Schema.USERS
                .child(Xcon.DENY_USERS_LIST)
                .child(Xcon.TARGET)
                .empty()
                .withAttribute(Attributes.URI, uri(number));
    }

    private static Element banning(Element users, UnaryOperator<Element> change) {
        return users.with(change.apply(users.child(Xcon.DENY_USERS_LIST)
                .orElseGet(() -> users.type().child(Xcon.DENY_USERS_LIST).empty())));
    }

    private static Element role(String word) {
        Element roles = Schema.USER.child(Info.ROLES).empty();
        return roles.with(roles.type().child(Info.ENTRY).text(word));
    }

    private static Element endpoint(int number) {
        return Schema.USER
                .child(Info.ENDPOINT)
                .empty()
                .withAttribute(Attributes.ENTITY, "sip:device" + number + "@example.com")
                .with(Info.STATUS, "connected");
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, USERS + 4))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
