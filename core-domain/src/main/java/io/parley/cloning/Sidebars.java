package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.user.DialMethod;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;

/**
 * What a main conference holds of its sidebars (RFC 6501 sections 4.7 and 4.8, RFC 5239 section 9.4): of a sidebar by value the whole
 * document, always the one that the sidebar itself has; of a sidebar by reference the URI, and the title that it was created with. The
 * document of the main conference says no more of the latter, since only its coming and going is a change of the main conference.
 */
public final class Sidebars {

    private static final ElementType BY_VALUE = Schema.SIDEBARS_BY_VAL.child(Info.ENTRY);
    private static final ElementType BY_REFERENCE = Schema.SIDEBARS_BY_REF.child(Info.ENTRY);

    private Sidebars() {}

    /** The sidebars of a conference, in the order of their identities. */
    public static List<Conference> of(Snapshot snapshot, XconUri main) {
        return snapshot.childrenOf(main).stream()
                .filter(child -> child.kind().isSidebar())
                .toList();
    }

    /** The main conference of a sidebar; empty for everything else. */
    public static Optional<Conference> main(Snapshot snapshot, Conference sidebar) {
        return sidebar.kind().isSidebar() ? sidebar.parent().flatMap(snapshot::find) : Optional.empty();
    }

    /**
     * What a sidebar takes over from {@code main}: what every clone does but the users, in whose place stands a list of
     * them, who may come if they like (RFC 6504 sections 7.1 and 7.2). Who is anonymous in the main conference is not betrayed by it,
     * and who waits to be admitted there is not admitted here.
     */
    public static Element inherited(Conference main) {
        Element inherited = Inheritance.of(main.document(), Kind.SIDEBAR_BY_VALUE);
        Element targets = Schema.USERS.child(Xcon.ALLOWED_USERS_LIST).empty();
        for (User user : main.users()) {
            if (user.anonymity().isEmpty() && !main.attendance().isPending(user.id())) {
                targets = targets.with(targets.type()
                        .child(Xcon.TARGET)
                        .empty()
                        .withAttribute(Attributes.URI, user.id().toString())
                        .withAttribute(Attributes.METHOD, DialMethod.DIAL_IN));
            }
        }
        Element rules = inherited.child(Info.USERS).orElseGet(Schema.USERS::empty);
        return targets.size() == 0 ? inherited : inherited.with(rules.with(targets));
    }

    /** The document {@code main} with {@code sidebar} in it: one by value as it is now, one by reference, which is new, by its URI. */
    static Element with(Element main, Conference sidebar) {
        if (sidebar.kind() == Kind.SIDEBAR_BY_VALUE) {
            Element list = main.child(Info.SIDEBARS_BY_VAL).orElseGet(Schema.SIDEBARS_BY_VAL::empty);
            return main.with(list.with(BY_VALUE.adopt(sidebar.document())));
        }
        Element entry = BY_REFERENCE.empty().with(Info.URI, sidebar.id().toString());
        Optional<String> title = sidebar.info().title().filter(text -> !text.isBlank());
        Element list = main.child(Info.SIDEBARS_BY_REF).orElseGet(Schema.SIDEBARS_BY_REF::empty);
        return main.with(
                list.with(title.map(text -> entry.with(Info.DISPLAY_TEXT, text)).orElse(entry)));
    }

    /** The document {@code main} without {@code sidebar} in it; a list without entries goes with its last one. */
    public static Element without(Element main, Conference sidebar) {
        boolean byValue = sidebar.kind() == Kind.SIDEBAR_BY_VALUE;
        Optional<Element> list = main.child(byValue ? Info.SIDEBARS_BY_VAL : Info.SIDEBARS_BY_REF);
        Optional<Element> entry =
                list.flatMap(entries -> entries.entry(Info.ENTRY, sidebar.id().toString()));
        if (list.isEmpty() || entry.isEmpty()) {
            return main;
        }
        Element left = list.get().without(entry.get());
        return left.size() == 0 ? main.without(list.get()) : main.replacing(list.get(), left);
    }
}
