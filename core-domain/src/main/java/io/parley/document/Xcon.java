package io.parley.document;

/** The element names of RFC 6501. */
public final class Xcon {

    /** {@code language}. */
    public static final Name LANGUAGE = Name.of(Name.XCON_NAMESPACE, "language");

    /** {@code allow-sidebars}. */
    public static final Name ALLOW_SIDEBARS = Name.of(Name.XCON_NAMESPACE, "allow-sidebars");

    /** {@code cloning-parent}. */
    public static final Name CLONING_PARENT = Name.of(Name.XCON_NAMESPACE, "cloning-parent");

    /** {@code sidebar-parent}. */
    public static final Name SIDEBAR_PARENT = Name.of(Name.XCON_NAMESPACE, "sidebar-parent");

    /** {@code conference-time}. */
    public static final Name CONFERENCE_TIME = Name.of(Name.XCON_NAMESPACE, "conference-time");

    /** {@code entry}. */
    public static final Name ENTRY = Name.of(Name.XCON_NAMESPACE, "entry");

    /** {@code base}. */
    public static final Name BASE = Name.of(Name.XCON_NAMESPACE, "base");

    /** {@code mixing-start-offset}. */
    public static final Name MIXING_START_OFFSET = Name.of(Name.XCON_NAMESPACE, "mixing-start-offset");

    /** {@code mixing-end-offset}. */
    public static final Name MIXING_END_OFFSET = Name.of(Name.XCON_NAMESPACE, "mixing-end-offset");

    /** {@code can-join-after-offset}. */
    public static final Name CAN_JOIN_AFTER_OFFSET = Name.of(Name.XCON_NAMESPACE, "can-join-after-offset");

    /** {@code must-join-before-offset}. */
    public static final Name MUST_JOIN_BEFORE_OFFSET = Name.of(Name.XCON_NAMESPACE, "must-join-before-offset");

    /** {@code request-user}. */
    public static final Name REQUEST_USER = Name.of(Name.XCON_NAMESPACE, "request-user");

    /** {@code notify-end-of-conference}. */
    public static final Name NOTIFY_END_OF_CONFERENCE = Name.of(Name.XCON_NAMESPACE, "notify-end-of-conference");

    /** {@code allowed-extend-mixing-end-offset}. */
    public static final Name ALLOWED_EXTEND_MIXING_END_OFFSET =
            Name.of(Name.XCON_NAMESPACE, "allowed-extend-mixing-end-offset");

    /** {@code conference-password}. */
    public static final Name CONFERENCE_PASSWORD = Name.of(Name.XCON_NAMESPACE, "conference-password");

    /** {@code mixing-mode}. */
    public static final Name MIXING_MODE = Name.of(Name.XCON_NAMESPACE, "mixing-mode");

    /** {@code codecs}. */
    public static final Name CODECS = Name.of(Name.XCON_NAMESPACE, "codecs");

    /** {@code codec}. */
    public static final Name CODEC = Name.of(Name.XCON_NAMESPACE, "codec");

    /** {@code subtype}. */
    public static final Name SUBTYPE = Name.of(Name.XCON_NAMESPACE, "subtype");

    /** {@code controls}. */
    public static final Name CONTROLS = Name.of(Name.XCON_NAMESPACE, "controls");

    /** {@code mute}. */
    public static final Name MUTE = Name.of(Name.XCON_NAMESPACE, "mute");

    /** {@code pause-video}. */
    public static final Name PAUSE_VIDEO = Name.of(Name.XCON_NAMESPACE, "pause-video");

    /** {@code gain}. */
    public static final Name GAIN = Name.of(Name.XCON_NAMESPACE, "gain");

    /** {@code video-layout}. */
    public static final Name VIDEO_LAYOUT = Name.of(Name.XCON_NAMESPACE, "video-layout");

    /** {@code allow-conference-event-subscription}. */
    public static final Name ALLOW_CONFERENCE_EVENT_SUBSCRIPTION =
            Name.of(Name.XCON_NAMESPACE, "allow-conference-event-subscription");

    /** {@code join-handling}. */
    public static final Name JOIN_HANDLING = Name.of(Name.XCON_NAMESPACE, "join-handling");

    /** {@code user-admission-policy}. */
    public static final Name USER_ADMISSION_POLICY = Name.of(Name.XCON_NAMESPACE, "user-admission-policy");

    /** {@code allowed-users-list}. */
    public static final Name ALLOWED_USERS_LIST = Name.of(Name.XCON_NAMESPACE, "allowed-users-list");

    /** {@code deny-users-list}. */
    public static final Name DENY_USERS_LIST = Name.of(Name.XCON_NAMESPACE, "deny-users-list");

    /** {@code target}. */
    public static final Name TARGET = Name.of(Name.XCON_NAMESPACE, "target");

    /** {@code persistent-list}. */
    public static final Name PERSISTENT_LIST = Name.of(Name.XCON_NAMESPACE, "persistent-list");

    /** {@code user}. */
    public static final Name USER = Name.of(Name.XCON_NAMESPACE, "user");

    /** {@code e-mail}. */
    public static final Name E_MAIL = Name.of(Name.XCON_NAMESPACE, "e-mail");

    /** {@code email}. */
    public static final Name EMAIL = Name.of(Name.XCON_NAMESPACE, "email");

    /** {@code provide-anonymity}. */
    public static final Name PROVIDE_ANONYMITY = Name.of(Name.XCON_NAMESPACE, "provide-anonymity");

    /** {@code allow-refer-users-dynamically}. */
    public static final Name ALLOW_REFER_USERS_DYNAMICALLY =
            Name.of(Name.XCON_NAMESPACE, "allow-refer-users-dynamically");

    /** {@code allow-invite-users-dynamically}. */
    public static final Name ALLOW_INVITE_USERS_DYNAMICALLY =
            Name.of(Name.XCON_NAMESPACE, "allow-invite-users-dynamically");

    /** {@code allow-remove-users-dynamically}. */
    public static final Name ALLOW_REMOVE_USERS_DYNAMICALLY =
            Name.of(Name.XCON_NAMESPACE, "allow-remove-users-dynamically");

    /** {@code to-mixer}. */
    public static final Name TO_MIXER = Name.of(Name.XCON_NAMESPACE, "to-mixer");

    /** {@code from-mixer}. */
    public static final Name FROM_MIXER = Name.of(Name.XCON_NAMESPACE, "from-mixer");

    /** {@code floor}. */
    public static final Name FLOOR = Name.of(Name.XCON_NAMESPACE, "floor");

    /** {@code floor-information}. */
    public static final Name FLOOR_INFORMATION = Name.of(Name.XCON_NAMESPACE, "floor-information");

    /** {@code conference-ID}. */
    public static final Name CONFERENCE_ID = Name.of(Name.XCON_NAMESPACE, "conference-ID");

    /** {@code allow-floor-events}. */
    public static final Name ALLOW_FLOOR_EVENTS = Name.of(Name.XCON_NAMESPACE, "allow-floor-events");

    /** {@code floor-request-handling}. */
    public static final Name FLOOR_REQUEST_HANDLING = Name.of(Name.XCON_NAMESPACE, "floor-request-handling");

    /** {@code conference-floor-policy}. */
    public static final Name CONFERENCE_FLOOR_POLICY = Name.of(Name.XCON_NAMESPACE, "conference-floor-policy");

    /** {@code media-label}. */
    public static final Name MEDIA_LABEL = Name.of(Name.XCON_NAMESPACE, "media-label");

    /** {@code algorithm}. */
    public static final Name ALGORITHM = Name.of(Name.XCON_NAMESPACE, "algorithm");

    /** {@code max-floor-users}. */
    public static final Name MAX_FLOOR_USERS = Name.of(Name.XCON_NAMESPACE, "max-floor-users");

    /** {@code moderator-id}. */
    public static final Name MODERATOR_ID = Name.of(Name.XCON_NAMESPACE, "moderator-id");

    private Xcon() {}
}
