package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of a document's own when that from which it takes the rest changes. */
class OverlayTest {

    private static final Element BOB = user("Bob");

    private static Element user(String name) {
        return Schema.USER
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon-userid:bob@example.com")
                .with(Info.DISPLAY_TEXT, name);
    }

    private static Element users(Element... users) {
        Element list = Schema.USERS.empty();
        for (Element user : users) {
            list = list.with(user);
        }
        return Schema.CONFERENCE_INFO.empty().with(list);
    }

    private static Element targets(Name name, String... uris) {
        Element list = Schema.USERS.child(name).empty();
        for (String uri : uris) {
            Element target = list.type().child(Xcon.TARGET).empty().withAttribute(Attributes.URI, uri);
            list = list.with(target.withAttribute(Attributes.METHOD, "dial-in"));
        }
        return Schema.CONFERENCE_INFO.empty().with(Schema.USERS.empty().with(list));
    }

    private static Element roles(String... words) {
        Element roles = Schema.USER.child(Info.ROLES).empty();
        for (String word : words) {
            roles = roles.with(roles.type().child(Info.ENTRY).text(word));
        }
        return roles;
    }

    @Test
    void insideAnEntryThatIsInheritedOnlyWhatWasChangedIsItsOwn() {
        Overlay overlay = Overlay.between(users(BOB), users(BOB.with(roles("moderator"))));

        assertThat(overlay.over(users(user("Robert"))))
                .isEqualTo(users(user("Robert").with(roles("moderator"))));
    }

    @Test
    void anEntryThatIsNotInheritedIsItsOwnAsAWhole() {
        Overlay overlay = Overlay.between(users(), users(BOB));

        assertThat(overlay.over(users(user("Robert").with(roles("moderator"))))).isEqualTo(users(BOB));
    }

    @Test
    void ofAnEntryThatIsInheritedNoLongerWhatIsItsOwnStays() {
        Overlay overlay = Overlay.between(users(BOB), users(BOB.with(roles("moderator"))));

        assertThat(overlay.over(users()))
                .isEqualTo(users(BOB.without(Info.DISPLAY_TEXT).with(roles("moderator"))));
    }

    @Test
    void ofAnEntryThatIsInheritedNoLongerNothingStaysOfWhatWasOnlyTakenAway() {
        Overlay overlay = Overlay.between(users(BOB), users(BOB.without(Info.DISPLAY_TEXT)));

        assertThat(overlay.over(users())).isEqualTo(users());
    }

    @Test
    void anEntryThatWasRemovedDoesNotComeBackAndOneThatIsNewComes() {
        Overlay overlay = Overlay.between(users(BOB), users());
        Element carol = BOB.withAttribute(Attributes.ENTITY, "xcon-userid:carol@example.com");

        assertThat(overlay.over(users(user("Robert"), carol))).isEqualTo(users(carol));
    }

    @Test
    void aListThatIsReplacedWholeIsItsOwnAsAWhole() {
        Name list = Xcon.ALLOWED_USERS_LIST;
        Overlay overlay = Overlay.between(
                targets(list, "sip:a@example.com"), targets(list, "sip:a@example.com", "sip:b@example.com"));

        assertThat(overlay.over(targets(list, "sip:c@example.com")))
                .isEqualTo(targets(list, "sip:a@example.com", "sip:b@example.com"));
    }

    @Test
    void ofTheListOfTheBannedEachEntryIsItsOwnByItself() {
        Name list = Xcon.DENY_USERS_LIST;
        Overlay overlay = Overlay.between(targets(list, "sip:a@example.com"), targets(list, "sip:b@example.com"));

        assertThat(overlay.over(targets(list, "sip:a@example.com", "sip:c@example.com")))
                .isEqualTo(targets(list, "sip:c@example.com", "sip:b@example.com"));
    }

    @Test
    void whatIsOwnedIsItsOwnEvenWhereItIsTheSame() {
        Element document = users(BOB);

        Overlay overlay = Overlay.NONE.owning(document, Info.USERS);

        assertThat(overlay.over(document)).isEqualTo(document);
        assertThat(overlay.over(users())).isEqualTo(document);
        assertThat(overlay.over(users(user("Robert")))).isEqualTo(document);
    }

    @Test
    void nothingIsOwnedInsideWhatIsNotThere() {
        Overlay overlay = Overlay.NONE.owning(users().without(Info.USERS), Info.USERS, Info.USER);

        assertThat(overlay).isEqualTo(Overlay.NONE);
        assertThat(overlay.over(users(BOB))).isEqualTo(users(BOB));
    }

    @Test
    void overlaysAreEqualWhenTheSameIsTheirOwn() {
        Overlay renames = Overlay.between(users(BOB), users(user("Robert")));

        assertThat(Overlay.between(users(BOB), users(user("Robert"))))
                .isEqualTo(renames)
                .hasSameHashCodeAs(renames);
        assertThat(Overlay.between(users(BOB), users(user("Bert")))).isNotEqualTo(renames);
        assertThat(renames).isNotEqualTo(Overlay.NONE);
    }

    @Test
    void twoCollideWhereOneIsAroundTheOther() {
        Overlay renames = Overlay.between(users(BOB), users(user("Robert")));
        Overlay removes = Overlay.between(users(BOB), users());
        Overlay promotes = Overlay.between(users(BOB), users(BOB.with(roles("moderator"))));

        assertThat(renames.collision(removes))
                .map(Path::toString)
                .contains("info:users/info:user[xcon-userid:bob@example.com]");
        assertThat(removes.collision(renames)).isPresent();
        assertThat(renames.collision(promotes)).isEmpty();
    }
}
