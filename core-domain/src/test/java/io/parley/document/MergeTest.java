package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What becomes of what a request sends (design of CCMP, section 5), row by row. */
class MergeTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");
    private static final ElementType MEDIA = Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA);
    private static final ElementType CONF_URIS = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS);
    private static final ElementType ENDPOINT = Schema.USER.child(Info.ENDPOINT);

    private static final Element DESCRIPTION = Schema.CONFERENCE_DESCRIPTION
            .empty()
            .with(Info.DISPLAY_TEXT, "Title")
            .with(Info.SUBJECT, "Plans");

    @Test
    @Requirement("CCMP-D5-01")
    void aSimpleElementWithTextReplaces() {
        Element merged = Merge.update(DESCRIPTION, description().with(Info.SUBJECT, "Other plans"));
        assertThat(merged.childText(Info.SUBJECT)).contains("Other plans");
        assertThat(merged.count(Info.SUBJECT)).isEqualTo(1);
        assertThat(merged.childText(Info.DISPLAY_TEXT)).contains("Title");
    }

    @Test
    void aSimpleElementThatIsNewIsAdded() {
        Element merged = Merge.update(DESCRIPTION, description().with(Info.FREE_TEXT, "More"));
        assertThat(merged).isEqualTo(DESCRIPTION.with(Info.FREE_TEXT, "More"));
    }

    @Test
    void anEmptySimpleElementRemoves() {
        Element merged = Merge.update(DESCRIPTION, description().with(Info.SUBJECT, ""));
        assertThat(merged.child(Info.SUBJECT)).isEmpty();
        assertThat(merged.childText(Info.DISPLAY_TEXT)).contains("Title");
    }

    @Test
    void anEmptySimpleElementThatIsNotThereRemovesNothing() {
        assertThat(Merge.update(DESCRIPTION, description().with(Info.FREE_TEXT, "")))
                .isSameAs(DESCRIPTION);
    }

    @Test
    void aStructuredElementIsMergedIntoTheOneThatIsThere() {
        Element document = document().with(DESCRIPTION);
        Element merged = Merge.update(document, document().with(description().with(Info.SUBJECT, "Other plans")));
        assertThat(merged.textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)).contains("Other plans");
        assertThat(merged.textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT))
                .contains("Title");
    }

    @Test
    void anEmptyStructuredElementChangesNothing() {
        Element document = document().with(DESCRIPTION);
        assertThat(Merge.update(document, document().with(description()))).isSameAs(document);
    }

    @TestFactory
    @Requirement("CCMP-D5-02")
    Stream<DynamicTest> entriesAreMergedByTheirKey() {
        return Stream.of(
                        "info:conference-info/info:users/info:user",
                        "info:conference-info/info:users/info:user/info:endpoint",
                        "info:conference-info/info:users/info:user/info:endpoint/info:media",
                        "info:conference-info/info:users/info:user/info:endpoint/info:media/xcon:to-mixer/xcon:floor",
                        "info:conference-info/info:users/info:user/info:associated-aors/info:entry",
                        "info:conference-info/info:conference-description/info:conf-uris/info:entry",
                        "info:conference-info/info:conference-description/info:service-uris/info:entry",
                        "info:conference-info/info:conference-description/info:available-media/info:entry",
                        "info:conference-info/info:host-info/info:uris/info:entry",
                        "info:conference-info/info:sidebars-by-ref/info:entry",
                        "info:conference-info/info:sidebars-by-val/info:entry",
                        "info:conference-info/xcon:floor-information/xcon:conference-floor-policy/xcon:floor")
                .map(place -> DynamicTest.dynamicTest(place, () -> assertMergedByKey(Place.of(place))));
    }

    private static void assertMergedByKey(Place place) {
        Element zero = Composer.least(place.type(), 0);
        Element one = Composer.least(place.type(), 1);
        Element two = Composer.least(place.type(), 2);
        Element changed = one.withAttribute(NOTE, "changed");
        Element before = place.holding(List.of(zero, one));

        Element merged = Merge.update(before, place.holding(List.of(changed, two)));

        assertThat(place.elementsIn(merged)).containsExactly(zero, changed, two);
        assertThat(place.elementsIn(merged).get(0))
                .isSameAs(place.elementsIn(before).get(0));
    }

    @Test
    @Requirement("CCMP-D5-03")
    void anEntryWithNothingButItsKeyIsRemoved() {
        Element media = MEDIA.empty()
                .with(medium("1").with(Info.TYPE, "audio"))
                .with(medium("2").with(Info.TYPE, "video"));
        Element merged = Merge.update(media, MEDIA.empty().with(medium("2")));
        assertThat(merged.elements()).containsExactly(media.elements().get(0));
    }

    @Test
    void anEntryWithNothingButItsKeyThatIsNotThereIsNotAdded() {
        Element media = MEDIA.empty().with(medium("1").with(Info.TYPE, "audio"));
        assertThat(Merge.update(media, MEDIA.empty().with(medium("2")))).isSameAs(media);
    }

    @Test
    void anEntryOfAUriListIsAddedByItsUriAloneAndRemovedByItsState() {
        Element uris = CONF_URIS.empty().with(uri("sip:a@example.com").with(Info.PURPOSE, "participation"));
        Element merged = Merge.update(uris, CONF_URIS.empty().with(uri("tel:+12015550123")));
        assertThat(merged.entry(Info.ENTRY, "tel:+12015550123")).isPresent();
        assertThat(Merge.update(merged, CONF_URIS.empty().with(uri("tel:+12015550123"))))
                .isEqualTo(merged);
        assertThat(Merge.update(
                        merged,
                        CONF_URIS.empty().with(uri("tel:+12015550123").withAttribute(Attributes.STATE, "deleted"))))
                .isEqualTo(uris);
    }

    @Test
    void anEntryThatHasAStateIsNotRemovedByItsKeyAlone() {
        Element users = Schema.USERS.empty().with(DocumentArbitraries.user(1));
        Element bare = Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:user1@example.com");
        assertThat(Merge.update(users, Schema.USERS.empty().with(bare))).isSameAs(users);
    }

    @Test
    void inACreationAnEntryWithNothingButItsKeyIsCreated() {
        Element media = MEDIA.empty().with(medium("1").with(Info.TYPE, "audio"));
        Element created = Merge.create(media, MEDIA.empty().with(medium("1")).with(medium("2")));
        assertThat(created).isEqualTo(media.with(medium("2")));
    }

    @Test
    void anEntryOfACollectionThatIsNewIsCreatedByItsKeyAlone() {
        Element merged =
                Merge.update(description(), description().with(MEDIA.empty().with(medium("2"))));
        assertThat(merged.at(Info.AVAILABLE_MEDIA, Info.ENTRY)).contains(medium("2"));
    }

    @Test
    @Requirement("CCMP-D5-04")
    void whatIsDeletedByItsStateIsRemoved() {
        Element medium = Composer.least(ENDPOINT.child(Info.MEDIA), 1).with(Info.TYPE, "audio");
        Element endpoint = Composer.least(ENDPOINT, 1).with(medium);
        Element user = DocumentArbitraries.user(1).with(endpoint);
        Element users = Schema.USERS.empty().with(user).with(DocumentArbitraries.user(2));

        Element withoutMedium = Merge.update(users, users(user.with(endpoint.with(deleted(medium)))));
        Element withoutEndpoint = Merge.update(users, users(user.with(deleted(endpoint))));
        Element withoutUser = Merge.update(users, users(deleted(user)));

        assertThat(withoutMedium.at(Info.USER, Info.ENDPOINT).orElseThrow().child(Info.MEDIA))
                .isEmpty();
        assertThat(withoutEndpoint.child(Info.USER).orElseThrow().child(Info.ENDPOINT))
                .isEmpty();
        assertThat(withoutUser.elements()).containsExactly(DocumentArbitraries.user(2));
    }

    @Test
    void whatIsDeletedAndWasNeverThereIsNotAdded() {
        Element users = Schema.USERS.empty().with(DocumentArbitraries.user(1));
        assertThat(Merge.update(users, users(deleted(DocumentArbitraries.user(2)))))
                .isSameAs(users);
    }

    @Test
    @Requirement("DM-4.1-03")
    void everyOtherStateAndVersionHasNoEffectAndIsNotKept() {
        Element document = document().with(DESCRIPTION).with(users(DocumentArbitraries.user(1)));
        for (String state : List.of("full", "partial")) {
            Element stated = document.withAttribute(Attributes.STATE, state)
                    .withAttribute(Attributes.VERSION, "9")
                    .with(users(DocumentArbitraries.user(1).withAttribute(Attributes.STATE, state))
                            .withAttribute(Attributes.STATE, state));
            assertThat(Merge.update(document, stated)).isSameAs(document);
            assertThat(Merge.create(document(), stated)).isEqualTo(document);
        }
    }

    @TestFactory
    @Requirement("CCMP-D5-06")
    Stream<DynamicTest> sixListsAreReplacedWhole() {
        return Stream.of(
                        "info:conference-info/info:users/xcon:allowed-users-list/xcon:target",
                        "info:conference-info/info:users/xcon:deny-users-list/xcon:target",
                        "info:conference-info/info:conference-description/xcon:conference-time/xcon:entry",
                        "info:conference-info/info:conference-description/info:available-media/info:entry"
                                + "/xcon:codecs/xcon:codec",
                        "info:conference-info/info:users/info:user/info:roles/info:entry")
                .map(Place::of)
                .map(place -> DynamicTest.dynamicTest(place.type().toString(), () -> {
                    Element before = place.holding(List.of(entry(place, 0), entry(place, 1), entry(place, 2)));
                    Element merged = Merge.update(before, place.holding(List.of(entry(place, 3))));
                    assertThat(place.elementsIn(merged)).containsExactly(entry(place, 3));
                }));
    }

    private static Element entry(Place place, int number) {
        return place.type()
                        .equals(Place.of(
                                        "info:conference-info/info:conference-description/xcon:conference-time/xcon:entry")
                                .type())
                ? place.type().empty().with(Xcon.BASE, "base " + number)
                : Composer.least(place.type(), number);
    }

    @Test
    @Requirement("CCMP-D5-06")
    void languagesAreReplacedWhole() {
        Element user = DocumentArbitraries.user(1).with(Info.LANGUAGES, "en de fr");
        Element merged = Merge.update(user, DocumentArbitraries.user(1).with(Info.LANGUAGES, "it"));
        assertThat(merged.childText(Info.LANGUAGES)).contains("it");
    }

    @Test
    void anEmptyListReplacesAListAndIsKept() {
        ElementType list = Schema.USERS.child(Xcon.ALLOWED_USERS_LIST);
        Element users = Schema.USERS.empty().with(list.empty().with(Composer.least(list.child(Xcon.TARGET), 1)));
        Element merged = Merge.update(users, Schema.USERS.empty().with(list.empty()));
        assertThat(merged.child(Xcon.ALLOWED_USERS_LIST)).contains(list.empty());
    }

    @Test
    void passwordsAndLabelsAreReplacedTogether() {
        Element entry = uri("sip:a@example.com").with(password("one")).with(password("two"));
        Element merged = Merge.update(
                CONF_URIS.empty().with(entry),
                CONF_URIS.empty().with(uri("sip:a@example.com").with(password("three"))));
        assertThat(merged.elements().get(0).children(Xcon.CONFERENCE_PASSWORD)).containsExactly(password("three"));
    }

    @Test
    void oneEmptyPasswordRemovesAllOfThem() {
        Element entry = uri("sip:a@example.com").with(password("one")).with(password("two"));
        Element merged = Merge.update(
                CONF_URIS.empty().with(entry),
                CONF_URIS.empty().with(uri("sip:a@example.com").with(password(""))));
        assertThat(merged.elements()).containsExactly(uri("sip:a@example.com"));
    }

    @Test
    @Requirement("CCMP-D5-07")
    void anAttributeReplaces() {
        Element german = DESCRIPTION.withAttribute(Attributes.LANG, "de");
        Element merged = Merge.update(german, description().withAttribute(Attributes.LANG, "fr"));
        assertThat(merged).isEqualTo(DESCRIPTION.withAttribute(Attributes.LANG, "fr"));
    }

    @Test
    void anAttributeThatIsNotMentionedStays() {
        Element german = DESCRIPTION.withAttribute(Attributes.LANG, "de").withAttribute(NOTE, "1");
        Element merged = Merge.update(german, description().with(Info.SUBJECT, "x"));
        assertThat(merged.attributes()).isEqualTo(german.attributes());
    }

    @Test
    @Requirement("CCMP-D5-08")
    void aForeignElementReplacesTheOneOfItsName() {
        Element first = note("first").withAttribute(Name.unqualified("a"), "1");
        Element merged = Merge.update(DESCRIPTION.with(first), description().with(note("second")));
        assertThat(merged.children(NOTE)).containsExactly(note("second"));
    }

    @Test
    void foreignElementsOfOneNameAreReplacedPlaceByPlace() {
        Element before = DESCRIPTION.with(note("1")).with(note("2"));
        assertThat(Merge.update(before, description().with(note("3"))).children(NOTE))
                .containsExactly(note("3"), note("2"));
        assertThat(Merge.update(
                                before,
                                description().with(note("3")).with(note("4")).with(note("5")))
                        .children(NOTE))
                .containsExactly(note("3"), note("4"), note("5"));
    }

    @Test
    void anEmptyForeignElementIsAnElement() {
        Element merged = Merge.update(DESCRIPTION.with(note("1")), description().with(note("")));
        assertThat(merged.children(NOTE)).containsExactly(note(""));
    }

    @Test
    void aKeyKeepsTheSpellingInWhichItWasFirstWritten() {
        Element users = users(DocumentArbitraries.user(1));
        Element shouted = DocumentArbitraries.user(1)
                .withAttribute(Attributes.ENTITY, "XCON-USERID:USER1@EXAMPLE.COM")
                .with(Info.DISPLAY_TEXT, "Renamed");
        Element merged = Merge.update(users, users(shouted));
        assertThat(merged).isEqualTo(users(DocumentArbitraries.user(1).with(Info.DISPLAY_TEXT, "Renamed")));
    }

    @Test
    void theEntityOfADocumentKeepsItsSpelling() {
        Element merged =
                Merge.update(document(), document().withAttribute(Attributes.ENTITY, "XCON:CONF1@example.com"));
        assertThat(merged.attribute(Attributes.ENTITY)).contains("xcon:conf1@example.com");
    }

    @TestFactory
    @Requirement("DM-3.1-07")
    Stream<DynamicTest> aCollectionThatMustNotBeEmptyGoesWithItsLastEntry() {
        return Stream.of(
                        "info:conference-info/info:conference-description/info:conf-uris/info:entry",
                        "info:conference-info/info:conference-description/info:service-uris/info:entry",
                        "info:conference-info/info:conference-description/info:available-media/info:entry",
                        "info:conference-info/info:host-info/info:uris/info:entry",
                        "info:conference-info/info:users/info:user/info:associated-aors/info:entry",
                        "info:conference-info/info:sidebars-by-ref/info:entry")
                .map(place -> DynamicTest.dynamicTest(place, () -> {
                    Place entries = Place.of(place);
                    Place collection = Place.of(place.substring(0, place.lastIndexOf('/')));
                    Element before = entries.holdingOne();
                    Element merged = Merge.update(
                            before,
                            entries.holding(
                                    List.of(removing(entries.elementsIn(before).get(0)))));
                    assertThat(collection.elementsIn(before)).hasSize(1);
                    assertThat(collection.elementsIn(merged)).isEmpty();
                    assertThat(Merge.create(
                                    collection.holding(List.of()),
                                    collection.holding(List.of(collection.type().empty()))))
                            .satisfies(created ->
                                    assertThat(collection.elementsIn(created)).isEmpty());
                }));
    }

    private static Element removing(Element entry) {
        Element bare = entry;
        for (Element child : entry.elements()) {
            bare = entry.type().key().hasChild(child.name()) ? bare : bare.without(child);
        }
        return bare.type().attribute(Attributes.STATE).isPresent()
                ? bare.withAttribute(Attributes.STATE, "deleted")
                : bare;
    }

    @Test
    void whatIsNewIsKeptWithoutWhatWouldRemove() {
        Element given = document()
                .with(DESCRIPTION.with(Info.FREE_TEXT, ""))
                .with(users(
                        deleted(DocumentArbitraries.user(1)),
                        DocumentArbitraries.user(2).with(Info.DISPLAY_TEXT, "")));
        Element expected = document()
                .with(DESCRIPTION)
                .with(users(Schema.USER.empty().withAttribute(Attributes.ENTITY, "xcon-userid:user2@example.com")));
        assertThat(Merge.create(document(), given)).isEqualTo(expected);
    }

    @Test
    void whatTheRequestDoesNotMentionIsShared() {
        Element document =
                document().with(DESCRIPTION).with(users(DocumentArbitraries.user(1), DocumentArbitraries.user(2)));
        Element merged = Merge.update(
                document, document().with(users(DocumentArbitraries.user(2).with(Info.DISPLAY_TEXT, "Renamed"))));
        assertThat(merged.child(Info.CONFERENCE_DESCRIPTION).orElseThrow())
                .isSameAs(document.child(Info.CONFERENCE_DESCRIPTION).orElseThrow());
        assertThat(merged.at(Info.USERS, Info.USER).orElseThrow())
                .isSameAs(document.at(Info.USERS, Info.USER).orElseThrow());
    }

    @Test
    void oneChangeOfAHundredThousandUsersSharesAllOthers() {
        Element merged = Merge.update(Huge.DOCUMENT, renaming(Huge.DOCUMENT, 99_000));
        assertThat(merged).isEqualTo(Huge.renamed(99_000));
        assertThat(merged.child(Info.USERS).orElseThrow().beside(Huge.users())).hasSize(1);

        Element few = DocumentArbitraries.withUsers(100);
        long amongFew = Allocation.of(() -> Merge.update(few, renaming(few, 99)));
        long amongMany = Allocation.of(() -> Merge.update(Huge.DOCUMENT, renaming(Huge.DOCUMENT, 99_000)));
        assertThat(amongMany).isLessThan(2 * amongFew);
    }

    private static Element renaming(Element document, int number) {
        return document.withoutContent()
                .with(users(DocumentArbitraries.user(number).with(Info.DISPLAY_TEXT, "Renamed")));
    }

    private static Element document() {
        return Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, "xcon:conf1@example.com");
    }

    private static Element description() {
        return Schema.CONFERENCE_DESCRIPTION.empty();
    }

    private static Element users(Element... users) {
        List<Node> content = new ArrayList<>(List.of(users));
        return Element.of(Schema.USERS, List.of(), content);
    }

    private static Element medium(String label) {
        return MEDIA.child(Info.ENTRY).empty().withAttribute(Attributes.LABEL, label);
    }

    private static Element uri(String uri) {
        return CONF_URIS.child(Info.ENTRY).empty().with(Info.URI, uri);
    }

    private static Element password(String text) {
        return CONF_URIS.child(Info.ENTRY).child(Xcon.CONFERENCE_PASSWORD).text(text);
    }

    private static Element note(String text) {
        return ElementType.foreign(NOTE).text(text);
    }

    private static Element deleted(Element element) {
        return element.withAttribute(Attributes.STATE, "deleted");
    }
}
