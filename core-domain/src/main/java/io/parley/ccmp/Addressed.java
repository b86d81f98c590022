package io.parley.ccmp;

import io.parley.authorization.Action;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.identity.XconUri;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which objects a message addresses, and what is asked of the policy about them (RFC 6503 section 5.3). */
enum Addressed {
    /** {@code blueprintRequest}. */
    BLUEPRINTS(EnumSet.of(Kind.BLUEPRINT), Action.SEE_BLUEPRINT, Action.MANAGE_BLUEPRINT, Action.MANAGE_BLUEPRINT),
    /** {@code confRequest}, and what is asked of a main conference. */
    CONFERENCES(EnumSet.of(Kind.RESERVATION, Kind.ACTIVE_CONFERENCE)),
    /** {@code usersRequest}, {@code userRequest}: wherever people come together. */
    ROSTERS(EnumSet.of(Kind.RESERVATION, Kind.ACTIVE_CONFERENCE, Kind.SIDEBAR_BY_VALUE, Kind.SIDEBAR_BY_REFERENCE)),
    /** {@code sidebarByValRequest}. */
    SIDEBARS_BY_VALUE(EnumSet.of(Kind.SIDEBAR_BY_VALUE)),
    /** {@code sidebarByRefRequest}. */
    SIDEBARS_BY_REFERENCE(EnumSet.of(Kind.SIDEBAR_BY_REFERENCE));

    private final Set<Kind> kinds;
    private final Action see;
    private final Action change;
    private final Action delete;

    Addressed(Set<Kind> kinds, Action see, Action change, Action delete) {
        this.kinds = kinds;
        this.see = see;
        this.change = change;
        this.delete = delete;
    }

    Addressed(Set<Kind> kinds) {
        this(kinds, Action.SEE_CONFERENCE, Action.CHANGE_CONFERENCE, Action.DELETE_CONFERENCE);
    }

    Action see() {
        return see;
    }

    Action change() {
        return change;
    }

    Action delete() {
        return delete;
    }

    /** Finds the object that the request addresses, or says 404: there is none, or it is of another kind. */
    Optional<Rejection> find(Deliberation deliberation) {
        String address = deliberation.request().confObjId().orElse("");
        Optional<Conference> object = XconUri.parse(address)
                .flatMap(deliberation.snapshot()::find)
                .filter(conference -> kinds.contains(conference.kind()));
        object.ifPresent(deliberation::find);
        return object.isPresent() ? Optional.empty() : Optional.of(notFound(address));
    }

    static Rejection notFound(String address) {
        return new Rejection(ResponseCode.OBJECT_NOT_FOUND, "there is no such object here: " + address);
    }
}
