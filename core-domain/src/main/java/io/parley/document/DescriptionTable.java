package io.parley.document;

import static io.parley.document.Rows.controls;
import static io.parley.document.Rows.keyAttribute;
import static io.parley.document.Rows.many;
import static io.parley.document.Rows.one;
import static io.parley.document.Rows.optional;
import static io.parley.document.Rows.required;
import static io.parley.document.Rows.structure;

/** {@code conference-description} (RFC 6501 section 4.2), with available media and conference time. */
final class DescriptionTable {

    private static final Datatype ROLE =
            Datatype.open("none", "administrator", "moderator", "user", "observer", "participant");

    /** {@code media-status-type}, as the participants see the stream. */
    static final Datatype MEDIA_STATUS = Datatype.open("sendrecv", "sendonly", "recvonly", "inactive");

    private DescriptionTable() {}

    static Structure description() {
        return structure(
                optional(Attributes.LANG, Datatype.LANGUAGE, Access.CLIENT),
                optional(Info.DISPLAY_TEXT, Datatype.TEXT),
                optional(Info.SUBJECT, Datatype.TEXT),
                optional(Info.FREE_TEXT, Datatype.TEXT),
                optional(Info.KEYWORDS, Datatype.TOKENS),
                optional(Info.CONF_URIS, UriLists.confUris()).notInherited().leftOutWhenEmpty(),
                optional(Info.SERVICE_URIS, UriLists.uris(Access.CLIENT, Privacy.PUBLIC, Privacy.PUBLIC))
                        .leftOutWhenEmpty(),
                optional(Info.MAXIMUM_USER_COUNT, Datatype.COUNT).access(Access.MODERATOR),
                optional(Info.AVAILABLE_MEDIA, availableMedia()).leftOutWhenEmpty(),
                optional(Xcon.LANGUAGE, Datatype.LANGUAGE),
                optional(Xcon.ALLOW_SIDEBARS, Datatype.BOOLEAN).access(Access.MODERATOR),
                optional(Xcon.CLONING_PARENT, Datatype.XCON_URI)
                        .access(Access.SERVER)
                        .notInherited()
                        .identifier(IdentifierKind.XCON_URI),
                optional(Xcon.SIDEBAR_PARENT, Datatype.XCON_URI)
                        .access(Access.SERVER)
                        .notInherited()
                        .identifier(IdentifierKind.XCON_URI),
                optional(Xcon.CONFERENCE_TIME, conferenceTime()).replacedWhole().leftOutWhenEmpty());
    }

    private static Structure availableMedia() {
        return structure(many(
                        Info.ENTRY,
                        structure(
                                keyAttribute(Attributes.LABEL, Datatype.TOKEN, Access.CREATION, Privacy.PUBLIC),
                                optional(Info.DISPLAY_TEXT, Datatype.TEXT),
                                optional(Info.TYPE, Datatype.TOKEN),
                                optional(Info.STATUS, MEDIA_STATUS),
                                optional(Xcon.MIXING_MODE, Datatype.open("moderator-controlled", "FCFS", "automatic"))
                                        .access(Access.MODERATOR),
                                optional(Xcon.CODECS, codecs())
                                        .access(Access.MODERATOR)
                                        .replacedWhole(),
                                optional(Xcon.CONTROLS, controls(Access.MODERATOR))
                                        .access(Access.MODERATOR)))
                .key(Key.attributes(Attributes.LABEL)));
    }

    private static Structure codecs() {
        return structure(
                required(Attributes.DECISION, Datatype.open("automatic", "moderator-controlled"), Access.MODERATOR),
                many(
                                Xcon.CODEC,
                                structure(
                                        keyAttribute(Attributes.NAME, Datatype.TOKEN, Access.MODERATOR, Privacy.PUBLIC),
                                        required(
                                                Attributes.POLICY,
                                                Datatype.open("allowed", "disallowed"),
                                                Access.MODERATOR),
                                        optional(Xcon.SUBTYPE, Datatype.TEXT).access(Access.MODERATOR)))
                        .key(Key.attributes(Attributes.NAME))
                        .access(Access.MODERATOR));
    }

    private static Structure conferenceTime() {
        Structure offset = structure(required(Attributes.REQUIRED_PARTICIPANT, ROLE, Access.CLIENT));
        return structure(many(
                Xcon.ENTRY,
                structure(
                        one(Xcon.BASE, Datatype.TEXT).privacy(Privacy.ADDRESS),
                        optional(Xcon.MIXING_START_OFFSET, Datatype.UTC_TIME).holding(() -> offset),
                        optional(Xcon.MIXING_END_OFFSET, Datatype.UTC_TIME).holding(() -> offset),
                        optional(Xcon.CAN_JOIN_AFTER_OFFSET, Datatype.UTC_TIME),
                        optional(Xcon.MUST_JOIN_BEFORE_OFFSET, Datatype.UTC_TIME),
                        optional(Xcon.REQUEST_USER, Datatype.UTC_TIME),
                        optional(Xcon.NOTIFY_END_OF_CONFERENCE, Datatype.COUNT),
                        optional(Xcon.ALLOWED_EXTEND_MIXING_END_OFFSET, Datatype.BOOLEAN)
                                .access(Access.MODERATOR))));
    }
}
