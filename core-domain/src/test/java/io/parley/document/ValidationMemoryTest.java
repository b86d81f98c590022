package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What was found valid once is not looked at again, and nothing is overlooked for it. */
class ValidationMemoryTest {

    private static final int USERS = 40;

    /** One change of a large roster, which may break it. */
    record Step(Kind kind, int number) {
        enum Kind {
            RENAME,
            JOIN,
            LEAVE,
            TAKE_ANOTHERS_KEY,
            LOSE_THE_KEY,
            WRONG_VALUE,
            UNQUALIFIED,
            FOREIGN,
            HANDLING,
            WRONG_STATE,
            VALIDATE
        }

        Element on(Element roster) {
            List<Element> users = new ArrayList<>();
            roster.children(Info.USER).forEach(users::add);
            if (users.isEmpty()) {
                return roster;
            }
            Element user = users.get(number % users.size());
            return switch (kind) {
                case RENAME -> roster.replacing(user, user.with(Info.DISPLAY_TEXT, "Name " + number));
                case JOIN -> roster.with(DocumentArbitraries.user(1_000 + number));
                case LEAVE -> roster.without(user);
                case TAKE_ANOTHERS_KEY ->
                    roster.replacing(
                            user,
                            user.withAttribute(
                                    Attributes.ENTITY,
                                    users.get((number + 1) % users.size())
                                            .attribute(Attributes.ENTITY)
                                            .orElse("xcon-userid:x")));
                case LOSE_THE_KEY -> roster.replacing(user, user.withoutAttribute(Attributes.ENTITY));
                case WRONG_VALUE -> roster.replacing(user, user.with(Info.LANGUAGES, "??"));
                case UNQUALIFIED ->
                    roster.with(ElementType.foreign(Name.unqualified("foo")).empty());
                case FOREIGN ->
                    roster.with(ElementType.foreign(Name.of("urn:example:one", "note"))
                            .text("x"));
                case HANDLING -> roster.with(Xcon.JOIN_HANDLING, "allow");
                case WRONG_STATE -> roster.withAttribute(Attributes.STATE, "gone");
                case VALIDATE -> {
                    Validation.ofDocument(roster);
                    yield roster;
                }
            };
        }
    }

    @Property(tries = 200)
    void whatIsRememberedChangesNoFinding(@ForAll("steps") List<Step> steps) {
        Element roster = DocumentArbitraries.withUsers(USERS).child(Info.USERS).orElseThrow();
        Validation.ofDocument(roster);
        for (Step step : steps) {
            roster = step.on(roster);
        }
        assertThat(Validation.ofDocument(roster)).isEqualTo(Validation.ofDocument(forgetful(roster)));
    }

    private static Element forgetful(Element element) {
        List<Node> content = new ArrayList<>();
        for (Node node : element.content()) {
            content.add(node instanceof Element child ? forgetful(child) : node);
        }
        return Element.of(element.type(), element.attributes(), content);
    }

    @Test
    void afterOneChangeAmongAHundredThousandOnlyThePathIsLookedAt() {
        Element few = DocumentArbitraries.withUsers(100);
        Element many = Huge.DOCUMENT;
        assertThat(Validation.ofDocument(few)).isEmpty();
        assertThat(Validation.ofDocument(many)).isEmpty();

        long amongFew = Allocation.of(() -> Validation.ofDocument(changed(few)));
        long amongMany = Allocation.of(() -> Validation.ofDocument(changed(many)));

        assertThat(amongMany).isLessThan(2 * amongFew);
    }

    private static Element changed(Element document) {
        Element users = document.child(Info.USERS).orElseThrow();
        Element user = users.entry(Info.USER, "xcon-userid:user57@example.com").orElseThrow();
        return document.replacing(users, users.replacing(user, user.with(Info.DISPLAY_TEXT, "Renamed")));
    }

    @Test
    void aDocumentThatDidNotChangeIsNotLookedAtAtAll() {
        assertThat(Validation.ofDocument(Huge.DOCUMENT)).isEmpty();
        assertThat(Allocation.of(() -> Validation.ofDocument(Huge.DOCUMENT))).isLessThan(10_000);
    }

    @Test
    void changesAreNotRememberedAsADocument() {
        Element user = Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:a@b");
        Element roles = Schema.USER.child(Info.ROLES).empty();
        Element changes = user.with(roles);
        assertThat(Validation.ofChanges(changes)).isEmpty();
        assertThat(Validation.ofDocument(changes)).hasSize(1);
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Step.Kind.class),
                        Arbitraries.integers().between(0, USERS).withoutEdgeCases())
                .as(Step::new)
                .list()
                .ofMaxSize(6)
                .withoutEdgeCases();
    }
}
