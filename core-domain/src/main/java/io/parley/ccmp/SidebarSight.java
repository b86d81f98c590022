package io.parley.ccmp;

import io.parley.authorization.Action;
import java.util.Optional;

/** Who steers the main conference sees its sidebars and may end them. */
final class SidebarSight {

    private SidebarSight() {}

    /** Asks the policy about the object addressed; what it refuses about a sidebar is open to who steers the main conference. */
    static Optional<Rejection> ask(Deliberation deliberation, Action action, ResponseCode code) {
        return deliberation.ask(action, code).filter(refused -> !steersMain(deliberation));
    }

    private static boolean steersMain(Deliberation deliberation) {
        return Optional.of(deliberation.found())
                .filter(object -> object.kind().isSidebar())
                .flatMap(sidebar -> sidebar.parent().flatMap(deliberation::current))
                .filter(main -> deliberation.may(Action.CHANGE_CONFERENCE, main))
                .isPresent();
    }
}
