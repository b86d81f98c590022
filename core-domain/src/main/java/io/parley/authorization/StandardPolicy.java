package io.parley.authorization;

import io.parley.identity.XconUserId;
import io.parley.user.User;
import java.util.Optional;
import java.util.function.Predicate;

/** {@link AccessPolicy#standard}. */
final class StandardPolicy implements AccessPolicy {

    @Override
    public Optional<String> refusal(AccessRequest access) {
        boolean administers = access.requester().isAdministrator() && access.action() != Action.SEE_ANONYMOUS_USERS;
        if (administers || isPermitted(access)) {
            return Optional.empty();
        }
        return Optional.of(access.requester().id() + " may not " + words(access.action()));
    }

    private static boolean isPermitted(AccessRequest access) {
        return switch (access.action()) {
            case SEE_BLUEPRINT, CREATE_CONFERENCE -> true;
            case MANAGE_BLUEPRINT -> false;
            case SEE_CONFERENCE, CLONE_CONFERENCE ->
                standing(access).filter(Standing::belongs).isPresent();
            case WATCH_CONFERENCE ->
                standing(access)
                        .filter(standing -> standing.steers() || standing.belongs() && admitsWatchers(access))
                        .isPresent();
            case SEE_ANONYMOUS_USERS -> false;
            case CREATE_SIDEBAR -> standing(access).filter(Standing::takesPart).isPresent();
            case CHANGE_CONFERENCE, DELETE_CONFERENCE, ADD_USER, SEE_SEMI_PRIVATE_USERS ->
                standing(access).filter(Standing::steers).isPresent();
            case CHANGE_USER ->
                standing(access)
                        .filter(standing -> standing.steers()
                                || (access.isOfHimself() && (standing.user() || isInvitedToSidebar(access, standing))))
                        .isPresent();
            case REMOVE_USER ->
                standing(access)
                        .filter(standing -> standing.steers() || (standing.user() && access.isOfHimself()))
                        .isPresent();
            case REFER_USER -> steersOr(access, User::mayReferUsers);
            case INVITE_USER -> steersOr(access, User::mayInviteUsers);
            case DISMISS_USER -> steersOr(access, User::mayRemoveUsers);
        };
    }

    /** Whether the conference is to be watched by others than those who steer it (RFC 6501 section 4.4.1). */
    private static boolean admitsWatchers(AccessRequest access) {
        return access.conference()
                .filter(conference -> conference.info().allowsEventSubscription())
                .isPresent();
    }

    /** Who is a target of a sidebar says how he takes part before he does (RFC 6504 section 7.1). */
    private static boolean isInvitedToSidebar(AccessRequest access, Standing standing) {
        return standing.target()
                && access.conference()
                        .filter(conference -> conference.kind().isSidebar())
                        .isPresent();
    }

    private static Optional<Standing> standing(AccessRequest access) {
        return access.conference().map(conference -> Standing.of(access.requester(), conference));
    }

    /** Whether the requester steers the conference, or has joined it and his record says {@code flag}; absent means no. */
    private static boolean steersOr(AccessRequest access, Predicate<User> flag) {
        XconUserId requester = access.requester().id();
        return standing(access).filter(Standing::steers).isPresent()
                || access.conference()
                        .filter(conference -> conference.attendance().hasJoined(requester))
                        .flatMap(conference -> conference.users().find(requester))
                        .filter(flag)
                        .isPresent();
    }

    private static String words(Action action) {
        return switch (action) {
            case SEE_BLUEPRINT -> "see this blueprint";
            case MANAGE_BLUEPRINT -> "change blueprints";
            case CREATE_CONFERENCE -> "create conferences";
            case CLONE_CONFERENCE -> "clone this conference";
            case CREATE_SIDEBAR -> "create sidebars of this conference";
            case SEE_CONFERENCE -> "see this conference";
            case WATCH_CONFERENCE -> "watch this conference";
            case CHANGE_CONFERENCE -> "change this conference";
            case DELETE_CONFERENCE -> "delete this conference";
            case ADD_USER -> "add users to this conference";
            case CHANGE_USER -> "change this user";
            case REMOVE_USER -> "remove this user";
            case SEE_SEMI_PRIVATE_USERS, SEE_ANONYMOUS_USERS -> "see who this user is";
            case REFER_USER -> "refer users to this conference";
            case INVITE_USER -> "invite users to this conference";
            case DISMISS_USER -> "send users out of this conference";
        };
    }
}
