package io.parley.document;

import static io.parley.document.Rows.execution;
import static io.parley.document.Rows.many;
import static io.parley.document.Rows.one;
import static io.parley.document.Rows.optional;
import static io.parley.document.Rows.state;
import static io.parley.document.Rows.structure;

/** {@code uris-type} of RFC 4575 at each of its places, and the passwords that RFC 6501 section 4.2.6 puts into one of them. */
final class UriLists {

    private static final Datatype PURPOSE = Datatype.TEXT;

    private UriLists() {}

    /** The ways into a conference; never inherited, since a clone has ways of its own. */
    static Structure confUris() {
        return structure(
                state(),
                many(
                                Info.ENTRY,
                                structure(
                                        state(),
                                        one(Info.URI, Datatype.URI)
                                                .access(Access.CREATION)
                                                .notInherited(),
                                        optional(Info.DISPLAY_TEXT, Datatype.TEXT)
                                                .notInherited(),
                                        optional(Info.PURPOSE, PURPOSE).notInherited(),
                                        modified(),
                                        many(Xcon.CONFERENCE_PASSWORD, Datatype.TEXT)
                                                .access(Access.MODERATOR)
                                                .notInherited()
                                                .privacy(Privacy.SECRET)))
                        .key(Key.child(Info.URI))
                        .notInherited());
    }

    /** A list of public URIs whose entries clients set. */
    static Structure uris(Access access, Privacy addresses, Privacy names) {
        return structure(
                state(),
                many(
                                Info.ENTRY,
                                structure(
                                        state(),
                                        one(Info.URI, Datatype.URI)
                                                .access(access == Access.CLIENT ? Access.CREATION : access)
                                                .privacy(addresses),
                                        optional(Info.DISPLAY_TEXT, Datatype.TEXT)
                                                .access(access)
                                                .privacy(names),
                                        optional(Info.PURPOSE, PURPOSE).access(access),
                                        modified()))
                        .key(Key.child(Info.URI))
                        .access(access)
                        .privacy(addresses));
    }

    private static ElementType.Builder modified() {
        return optional(Info.MODIFIED, execution(Privacy.PUBLIC))
                .access(Access.SERVER)
                .notInherited()
                .privacy(Privacy.ADDRESS);
    }
}
