package io.parley.document;

import static io.parley.document.Rows.keyAttribute;
import static io.parley.document.Rows.optional;
import static io.parley.document.Rows.some;
import static io.parley.document.Rows.structure;

/** {@code floor-information} (RFC 6501 section 4.5). */
final class FloorTable {

    private FloorTable() {}

    static Structure floorInformation() {
        return structure(
                optional(Xcon.CONFERENCE_ID, Datatype.UNSIGNED_LONG)
                        .access(Access.SERVER)
                        .notInherited(),
                optional(Xcon.ALLOW_FLOOR_EVENTS, Datatype.BOOLEAN).access(Access.MODERATOR),
                optional(Xcon.FLOOR_REQUEST_HANDLING, Datatype.open("block", "confirm"))
                        .access(Access.MODERATOR),
                optional(
                                Xcon.CONFERENCE_FLOOR_POLICY,
                                structure(some(Xcon.FLOOR, floor())
                                        .key(Key.attributes(Attributes.ID))
                                        .access(Access.MODERATOR)))
                        .access(Access.MODERATOR));
    }

    private static Structure floor() {
        return structure(
                keyAttribute(Attributes.ID, Datatype.TOKEN, Access.CREATION, Privacy.PUBLIC),
                some(Xcon.MEDIA_LABEL, Datatype.TOKEN)
                        .key(Key.OWN_TEXT)
                        .access(Access.MODERATOR)
                        .replacedWhole(),
                optional(Xcon.ALGORITHM, Datatype.open("moderator-controlled", "FCFS", "random"))
                        .access(Access.MODERATOR),
                optional(Xcon.MAX_FLOOR_USERS, Datatype.COUNT).access(Access.MODERATOR),
                optional(Xcon.MODERATOR_ID, Datatype.MODERATOR_ID)
                        .access(Access.MODERATOR)
                        .privacy(Privacy.IDENTITY));
    }
}
