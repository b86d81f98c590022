package io.parley.c3p;

import static io.parley.c3p.C3pNames.MSAS;
import static io.parley.c3p.C3pNames.MSAV;
import static io.parley.c3p.C3pNames.MSDATA;
import static io.parley.c3p.C3pNames.MSMCU;
import static io.parley.c3p.C3pNames.ci;
import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.msci2;
import static io.parley.c3p.ShapeBuilder.open;
import static io.parley.c3p.ShapeBuilder.shape;
import static io.parley.c3p.ShapeBuilder.text;
import static io.parley.c3p.TextRule.BASE64;
import static io.parley.c3p.TextRule.BOOLEAN;
import static io.parley.c3p.TextRule.DATE_TIME;
import static io.parley.c3p.TextRule.LANGUAGES;
import static io.parley.c3p.TextRule.SIP_OR_TEL_URI;
import static io.parley.c3p.TextRule.SIP_URI;
import static io.parley.c3p.TextRule.TEXT;
import static io.parley.c3p.TextRule.UNSIGNED_INT;
import static io.parley.c3p.TextRule.URI;
import static io.parley.c3p.TextRule.WORD;

import io.parley.document.Name;

/** The schemas of conference documents and their extensions: MS-CONFBAS sections 8.1, 8.2, 8.4, 8.8 and 8.9. */
final class ConferenceInfoShapes {

    private static final Shape OPEN = open().build();
    private static final TextRule STATE_WORD = TextRule.oneOf("full", "partial", "deleted");
    private static final TextRule MEDIA_STATUS = TextRule.oneOf("recvonly", "sendonly", "sendrecv", "inactive");
    private static final TextRule FILTER = TextRule.oneOf("block", "unblock");

    static final Shape ROLES = shape().some(ci("entry"), WORD).build();

    private static final Shape EXECUTION = shape().optional(ci("when"), DATE_TIME)
            .optional(ci("reason"), TEXT)
            .optional(ci("by"), URI)
            .build();

    static final Shape DIALOG_ID = shape().optional(ci("display-text"), TEXT)
            .one(ci("call-id"), WORD)
            .one(ci("from-tag"), WORD)
            .one(ci("to-tag"), WORD)
            .build();

    static final Shape OPAQUE = shape().one(msci("issuing-server"), TEXT).build();

    private static final Shape CONFERENCE_KEY = shape().one(msci("cms-data"), BASE64)
            .optional(msci("opaque"), OPAQUE)
            .build();

    private static final Shape ENCRYPTED = shape().one(msci("cms-data"), BASE64).build();

    private static final Shape URIS = shape().admits(C3pNames.STATE, STATE_WORD)
            .some(
                    ci("entry"),
                    shape().one(ci("uri"), URI)
                            .optional(ci("display-text"), TEXT)
                            .optional(ci("purpose"), WORD)
                            .optional(ci("modified"), EXECUTION)
                            .optional(msci("hash-code"), TEXT)
                            .separator()
                            .optional(msci("encrypted-uri"), ENCRYPTED)
                            .separator()
                            .build())
            .build();

    private static final Shape AVAILABLE_MEDIA = shape().some(
                    ci("entry"),
                    shape().requires(Name.unqualified("label"), WORD)
                            .optional(ci("display-text"), TEXT)
                            .one(ci("type"), WORD)
                            .optional(ci("status"), MEDIA_STATUS)
                            .optional(msci("modal-parameters"), OPEN)
                            .separator()
                            .build())
            .build();

    static final Shape MEDIA = shape().requires(Name.unqualified("id"), WORD)
            .optional(ci("display-text"), TEXT)
            .optional(ci("type"), WORD)
            .optional(ci("label"), WORD)
            .optional(ci("src-id"), WORD)
            .optional(ci("status"), MEDIA_STATUS)
            .optional(msci("media-ingress-filter"), FILTER)
            .optional(msci("media-egress-filter"), FILTER)
            .separator()
            .build();

    private static final Shape CLIENT_INFO = shape().optional(msci("conversation-id"), WORD)
            .optional(msci("thread-id"), WORD)
            .separator()
            .optional(msci2("user-agent"), TEXT)
            .optional(msci2("lobby-capable"), BOOLEAN)
            .separator()
            .build();

    static final Shape ENDPOINT = shape().admits(C3pNames.ENTITY, WORD)
            .admits(C3pNames.STATE, STATE_WORD)
            .admits(msci("session-type"), WORD)
            .admits(msci("epid"), WORD)
            .admits(msci("sip-instance"), WORD)
            .admits(msci("endpoint-uri"), SIP_OR_TEL_URI)
            .admits(msci("refer-to-uri"), SIP_OR_TEL_URI)
            .admits(msci("asserted-identity"), SIP_URI)
            .optional(ci("display-text"), TEXT)
            .optional(ci("referred"), EXECUTION)
            .optional(
                    ci("status"),
                    TextRule.oneOf(
                            "pending",
                            "dialing-out",
                            "dialing-in",
                            "alerting",
                            "on-hold",
                            "connected",
                            "muted-via-focus",
                            "disconnecting",
                            "disconnected"))
            .optional(
                    ci("joining-method"),
                    TextRule.oneOf("dialed-in", "dialed-out", "focus-owner")
                            .reading("dialled-in", "dialed-in")
                            .reading("dialled-out", "dialed-out"))
            .optional(ci("joining-info"), EXECUTION)
            .optional(ci("disconnection-method"), TextRule.oneOf("departed", "booted", "failed", "busy"))
            .optional(ci("disconnection-info"), EXECUTION)
            .many(ci("media"), MEDIA)
            .optional(ci("call-info"), OPEN)
            .optional(msci("roles"), ROLES)
            .optional(msci("authMethod"), TextRule.oneOf("enterprise", "anonymous", "federated"))
            .optional(msci("accessMethod"), TextRule.oneOf("external", "internal"))
            .optional(msci("clientInfo"), CLIENT_INFO)
            .optional(msci("post-dial"), TEXT)
            .optional(msci("pstnRole"), TextRule.oneOf("attendee", "presenter"))
            .optional(msci("pstnLeaderPasscode"), TEXT)
            .optional(msci("endpoint-capabilities"), OPEN)
            .optional(msci("is-robot"), BOOLEAN)
            .optional(msci("current-sidebar"), URI)
            .separator()
            .optional(
                    msci("session-on-behalf-of"),
                    shape().one(msci("entity"), SIP_URI).build())
            .optional(msci("in-conferencing-services"), BOOLEAN)
            .optional(msci("languages"), LANGUAGES)
            .optional(msci("is-pstn-endpoint"), BOOLEAN)
            .separator()
            .optional(msci("client-recording"), OPEN)
            .separator()
            .build();

    static final Shape USER = shape().admits(C3pNames.ENTITY, URI)
            .admits(C3pNames.STATE, STATE_WORD)
            .admits(msci("smtp-address"), URI)
            .admits(msci("endorser"), URI)
            .admits(msci("endorser-display-name"), TEXT)
            .optional(ci("display-text"), TEXT)
            .optional(ci("associated-aors"), URIS)
            .optional(ci("roles"), ROLES)
            .optional(ci("languages"), LANGUAGES)
            .optional(ci("cascaded-focus"), URI)
            .many(ci("endpoint"), ENDPOINT)
            .optional(msci("designated-presenter"), BOOLEAN)
            .separator()
            .build();

    private static final Shape ORGANIZER = shape().optional(msci("entity"), URI)
            .optional(msci("display-name"), TEXT)
            .build();

    private static final Shape PSTN_ACCESS = shape().optional(msci("id"), TextRule.PSTN_MEETING_ID)
            .optional(msci("access-numbers"), PstnShapes.ACCESS_NUMBERS)
            .build();

    private static final Shape DESCRIPTION = description().build();

    private static ShapeBuilder description() {
        return shape().optional(ci("display-text"), TEXT)
                .optional(ci("subject"), TEXT)
                .optional(ci("free-text"), TEXT)
                .optional(ci("keywords"), TEXT)
                .optional(ci("conf-uris"), URIS)
                .optional(ci("service-uris"), URIS)
                .optional(ci("maximum-user-count"), UNSIGNED_INT)
                .optional(ci("available-media"), AVAILABLE_MEDIA)
                .optional(msci("disclaimer"), TEXT)
                .optional(msci("organizer"), ORGANIZER)
                .optional(msci("conference-id"), WORD)
                .optional(msci("conference-key"), CONFERENCE_KEY)
                .optional(msci("last-update"), DATE_TIME)
                .optional(msci("last-activate"), DATE_TIME)
                .optional(msci("is-active"), BOOLEAN)
                .optional(msci("expiry-time"), DATE_TIME)
                .optional(msci("admission-policy"), TextRule.ADMISSION_POLICY)
                .optional(msci("organizer-roaming-data"), OPEN)
                .optional(msci("notification-data"), OPEN)
                .separator()
                .optional(msci("pstn-access"), PSTN_ACCESS)
                .separator()
                .optional(msci("lobby-capable"), BOOLEAN)
                .one(msci("anonymous-type-allowed"), BOOLEAN)
                .optional(msci("join-url"), URI)
                .optional(msci("autopromote"), UNSIGNED_INT)
                .optional(msci("autopromote-allowed"), UNSIGNED_INT)
                .optional(msci("pstn-lobby-bypass"), BOOLEAN)
                .optional(msci("pstn-lobby-bypass-allowed"), BOOLEAN)
                .optional(msci("disclaimer-title"), TEXT)
                .optional(msci("recording-allowed"), BOOLEAN)
                .optional(msci("externaluser-recording-allowed"), BOOLEAN)
                .optional(msci("server-mode"), UNSIGNED_INT)
                .optional(msci("recording-notification"), BOOLEAN)
                .separator();
    }

    private static final Shape FILTER_RULES = shape().many(
                    msci("mayModifyOwnFilters"),
                    shape().one(msci("role"), WORD).one(msci("value"), BOOLEAN).build())
            .many(
                    msci("initialFilters"),
                    shape().one(msci("role"), WORD)
                            .optional(msci("ingressFilter"), FILTER)
                            .optional(msci("egressFilter"), FILTER)
                            .build())
            .build();

    private static final Shape PERMISSION_OPTIONS = shape().many(
                    msmcu("permission-option"),
                    shape().one(msmcu("name"), TEXT)
                            .one(msmcu("value"), TEXT)
                            .one(msmcu("mutable"), BOOLEAN)
                            .build())
            .build();

    private static final Shape PERMISSIONS = shape().many(
                    msmcu("permission-type"),
                    shape().one(msmcu("name"), TEXT).one(msmcu("value"), TEXT).build())
            .build();

    private static final Shape DATA_MCU_STATE = shape().optional(msdata("hasContent"), BOOLEAN)
            .optional(msdata("hasContentInMeeting"), BOOLEAN)
            .optional(msdata("hasPresentedContent"), BOOLEAN)
            .build();

    private static final Shape ENTITY_STATE = shape().admits(Name.unqualified("application"), WORD)
            .optional(msci("displayText"), TEXT)
            .optional(msci("userCount"), UNSIGNED_INT)
            .optional(msci("active"), BOOLEAN)
            .optional(msci("locked"), BOOLEAN)
            .optional(msci("mediaFiltersRules"), FILTER_RULES)
            .optional(msci("media"), AVAILABLE_MEDIA)
            .optional(Name.of(C3pNames.MSACP, "state"), OPEN)
            .optional(Name.of(MSAV, "state"), OPEN)
            .separator()
            .optional(
                    Name.of(MSAS, "session-ids"),
                    shape().some(Name.of(MSAS, "session-id"), WORD).build())
            .separator()
            .optional(msdata("data-mcu-state"), DATA_MCU_STATE)
            .optional(msmcu("permission-options"), PERMISSION_OPTIONS)
            .optional(msmcu("permissions"), PERMISSIONS)
            .separator()
            .build();

    private static final Shape ENTITY_SETTINGS = shape().optional(msci("mediaFiltersRules"), FILTER_RULES)
            .optional(msci("media"), AVAILABLE_MEDIA)
            .separator()
            .build();

    private static final Shape ENTITY_VIEW = shape().admits(C3pNames.CI_STATE, STATE_WORD)
            .admits(C3pNames.ENTITY, URI)
            .optional(msci("entity-capabilities"), shape().separator().build())
            .optional(msci("entity-policy"), shape().optional(msci("guid"), URI).build())
            .optional(msci("entity-settings"), ENTITY_SETTINGS)
            .optional(msci("entity-state"), ENTITY_STATE)
            .optional(msci("entity-shared-data"), shape().separator().build())
            .build();

    private static final Shape CONFERENCE_VIEW = shape().admits(C3pNames.CI_STATE, STATE_WORD)
            .many(msci("entity-view"), ENTITY_VIEW)
            .build();

    private static final Shape HOST_INFO = shape().optional(ci("display-text"), TEXT)
            .optional(ci("web-page"), URI)
            .optional(ci("uris"), URIS)
            .build();

    private static final Shape CONFERENCE_STATE = shape().optional(ci("user-count"), UNSIGNED_INT)
            .optional(ci("active"), BOOLEAN)
            .optional(ci("locked"), BOOLEAN)
            .build();

    static final Shape CONFERENCE_INFO = conferenceInfo(DESCRIPTION, users().build());

    /** What a client has provisioned: for most that is wrong in it the Focus Factory has a reason of its own (section 7.1). */
    static final Shape PROVISIONED_INFO = conferenceInfo(
            description().judgedByOthers().build(), users().judgedByOthers().build());

    private static ShapeBuilder users() {
        return shape().admits(C3pNames.STATE, STATE_WORD).many(ci("user"), USER);
    }

    private static Shape conferenceInfo(Shape description, Shape users) {
        return shape().requires(C3pNames.ENTITY, URI)
                .admits(msci("conference-id"), WORD)
                .admits(C3pNames.STATE, STATE_WORD)
                .admits(Name.unqualified("version"), UNSIGNED_INT)
                .admits(Name.unqualified("static"), BOOLEAN)
                .optional(ci("conference-description"), description)
                .optional(ci("host-info"), HOST_INFO)
                .optional(ci("conference-state"), CONFERENCE_STATE)
                .optional(ci("users"), users)
                .optional(ci("sidebars-by-ref"), URIS)
                .optional(ci("sidebars-by-val"), OPEN)
                .optional(msci("conference-view"), CONFERENCE_VIEW)
                .separator()
                .build();
    }

    static final Shape ENCRYPTION_KEY =
            shape().one(msci("x509-certificate"), TextRule.ENCODED).build();

    static final Shape FILTER_TEXT = text(FILTER);

    private ConferenceInfoShapes() {}

    private static Name msdata(String local) {
        return Name.of(MSDATA, local);
    }

    private static Name msmcu(String local) {
        return Name.of(MSMCU, local);
    }
}
