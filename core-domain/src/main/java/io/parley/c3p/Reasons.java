package io.parley.c3p;

import static io.parley.c3p.Reason.ACTIVE_MEDIA_DELETION_FORBIDDEN;
import static io.parley.c3p.Reason.ANONYMOUS_USERS_NOT_ALLOWED;
import static io.parley.c3p.Reason.CONFERENCE_DOESNT_EXIST;
import static io.parley.c3p.Reason.CONFERENCE_EXISTS_ALREADY;
import static io.parley.c3p.Reason.ENDPOINT_DOESNT_EXIST;
import static io.parley.c3p.Reason.ENTITY_SETTINGS_TOO_LARGE;
import static io.parley.c3p.Reason.FEDERATED_USERS_NOT_ALLOWED;
import static io.parley.c3p.Reason.FORBIDDEN;
import static io.parley.c3p.Reason.INVALID_ADMISSION_POLICY;
import static io.parley.c3p.Reason.INVALID_CONFERENCE_ID;
import static io.parley.c3p.Reason.INVALID_ENCRYPTION_KEY;
import static io.parley.c3p.Reason.INVALID_ENCRYPTION_KEY_USED;
import static io.parley.c3p.Reason.INVALID_EXPIRY_TIME;
import static io.parley.c3p.Reason.INVALID_PASSCODE;
import static io.parley.c3p.Reason.INVALID_ROLE;
import static io.parley.c3p.Reason.INVALID_USER_ENTITY;
import static io.parley.c3p.Reason.INVALID_VERSION;
import static io.parley.c3p.Reason.MAX_CONFERENCES_EXCEEDED;
import static io.parley.c3p.Reason.MAX_MEETING_SIZE_EXCEEDED;
import static io.parley.c3p.Reason.MCU_TYPE_NOT_AVAILABLE;
import static io.parley.c3p.Reason.MEDIA_DOESNT_EXIST;
import static io.parley.c3p.Reason.MEDIA_EXISTS_ALREADY;
import static io.parley.c3p.Reason.NOTIFICATION_DATA_TOO_LARGE;
import static io.parley.c3p.Reason.NOT_AUTHORIZED;
import static io.parley.c3p.Reason.NOT_SUPPORTED;
import static io.parley.c3p.Reason.ORGANIZER_ROAMING_DATA_TOO_LARGE;
import static io.parley.c3p.Reason.OTHER_FAILURE;
import static io.parley.c3p.Reason.RECORDING_NOT_ALLOWED;
import static io.parley.c3p.Reason.USER_BUSY;
import static io.parley.c3p.Reason.USER_DECLINED;
import static io.parley.c3p.Reason.USER_DOESNT_EXIST;
import static io.parley.c3p.Reason.USER_EXISTS_ALREADY;
import static io.parley.c3p.Reason.USER_NOT_ANSWERED;
import static io.parley.c3p.Reason.USER_UNKNOWN;

import java.util.List;

/** The lists of reasons that section 7.1 gives for commands. */
final class Reasons {

    static final List<Reason> OTHER = List.of(OTHER_FAILURE);

    static final List<Reason> CONFERENCE = List.of(CONFERENCE_DOESNT_EXIST, OTHER_FAILURE);

    static final List<Reason> USER = List.of(CONFERENCE_DOESNT_EXIST, USER_DOESNT_EXIST, OTHER_FAILURE);

    static final List<Reason> ADD_USER = List.of(
            CONFERENCE_DOESNT_EXIST,
            USER_EXISTS_ALREADY,
            USER_DOESNT_EXIST,
            USER_BUSY,
            USER_NOT_ANSWERED,
            USER_DECLINED,
            USER_UNKNOWN,
            OTHER_FAILURE);

    static final List<Reason> GET_CONFERENCE = List.of(CONFERENCE_DOESNT_EXIST, INVALID_ENCRYPTION_KEY, OTHER_FAILURE);

    static final List<Reason> LOBBY = List.of(CONFERENCE_DOESNT_EXIST, NOT_AUTHORIZED, OTHER_FAILURE);

    static final List<Reason> ENDPOINT = List.of(
            CONFERENCE_DOESNT_EXIST, USER_DOESNT_EXIST, ENDPOINT_DOESNT_EXIST, RECORDING_NOT_ALLOWED, OTHER_FAILURE);

    static final List<Reason> ANNOUNCEMENTS = List.of(CONFERENCE_DOESNT_EXIST, NOT_SUPPORTED, OTHER_FAILURE);

    static final List<Reason> ADD_MEDIA = List.of(
            CONFERENCE_DOESNT_EXIST, USER_DOESNT_EXIST, ENDPOINT_DOESNT_EXIST, MEDIA_EXISTS_ALREADY, OTHER_FAILURE);

    static final List<Reason> DELETE_MEDIA = List.of(
            CONFERENCE_DOESNT_EXIST, USER_DOESNT_EXIST, ENDPOINT_DOESNT_EXIST, MEDIA_DOESNT_EXIST, OTHER_FAILURE);

    static final List<Reason> ADD_CONFERENCE = List.of(
            ANONYMOUS_USERS_NOT_ALLOWED,
            CONFERENCE_EXISTS_ALREADY,
            ENTITY_SETTINGS_TOO_LARGE,
            FEDERATED_USERS_NOT_ALLOWED,
            FORBIDDEN,
            INVALID_ADMISSION_POLICY,
            INVALID_ENCRYPTION_KEY_USED,
            INVALID_CONFERENCE_ID,
            INVALID_EXPIRY_TIME,
            INVALID_PASSCODE,
            INVALID_ROLE,
            INVALID_USER_ENTITY,
            MAX_MEETING_SIZE_EXCEEDED,
            MCU_TYPE_NOT_AVAILABLE,
            MAX_CONFERENCES_EXCEEDED,
            NOTIFICATION_DATA_TOO_LARGE,
            ORGANIZER_ROAMING_DATA_TOO_LARGE,
            CONFERENCE_DOESNT_EXIST,
            INVALID_VERSION,
            ACTIVE_MEDIA_DELETION_FORBIDDEN,
            OTHER_FAILURE);

    private Reasons() {}
}
