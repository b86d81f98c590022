package io.parley.document;

/** The element names of RFC 4575. */
public final class Info {

    /** {@code conference-info}. */
    public static final Name CONFERENCE_INFO = Name.of(Name.INFO_NAMESPACE, "conference-info");

    /** {@code conference-description}. */
    public static final Name CONFERENCE_DESCRIPTION = Name.of(Name.INFO_NAMESPACE, "conference-description");

    /** {@code display-text}. */
    public static final Name DISPLAY_TEXT = Name.of(Name.INFO_NAMESPACE, "display-text");

    /** {@code subject}. */
    public static final Name SUBJECT = Name.of(Name.INFO_NAMESPACE, "subject");

    /** {@code free-text}. */
    public static final Name FREE_TEXT = Name.of(Name.INFO_NAMESPACE, "free-text");

    /** {@code keywords}. */
    public static final Name KEYWORDS = Name.of(Name.INFO_NAMESPACE, "keywords");

    /** {@code conf-uris}. */
    public static final Name CONF_URIS = Name.of(Name.INFO_NAMESPACE, "conf-uris");

    /** {@code service-uris}. */
    public static final Name SERVICE_URIS = Name.of(Name.INFO_NAMESPACE, "service-uris");

    /** {@code entry}. */
    public static final Name ENTRY = Name.of(Name.INFO_NAMESPACE, "entry");

    /** {@code uri}. */
    public static final Name URI = Name.of(Name.INFO_NAMESPACE, "uri");

    /** {@code purpose}. */
    public static final Name PURPOSE = Name.of(Name.INFO_NAMESPACE, "purpose");

    /** {@code modified}. */
    public static final Name MODIFIED = Name.of(Name.INFO_NAMESPACE, "modified");

    /** {@code when}. */
    public static final Name WHEN = Name.of(Name.INFO_NAMESPACE, "when");

    /** {@code reason}. */
    public static final Name REASON = Name.of(Name.INFO_NAMESPACE, "reason");

    /** {@code by}. */
    public static final Name BY = Name.of(Name.INFO_NAMESPACE, "by");

    /** {@code maximum-user-count}. */
    public static final Name MAXIMUM_USER_COUNT = Name.of(Name.INFO_NAMESPACE, "maximum-user-count");

    /** {@code available-media}. */
    public static final Name AVAILABLE_MEDIA = Name.of(Name.INFO_NAMESPACE, "available-media");

    /** {@code type}. */
    public static final Name TYPE = Name.of(Name.INFO_NAMESPACE, "type");

    /** {@code status}. */
    public static final Name STATUS = Name.of(Name.INFO_NAMESPACE, "status");

    /** {@code host-info}. */
    public static final Name HOST_INFO = Name.of(Name.INFO_NAMESPACE, "host-info");

    /** {@code web-page}. */
    public static final Name WEB_PAGE = Name.of(Name.INFO_NAMESPACE, "web-page");

    /** {@code uris}. */
    public static final Name URIS = Name.of(Name.INFO_NAMESPACE, "uris");

    /** {@code conference-state}. */
    public static final Name CONFERENCE_STATE = Name.of(Name.INFO_NAMESPACE, "conference-state");

    /** {@code user-count}. */
    public static final Name USER_COUNT = Name.of(Name.INFO_NAMESPACE, "user-count");

    /** {@code active}. */
    public static final Name ACTIVE = Name.of(Name.INFO_NAMESPACE, "active");

    /** {@code locked}. */
    public static final Name LOCKED = Name.of(Name.INFO_NAMESPACE, "locked");

    /** {@code users}. */
    public static final Name USERS = Name.of(Name.INFO_NAMESPACE, "users");

    /** {@code user}. */
    public static final Name USER = Name.of(Name.INFO_NAMESPACE, "user");

    /** {@code associated-aors}. */
    public static final Name ASSOCIATED_AORS = Name.of(Name.INFO_NAMESPACE, "associated-aors");

    /** {@code roles}. */
    public static final Name ROLES = Name.of(Name.INFO_NAMESPACE, "roles");

    /** {@code languages}. */
    public static final Name LANGUAGES = Name.of(Name.INFO_NAMESPACE, "languages");

    /** {@code cascaded-focus}. */
    public static final Name CASCADED_FOCUS = Name.of(Name.INFO_NAMESPACE, "cascaded-focus");

    /** {@code endpoint}. */
    public static final Name ENDPOINT = Name.of(Name.INFO_NAMESPACE, "endpoint");

    /** {@code referred}. */
    public static final Name REFERRED = Name.of(Name.INFO_NAMESPACE, "referred");

    /** {@code joining-method}. */
    public static final Name JOINING_METHOD = Name.of(Name.INFO_NAMESPACE, "joining-method");

    /** {@code joining-info}. */
    public static final Name JOINING_INFO = Name.of(Name.INFO_NAMESPACE, "joining-info");

    /** {@code disconnection-method}. */
    public static final Name DISCONNECTION_METHOD = Name.of(Name.INFO_NAMESPACE, "disconnection-method");

    /** {@code disconnection-info}. */
    public static final Name DISCONNECTION_INFO = Name.of(Name.INFO_NAMESPACE, "disconnection-info");

    /** {@code media}. */
    public static final Name MEDIA = Name.of(Name.INFO_NAMESPACE, "media");

    /** {@code label}. */
    public static final Name LABEL = Name.of(Name.INFO_NAMESPACE, "label");

    /** {@code src-id}. */
    public static final Name SRC_ID = Name.of(Name.INFO_NAMESPACE, "src-id");

    /** {@code call-info}. */
    public static final Name CALL_INFO = Name.of(Name.INFO_NAMESPACE, "call-info");

    /** {@code sip}. */
    public static final Name SIP = Name.of(Name.INFO_NAMESPACE, "sip");

    /** {@code call-id}. */
    public static final Name CALL_ID = Name.of(Name.INFO_NAMESPACE, "call-id");

    /** {@code from-tag}. */
    public static final Name FROM_TAG = Name.of(Name.INFO_NAMESPACE, "from-tag");

    /** {@code to-tag}. */
    public static final Name TO_TAG = Name.of(Name.INFO_NAMESPACE, "to-tag");

    /** {@code sidebars-by-ref}. */
    public static final Name SIDEBARS_BY_REF = Name.of(Name.INFO_NAMESPACE, "sidebars-by-ref");

    /** {@code sidebars-by-val}. */
    public static final Name SIDEBARS_BY_VAL = Name.of(Name.INFO_NAMESPACE, "sidebars-by-val");

    private Info() {}
}
