package io.parley.document;

import static io.parley.document.Rows.controls;
import static io.parley.document.Rows.execution;
import static io.parley.document.Rows.keyAttribute;
import static io.parley.document.Rows.many;
import static io.parley.document.Rows.one;
import static io.parley.document.Rows.optional;
import static io.parley.document.Rows.required;
import static io.parley.document.Rows.some;
import static io.parley.document.Rows.state;
import static io.parley.document.Rows.structure;

/** {@code users} (RFC 6501 section 4.6): the policies of membership, the lists, and the users with their endpoints. */
final class UsersTable {

    private UsersTable() {}

    static Structure users() {
        return structure(
                state(),
                many(Info.USER, user())
                        .key(Key.attributes(Attributes.ENTITY).inLowerCase())
                        .access(Access.SELF)
                        .privacy(Privacy.IDENTITY),
                optional(
                                Xcon.JOIN_HANDLING,
                                Datatype.open("block", "confirm", "allow", "authenticate", "directed-operator"))
                        .access(Access.MODERATOR),
                optional(
                                Xcon.USER_ADMISSION_POLICY,
                                Datatype.open("closedAuthenticated", "openAuthenticated", "anonymous"))
                        .access(Access.MODERATOR),
                optional(Xcon.ALLOWED_USERS_LIST, allowedUsers())
                        .access(Access.MODERATOR)
                        .privacy(Privacy.ADDRESS)
                        .replacedWhole(),
                optional(Xcon.DENY_USERS_LIST, deniedUsers())
                        .access(Access.MODERATOR)
                        .privacy(Privacy.ADDRESS)
                        .replacedWhole()
                        .inheritedByEntry());
    }

    private static Structure allowedUsers() {
        return structure(
                many(
                                Xcon.TARGET,
                                structure(
                                        keyAttribute(Attributes.URI, Datatype.URI, Access.MODERATOR, Privacy.ADDRESS),
                                        required(
                                                Attributes.METHOD,
                                                Datatype.open("dial-in", "dial-out", "refer"),
                                                Access.MODERATOR)))
                        .key(Key.attributes(Attributes.URI, Attributes.METHOD))
                        .access(Access.MODERATOR)
                        .privacy(Privacy.ADDRESS),
                optional(Xcon.PERSISTENT_LIST, persistentList())
                        .access(Access.MODERATOR)
                        .privacy(Privacy.IDENTITY));
    }

    private static Structure deniedUsers() {
        return structure(many(
                        Xcon.TARGET,
                        structure(keyAttribute(Attributes.URI, Datatype.URI, Access.MODERATOR, Privacy.ADDRESS)))
                .key(Key.attributes(Attributes.URI))
                .access(Access.MODERATOR)
                .privacy(Privacy.ADDRESS));
    }

    private static Structure persistentList() {
        Structure person = structure(
                required(Attributes.NAME, Datatype.TEXT, Access.MODERATOR, Privacy.IDENTITY),
                required(Attributes.NICKNAME, Datatype.TEXT, Access.MODERATOR, Privacy.IDENTITY),
                keyAttribute(
                        Attributes.ID,
                        Datatype.XCON_USERID,
                        Access.MODERATOR,
                        Privacy.IDENTITY,
                        IdentifierKind.XCON_USERID),
                many(Xcon.E_MAIL, Datatype.TOKEN).access(Access.MODERATOR).privacy(Privacy.ADDRESS));
        return structure(many(Xcon.USER, person.reading(Xcon.EMAIL, Xcon.E_MAIL))
                .key(Key.attributes(Attributes.ID).inLowerCase())
                .access(Access.MODERATOR)
                .privacy(Privacy.IDENTITY));
    }

    private static Structure user() {
        return structure(
                keyAttribute(
                        Attributes.ENTITY,
                        Datatype.XCON_USERID,
                        Access.CREATION,
                        Privacy.IDENTITY,
                        IdentifierKind.XCON_USERID),
                state(),
                optional(Info.DISPLAY_TEXT, Datatype.TEXT).access(Access.SELF).privacy(Privacy.IDENTITY),
                optional(Info.ASSOCIATED_AORS, UriLists.uris(Access.SELF, Privacy.ADDRESS, Privacy.IDENTITY))
                        .access(Access.SELF)
                        .privacy(Privacy.ADDRESS)
                        .leftOutWhenEmpty(),
                optional(
                                Info.ROLES,
                                structure(some(
                                                Info.ENTRY,
                                                Datatype.open(
                                                        "administrator",
                                                        "moderator",
                                                        "user",
                                                        "participant",
                                                        "observer",
                                                        "none"))
                                        .key(Key.OWN_TEXT)
                                        .access(Access.MODERATOR)))
                        .access(Access.MODERATOR)
                        .replacedWhole(),
                optional(Info.LANGUAGES, Datatype.LANGUAGES).access(Access.SELF).privacy(Privacy.IDENTITY),
                optional(Info.CASCADED_FOCUS, Datatype.URI)
                        .access(Access.SERVER)
                        .notInherited()
                        .privacy(Privacy.ADDRESS),
                many(Info.ENDPOINT, endpoint())
                        .key(Key.attributes(Attributes.ENTITY))
                        .access(Access.SELF)
                        .notInherited()
                        .privacy(Privacy.ADDRESS),
                optional(Xcon.PROVIDE_ANONYMITY, Datatype.open("private", "semi-private", "hidden"))
                        .access(Access.SELF)
                        .privacy(Privacy.IDENTITY),
                optional(Xcon.ALLOW_REFER_USERS_DYNAMICALLY, Datatype.BOOLEAN).access(Access.MODERATOR),
                optional(Xcon.ALLOW_INVITE_USERS_DYNAMICALLY, Datatype.BOOLEAN).access(Access.MODERATOR),
                optional(Xcon.ALLOW_REMOVE_USERS_DYNAMICALLY, Datatype.BOOLEAN).access(Access.MODERATOR));
    }

    private static Structure endpoint() {
        return structure(
                keyAttribute(Attributes.ENTITY, Datatype.TOKEN, Access.CREATION, Privacy.ADDRESS),
                state(),
                optional(Info.DISPLAY_TEXT, Datatype.TEXT).access(Access.SELF).privacy(Privacy.IDENTITY),
                optional(Info.REFERRED, execution(Privacy.PRESENCE))
                        .access(Access.SERVER)
                        .privacy(Privacy.ADDRESS),
                optional(
                                Info.STATUS,
                                Datatype.open(
                                        "pending",
                                        "dialing-out",
                                        "dialing-in",
                                        "alerting",
                                        "on-hold",
                                        "connected",
                                        "muted-via-focus",
                                        "disconnecting",
                                        "disconnected"))
                        .access(Access.SERVER)
                        .privacy(Privacy.PRESENCE),
                optional(Info.JOINING_METHOD, Datatype.open("dialed-in", "dialed-out", "focus-owner"))
                        .access(Access.SERVER),
                optional(Info.JOINING_INFO, execution(Privacy.PRESENCE))
                        .access(Access.SERVER)
                        .privacy(Privacy.ADDRESS),
                optional(Info.DISCONNECTION_METHOD, Datatype.open("departed", "booted", "failed", "busy"))
                        .access(Access.SERVER),
                optional(Info.DISCONNECTION_INFO, execution(Privacy.PRESENCE))
                        .access(Access.SERVER)
                        .privacy(Privacy.ADDRESS),
                many(Info.MEDIA, media())
                        .key(Key.attributes(Attributes.ID))
                        .access(Access.SELF)
                        .privacy(Privacy.PRESENCE),
                optional(
                                Info.CALL_INFO,
                                structure(optional(Info.SIP, dialog())
                                        .access(Access.SERVER)
                                        .privacy(Privacy.SIGNALLING)))
                        .access(Access.SERVER)
                        .privacy(Privacy.SIGNALLING));
    }

    private static Structure media() {
        return structure(
                keyAttribute(Attributes.ID, Datatype.TOKEN, Access.CREATION, Privacy.PUBLIC),
                state(),
                optional(Info.DISPLAY_TEXT, Datatype.TEXT).access(Access.SELF),
                optional(Info.TYPE, Datatype.TOKEN).access(Access.CREATION),
                optional(Info.LABEL, Datatype.TOKEN).access(Access.CREATION),
                optional(Info.SRC_ID, Datatype.TEXT).access(Access.SERVER).privacy(Privacy.SIGNALLING),
                optional(Info.STATUS, DescriptionTable.MEDIA_STATUS)
                        .access(Access.SELF)
                        .privacy(Privacy.PRESENCE),
                optional(Xcon.TO_MIXER, mixer("VideoIn", "AudioIn")).access(Access.SELF),
                optional(Xcon.FROM_MIXER, mixer("VideoOut", "AudioOut")).access(Access.SELF));
    }

    private static Structure mixer(String... names) {
        Structure floor = structure(keyAttribute(Attributes.ID, Datatype.TOKEN, Access.SERVER, Privacy.PUBLIC));
        return structure(
                required(Attributes.NAME, Datatype.open(names), Access.SELF),
                many(Xcon.FLOOR, Datatype.BOOLEAN)
                        .holding(() -> floor)
                        .key(Key.attributes(Attributes.ID))
                        .access(Access.SERVER)
                        .privacy(Privacy.PRESENCE),
                many(Xcon.CONTROLS, controls(Access.SELF)).access(Access.SELF).replacedWhole());
    }

    private static Structure dialog() {
        return structure(
                optional(Info.DISPLAY_TEXT, Datatype.TEXT).access(Access.SERVER).privacy(Privacy.SIGNALLING),
                one(Info.CALL_ID, Datatype.TOKEN).access(Access.SERVER).privacy(Privacy.SIGNALLING),
                one(Info.FROM_TAG, Datatype.TOKEN).access(Access.SERVER).privacy(Privacy.SIGNALLING),
                one(Info.TO_TAG, Datatype.TOKEN).access(Access.SERVER).privacy(Privacy.SIGNALLING));
    }
}
