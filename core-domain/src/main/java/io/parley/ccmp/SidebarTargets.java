package io.parley.ccmp;

import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.cloning.Sidebars;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;

/** Who is invited to a sidebar without being in it yet. */
final class SidebarTargets {

    private SidebarTargets() {}

    /** Whether the object addressed is a sidebar, and the user addressed one of its targets who may take part. */
    static boolean include(Deliberation deliberation) {
        Conference sidebar = deliberation.found();
        if (!sidebar.kind().isSidebar()) {
            return false;
        }
        XconUserId user = deliberation.subject();
        RegisteredUser known =
                deliberation.surroundings().users().registered(user).orElseGet(() -> RegisteredUser.of(user));
        return Standing.of(new Requester(known, true), sidebar).target()
                && (sidebar.kind() == Kind.SIDEBAR_BY_REFERENCE
                        || Sidebars.main(deliberation.snapshot(), sidebar)
                                .filter(main -> main.users().contains(user))
                                .isPresent());
    }
}
