package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Access;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
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
        Element state = document.child(Info.CONFERENCE_STATE)
                .orElseGet(Schema.CONFERENCE_STATE::empty)
                .with(Info.ACTIVE, "false");
        Element founded = Drafts.withUser(document.with(description).with(state), creatorIn(document, creator));
        int users = founded.child(Info.USERS).orElseThrow().count(Info.USER);
        return founded.with(state.with(Info.USER_COUNT, Integer.toString(users)));
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
