package io.parley.c3p.provisioning;

import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;

import io.parley.document.Name;
import java.util.List;

/** The names of what is provisioned (MS-CONFBAS sections 2.2.2.2 to 2.2.2.4, 8.1 and 8.2). */
final class Words {

    static final Name DESCRIPTION = ci("conference-description");
    static final Name SUBJECT = ci("subject");
    static final Name MAXIMUM_USER_COUNT = ci("maximum-user-count");
    static final Name CONF_URIS = ci("conf-uris");
    static final Name URI = ci("uri");
    static final Name PURPOSE = ci("purpose");
    static final Name USERS = ci("users");

    static final Name ORGANIZER = msci("organizer");
    static final Name ORGANIZER_ENTITY = msci("entity");
    static final Name ORGANIZER_NAME = msci("display-name");
    static final Name CONFERENCE_ID = msci("conference-id");
    static final Name CONFERENCE_KEY = msci("conference-key");
    static final Name ENCRYPTED_URI = msci("encrypted-uri");
    static final Name CMS_DATA = msci("cms-data");
    static final Name LAST_UPDATE = msci("last-update");
    static final Name LAST_ACTIVATE = msci("last-activate");
    static final Name IS_ACTIVE = msci("is-active");
    static final Name EXPIRY_TIME = msci("expiry-time");
    static final Name ADMISSION_POLICY = msci("admission-policy");
    static final Name ORGANIZER_ROAMING_DATA = msci("organizer-roaming-data");
    static final Name NOTIFICATION_DATA = msci("notification-data");
    static final Name LOBBY_CAPABLE = msci("lobby-capable");
    static final Name ANONYMOUS_TYPE_ALLOWED = msci("anonymous-type-allowed");
    static final Name JOIN_URL = msci("join-url");
    static final Name AUTOPROMOTE = msci("autopromote");
    static final Name AUTOPROMOTE_ALLOWED = msci("autopromote-allowed");
    static final Name PSTN_LOBBY_BYPASS = msci("pstn-lobby-bypass");
    static final Name PSTN_LOBBY_BYPASS_ALLOWED = msci("pstn-lobby-bypass-allowed");
    static final Name SERVER_MODE = msci("server-mode");
    static final Name ENTITY_POLICY = msci("entity-policy");
    static final Name ENTITY_SETTINGS = msci("entity-settings");

    static final Name VERSION = Name.unqualified("version");
    static final Name STATIC = Name.unqualified("static");

    static final String WEB_INTERNAL = "web-internal";
    static final String WEB_EXTERNAL = "web-external";

    /** What watchers are shown as it came. */
    static final List<Name> SHOWN = List.of(
            msci("disclaimer"),
            NOTIFICATION_DATA,
            msci("pstn-access"),
            msci("disclaimer-title"),
            msci("recording-allowed"),
            msci("externaluser-recording-allowed"),
            msci("recording-notification"));

    private Words() {}
}
