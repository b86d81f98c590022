package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Access;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.user.JoinHandling;
import io.parley.user.RegisteredUser;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;

/** What the server puts into the document of a new conference object. */
final class Founding {

    private Founding() {}

    /** A new blueprint made from {@code parent}. */
    static Element blueprint(Element document, Conference parent) {
        return document.with(
                description(document).with(Xcon.CLONING_PARENT, parent.id().toString()));
    }

    /**
     * A new conference made from {@code parent}: its parent, its way in, a title, its state, and its creator as a moderator in the
     * roster beside the roles that the document gives him.
     *
     * @param parentsDescription the parent's description as the creator sees it
     * @param titled whether the title is what somebody asked for, and not one that was inherited
     */
    static Element conference(
            Element document,
            boolean titled,
            Conference parent,
            Optional<Element> parentsDescription,
            XconUri entity,
            RegisteredUser creator) {
        Element description = FocusUri.in(description(document), entity)
                .with(Xcon.CLONING_PARENT, parent.id().toString());
        if (!titled) {
            description = description.with(Info.DISPLAY_TEXT, title(creator, parent, parentsDescription));
        }
        return registered(Drafts.withUser(document.with(description), creatorIn(document, creator)));
    }

    /**
     * A new sidebar of {@code main}: its main conference, its way in, a title and its state. Its creator is its owner, and comes into its
     * roster as everybody else does.
     *
     * @param titled whether the title is what somebody asked for
     */
    static Element sidebar(Element document, boolean titled, Conference main, XconUri entity, RegisteredUser creator) {
        Element description = FocusUri.in(description(document), entity)
                .with(Xcon.SIDEBAR_PARENT, main.id().toString());
        if (!titled) {
            description = description.with(Info.DISPLAY_TEXT, sidebarTitle(creator, main));
        }
        return registered(
                document.withAttribute(Attributes.ENTITY, entity.toString()).with(description));
    }

    /** {@code document}, in which joins are allowed unless it says otherwise, as they are in the default blueprint. */
    static Element joinable(Element document) {
        Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
        return users.child(Xcon.JOIN_HANDLING).isPresent()
                ? document
                : document.with(users.with(Xcon.JOIN_HANDLING, JoinHandling.ALLOW));
    }

    /** {@code document} as that of something that is not running. */
    private static Element registered(Element document) {
        Element state = document.child(Info.CONFERENCE_STATE)
                .orElseGet(Schema.CONFERENCE_STATE::empty)
                .with(Info.ACTIVE, "false");
        int users = document.child(Info.USERS)
                .map(roster -> roster.count(Info.USER))
                .orElse(0);
        return document.with(state.with(Info.USER_COUNT, Integer.toString(users)));
    }

    /** Whether the Info of a creation gives the new object a title. */
    static boolean isTitled(Element given) {
        return given.textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT)
                .filter(title -> !title.isBlank())
                .isPresent();
    }

    /** Refuses the Info of a creation whose entity is missing or of a foreign domain. */
    static Optional<Rejection> foreignEntity(Deliberation deliberation) {
        Element given = deliberation.given().element();
        Optional<XconUri> entity = XconUri.parse(Drafts.entity(given));
        if (entity.isEmpty()) {
            return Optional.of(Rejection.badRequest(given.name() + ": the attribute entity is missing"));
        }
        return entity.get().isOf(deliberation.domain())
                ? Optional.empty()
                : Optional.of(new Rejection(
                        ResponseCode.INVALID_DOMAIN_NAME,
                        entity.get() + " is not of the domain " + deliberation.domain()));
    }

    /** Refuses a draft of a new object whose entity is that of another one, or whose SIP URI would be that of the conference factory. */
    static Optional<Rejection> taken(Deliberation deliberation) {
        XconUri entity = XconUri.of(Drafts.entity(deliberation.draft()));
        if (deliberation
                .surroundings()
                .settings()
                .factory()
                .filter(entity::equals)
                .isPresent()) {
            return Optional.of(new Rejection(
                    ResponseCode.CONFLICT, entity + " is the conference factory's, and no conference object's"));
        }
        return deliberation.snapshot().find(entity).isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(ResponseCode.CONFLICT, entity + " exists already"));
    }

    /** {@code given} without what only the server sets: in a creation it has no meaning and does no harm. */
    static Element withoutServerParts(Element given) {
        Element cleaned = given;
        for (Element child : given.elements()) {
            if (child.type().access() == Access.SERVER) {
                cleaned = cleaned.without(child);
            } else if (child.type().isStructured()) {
                cleaned = cleaned.replacing(child, withoutServerParts(child));
            }
        }
        return cleaned;
    }

    private static Element description(Element document) {
        return document.child(Info.CONFERENCE_DESCRIPTION).orElseGet(Schema.CONFERENCE_DESCRIPTION::empty);
    }

    private static String title(RegisteredUser creator, Conference parent, Optional<Element> parentsDescription) {
        String from = parentsDescription
                .flatMap(description -> description.childText(Info.DISPLAY_TEXT))
                .map(String::strip)
                .orElseGet(parent.id()::toString);
        return "New conference by " + creator.displayName() + " cloned from " + from;
    }

    /** As RFC 6504 section 7 writes it; who is anonymous in the main conference is not named. */
    private static String sidebarTitle(RegisteredUser creator, Conference main) {
        boolean anonymous =
                main.users().find(creator.id()).flatMap(User::anonymity).isPresent();
        return anonymous ? "SIDEBAR CONFERENCE" : "SIDEBAR CONFERENCE registered by " + creator.displayName();
    }

    private static Element creatorIn(Element document, RegisteredUser creator) {
        Element user = Drafts.user(document, creator.id().toString())
                .orElseGet(() -> Schema.USER
                        .empty()
                        .withAttribute(Attributes.ENTITY, creator.id().toString())
                        .with(Info.DISPLAY_TEXT, creator.displayName()));
        List<Role> asked = new User(user).roles();
        if (asked.contains(Role.MODERATOR) || asked.contains(Role.ADMINISTRATOR)) {
            return user;
        }
        Element roles = Schema.USER.child(Info.ROLES).empty();
        roles = roles.with(roles.type().child(Info.ENTRY).text(Role.MODERATOR.word()));
        Optional<Element> given = user.child(Info.ROLES);
        if (given.isPresent()) {
            for (Element role : given.get().children(Info.ENTRY)) {
                roles = roles.with(role);
            }
        }
        return user.with(roles);
    }
}
