package io.parley.ccmp;

import io.parley.cloning.Sidebars;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.AllowedTarget;
import io.parley.user.Users;
import java.util.List;
import java.util.Optional;

/**
 * Who may be in an internal sidebar, which is one by value (RFC 5239 section 9.4.1): only users of its main conference take part, and
 * who is named in it is a user of the system.
 */
final class InternalSidebar {

    private InternalSidebar() {}

    /** Refuses the user addressed if he is no user of the main conference of the internal sidebar addressed. */
    static Optional<Rejection> outsider(Deliberation deliberation, ResponseCode code) {
        Conference sidebar = deliberation.found();
        boolean inside = sidebar.kind() != Kind.SIDEBAR_BY_VALUE
                || UserRequests.named(deliberation).isPresent()
                || isIn(Sidebars.main(deliberation.snapshot(), sidebar), deliberation.subject());
        return inside
                ? Optional.empty()
                : Optional.of(new Rejection(
                        code,
                        sidebar.id() + " is for users of its main conference, which " + deliberation.named()
                                + " is not"));
    }

    /** Refuses a draft of the internal sidebar addressed that brings in strangers. */
    static Optional<Rejection> strangers(Deliberation deliberation) {
        Conference sidebar = deliberation.found();
        return sidebar.kind() == Kind.SIDEBAR_BY_VALUE
                ? strangers(
                        deliberation,
                        Sidebars.main(deliberation.snapshot(), sidebar).orElseThrow(),
                        sidebar.document())
                : Optional.empty();
    }

    /** Refuses a draft that brings somebody into an internal sidebar of {@code main} whom {@code before} does not name. */
    static Optional<Rejection> strangers(Deliberation deliberation, Conference main, Element before) {
        Users draft = users(deliberation.draft());
        List<AllowedTarget> known = users(before).allowed();
        Optional<AllowedTarget> stranger = draft.allowed().stream()
                .filter(target -> !known.contains(target) && !isKnown(deliberation, main, target.uri()))
                .findFirst();
        if (stranger.isPresent()) {
            return notFound("no user is known as " + stranger.get().uri());
        }
        for (Difference difference : Diff.between(users(before).element(), draft.element())) {
            if (difference instanceof Difference.OfElement added
                    && added.type() == Schema.USER
                    && added.before().isEmpty()) {
                String entity =
                        added.after().orElseThrow().attribute(Attributes.ENTITY).orElse("");
                if (!isIn(Optional.of(main), XconUserId.of(entity))) {
                    return notFound(entity + " is no user of the main conference " + main.id());
                }
            }
        }
        return Optional.empty();
    }

    /** Roles and whole domains name nobody in particular. */
    private static boolean isKnown(Deliberation deliberation, Conference main, String uri) {
        Optional<XconUserId> user = XconUserId.parse(uri);
        if (user.isPresent()) {
            return isIn(Optional.of(main), user.get())
                    || deliberation
                            .surroundings()
                            .users()
                            .registered(user.get())
                            .isPresent();
        }
        return uri.contains("*@")
                || ContactUri.parse(uri)
                        .map(contact -> deliberation
                                .surroundings()
                                .users()
                                .owner(contact)
                                .isPresent())
                        .orElse(true);
    }

    private static boolean isIn(Optional<Conference> main, XconUserId user) {
        return main.filter(conference -> conference.users().contains(user)
                        && !conference.attendance().isPending(user))
                .isPresent();
    }

    private static Users users(Element document) {
        return document.child(Info.USERS).map(Users::new).orElse(Users.NONE);
    }

    private static Optional<Rejection> notFound(String reason) {
        return Optional.of(new Rejection(ResponseCode.USER_NOT_FOUND, reason));
    }
}
