package io.parley.document;

import static io.parley.document.Rows.optional;
import static io.parley.document.Rows.state;
import static io.parley.document.Rows.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The data model of RFC 6501 on RFC 4575 as one table: for every element and attribute at its place what it may hold, how often it
 * occurs, what its key is, who may set it, whether a clone inherits it, and what it tells of a person.
 *
 * <p>Where the normative RELAX NG of RFC 6501 section 5 and the XSD of its appendix B disagree, the table admits what either admits;
 * children are read in any order and written in that of the XSD. Merging, validation, privacy, cloning and the codecs read this table
 * and nothing else.
 */
public final class Schema {

    private static final Structure CONFERENCE = conference();

    /** {@code conference-info}: the whole document of a conference object. */
    public static final ElementType CONFERENCE_INFO =
            optional(Info.CONFERENCE_INFO, () -> CONFERENCE).notInherited().build();

    /** {@code conference-info/conference-description}. */
    public static final ElementType CONFERENCE_DESCRIPTION = CONFERENCE_INFO.child(Info.CONFERENCE_DESCRIPTION);

    /** {@code conference-info/conference-state}. */
    public static final ElementType CONFERENCE_STATE = CONFERENCE_INFO.child(Info.CONFERENCE_STATE);

    /** {@code conference-info/users}. */
    public static final ElementType USERS = CONFERENCE_INFO.child(Info.USERS);

    /** {@code conference-info/users/user}. */
    public static final ElementType USER = USERS.child(Info.USER);

    /** {@code conference-info/sidebars-by-ref}: a list of URIs, in which CCMP also answers lists of conferences and blueprints. */
    public static final ElementType SIDEBARS_BY_REF = CONFERENCE_INFO.child(Info.SIDEBARS_BY_REF);

    /** {@code conference-info/sidebars-by-val}. */
    public static final ElementType SIDEBARS_BY_VAL = CONFERENCE_INFO.child(Info.SIDEBARS_BY_VAL);

    private Schema() {}

    private static Structure conference() {
        return structure(
                new AttributeType(
                        Attributes.ENTITY,
                        Datatype.XCON_URI,
                        true,
                        Access.CREATION,
                        false,
                        Privacy.PUBLIC,
                        IdentifierKind.XCON_URI),
                new AttributeType(
                        Attributes.VERSION,
                        Datatype.VERSION,
                        false,
                        Access.CLIENT,
                        false,
                        Privacy.PUBLIC,
                        IdentifierKind.NUMBER),
                state(),
                optional(Info.CONFERENCE_DESCRIPTION, DescriptionTable.description()),
                optional(
                        Info.HOST_INFO,
                        structure(
                                optional(Info.DISPLAY_TEXT, Datatype.TEXT),
                                optional(Info.WEB_PAGE, Datatype.WEB_URI),
                                optional(Info.URIS, UriLists.uris(Access.CLIENT, Privacy.ADDRESS, Privacy.PUBLIC))
                                        .privacy(Privacy.ADDRESS)
                                        .leftOutWhenEmpty())),
                optional(Info.CONFERENCE_STATE, conferenceState()),
                optional(Info.USERS, UsersTable.users()).privacy(Privacy.IDENTITY),
                optional(Info.SIDEBARS_BY_REF, UriLists.uris(Access.SERVER, Privacy.PUBLIC, Privacy.PUBLIC))
                        .access(Access.SERVER)
                        .notInherited()
                        .leftOutWhenEmpty(),
                optional(Info.SIDEBARS_BY_VAL, sidebarsByVal())
                        .access(Access.SERVER)
                        .notInherited(),
                optional(Xcon.FLOOR_INFORMATION, FloorTable.floorInformation()).access(Access.MODERATOR));
    }

    private static Structure conferenceState() {
        return structure(
                optional(Info.USER_COUNT, Datatype.COUNT)
                        .access(Access.SERVER)
                        .notInherited()
                        .privacy(Privacy.PRESENCE),
                optional(Info.ACTIVE, Datatype.BOOLEAN).access(Access.SERVER).notInherited(),
                optional(Info.LOCKED, Datatype.BOOLEAN).access(Access.MODERATOR).notInherited(),
                optional(Xcon.ALLOW_CONFERENCE_EVENT_SUBSCRIPTION, Datatype.BOOLEAN)
                        .access(Access.MODERATOR));
    }

    private static Structure sidebarsByVal() {
        return structure(
                state(),
                ElementType.of(Info.ENTRY, ElementType.Occurrence.MANY)
                        .holding(() -> CONFERENCE)
                        .key(Key.attributes(Attributes.ENTITY).inLowerCase())
                        .access(Access.SERVER)
                        .notInherited());
    }

    /** Every row of the table with its place, from the root down; the recursion of sidebars by value is entered once. */
    public static List<String> places() {
        List<String> places = new ArrayList<>();
        walk("", CONFERENCE_INFO, new HashSet<>(), (place, type) -> {
            places.add(place);
            type.attributes().forEach(attribute -> places.add(place + "/@" + attribute.name()));
        });
        return places;
    }

    private static void walk(
            String parent, ElementType type, Set<ElementType> seen, BiConsumer<String, ElementType> row) {
        String place = parent + "/" + type.name();
        row.accept(place, type);
        List<ElementType> fresh = type.children().stream().filter(seen::add).toList();
        fresh.forEach(child -> walk(place, child, seen, row));
    }
}
