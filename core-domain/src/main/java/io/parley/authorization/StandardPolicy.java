package io.parley.authorization;

import java.util.Optional;

/** {@link AccessPolicy#standard}. */
final class StandardPolicy implements AccessPolicy {

    @Override
    public Optional<String> refusal(AccessRequest access) {
        if (access.requester().isAdministrator() || isPermitted(access)) {
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
            case CHANGE_CONFERENCE, DELETE_CONFERENCE, ADD_USER ->
                standing(access).filter(Standing::steers).isPresent();
            case CHANGE_USER, REMOVE_USER ->
                standing(access)
                        .filter(standing -> standing.steers() || (standing.user() && access.isOfHimself()))
                        .isPresent();
        };
    }

    private static Optional<Standing> standing(AccessRequest access) {
        return access.conference().map(conference -> Standing.of(access.requester(), conference));
    }

    private static String words(Action action) {
        return switch (action) {
            case SEE_BLUEPRINT -> "see this blueprint";
            case MANAGE_BLUEPRINT -> "change blueprints";
            case CREATE_CONFERENCE -> "create conferences";
            case CLONE_CONFERENCE -> "clone this conference";
            case SEE_CONFERENCE -> "see this conference";
            case CHANGE_CONFERENCE -> "change this conference";
            case DELETE_CONFERENCE -> "delete this conference";
            case ADD_USER -> "add users to this conference";
            case CHANGE_USER -> "change this user";
            case REMOVE_USER -> "remove this user";
        };
    }
}
