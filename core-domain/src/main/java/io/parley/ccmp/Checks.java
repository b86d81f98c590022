package io.parley.ccmp;

import static io.parley.ccmp.ResponseCode.AUTHENTICATION_REQUIRED;
import static io.parley.ccmp.ResponseCode.BAD_REQUEST;
import static io.parley.ccmp.ResponseCode.CONFERENCE_PASSWORD_REQUIRED;
import static io.parley.ccmp.ResponseCode.CONFLICT;
import static io.parley.ccmp.ResponseCode.FORBIDDEN;
import static io.parley.ccmp.ResponseCode.FORBIDDEN_CHANGE_PROTECTED;
import static io.parley.ccmp.ResponseCode.FORBIDDEN_DELETE_PARENT;
import static io.parley.ccmp.ResponseCode.INVALID_CONFERENCE_PASSWORD;
import static io.parley.ccmp.ResponseCode.INVALID_CONF_USER_ID;
import static io.parley.ccmp.ResponseCode.INVALID_DOMAIN_NAME;
import static io.parley.ccmp.ResponseCode.NOT_IMPLEMENTED;
import static io.parley.ccmp.ResponseCode.OBJECT_NOT_FOUND;
import static io.parley.ccmp.ResponseCode.RESOURCES_NOT_AVAILABLE;
import static io.parley.ccmp.ResponseCode.UNAUTHORIZED;
import static io.parley.ccmp.ResponseCode.USER_NOT_FOUND;

import java.util.List;

/**
 * The order of checks: one for all requests, so that a request with several faults always gets the same code. Nothing is changed
 * before the last has passed (RFC 6503 section 4.2).
 */
final class Checks {

    /** Before the state of any conference is looked at. */
    static final List<Check<Arrival>> ON_ARRIVAL = List.of(
            Check.of("parameters", Arrival::parameters, BAD_REQUEST),
            Check.of("credentials", Arrival::credentials, AUTHENTICATION_REQUIRED, UNAUTHORIZED),
            Check.of("sender", Arrival::sender, INVALID_CONF_USER_ID),
            Check.of("operation", Arrival::operation, FORBIDDEN, NOT_IMPLEMENTED));

    /** Against the state, before it is known whether the sender may know of it: the answer gives no version away. */
    static final List<Check<Deliberation>> BEFORE_PERMISSION = List.of(
            Check.of("object", Deliberation::target, OBJECT_NOT_FOUND, FORBIDDEN, NOT_IMPLEMENTED, BAD_REQUEST),
            Check.of(
                    "conference password",
                    Deliberation::password,
                    CONFERENCE_PASSWORD_REQUIRED,
                    INVALID_CONFERENCE_PASSWORD),
            Check.of(
                    "permission",
                    Deliberation::permission,
                    UNAUTHORIZED,
                    FORBIDDEN_CHANGE_PROTECTED,
                    AUTHENTICATION_REQUIRED));

    /** Against the state, for a sender who may know of it. */
    static final List<Check<Deliberation>> AFTER_PERMISSION = List.of(
            Check.of("document", Deliberation::document, BAD_REQUEST, INVALID_DOMAIN_NAME),
            Check.of("user", Deliberation::targetUser, USER_NOT_FOUND),
            Check.of(
                    "protected parts",
                    Deliberation::protectedParts,
                    FORBIDDEN_CHANGE_PROTECTED,
                    FORBIDDEN_DELETE_PARENT),
            Check.of("conflicts and limits", Deliberation::conflicts, CONFLICT, RESOURCES_NOT_AVAILABLE),
            Check.of("descendants", Deliberation::descendants, CONFLICT));

    private Checks() {}
}
