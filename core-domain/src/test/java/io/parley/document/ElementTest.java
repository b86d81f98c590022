package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ElementTest {

    private static final Name NOTE = Name.of("urn:example:one", "note");

    private static final Element DOCUMENT = Schema.CONFERENCE_INFO
            .empty()
            .withAttribute(Attributes.ENTITY, "xcon:conf1@example.com")
            .with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, "Plans"))
            .with(Schema.USERS.empty().with(DocumentArbitraries.user(1)).with(DocumentArbitraries.user(2)));

    @Test
    void namesLeadToWhatStandsThere() {
        assertThat(DOCUMENT.textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)).contains("Plans");
        assertThat(DOCUMENT.textAt(Info.CONFERENCE_DESCRIPTION, Info.FREE_TEXT)).isEmpty();
        assertThat(DOCUMENT.at(Info.HOST_INFO, Info.URIS)).isEmpty();
        assertThat(DOCUMENT.at()).contains(DOCUMENT);
    }

    @Test
    void aChangeLeavesTheOldVersionAsItWas() {
        Element changed = DOCUMENT.with(
                DOCUMENT.child(Info.CONFERENCE_DESCRIPTION).orElseThrow().with(Info.SUBJECT, "Other plans"));

        assertThat(DOCUMENT.textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)).contains("Plans");
        assertThat(changed.textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)).contains("Other plans");
        assertThat(changed.child(Info.USERS).orElseThrow())
                .isSameAs(DOCUMENT.child(Info.USERS).orElseThrow());
    }

    @Test
    void anEntryIsFoundByItsKeyWhateverTheCaseOfAnXconUserId() {
        Element users = DOCUMENT.child(Info.USERS).orElseThrow();
        assertThat(users.entry(Info.USER, "XCON-USERID:User2@EXAMPLE.com")
                        .flatMap(user -> user.childText(Info.DISPLAY_TEXT)))
                .contains("User 2");
        assertThat(users.entry(Info.USER, "xcon-userid:user3@example.com")).isEmpty();
    }

    @Test
    void caseCountsInEveryOtherKey() {
        Element media =
                Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).empty();
        Element entry = media.type().child(Info.ENTRY).empty().withAttribute(Attributes.LABEL, "Audio");
        assertThat(media.with(entry).entry(Info.ENTRY, "Audio")).contains(entry);
        assertThat(media.with(entry).entry(Info.ENTRY, "audio")).isEmpty();
    }

    @Test
    void aKeyOfTwoAttributesIsFoundByBoth() {
        ElementType list = Schema.USERS.child(Xcon.ALLOWED_USERS_LIST);
        Element dialIn = target("sip:alice@example.com", "dial-in");
        Element dialOut = target("sip:alice@example.com", "dial-out");
        Element both = list.empty().with(dialIn).with(dialOut);

        assertThat(both.size()).isEqualTo(2);
        assertThat(both.entry(Xcon.TARGET, "sip:alice@example.com", "dial-out")).containsSame(dialOut);
        assertThat(both.entry(Xcon.TARGET, "sip:alice@example.com", "refer")).isEmpty();
    }

    private static Element target(String uri, String method) {
        return Schema.USERS
                .child(Xcon.ALLOWED_USERS_LIST)
                .child(Xcon.TARGET)
                .empty()
                .withAttribute(Attributes.URI, uri)
                .withAttribute(Attributes.METHOD, method);
    }

    @Test
    void aKeyThatIsAChildOrTheOwnTextIsFoundToo() {
        ElementType uris = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS);
        Element entry = uris.child(Info.ENTRY).empty().with(Info.URI, "sip:a@example.com");
        ElementType roles = Schema.USER.child(Info.ROLES);
        Element moderator = roles.child(Info.ENTRY).text("moderator");

        assertThat(uris.empty().with(entry).entry(Info.ENTRY, "sip:a@example.com"))
                .containsSame(entry);
        assertThat(roles.empty().with(moderator).entry(Info.ENTRY, "moderator")).containsSame(moderator);
    }

    @Test
    void withReplacesTheEntryOfTheSameKeyAndTheOnlyOneOfItsName() {
        Element users = DOCUMENT.child(Info.USERS).orElseThrow();
        Element renamed = Schema.USER
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon-userid:USER1@example.com")
                .with(Info.DISPLAY_TEXT, "Renamed");
        Element after = users.with(renamed).with(Xcon.JOIN_HANDLING, "allow").with(Xcon.JOIN_HANDLING, "block");

        assertThat(after.elements().get(0)).isSameAs(renamed);
        assertThat(after.count(Info.USER)).isEqualTo(2);
        assertThat(after.childText(Xcon.JOIN_HANDLING)).contains("block");
        assertThat(after.count(Xcon.JOIN_HANDLING)).isEqualTo(1);
    }

    @Test
    void withAddsWhatHasNoKeyBehindTheOthersOfItsName() {
        Element state = Schema.CONFERENCE_STATE.empty();
        Element one = ElementType.foreign(NOTE).text("one");
        Element two = ElementType.foreign(NOTE).text("two");
        assertThat(state.with(one).with(two).with(Info.ACTIVE, "true").elements())
                .extracting(Element::text)
                .containsExactly("true", "one", "two");
    }

    @Test
    void withoutANameTakesAllOfThatName() {
        Element users = DOCUMENT.child(Info.USERS).orElseThrow().with(Xcon.JOIN_HANDLING, "allow");
        assertThat(users.without(Info.USER).elements())
                .extracting(Element::name)
                .containsExactly(Xcon.JOIN_HANDLING);
        assertThat(users.without(Xcon.DENY_USERS_LIST)).isSameAs(users);
    }

    /** Foreign elements stand behind, users in front; what is neither stays where it is. */
    @Test
    void ofManyAllOfOneNameGoAndTheOthersStayInTheirOrder() {
        Element few = Schema.USERS
                .empty()
                .with(Xcon.JOIN_HANDLING, "allow")
                .with(Xcon.USER_ADMISSION_POLICY, "anonymous")
                .with(ElementType.foreign(NOTE).text("one"))
                .with(ElementType.foreign(NOTE).text("two"));
        Element many = few;
        for (int user = 0; user < 40; user++) {
            many = many.with(DocumentArbitraries.user(user));
        }

        assertThat(many.without(Info.USER)).isEqualTo(few);
        assertThat(many.without(Xcon.JOIN_HANDLING).without(Info.USER)).isEqualTo(few.without(Xcon.JOIN_HANDLING));
        assertThat(many.without(NOTE).without(Info.USER)).isEqualTo(few.without(NOTE));
        assertThat(many.without(Xcon.DENY_USERS_LIST)).isSameAs(many);
    }

    @Test
    void theWeightIsTheNumberOfCharactersInNamesValuesAndTexts() {
        Element user = DocumentArbitraries.user(7);
        long ofUser = "user".length()
                + "entity".length()
                + "xcon-userid:user7@example.com".length()
                + "display-text".length()
                + "User 7".length();
        Element roster = Schema.USERS.empty();
        for (int number = 10; number < 50; number++) {
            roster = roster.with(DocumentArbitraries.user(number));
        }

        assertThat(user.weight()).isEqualTo(ofUser);
        assertThat(roster.weight()).isEqualTo("users".length() + 40 * (ofUser + 2));
        assertThat(roster.with(user).weight()).isEqualTo(roster.weight() + ofUser);
        assertThat(roster.with(user).without(user).weight()).isEqualTo(roster.weight());
        assertThat(roster.with(user)
                        .replacing(user, user.with(Info.DISPLAY_TEXT, "Seven"))
                        .weight())
                .isEqualTo(roster.weight() + ofUser - 1);
    }

    @Test
    void attributesStandInTheOrderOfTheSchemaAndForeignOnesByNameBehind() {
        Name other = Name.of("urn:example:other", "a");
        Element target = Schema.USERS
                .child(Xcon.ALLOWED_USERS_LIST)
                .child(Xcon.TARGET)
                .empty()
                .withAttribute(other, "1")
                .withAttribute(NOTE, "1")
                .withAttribute(Attributes.METHOD, "refer")
                .withAttribute(Attributes.URI, "moderator");
        assertThat(target.attributes())
                .extracting(Attribute::name)
                .containsExactly(Attributes.URI, Attributes.METHOD, NOTE, other);
        assertThat(target.withoutAttribute(NOTE).attribute(NOTE)).isEmpty();
        assertThat(target.withoutAttribute(Attributes.LANG)).isSameAs(target);
    }

    @Test
    void valuesAreNormalisedHoweverTheyAreSet() {
        Element user = DocumentArbitraries.user(1).with(Xcon.ALLOW_REFER_USERS_DYNAMICALLY, " 1 ");
        assertThat(user.childText(Xcon.ALLOW_REFER_USERS_DYNAMICALLY)).contains("true");
        assertThat(user.withAttribute(Attributes.ENTITY, " xcon-userid:x@d ").attribute(Attributes.ENTITY))
                .contains("xcon-userid:x@d");
    }

    @Test
    void emptyTextIsNoContent() {
        assertThat(Schema.CONFERENCE_DESCRIPTION.child(Info.SUBJECT).text("").size())
                .isZero();
        assertThat(DOCUMENT.withoutContent().size()).isZero();
        assertThat(DOCUMENT.withoutContent().attribute(Attributes.ENTITY)).contains("xcon:conf1@example.com");
    }

    @Test
    void aDocumentIsAdoptedAsASidebarAndSharesItsContent() {
        ElementType entry = Schema.SIDEBARS_BY_VAL.child(Info.ENTRY);
        Element sidebar = entry.adopt(DOCUMENT);

        assertThat(sidebar.name()).isEqualTo(Info.ENTRY);
        assertThat(sidebar.child(Info.USERS).orElseThrow())
                .isSameAs(DOCUMENT.child(Info.USERS).orElseThrow());
        assertThat(Schema.CONFERENCE_INFO.adopt(sidebar)).isEqualTo(DOCUMENT);
        assertThatThrownBy(() -> entry.adopt(Schema.USERS.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("info:users");
    }

    @Test
    void whatIsNoChildIsNeitherReplacedNorTakenAway() {
        Element stranger = Schema.USER.empty();
        Element few = DOCUMENT.child(Info.USERS).orElseThrow();
        Element many = DocumentArbitraries.withUsers(60).child(Info.USERS).orElseThrow();
        for (Element users : List.of(few, many)) {
            assertThatThrownBy(() -> users.without(stranger)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> users.replacing(stranger, DocumentArbitraries.user(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void foreignElementsAreNotCountedByName() {
        assertThatThrownBy(() -> DOCUMENT.count(NOTE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void elementsAreEqualWhenNameAttributesAndContentAre() {
        Element user = DocumentArbitraries.user(1);
        assertThat(user).isEqualTo(DocumentArbitraries.user(1)).hasSameHashCodeAs(DocumentArbitraries.user(1));
        assertThat(user)
                .isNotEqualTo(DocumentArbitraries.user(2))
                .isNotEqualTo(user.withAttribute(NOTE, "1"))
                .isNotEqualTo(user.with(Info.DISPLAY_TEXT, "Other"))
                .isNotEqualTo("a user");
    }

    @Test
    void itIsShownAsAPersonWouldWriteIt() {
        assertThat(DocumentArbitraries.user(1))
                .hasToString("<info:user entity=\"xcon-userid:user1@example.com\">"
                        + "<info:display-text>User 1</info:display-text></info:user>");
        assertThat(Schema.USERS.empty()).hasToString("<info:users/>");
    }

    @Test
    void aPathNamesKeysAndPositions() {
        Path path = Path.of(DOCUMENT)
                .to(DOCUMENT.child(Info.USERS).orElseThrow(), 0)
                .to(DocumentArbitraries.user(2), 1);
        Element list = target("moderator", "refer");

        assertThat(path).hasToString("info:conference-info/info:users/info:user[xcon-userid:user2@example.com]");
        assertThat(path.to(ElementType.foreign(NOTE).empty(), 2)).asString().endsWith("/{urn:example:one}note[3]");
        assertThat(Path.of(DOCUMENT).to(list, 0)).asString().endsWith("/xcon:target[moderator refer]");
    }
}
