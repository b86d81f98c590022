package io.parley.privacy;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Requester;
import io.parley.conference.Attendance;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.ContactUri;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import io.parley.user.UserRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A conference with people in it who want to be unknown to each other in all the ways that there are, and who are named at all the
 * places where a document names people. Everything that tells who user {@code i} is holds {@link #mark}{@code (i)}.
 */
final class Gathering {

    static final List<String> WISHES = List.of("", "private", "semi-private", "hidden", "anonymous", "stealth");
    static final XconUri MAIN = XconUri.of("main", "example.com");
    static final XconUri SIDEBAR = XconUri.of("side", "example.com");

    private final List<String> wishes;
    private final Random dice;
    private final Conference main;
    private final Conference sidebar;

    /** People with these wishes, of whom the first owns the conference; {@code dice} decides who is named where. */
    Gathering(List<String> wishes, long seed) {
        this.wishes = List.copyOf(wishes);
        this.dice = new Random(seed);
        this.sidebar = conference(SIDEBAR, Kind.SIDEBAR_BY_VALUE, document(SIDEBAR, Schema.CONFERENCE_INFO));
        Element document = document(MAIN, Schema.CONFERENCE_INFO);
        ElementType entry = Schema.SIDEBARS_BY_VAL.child(Info.ENTRY);
        this.main = conference(
                MAIN,
                Kind.ACTIVE_CONFERENCE,
                document.with(Schema.SIDEBARS_BY_VAL.empty().with(entry.adopt(sidebar.document()))));
    }

    static String mark(int user) {
        return "zq" + user + "qz";
    }

    static XconUserId id(int user) {
        return XconUserId.of(mark(user), "example.com");
    }

    int size() {
        return wishes.size();
    }

    String wish(int user) {
        return wishes.get(user);
    }

    Conference main() {
        return main;
    }

    Conference sidebar() {
        return sidebar;
    }

    /** What user {@code viewer} sees of {@code conference}. */
    Sight sight(Conference conference, int viewer, AccessPolicy policy) {
        return sight(conference, new Requester(registered(viewer), true), policy);
    }

    Sight sight(Conference conference, Requester viewer, AccessPolicy policy) {
        return new Sights(policy, new Everybody()).of(new Two(), conference, viewer);
    }

    RegisteredUser registered(int user) {
        return new RegisteredUser(
                id(user),
                "Name " + mark(user),
                Set.of(ContactUri.of("sip:known-" + mark(user) + "@example.org")),
                false);
    }

    private Conference conference(XconUri id, Kind kind, Element document) {
        Conference founded = Conference.founded(kind, document).withOwner(id(0));
        Conference related = id.equals(SIDEBAR) ? founded.withParent(MAIN) : founded;
        Conference conference = related.next(document, Attendance.NOBODY.withPending(id(wishes.size() - 1)));
        return conference.withPseudonyms(new Tokens());
    }

    private Element document(XconUri id, ElementType type) {
        Element hosts = type.child(Info.HOST_INFO).empty();
        ElementType floors = type.child(Xcon.FLOOR_INFORMATION);
        ElementType policy = floors.child(Xcon.CONFERENCE_FLOOR_POLICY);
        Element floor = policy.child(Xcon.FLOOR)
                .empty()
                .withAttribute(Attributes.ID, "1")
                .with(Xcon.MEDIA_LABEL, "1")
                .with(Xcon.MODERATOR_ID, id(somebody()).toString());
        Element description = Schema.CONFERENCE_DESCRIPTION
                .empty()
                .with(Info.DISPLAY_TEXT, "New conference by Name " + mark(0) + " cloned from the pattern");
        ElementType times = description.type().child(Xcon.CONFERENCE_TIME);
        Element time = times.child(Xcon.ENTRY)
                .empty()
                .with(
                        Xcon.BASE,
                        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=Somebody:\n mailto:aor-" + mark(somebody())
                                + "@example.net\nDTSTART:20260101T000000Z\nEND:VEVENT\nEND:VCALENDAR\n");
        return type.empty()
                .withAttribute(Attributes.ENTITY, id.toString())
                .with(description.with(times.empty().with(time)))
                .with(hosts.with(uris(hosts.type().child(Info.URIS), address(somebody()))))
                .with(Schema.CONFERENCE_STATE.empty().with(Info.USER_COUNT, Integer.toString(wishes.size())))
                .with(users())
                .with(floors.empty().with(policy.empty().with(floor)));
    }

    private Element users() {
        Element users = Schema.USERS.empty().with(Xcon.JOIN_HANDLING, "allow");
        for (int user = 0; user < wishes.size(); user++) {
            users = users.with(record(user));
        }
        return users.with(list(Xcon.ALLOWED_USERS_LIST)).with(list(Xcon.DENY_USERS_LIST));
    }

    private Element record(int user) {
        ElementType endpoints = Schema.USER.child(Info.ENDPOINT);
        Element joining = endpoints
                .child(Info.JOINING_INFO)
                .empty()
                .with(Info.REASON, "invited")
                .with(Info.BY, address(somebody()));
        Element record = Schema.USER
                .empty()
                .withAttribute(Attributes.ENTITY, id(user).toString())
                .with(Info.DISPLAY_TEXT, "Name " + mark(user))
                .with(uris(Schema.USER.child(Info.ASSOCIATED_AORS), "mailto:aor-" + mark(user) + "@example.net"))
                .with(endpoints
                        .empty()
                        .withAttribute(Attributes.ENTITY, "sip:device-" + mark(user) + "@example.org;transport=tcp")
                        .with(Info.STATUS, "pending")
                        .with(joining))
                .with(ElementType.foreign(Name.of("urn:example:card", "card")).text("card of " + mark(user)));
        if (dice.nextBoolean()) {
            ElementType roles = Schema.USER.child(Info.ROLES);
            record = record.with(
                    roles.empty().with(roles.child(Info.ENTRY).text(dice.nextBoolean() ? "moderator" : "participant")));
        }
        return wishes.get(user).isEmpty() ? record : record.with(Xcon.PROVIDE_ANONYMITY, wishes.get(user));
    }

    private Element list(Name name) {
        boolean allows = name.equals(Xcon.ALLOWED_USERS_LIST);
        ElementType type = Schema.USERS.child(name);
        Element list = type.empty();
        List<String> targets = new ArrayList<>(List.of("moderator", "*@example.com", "sip:else@example.com"));
        for (int i = 0; i < 3; i++) {
            targets.add(dice.nextInt(targets.size() + 1), address(somebody()));
        }
        for (String uri : targets) {
            Element target = type.child(Xcon.TARGET).empty().withAttribute(Attributes.URI, uri);
            list = list.with(allows ? target.withAttribute(Attributes.METHOD, "dial-in") : ban(target));
        }
        if (!allows) {
            return list.with(
                    fromParent(type.child(Xcon.TARGET).empty().withAttribute(Attributes.URI, "sip:banned-by-parent")));
        }
        ElementType persons = type.child(Xcon.PERSISTENT_LIST);
        int person = somebody();
        return list.with(persons.empty()
                .with(persons.child(Xcon.USER)
                        .empty()
                        .withAttribute(Attributes.NAME, "Name " + mark(person))
                        .withAttribute(Attributes.NICKNAME, mark(person))
                        .withAttribute(Attributes.ID, id(person).toString())
                        .with(Xcon.E_MAIL, "aor-" + mark(person) + "@example.net")));
    }

    /** A ban of the conference's own, or one that it has from a parent which nobody here steers. */
    private Element ban(Element target) {
        return dice.nextBoolean() ? fromParent(target) : target;
    }

    private static Element fromParent(Element target) {
        return target.withAttribute(CloningMarks.SAID_BY, "xcon:parent@example.com");
    }

    private static Element uris(ElementType type, String uri) {
        return type.empty().with(type.child(Info.ENTRY).empty().with(Info.URI, uri));
    }

    private String address(int user) {
        return switch (dice.nextInt(4)) {
            case 0 -> id(user).toString();
            case 1 -> "sip:device-" + mark(user) + "@example.org";
            case 2 -> "mailto:aor-" + mark(user) + "@example.net";
            default -> "sip:known-" + mark(user) + "@example.org";
        };
    }

    private int somebody() {
        return dice.nextInt(wishes.size());
    }

    private static final class Tokens implements FreshIdentifiers {
        private int next;

        @Override
        public String token() {
            return "opaque" + next++;
        }

        @Override
        public int number() {
            return ++next;
        }
    }

    private final class Two implements Snapshot {
        @Override
        public Optional<Conference> find(XconUri id) {
            return id.equals(MAIN)
                    ? Optional.of(main)
                    : Optional.of(sidebar).filter(it -> it.id().equals(id));
        }

        @Override
        public List<Conference> childrenOf(XconUri parent) {
            return List.of();
        }

        @Override
        public Iterable<Conference> all() {
            return List.of(main, sidebar);
        }

        @Override
        public boolean reaches(Tally tally, int limit) {
            return false;
        }
    }

    private final class Everybody implements UserRegistry {
        @Override
        public Optional<RegisteredUser> registered(XconUserId id) {
            for (int user = 0; user < wishes.size(); user++) {
                if (id(user).equals(id)) {
                    return Optional.of(Gathering.this.registered(user));
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<RegisteredUser> owner(ContactUri contact) {
            for (int user = 0; user < wishes.size(); user++) {
                if (Gathering.this.registered(user).contacts().contains(contact)) {
                    return Optional.of(Gathering.this.registered(user));
                }
            }
            return Optional.empty();
        }
    }
}
