package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.authorization.Standing;
import io.parley.authorization.Target;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import io.parley.user.DialMethod;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;

/**
 * What a sidebar shows to whom.
 *
 * <p>Who steers the main conference knows its sidebars and may end them; everybody else knows those to which he belongs. A main
 * conference tells of a sidebar by reference only him who takes part in it or is called into it: who is merely allowed to dial in has to
 * be told by somebody, so that a customer never learns of the coach (RFC 6504 section 7.4). Who comes from outside into a sidebar learns
 * nothing of the roster of the main conference (RFC 6501 section 8).
 */
final class SidebarSight {

    private SidebarSight() {}

    /** The users of the object addressed, as they stand in what the requester sees of it. */
    static Element users(Deliberation deliberation) {
        Conference object = deliberation.found();
        return object.kind().isSidebar()
                ? deliberation.visible(object).child(Info.USERS).orElseGet(Schema.USERS::empty)
                : deliberation.sight().users();
    }

    /** Asks the policy about the object addressed; what it refuses about a sidebar is open to who steers the main conference. */
    static Optional<Rejection> ask(Deliberation deliberation, Action action, ResponseCode code) {
        Optional<Rejection> refused = deliberation.ask(action, code);
        return refused.isPresent() && steersMain(deliberation, deliberation.found()) ? Optional.empty() : refused;
    }

    /** {@code seen}, what the requester sees of {@code object} itself, with no more of sidebars than is for him. */
    static Element of(Deliberation deliberation, Conference object, Element seen) {
        if (object.kind().isSidebar()) {
            return fromOutside(deliberation, object, seen);
        }
        return object.kind().isConference()
                ? byReference(deliberation, object, byValue(deliberation, object, seen))
                : seen;
    }

    private static Element byValue(Deliberation deliberation, Conference main, Element seen) {
        Optional<Element> list = seen.child(Info.SIDEBARS_BY_VAL);
        if (list.isEmpty()) {
            return seen;
        }
        Element told = list.get();
        for (Element entry : list.get().children(Info.ENTRY)) {
            Conference sidebar = sidebar(deliberation, entry.attribute(Attributes.ENTITY));
            told = isFor(deliberation, main, sidebar)
                    ? told.replacing(entry, entry.type().adopt(deliberation.visible(sidebar)))
                    : told.without(entry);
        }
        return told.size() == 0 ? seen.without(list.get()) : seen.replacing(list.get(), told);
    }

    private static Element byReference(Deliberation deliberation, Conference main, Element seen) {
        Optional<Element> list = seen.child(Info.SIDEBARS_BY_REF);
        if (list.isEmpty()) {
            return seen;
        }
        Sight sight = deliberation.sight(main);
        Element told = list.get();
        for (Element entry : list.get().children(Info.ENTRY)) {
            Conference sidebar = sidebar(deliberation, entry.childText(Info.URI));
            if (!isFor(deliberation, main, sidebar)) {
                told = told.without(entry);
            } else if (sidebar.owner().filter(owner -> !sight.knows(owner)).isPresent()) {
                told = told.replacing(entry, entry.without(Info.DISPLAY_TEXT)); // it may name the owner
            }
        }
        return told.size() == 0 ? seen.without(list.get()) : seen.replacing(list.get(), told);
    }

    private static Conference sidebar(Deliberation deliberation, Optional<String> id) {
        return id.flatMap(XconUri::parse).flatMap(deliberation::current).orElseThrow();
    }

    private static boolean isFor(Deliberation deliberation, Conference main, Conference sidebar) {
        return deliberation.may(Action.CHANGE_CONFERENCE, main)
                || (deliberation.may(Action.SEE_CONFERENCE, sidebar)
                        && (sidebar.kind() == Kind.SIDEBAR_BY_VALUE || takesPart(deliberation, sidebar)));
    }

    /** Whether he is in it, steers it, or will be called into it. */
    private static boolean takesPart(Deliberation deliberation, Conference sidebar) {
        if (Standing.of(deliberation.requester(), sidebar).takesPart()) {
            return true;
        }
        Optional<Element> allowed = sidebar.document().at(Info.USERS, Xcon.ALLOWED_USERS_LIST);
        if (allowed.isPresent()) {
            for (Element target : allowed.get().children(Xcon.TARGET)) {
                boolean dialsIn = target.attribute(Attributes.METHOD)
                        .filter(DialMethod.DIAL_IN::equals)
                        .isPresent();
                if (!dialsIn && means(target, deliberation, sidebar)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean steersMain(Deliberation deliberation, Conference object) {
        return main(deliberation, object)
                .filter(main -> deliberation.may(Action.CHANGE_CONFERENCE, main))
                .isPresent();
    }

    private static Optional<Conference> main(Deliberation deliberation, Conference object) {
        return object.kind().isSidebar() ? object.parent().flatMap(deliberation::current) : Optional.empty();
    }

    /** The sidebar as one sees it who may not know of the main conference: no target of its roster but himself and who has come. */
    private static Element fromOutside(Deliberation deliberation, Conference sidebar, Element seen) {
        Optional<Conference> main = main(deliberation, sidebar);
        Optional<Element> users = seen.child(Info.USERS);
        Optional<Element> allowed = users.flatMap(element -> element.child(Xcon.ALLOWED_USERS_LIST));
        if (main.isEmpty()
                || allowed.isEmpty()
                || Standing.of(deliberation.requester(), sidebar).steers()
                || deliberation.may(Action.SEE_CONFERENCE, main.get())) {
            return seen;
        }
        Element told = allowed.get();
        for (Element target : allowed.get().children(Xcon.TARGET)) {
            Optional<XconUserId> named = target.attribute(Attributes.URI).flatMap(XconUserId::parse);
            boolean onlyOfMain = named.filter(main.get().users()::contains).isPresent()
                    && named.flatMap(sidebar::user).isEmpty();
            if (onlyOfMain && !means(target, deliberation, sidebar)) {
                told = told.without(target);
            }
        }
        return seen.replacing(users.get(), users.get().replacing(allowed.get(), told));
    }

    private static boolean means(Element target, Deliberation deliberation, Conference sidebar) {
        List<Role> roles = sidebar.users()
                .find(deliberation.requester().id())
                .map(User::roles)
                .orElse(List.of());
        return Target.of(target).matches(deliberation.requester().user(), roles);
    }
}
