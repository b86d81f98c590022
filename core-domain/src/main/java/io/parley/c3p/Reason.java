package io.parley.c3p;

import java.util.List;

/**
 * Why a command failed (section 7.1). The list is open: any other word is kept and passed on.
 *
 * <p>A common reason stands on the response, one that the schema lists for a command stands on the element of that command; two words,
 * {@code notSupported} and {@code otherFailure}, are found in both places.
 *
 * @param word the word, not empty
 */
public record Reason(String word) {

    /** Services that the command needs are missing or overloaded; it may be sent again. */
    public static final Reason SERVER_BUSY = new Reason("serverBusy");

    /** The command took too long; it may be sent again. */
    public static final Reason TIMEOUT = new Reason("timeout");

    /** The sender may not do that. */
    public static final Reason UNAUTHORIZED = new Reason("unauthorized");

    /** The request breaks the rules of its syntax. */
    public static final Reason REQUEST_MALFORMED = new Reason("requestMalformed");

    /** The request is too large. */
    public static final Reason REQUEST_TOO_LARGE = new Reason("requestTooLarge");

    /** The request was cancelled. */
    public static final Reason REQUEST_CANCELLED = new Reason("requestCancelled");

    /** The command is not implemented. */
    public static final Reason NOT_SUPPORTED = new Reason("notSupported");

    /** Anything else. */
    public static final Reason OTHER_FAILURE = new Reason("otherFailure");

    /** There is no such conference. */
    public static final Reason CONFERENCE_DOESNT_EXIST = new Reason("conferenceDoesntExist");

    /** There is no such participant. */
    public static final Reason USER_DOESNT_EXIST = new Reason("userDoesntExist");

    /** The user takes part already. */
    public static final Reason USER_EXISTS_ALREADY = new Reason("userExistsAlready");

    /** The user called is busy. */
    public static final Reason USER_BUSY = new Reason("userBusy");

    /** The user called did not answer. */
    public static final Reason USER_NOT_ANSWERED = new Reason("userNotAnswered");

    /** The user called declined. */
    public static final Reason USER_DECLINED = new Reason("userDeclined");

    /** The user called is unknown where he was called. */
    public static final Reason USER_UNKNOWN = new Reason("userUnknown");

    /** There is no such endpoint. */
    public static final Reason ENDPOINT_DOESNT_EXIST = new Reason("endpointDoesntExist");

    /** Recording is not allowed in this conference. */
    public static final Reason RECORDING_NOT_ALLOWED = new Reason("recordingNotAllowed");

    /** The endpoint has such a medium already. */
    public static final Reason MEDIA_EXISTS_ALREADY = new Reason("mediaExistsAlready");

    /** The endpoint has no such medium. */
    public static final Reason MEDIA_DOESNT_EXIST = new Reason("mediaDoesntExist");

    /** The sender may not decide about the lobby. */
    public static final Reason NOT_AUTHORIZED = new Reason("notAuthorized");

    /** The certificate sent cannot be used to encrypt. */
    public static final Reason INVALID_ENCRYPTION_KEY = new Reason("invalidEncryptionKey");

    /** The conference key was encrypted to another certificate than the one handed out. */
    public static final Reason INVALID_ENCRYPTION_KEY_USED = new Reason("invalidEncryptionKeyUsed");

    /** Anonymous users are not allowed here. */
    public static final Reason ANONYMOUS_USERS_NOT_ALLOWED = new Reason("anonymousUsersNotAllowed");

    /** The organizer has a conference of that identifier. */
    public static final Reason CONFERENCE_EXISTS_ALREADY = new Reason("conferenceExistsAlready");

    /** An {@code entity-settings} is too large. */
    public static final Reason ENTITY_SETTINGS_TOO_LARGE = new Reason("entitySettingsTooLarge");

    /** Federated users are not allowed here. */
    public static final Reason FEDERATED_USERS_NOT_ALLOWED = new Reason("federatedUsersNotAllowed");

    /** The organizer may not do that. */
    public static final Reason FORBIDDEN = new Reason("forbidden");

    /** The admission policy is none. */
    public static final Reason INVALID_ADMISSION_POLICY = new Reason("invalidAdmissionPolicy");

    /** The conference identifier is none. */
    public static final Reason INVALID_CONFERENCE_ID = new Reason("invalidConferenceId");

    /** The expiry time is none, or past, or too far ahead. */
    public static final Reason INVALID_EXPIRY_TIME = new Reason("invalidExpiryTime");

    /** The passcode is none. */
    public static final Reason INVALID_PASSCODE = new Reason("invalidPasscode");

    /** The role of an invitee is none. */
    public static final Reason INVALID_ROLE = new Reason("invalidRole");

    /** The URI of an invitee is none. */
    public static final Reason INVALID_USER_ENTITY = new Reason("invalidUserEntity");

    /** More participants than a conference may have. */
    public static final Reason MAX_MEETING_SIZE_EXCEEDED = new Reason("maxMeetingSizeExceeded");

    /** There is no MCU of that type. */
    public static final Reason MCU_TYPE_NOT_AVAILABLE = new Reason("mcuTypeNotAvailable");

    /** More conferences than the organizer may have. */
    public static final Reason MAX_CONFERENCES_EXCEEDED = new Reason("maxConferencesExceeded");

    /** The {@code notification-data} is too large. */
    public static final Reason NOTIFICATION_DATA_TOO_LARGE = new Reason("notificationDataTooLarge");

    /** The {@code organizer-roaming-data} is too large. */
    public static final Reason ORGANIZER_ROAMING_DATA_TOO_LARGE = new Reason("organizerRoamingDataTooLarge");

    /** The version sent is not the one stored. */
    public static final Reason INVALID_VERSION = new Reason("invalidVersion");

    /** A medium that is in use cannot be deleted. */
    public static final Reason ACTIVE_MEDIA_DELETION_FORBIDDEN = new Reason("activeMediaDeletionForbidden");

    /** The reasons that every command knows, which stand on the response. */
    public static final List<Reason> COMMON = List.of(
            SERVER_BUSY,
            TIMEOUT,
            UNAUTHORIZED,
            REQUEST_MALFORMED,
            REQUEST_TOO_LARGE,
            REQUEST_CANCELLED,
            NOT_SUPPORTED,
            OTHER_FAILURE);

    /** Refuses an empty word with an {@link IllegalArgumentException}. */
    public Reason {
        if (word.isBlank()) {
            throw new IllegalArgumentException("a reason is a word, not '" + word + "'");
        }
    }

    /** Whether every command knows this reason. */
    public boolean isCommon() {
        return COMMON.contains(this);
    }

    @Override
    public String toString() {
        return word;
    }
}
