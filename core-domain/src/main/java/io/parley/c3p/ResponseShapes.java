package io.parley.c3p;

import static io.parley.c3p.C3pNames.MCU_URI;
import static io.parley.c3p.C3pNames.cccp;
import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.mscp;
import static io.parley.c3p.CommandShapes.CONFERENCE_KEYS;
import static io.parley.c3p.CommandShapes.ENDPOINT_KEYS;
import static io.parley.c3p.ShapeBuilder.shape;
import static io.parley.c3p.TextRule.BOOLEAN;
import static io.parley.c3p.TextRule.NON_NEGATIVE;
import static io.parley.c3p.TextRule.SIP_OR_TEL_URI;
import static io.parley.c3p.TextRule.SIP_URI;
import static io.parley.c3p.TextRule.TEXT;
import static io.parley.c3p.TextRule.URI;
import static io.parley.c3p.TextRule.WORD;

import io.parley.document.Name;

/** The schema of responses: MS-CONFBAS sections 7.1 and 7.2. */
final class ResponseShapes {

    private static final Name REASON = Name.unqualified("reason");

    private static final Shape PAIRS = shape().many(
                    mscp("entry"),
                    shape().one(mscp("key"), WORD).one(mscp("value"), TEXT).build())
            .build();

    private static final Shape MCU_TYPES = shape().many(cccp("mcuType"), WORD).build();

    private static final Shape CONFERENCE = failing()
            .admits(MCU_URI, WORD)
            .optional(ci("conference-info"), ConferenceInfoShapes.CONFERENCE_INFO)
            .optional(cccp("notification"), BOOLEAN)
            .separator()
            .build();

    private static final Shape ONE_CONFERENCE = failing()
            .optional(ci("conference-info"), ConferenceInfoShapes.CONFERENCE_INFO)
            .separator()
            .build();

    private static final Shape ADD_USER = failing()
            .admits(MCU_URI, SIP_URI)
            .optional(cccp("conferenceKeys"), CONFERENCE_KEYS)
            .optional(ci("user"), ConferenceInfoShapes.USER)
            .optional(mscp("info"), shape().optional(mscp("contact"), URI).build())
            .optional(mscp("connection-info"), PAIRS)
            .separator()
            .build();

    private static final Shape USER = failing()
            .admits(MCU_URI, SIP_URI)
            .optional(cccp("conferenceKeys"), CONFERENCE_KEYS)
            .optional(ci("user"), ConferenceInfoShapes.USER)
            .separator()
            .build();

    private static final Shape ENDPOINT_MEDIA = failing()
            .admits(MCU_URI, SIP_URI)
            .optional(cccp("endpointKeys"), ENDPOINT_KEYS)
            .optional(ci("media"), ConferenceInfoShapes.MEDIA)
            .separator()
            .build();

    /** A response; the commands are its places. */
    static final Shape RESPONSE = shape().requires(Name.unqualified("requestId"), WORD)
            .admits(Name.unqualified("C3PVersion"), WORD)
            .requires(Name.unqualified("from"), SIP_URI)
            .requires(Name.unqualified("to"), SIP_OR_TEL_URI)
            .admits(Name.unqualified("responder"), SIP_URI)
            .requires(Name.unqualified("code"), TextRule.oneOf("success", "pending", "failure"))
            .admits(REASON, WORD)
            .admits(Name.unqualified("displayString"), TEXT)
            .admits(Name.unqualified("timeOut"), NON_NEGATIVE)
            .admits(Name.unqualified("retryAfter"), NON_NEGATIVE)
            .admits(Name.unqualified("version"), NON_NEGATIVE)
            .optional(cccp("addConference"), CONFERENCE)
            .optional(cccp("addEndpointMedia"), ENDPOINT_MEDIA)
            .optional(cccp("addUser"), ADD_USER)
            .optional(
                    cccp("endorseUser"),
                    shape().admits(Name.unqualified("result"), WORD)
                            .optional(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .optional(mscp("diagnostics-info"), PAIRS)
                            .separator()
                            .build())
            .optional(cccp("deleteConference"), ONE_CONFERENCE)
            .optional(cccp("deleteEndpointMedia"), ENDPOINT_MEDIA)
            .optional(cccp("deleteUser"), USER)
            .optional(
                    cccp("getAvailableMcuTypes"),
                    failing().one(cccp("mcu-types"), MCU_TYPES).separator().build())
            .optional(cccp("getConference"), ONE_CONFERENCE)
            .optional(
                    cccp("getConferences"),
                    failing()
                            .admits(Name.unqualified("static"), BOOLEAN)
                            .one(
                                    cccp("conferences"),
                                    shape().many(ci("conference-info"), ConferenceInfoShapes.CONFERENCE_INFO)
                                            .separator()
                                            .build())
                            .separator()
                            .build())
            .optional(
                    cccp("getEncryptionKey"),
                    failing()
                            .one(
                                    msci("encryption-key"),
                                    shape().one(msci("x509-certificate"), TextRule.BASE64)
                                            .build())
                            .optional(msci("opaque"), ConferenceInfoShapes.OPAQUE)
                            .separator()
                            .build())
            .optional(cccp("modifyConference"), CONFERENCE)
            .optional(
                    cccp("modifyConferenceLock"),
                    failing()
                            .optional(ci("conference-info"), ConferenceInfoShapes.CONFERENCE_INFO)
                            .optional(cccp("locked"), BOOLEAN)
                            .separator()
                            .optional(msci("admission-policy"), TextRule.ADMISSION_POLICY)
                            .optional(msci("autopromote"), TextRule.UNSIGNED_INT)
                            .optional(msci("pstn-lobby-bypass"), BOOLEAN)
                            .separator()
                            .build())
            .optional(
                    cccp("modifyConferenceAnnouncements"),
                    failing()
                            .admits(MCU_URI, SIP_URI)
                            .one(cccp("enabled"), BOOLEAN)
                            .separator()
                            .build())
            .optional(
                    cccp("modifyEndpoint"),
                    failing()
                            .admits(MCU_URI, SIP_URI)
                            .optional(cccp("endpointKeys"), ENDPOINT_KEYS)
                            .optional(ci("endpoint"), ConferenceInfoShapes.ENDPOINT)
                            .separator()
                            .build())
            .optional(cccp("modifyEndpointMedia"), ENDPOINT_MEDIA)
            .optional(cccp("modifyUser"), ADD_USER)
            .optional(
                    cccp("modifyUsersMediaFilters"),
                    failing()
                            .admits(MCU_URI, SIP_URI)
                            .one(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .many(cccp("unsupportedRole"), WORD)
                            .many(cccp("unknownUser"), SIP_URI)
                            .many(cccp("unsupportedMediaLabel"), WORD)
                            .separator()
                            .build())
            .optional(cccp("modifyUserRoles"), USER)
            .optional(
                    cccp("setLobbyAccess"),
                    failing()
                            .admits(MCU_URI, SIP_URI)
                            .optional(cccp("conferenceKeys"), CONFERENCE_KEYS)
                            .many(
                                    cccp("status"),
                                    shape().admits(REASON, WORD)
                                            .one(cccp("userEntity"), SIP_URI)
                                            .separator()
                                            .build())
                            .separator()
                            .build())
            .optional(
                    cccp("getConferencingCapabilities"),
                    failing()
                            .admits(Name.unqualified("capability-version"), NON_NEGATIVE)
                            .one(cccp("mcu-types"), MCU_TYPES)
                            .one(
                                    cccp("pstn-bridging"),
                                    shape().one(cccp("enabled"), BOOLEAN)
                                            .optional(cccp("access-numbers"), PstnShapes.ACCESS_NUMBERS)
                                            .separator()
                                            .build())
                            .optional(cccp("anonymous-scheduling"), BOOLEAN)
                            .separator()
                            .build())
            .optional(mscp("diagnostics-info"), PAIRS)
            .build();

    private ResponseShapes() {}

    /** A command element that can say why the command failed. */
    private static ShapeBuilder failing() {
        return shape().admits(REASON, WORD).optional(mscp("diagnostics-info"), PAIRS);
    }
}
