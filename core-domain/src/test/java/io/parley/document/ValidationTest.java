package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.spec.Requirement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is found wrong in documents and in changes, and what is not. */
class ValidationTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");

    @Property(tries = 300)
    void whatIsWrongIsFoundWithPlaceAndReason(@ForAll("broken") Broken broken) {
        assertThat(Validation.ofDocument(broken.document()))
                .as(broken.toString())
                .anyMatch(broken::isToldBy);
    }

    @Property(tries = 100)
    void aDocumentThatWasFoundValidIsFoundBrokenAllTheSameAfterAChange(@ForAll("broken") Broken broken) {
        // The mutation was made on a document whose every element had been found valid.
        assertThat(Validation.ofDocument(Replay.inOrder(broken.document())))
                .containsExactlyInAnyOrderElementsOf(Validation.ofDocument(broken.document()));
    }

    @Test
    void aMarkThatIsNoneIsFoundOnWhateverElement() {
        Element foreign = ElementType.foreign(NOTE).text("x").withAttribute(CloningMarks.ENFORCED, "maybe");
        Element users = Schema.USERS.empty().withAttribute(CloningMarks.CLONES, "linked");

        assertThat(Validation.ofDocument(Schema.USERS.empty().with(foreign)))
                .extracting(Finding::place)
                .containsExactly("info:users/{urn:example:one}note/@{urn:parley:params:xml:ns:cloning}enforced");
        assertThat(Validation.ofChanges(users)).hasSize(1);
        assertThat(Validation.ofChanges(users.withAttribute(CloningMarks.CLONES, "")))
                .isEmpty();
    }

    @Test
    void everyWayOfBreakingARichDocumentIsFound() {
        for (int seed = 1; seed <= 3; seed++) {
            Element rich =
                    new Composer(new Choices(seed, 1_000), Composer.Purpose.DOCUMENT).element(Schema.CONFERENCE_INFO);
            assertThat(Validation.ofDocument(rich)).isEmpty();
            List<Broken> all = Broken.all(rich);
            assertThat(all).hasSizeGreaterThan(500);
            assertThat(all.stream()
                            .filter(broken -> Validation.ofDocument(broken.document()).stream()
                                    .noneMatch(broken::isToldBy)))
                    .isEmpty();
        }
    }

    @Test
    void aFindingReadsAsASentence() {
        Element users = Schema.USERS.empty().with(Schema.USER.empty());
        assertThat(Validation.ofDocument(users))
                .extracting(Finding::toString)
                .containsExactly("info:users/info:user: the attribute entity is missing");
    }

    @Test
    void allThatIsWrongIsFoundAtOnce() {
        Element users = Schema.USERS
                .empty()
                .with(Schema.USER.empty())
                .with(Schema.USERS.child(Xcon.JOIN_HANDLING).empty())
                .with(ElementType.foreign(Name.unqualified("foo")).empty());
        assertThat(Validation.ofDocument(users)).hasSize(3);
    }

    @Test
    @Requirement("DM-4.6.5-01")
    void twoUsersWithOneIdentifierUpToCaseAreOneTooMany() {
        Element users = Element.of(
                Schema.USERS,
                List.of(),
                List.of(
                        DocumentArbitraries.user(1),
                        DocumentArbitraries.user(1).withAttribute(Attributes.ENTITY, "XCON-USERID:USER1@example.com")));
        assertThat(Validation.ofDocument(users))
                .containsExactly(new Finding(
                        "info:users/info:user[xcon-userid:user1@example.com]", "another one has the same key"));
        assertThat(Validation.ofChanges(users)).hasSize(1);
    }

    @Test
    @Requirement("DM-4.2.6-03")
    void aPasswordStandsInAnEntryOfConfUrisOnly() {
        ElementType serviceUris = Schema.CONFERENCE_DESCRIPTION.child(Info.SERVICE_URIS);
        Element entry = serviceUris
                .child(Info.ENTRY)
                .empty()
                .with(Info.URI, "http://example.com/")
                .with(ElementType.foreign(Xcon.CONFERENCE_PASSWORD).text("secret"));
        Element uris = serviceUris.empty().with(entry);
        for (List<Finding> findings : List.of(Validation.ofDocument(uris), Validation.ofChanges(uris))) {
            assertThat(findings)
                    .containsExactly(new Finding(
                            "info:service-uris/info:entry[http://example.com/]/xcon:conference-password",
                            "a password may stand in an entry of conf-uris only"));
        }
    }

    @Test
    @Requirement("DM-5-03")
    void theStateOfRfc4575IsAClosedList() {
        Element user = DocumentArbitraries.user(1);
        assertThat(Validation.ofChanges(user.withAttribute(Attributes.STATE, "gone")))
                .containsExactly(new Finding(
                        "info:user[xcon-userid:user1@example.com]/@state", "'gone' is not full, partial or deleted"));
        for (String state : List.of("full", "partial", "deleted")) {
            assertThat(Validation.ofChanges(user.withAttribute(Attributes.STATE, state)))
                    .isEmpty();
        }
    }

    @Test
    @Requirement("DM-5-08")
    void anUnknownElementOfTheModelsNamespacesIsAdmittedAndOneOfNoneIsNot() {
        for (String namespace : List.of(Name.INFO_NAMESPACE, Name.XCON_NAMESPACE)) {
            Element future = new TreeBuilder(Schema.USERS)
                    .start(Name.of(namespace, "future"))
                    .text("x")
                    .end()
                    .build();
            assertThat(Validation.ofDocument(future)).isEmpty();
            assertThat(future.childText(Name.of(namespace, "future"))).contains("x");
        }
        Element foo = new TreeBuilder(Schema.USERS)
                .start(Name.unqualified("foo"))
                .end()
                .build();
        assertThat(Validation.ofDocument(foo))
                .containsExactly(new Finding("info:users/foo", "the data model has no such element here"));
        assertThat(Validation.ofChanges(foo)).hasSize(1);
    }

    @Test
    @Requirement("DM-5-04")
    void aKnownElementAtAnotherPlaceIsKeptWithoutMeaning() {
        Element description = new TreeBuilder(Schema.CONFERENCE_DESCRIPTION)
                .start(Xcon.MUTE)
                .text("perhaps")
                .end()
                .build();
        assertThat(Validation.ofDocument(description)).isEmpty();
        assertThat(description.childText(Xcon.MUTE)).contains("perhaps");
    }

    @Test
    @Requirement("DM-5-05")
    void aForeignElementMayHoldText() {
        Element users =
                new TreeBuilder(Schema.USERS).start(NOTE).text("hi").end().build();
        assertThat(Validation.ofDocument(users)).isEmpty();
        assertThat(users.childText(NOTE)).contains("hi");
    }

    @Test
    void whatIsInsideAForeignElementIsNotLookedAt() {
        Element users = new TreeBuilder(Schema.USERS)
                .start(NOTE)
                .start(Info.USER)
                .start(Name.unqualified("foo"))
                .end()
                .end()
                .end()
                .build();
        assertThat(Validation.ofDocument(users)).isEmpty();
    }

    @Test
    @Requirement("DM-4.5.4-01")
    void theLabelOfAFloorIsThatOfAnAvailableMedium() {
        Element audio = medium("1");
        Element document = document(audio, medium("2")).with(floors(floor("7", "1"), floor("8", "1", "2")));
        assertThat(Validation.ofDocument(document)).isEmpty();

        Element dangling = document(audio).with(floors(floor("7", "1"), floor("8", "1", "2")));
        assertThat(Validation.ofDocument(dangling))
                .containsExactly(
                        new Finding("xcon:floor[8]/xcon:media-label", "no available medium has the label '2'"));

        Element gone = Merge.update(document, document(medium("2")));
        assertThat(Validation.ofDocument(gone)).isEqualTo(Validation.ofDocument(dangling));
    }

    @Test
    void whereNoMediaAreListedALabelMayBeAny() {
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:conf1@example.com")
                .with(floors(floor("7", "1")));
        assertThat(Validation.ofDocument(document)).isEmpty();
    }

    @Test
    @Requirement("DM-4.5.4-02")
    void oneFloorMayCoverSeveralStreams() {
        Element document = document(medium("1"), medium("2")).with(floors(floor("7", "1", "2")));
        assertThat(Validation.ofDocument(document)).isEmpty();
        assertThat(document.at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY, Xcon.FLOOR)
                        .orElseThrow()
                        .count(Xcon.MEDIA_LABEL))
                .isEqualTo(2);
    }

    private static Element document(Element... media) {
        Element available =
                Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).empty();
        for (Element medium : media) {
            available = available.with(medium);
        }
        return Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:conf1@example.com")
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(available));
    }

    private static Element medium(String label) {
        return Schema.CONFERENCE_DESCRIPTION
                .child(Info.AVAILABLE_MEDIA)
                .child(Info.ENTRY)
                .empty()
                .withAttribute(Attributes.LABEL, label);
    }

    private static Element floors(Element... floors) {
        ElementType information = Schema.CONFERENCE_INFO.child(Xcon.FLOOR_INFORMATION);
        Element policy = information.child(Xcon.CONFERENCE_FLOOR_POLICY).empty();
        for (Element floor : floors) {
            policy = policy.with(floor);
        }
        return information.empty().with(policy);
    }

    private static Element floor(String id, String... labels) {
        Element floor = Schema.CONFERENCE_INFO
                .child(Xcon.FLOOR_INFORMATION)
                .child(Xcon.CONFERENCE_FLOOR_POLICY)
                .child(Xcon.FLOOR)
                .empty()
                .withAttribute(Attributes.ID, id);
        for (String label : labels) {
            floor = floor.with(floor.type().child(Xcon.MEDIA_LABEL).text(label));
        }
        return floor;
    }

    @Test
    void changesMayLeaveOutWhatADocumentNeeds() {
        Element codec = Place.of("info:conference-info/info:conference-description/info:available-media/info:entry"
                        + "/xcon:codecs/xcon:codec")
                .type()
                .empty()
                .withAttribute(Attributes.NAME, "1");
        assertThat(Validation.ofChanges(codec)).isEmpty();
        assertThat(Validation.ofDocument(codec))
                .containsExactly(new Finding("xcon:codec[1]", "the attribute policy is missing"));
    }

    @Test
    void changesMayHoldAnEmptyElementSinceThatRemoves() {
        Element state = Schema.CONFERENCE_STATE
                .empty()
                .with(Schema.CONFERENCE_STATE.child(Info.LOCKED).empty());
        assertThat(Validation.ofChanges(state)).isEmpty();
        assertThat(Validation.ofDocument(state))
                .containsExactly(new Finding("info:conference-state/info:locked", "'' is not a boolean"));
    }

    @Test
    void changesNeedTheKeyOfWhatTheyChange() {
        ElementType uris = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS);
        Element noUri = uris.empty().with(uris.child(Info.ENTRY).empty().with(Info.PURPOSE, "streaming"));
        Element noEntity = Schema.USERS.empty().with(Schema.USER.empty().with(Info.DISPLAY_TEXT, "Nobody"));

        assertThat(Validation.ofChanges(noUri))
                .containsExactly(new Finding("info:conf-uris/info:entry", "the element that is its key is missing"));
        assertThat(Validation.ofChanges(noEntity))
                .containsExactly(new Finding("info:users/info:user", "the attribute entity is missing"));
    }

    @Test
    void namesKeysAndValuesAreCheckedInChangesToo() {
        Element changes = Element.of(
                Schema.USERS,
                List.of(new Attribute(Attributes.STATE, "gone")),
                List.of(
                        Schema.USERS.child(Xcon.JOIN_HANDLING).text("allow"),
                        Schema.USERS.child(Xcon.JOIN_HANDLING).text("block"),
                        new Text("text"),
                        DocumentArbitraries.user(1).with(Xcon.ALLOW_REFER_USERS_DYNAMICALLY, "yes")));
        assertThat(Validation.ofChanges(changes))
                .extracting(Finding::toString)
                .containsExactly(
                        "info:users/@state: 'gone' is not full, partial or deleted",
                        "info:users/info:user[xcon-userid:user1@example.com]/xcon:allow-refer-users-dynamically: "
                                + "'yes' is not a boolean",
                        "info:users/xcon:join-handling[2]: it is there more than once",
                        "info:users: no text may stand in it");
    }

    @Test
    void anAttributeThatIsThereTwiceIsFound() {
        Element user = Element.of(
                Schema.USER,
                List.of(
                        new Attribute(Attributes.ENTITY, "xcon-userid:a@b"),
                        new Attribute(Attributes.ENTITY, "xcon-userid:a@b")),
                List.of());
        assertThat(Validation.ofDocument(user))
                .containsExactly(new Finding("info:user[xcon-userid:a@b]", "the attribute entity is there twice"));
    }

    @Provide
    static Arbitrary<Broken> broken() {
        return DocumentArbitraries.broken();
    }
}
