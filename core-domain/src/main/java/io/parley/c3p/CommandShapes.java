package io.parley.c3p;

import static io.parley.c3p.C3pNames.MCU_URI;
import static io.parley.c3p.C3pNames.cccp;
import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.mscp;
import static io.parley.c3p.ShapeBuilder.shape;
import static io.parley.c3p.TextRule.BOOLEAN;
import static io.parley.c3p.TextRule.SIP_URI;
import static io.parley.c3p.TextRule.TEXT;
import static io.parley.c3p.TextRule.URI;
import static io.parley.c3p.TextRule.WORD;

import io.parley.document.Name;

/** The schema of requests: MS-CONFBAS section 7.1, with the types that section 2.2.3.1 narrows. */
final class CommandShapes {

    private static final Name CONF_ENTITY = Name.unqualified("confEntity");
    private static final Name USER_ENTITY = Name.unqualified("userEntity");
    private static final Name ENDPOINT_ENTITY = Name.unqualified("endpointEntity");

    static final Shape CONFERENCE_KEYS = shape().admits(CONF_ENTITY, SIP_URI)
            .admits(msci("conference-id"), WORD)
            .build();

    static final Shape USER_KEYS = shape().requires(CONF_ENTITY, SIP_URI)
            .requires(USER_ENTITY, SIP_URI)
            .build();

    static final Shape ENDPOINT_KEYS = shape().requires(CONF_ENTITY, SIP_URI)
            .requires(USER_ENTITY, SIP_URI)
            .requires(ENDPOINT_ENTITY, TEXT)
            .build();

    private static final Shape MEDIA_KEYS = shape().requires(CONF_ENTITY, SIP_URI)
            .requires(USER_ENTITY, SIP_URI)
            .requires(ENDPOINT_ENTITY, TEXT)
            .admits(Name.unqualified("mediaId"), TEXT)
            .build();

    private static final Shape ADD_CONFERENCE = shape().admits(MCU_URI, WORD)
            .one(ci("conference-info"), ConferenceInfoShapes.PROVISIONED_INFO)
            .build();

    private static final Shape ADD_USER = shape().admits(mscp("allow-session-replace"), BOOLEAN)
            .admits(MCU_URI, SIP_URI)
            .one(cccp("conferenceKeys"), CONFERENCE_KEYS)
            .one(ci("user"), ConferenceInfoShapes.USER)
            .build();

    private static final Shape ENDPOINT_MEDIA = shape().admits(MCU_URI, SIP_URI)
            .one(cccp("mediaKeys"), MEDIA_KEYS)
            .one(ci("media"), ConferenceInfoShapes.MEDIA)
            .build();

    private static final Shape NOTHING_REQUIRED = shape().build();

    /** A request; the commands are its places. */
    static final Shape REQUEST = shape().requires(Name.unqualified("requestId"), WORD)
            .admits(Name.unqualified("C3PVersion"), WORD)
            .requires(Name.unqualified("from"), SIP_URI)
            .requires(Name.unqualified("to"), SIP_URI)
            .admits(Name.unqualified("target"), URI)
            .admits(Name.unqualified("originator"), URI)
            .optional(cccp("addConference"), ADD_CONFERENCE)
            .optional(cccp("addEndpointMedia"), ENDPOINT_MEDIA)
            .optional(cccp("addUser"), ADD_USER)
            .optional(
                    cccp("endorseUser"),
                    shape().one(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .one(cccp("endorsee"), SIP_URI)
                            .one(ci("dialog-id"), ConferenceInfoShapes.DIALOG_ID)
                            .separator()
                            .build())
            .optional(
                    cccp("deleteConference"),
                    shape().one(cccp("conferenceKeys"), CONFERENCE_KEYS).build())
            .optional(
                    cccp("deleteEndpointMedia"),
                    shape().admits(MCU_URI, SIP_URI)
                            .one(cccp("mediaKeys"), MEDIA_KEYS)
                            .build())
            .optional(
                    cccp("deleteUser"),
                    shape().admits(MCU_URI, SIP_URI)
                            .admits(Name.unqualified("client-reason"), WORD)
                            .one(cccp("userKeys"), USER_KEYS)
                            .optional(cccp("endpointEntity"), TEXT)
                            .separator()
                            .build())
            .optional(cccp("getAvailableMcuTypes"), NOTHING_REQUIRED)
            .optional(
                    cccp("getConference"),
                    shape().one(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .optional(cccp("notify"), BOOLEAN)
                            .optional(msci("encryption-key"), ConferenceInfoShapes.ENCRYPTION_KEY)
                            .separator()
                            .build())
            .optional(
                    cccp("getConferences"),
                    shape().admits(Name.unqualified("static"), BOOLEAN).build())
            .optional(cccp("getEncryptionKey"), NOTHING_REQUIRED)
            .optional(cccp("modifyConference"), ADD_CONFERENCE)
            .optional(
                    cccp("modifyConferenceLock"),
                    shape().one(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .one(cccp("locked"), BOOLEAN)
                            .separator()
                            .optional(msci("admission-policy"), TextRule.ADMISSION_POLICY)
                            .optional(msci("autopromote"), TextRule.UNSIGNED_INT)
                            .optional(msci("pstn-lobby-bypass"), BOOLEAN)
                            .separator()
                            .build())
            .optional(
                    cccp("modifyConferenceAnnouncements"),
                    shape().admits(MCU_URI, SIP_URI)
                            .one(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .one(cccp("enabled"), BOOLEAN)
                            .build())
            .optional(
                    cccp("modifyEndpoint"),
                    shape().admits(MCU_URI, SIP_URI)
                            .one(cccp("endpointKeys"), ENDPOINT_KEYS)
                            .one(ci("endpoint"), ConferenceInfoShapes.ENDPOINT)
                            .build())
            .optional(cccp("modifyEndpointMedia"), ENDPOINT_MEDIA)
            .optional(cccp("modifyUser"), ADD_USER)
            .optional(
                    cccp("modifyUsersMediaFilters"),
                    shape().admits(MCU_URI, SIP_URI)
                            .one(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .some(cccp("mediaLabel"), WORD)
                            .optional(msci("media-ingress-filter"), ConferenceInfoShapes.FILTER_TEXT)
                            .optional(msci("media-egress-filter"), ConferenceInfoShapes.FILTER_TEXT)
                            .many(cccp("excludeRole"), WORD)
                            .many(cccp("excludeUser"), SIP_URI)
                            .separator()
                            .build())
            .optional(
                    cccp("modifyUserRoles"),
                    shape().admits(MCU_URI, SIP_URI)
                            .one(cccp("userKeys"), USER_KEYS)
                            .one(ci("user-roles"), ConferenceInfoShapes.ROLES)
                            .build())
            .optional(
                    cccp("setLobbyAccess"),
                    shape().admits(MCU_URI, SIP_URI)
                            .one(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .some(cccp("userEntity"), SIP_URI)
                            .one(cccp("access"), TextRule.oneOf("granted", "denied"))
                            .separator()
                            .build())
            .optional(cccp("getConferencingCapabilities"), NOTHING_REQUIRED)
            .build();

    private CommandShapes() {}
}
