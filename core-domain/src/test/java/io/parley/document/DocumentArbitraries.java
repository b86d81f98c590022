package io.parley.document;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Documents to try things on: valid ones, what updates of them send, and broken ones.
 *
 * <p>All are composed by walking the {@link Schema}, so that a row that is added to the table is tried from then on. Keys come from small
 * sets, so that two documents, or a document and changes, have entries in common. Small unless said otherwise; they shrink to the
 * smallest that still fails.
 */
public final class DocumentArbitraries {

    private static final int CHOICES = 600;

    private DocumentArbitraries() {}

    /**
     * Valid conference documents as a server keeps them: no {@code state} and no {@code version}, nothing empty that is left out when
     * empty, no entry with nothing but its key where that would remove it from an update.
     */
    public static Arbitrary<Element> documents() {
        return elements(Schema.CONFERENCE_INFO);
    }

    /** Valid elements of {@code type}, likewise. */
    public static Arbitrary<Element> elements(ElementType type) {
        return choices().map(choices -> new Composer(choices, Composer.Purpose.DOCUMENT).element(type));
    }

    /** What updates of a conference may send: changes that {@link Validation#ofChanges} admits. */
    public static Arbitrary<Element> changes() {
        return changes(Schema.CONFERENCE_INFO);
    }

    /** What updates of an element of {@code type} may send. */
    public static Arbitrary<Element> changes(ElementType type) {
        return choices().map(choices -> new Composer(choices, Composer.Purpose.CHANGES).element(type));
    }

    /** What updates of a conference may send that take nothing away: nothing empty, no bare key, nothing deleted. */
    public static Arbitrary<Element> additions() {
        return choices()
                .map(choices -> new Composer(choices, Composer.Purpose.ADDITIONS).element(Schema.CONFERENCE_INFO));
    }

    /** Elements that the data model does not know, with mixed content. */
    public static Arbitrary<Element> foreign() {
        return choices().map(choices -> new Composer(choices, Composer.Purpose.DOCUMENT).foreign(1));
    }

    /** Values that {@code datatype} admits, in the form in which they are kept. */
    public static Arbitrary<String> valid(Datatype datatype) {
        return choices().map(choices -> Values.valid(datatype, choices));
    }

    /** Documents that break the data model at one place, which they name. */
    public static Arbitrary<Broken> broken() {
        return Combinators.combine(documents(), seeds()).as((document, seed) -> {
            List<Broken> all = Broken.all(document);
            return all.get((int) Long.remainderUnsigned(seed, all.size()));
        });
    }

    /** {@code xcon:conf1@example.com} with this many users, {@code xcon-userid:user0@example.com} and so on. */
    public static Element withUsers(int number) {
        List<Element> users = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            users.add(user(i));
        }
        Element roster = Element.of(Schema.USERS, List.of(), users);
        return Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:conf1@example.com")
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, "Many users"))
                .with(roster);
    }

    /** The user number {@code number} of such a document. */
    public static Element user(int number) {
        return Schema.USER
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon-userid:user" + number + "@example.com")
                .with(Info.DISPLAY_TEXT, "User " + number);
    }

    private static Arbitrary<Choices> choices() {
        return Combinators.combine(
                        seeds(), Arbitraries.integers().between(0, CHOICES).withoutEdgeCases())
                .as(Choices::new);
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }
}
