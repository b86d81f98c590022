package io.parley.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attributes;
import io.parley.document.DocumentArbitraries;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Name;
import io.parley.document.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatchPropertyTest {

    private static final int TRIES = 300;

    @Property(tries = TRIES)
    void thePatchBetweenTwoDocumentsMakesTheSecondOfTheFirst(
            @ForAll("documents") Element before, @ForAll("documents") Element after) {
        assertThatItLeads(before, after);
    }

    @Property(tries = TRIES)
    void itMakesTheNextVersion(@ForAll("documents") Element before, @ForAll("changes") Element changes) {
        Element after = Merge.update(before, changes);
        assertThatItLeads(before, after);
        assertThatItLeads(after, before);
    }

    @Property(tries = TRIES)
    void itMakesForeignTreesWithMixedContent(@ForAll("foreign") Element before, @ForAll("foreign") Element after) {
        Element root = ElementType.foreign(Name.of("urn:example", "root")).empty();
        assertThatItLeads(root.with(before), root.with(after));
        assertThatItLeads(before, after);
    }

    @Property(tries = TRIES)
    void itMakesListsThatWereShuffledAndCut(@ForAll("foreign") Element one, @ForAll long seed) {
        Random random = new Random(seed);
        List<Element> entries = new ArrayList<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
            entries.add(random.nextInt(3) == 0 ? one : DocumentArbitraries.user(random.nextInt(40)));
        }
        Element before = list(entries);
        Collections.shuffle(entries, random);
        entries.subList(0, random.nextInt(entries.size())).clear();
        entries.replaceAll(entry -> random.nextInt(4) == 0 ? entry.with(Info.DISPLAY_TEXT, "new") : entry);
        assertThatItLeads(before, list(entries));
    }

    @Property(tries = TRIES)
    void itMakesTheNextVersionOfALongList(@ForAll long seed) {
        Random random = new Random(seed);
        Element before = DocumentArbitraries.withUsers(30 + random.nextInt(60));
        Element after = before;
        for (int i = random.nextInt(12); i >= 0; i--) {
            Element users = after.child(Info.USERS).orElseThrow();
            String entity = "xcon-userid:user" + random.nextInt(100) + "@example.com";
            Element user = users.entry(Info.USER, entity)
                    .orElseGet(() -> Schema.USER.empty().withAttribute(Attributes.ENTITY, entity));
            Element changed =
                    random.nextInt(3) == 0 && users.entry(Info.USER, entity).isPresent()
                            ? users.without(user)
                            : users.with(user.with(Info.DISPLAY_TEXT, "U" + random.nextInt(9)));
            after = after.replacing(users, changed);
        }
        assertThatItLeads(before, after);
        assertThatItLeads(after, before);
    }

    @Property(tries = TRIES)
    void nothingIsLeftToDoBetweenTheSame(@ForAll("documents") Element document) {
        assertThat(Patch.between(document, document).isEmpty()).isTrue();
        assertThat(Patch.between(document, Tree.as(Schema.CONFERENCE_INFO, Tree.as(foreign(document), document)))
                        .isEmpty())
                .isTrue();
    }

    @Property(tries = TRIES)
    void aPatchIsDoneWholeOrNotAtAll(@ForAll("documents") Element before, @ForAll("documents") Element after) {
        Patch patch = Patch.between(before, after);
        List<Operation> operations = new ArrayList<>(patch.operations());
        Selector nowhere = Selector.of(Name.unqualified("nowhere"));
        operations.add(new Operation.Remove(nowhere, Operation.WhiteSpace.NONE));
        assertThat(new Patch(operations).applyTo(before)).isInstanceOfSatisfying(Patched.Failed.class, failed -> {
            assertThat(failed.condition()).isEqualTo(Condition.UNLOCATED_NODE);
            assertThat(failed.operation()).isEqualTo(patch.operations().size());
        });
    }

    private static ElementType foreign(Element document) {
        return ElementType.foreign(document.name());
    }

    private static Element list(List<Element> entries) {
        Element users = Schema.USERS.empty();
        return Schema.CONFERENCE_INFO
                .empty()
                .with(users.withContent(entries.stream()
                        .map(entry -> (Element) Tree.in(Schema.USERS, entry))
                        .toList()));
    }

    private static void assertThatItLeads(Element before, Element after) {
        Patch patch = Patch.between(before, after);
        assertThat(patch.applyTo(before))
                .isInstanceOfSatisfying(
                        Patched.Done.class,
                        done -> assertThat(Written.of(done.document())).isEqualTo(Written.of(after)));
        assertThat(patch.isEmpty()).isEqualTo(Written.of(before).equals(Written.of(after)));
    }

    @Provide
    Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }

    @Provide
    Arbitrary<Element> changes() {
        return DocumentArbitraries.changes();
    }

    @Provide
    Arbitrary<Element> foreign() {
        return DocumentArbitraries.foreign();
    }
}
