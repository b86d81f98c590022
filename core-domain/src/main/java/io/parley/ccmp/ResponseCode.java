package io.parley.ccmp;

import java.util.Optional;

/** The response codes of RFC 6503 section 5.4, with the names that their registry gives them. */
public enum ResponseCode {
    /** The operation is complete. */
    SUCCESS(200, "Success"),
    /** The request is malformed, or its document breaks the data model. */
    BAD_REQUEST(400, "Bad Request"),
    /** The user may not create, retrieve or delete this. */
    UNAUTHORIZED(401, "Unauthorized"),
    /** The operation does not apply here. */
    FORBIDDEN(403, "Forbidden"),
    /** There is no such object. */
    OBJECT_NOT_FOUND(404, "Object Not Found"),
    /** The change collides with the current state. */
    CONFLICT(409, "Conflict"),
    /** There is no such user. */
    USER_NOT_FOUND(420, "User Not Found"),
    /** The sender is unknown. */
    INVALID_CONF_USER_ID(421, "Invalid confUserID"),
    /** The password of the conference is wrong. */
    INVALID_CONFERENCE_PASSWORD(422, "Invalid Conference Password"),
    /** The password of the conference is missing. */
    CONFERENCE_PASSWORD_REQUIRED(423, "Conference Password Required"),
    /** The sender has to prove who he is. */
    AUTHENTICATION_REQUIRED(424, "Authentication Required"),
    /** A child object is in the way of the deletion. */
    FORBIDDEN_DELETE_PARENT(425, "Forbidden Delete Parent"),
    /** A part of this object may not be changed by this user, or not at all. */
    FORBIDDEN_CHANGE_PROTECTED(426, "Forbidden Change Protected"),
    /** A placeholder or identifier of a domain that is not the server's. */
    INVALID_DOMAIN_NAME(427, "Invalid Domain Name"),
    /** A fault of the server's own. */
    SERVER_INTERNAL_ERROR(500, "Server Internal Error"),
    /** The server does not do this. */
    NOT_IMPLEMENTED(501, "Not Implemented"),
    /** The request could not be completed in time; nothing has happened. */
    REQUEST_TIMEOUT(510, "Request Timeout"),
    /** A limit of the system or the conference is reached. */
    RESOURCES_NOT_AVAILABLE(511, "Resources Not Available");

    private final int number;
    private final String words;

    ResponseCode(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** The three digits. */
    public int number() {
        return number;
    }

    /** The name in the registry. */
    public String words() {
        return words;
    }

    /** The code of that number, if the registry has it. */
    public static Optional<ResponseCode> of(int number) {
        for (ResponseCode code : values()) {
            if (code.number == number) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return number + " " + words;
    }
}
