package io.parley.privacy;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.authorization.Target;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import io.parley.user.DialMethod;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sidebar shows to whom.
 *
 * <p>Who steers the main conference knows its sidebars; everybody else knows those to which he belongs. A main
 * conference tells of a sidebar by reference only him who takes part in it or is called into it: who is merely allowed to dial in has to
 * be told by somebody, so that a customer never learns of the coach (RFC 6504 section 7.4). Who comes from outside into a sidebar learns
 * nothing of the roster of the main conference (RFC 6501 section 8).
 *
 * @param policy permits and refuses
 */
record SidebarRules(AccessPolicy policy) {

    /** Whether the document of {@code main} tells {@code requester} of {@code sidebar}. */
    boolean tells(Conference main, Conference sidebar, Requester requester) {
        return permits(requester, Action.CHANGE_CONFERENCE, main)
                || (permits(requester, Action.SEE_CONFERENCE, sidebar)
                        && (sidebar.kind() == Kind.SIDEBAR_BY_VALUE || takesPart(requester, sidebar)));
    }

    /** Whether he is in it, steers it, or will be called into it. */
    private static boolean takesPart(Requester requester, Conference sidebar) {
        if (Standing.of(requester, sidebar).takesPart()) {
            return true;
        }
        for (Element target : targets(sidebar)) {
            boolean dialsIn = target.attribute(Attributes.METHOD)
                    .filter(DialMethod.DIAL_IN::equals)
                    .isPresent();
            if (!dialsIn && means(target, requester, sidebar)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The URIs of those targets of {@code sidebar} that one does not see who neither steers it nor may know of the main conference: all
     * of that roster but himself and who has come. Of a main conference that is no more, nobody knows the roster.
     */
    Set<String> unseenTargets(Conference sidebar, Optional<Conference> main, Requester requester) {
        if (Standing.of(requester, sidebar).steers()
                || main.filter(known -> permits(requester, Action.SEE_CONFERENCE, known))
                        .isPresent()) {
            return Set.of();
        }
        Set<String> unseen = new HashSet<>();
        for (Element target : targets(sidebar)) {
            String uri = target.attribute(Attributes.URI).orElse("");
            Optional<XconUserId> named = XconUserId.parse(uri);
            boolean onlyOfMain =
                    named.filter(user -> main.map(known -> known.users().contains(user))
                                            .orElse(true))
                                    .isPresent()
                            && named.flatMap(sidebar::user).isEmpty();
            if (onlyOfMain && !means(target, requester, sidebar)) {
                unseen.add(uri);
            }
        }
        return unseen;
    }

    private static Iterable<Element> targets(Conference sidebar) {
        return sidebar.document()
                .at(Info.USERS, Xcon.ALLOWED_USERS_LIST)
                .map(allowed -> allowed.children(Xcon.TARGET))
                .orElse(List.of());
    }

    private static boolean means(Element target, Requester requester, Conference sidebar) {
        List<Role> roles = sidebar.users().find(requester.id()).map(User::roles).orElse(List.of());
        return Target.of(target).matches(requester.user(), roles);
    }

    private boolean permits(Requester requester, Action action, Conference conference) {
        return policy.refusal(new AccessRequest(requester, action, Optional.of(conference), Optional.empty()))
                .isEmpty();
    }
}
