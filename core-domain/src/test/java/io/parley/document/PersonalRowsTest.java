package io.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.identity.ContactUri;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sights;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import io.parley.user.UserRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each row of the data model that tells something of a person, about somebody who wants to be unknown: others do not see it, not even
 * the owner of the conference. The person is whom the least document of the row names: user number 0.
 */
class PersonalRowsTest {

    private static final XconUserId SOMEBODY = XconUserId.of(Values.key(Datatype.XCON_USERID, 0));
    private static final String CONTACT = Values.key(Datatype.URI, 0);
    private static final String ADDRESS = CONTACT.substring(CONTACT.indexOf(':') + 1);
    private static final String NAME = "Zora Zaps";
    private static final XconUserId OWNER = XconUserId.of("xcon-userid:owner@example.com");
    private static final XconUserId OTHER = XconUserId.of("xcon-userid:other@example.com");
    private static final String RECORD = "/info:users/info:user/";
    private static final String CALENDAR = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE:mailto:" + ADDRESS
            + "\nDTSTART:20300101T000000Z\nEND:VEVENT\nEND:VCALENDAR\n";

    @TestFactory
    @Requirement({
        "DM-EL-016",
        "DM-EL-019",
        "DM-EL-051",
        "DM-EL-064",
        "DM-EL-065",
        "DM-EL-066",
        "DM-EL-073",
        "DM-EL-076",
        "DM-EL-077",
        "DM-EL-078",
        "DM-EL-080",
        "DM-EL-081",
        "DM-EL-082",
        "DM-EL-083",
        "DM-EL-084",
        "DM-EL-085",
        "DM-EL-086",
        "DM-EL-087",
        "DM-EL-088",
        "DM-EL-089",
        "DM-EL-090",
        "DM-EL-091",
        "DM-EL-092",
        "DM-EL-093",
        "DM-EL-094",
        "DM-EL-095",
        "DM-EL-098",
        "DM-EL-099",
        "DM-EL-100",
        "DM-EL-104",
        "DM-EL-105",
        "DM-EL-106",
        "DM-EL-107",
        "DM-EL-108",
        "DM-EL-110",
        "DM-EL-111",
        "DM-EL-113",
        "DM-EL-114",
        "DM-EL-116",
        "DM-EL-118",
        "DM-EL-119",
        "DM-EL-121",
        "DM-EL-122",
        "DM-EL-127",
        "DM-EL-128",
        "DM-EL-131",
        "DM-EL-140",
        "DM-EL-147",
        "DM-EL-148",
        "DM-EL-149",
        "DM-EL-150",
        "DM-EL-151",
        "DM-EL-152",
        "DM-EL-170"
    })
    Stream<DynamicTest> noRowTellsOfWhoWantsToBeUnknown() {
        return DataModelRow.all().stream()
                .filter(row -> !Set.of("public", "secret").contains(row.privacy()))
                .filter(row -> !row.path().endsWith("/info:user-count"))
                .flatMap(row -> Stream.of("private", "hidden")
                        .map(wish ->
                                dynamicTest(row.title() + " of a " + wish + " user", () -> assertUnseen(row, wish))));
    }

    @Test
    @Requirement("DM-EL-069")
    void theCountOfUsersDoesNotTellOfAHiddenOne() {
        Place count = Place.of("info:conference-info/info:conference-state/info:user-count");
        Conference conference = conference(count.holding("1"), "hidden");

        assertThat(count.valuesIn(conference.document())).containsExactly("1");
        assertThat(count.valuesIn(seen(conference, OWNER))).containsExactly("0");
        assertThat(count.valuesIn(seen(conference, OTHER))).containsExactly("0");
        assertThat(count.valuesIn(seen(conference, SOMEBODY))).containsExactly("1");
    }

    private static void assertUnseen(DataModelRow row, String wish) {
        Place place = row.place();
        Conference conference = conference(naming(row, place), wish);
        List<String> all = at(place, conference.document());

        assertThat(all).as("what there is").isNotEmpty();
        assertThat(at(place, seen(conference, OWNER, AccessPolicy.revealing(AccessPolicy.standard()))))
                .as("who may see it")
                .isEqualTo(all);
        for (XconUserId viewer : List.of(OWNER, OTHER)) {
            Element seen = seen(conference, viewer);
            assertThat(seen.toString()).doesNotContain(SOMEBODY.toString(), ADDRESS, NAME);
            List<String> left = at(place, seen);
            if (isOfHimAlone(row, place)) {
                assertThat(left).as("seen by %s", viewer).isEmpty();
            } else {
                assertThat(all.toString()).containsAnyOf(SOMEBODY.toString(), ADDRESS);
                assertThat(left).as("seen by %s", viewer).isNotEqualTo(all);
            }
        }
    }

    /** Whether nothing is left of it without him: all in his record, and each value but calendars and his identifier. */
    private static boolean isOfHimAlone(DataModelRow row, Place place) {
        boolean hasPseudonym = row.path().endsWith("/info:user/@entity");
        boolean isCalendar = place.type().name().equals(Xcon.BASE);
        return row.path().contains(RECORD) && !hasPseudonym
                || place.datatype().isPresent() && !hasPseudonym && !isCalendar;
    }

    /** What stands at a place, as text. */
    private static List<String> at(Place place, Element document) {
        return place.datatype().isPresent()
                ? place.valuesIn(document)
                : place.elementsIn(document).stream().map(Element::toString).toList();
    }

    /** The least document in which something stands at the place, and names him if it is not in his record. */
    private static Element naming(DataModelRow row, Place place) {
        Name name = place.type().name();
        int modified = row.path().indexOf("/info:modified");
        if (modified > 0) {
            Place entry = Place.of(row.path().substring(0, modified));
            Element by = entry.type().child(Info.MODIFIED).empty().with(Info.BY, CONTACT);
            return entry.holding(List.of(Composer.least(entry.type(), 1).with(by)));
        }
        if (place.attribute().isPresent() || place.isPartOfAKey()) {
            return place.holdingOne();
        }
        if (name.equals(Xcon.BASE)) {
            return place.holding(CALENDAR);
        }
        if (name.equals(Xcon.MODERATOR_ID)) {
            return place.holding(SOMEBODY.toString());
        }
        if (place.type().datatype().filter(Datatype.URI::equals).isPresent()) {
            return place.holding(CONTACT);
        }
        if (place.datatype().isPresent()) {
            return place.holdingOne();
        }
        return place.holding(List.of(filled(place.type())));
    }

    /** The least element with so much in it that it tells something. */
    private static Element filled(ElementType type) {
        Element least = Composer.least(type, 0);
        for (Name child : List.of(Xcon.TARGET, Xcon.USER, Info.USER, Info.ENTRY)) {
            ElementType entry = type.child(child);
            if (!entry.isForeign()) {
                return least.with(Composer.least(entry, 0));
            }
        }
        ElementType persons = type.child(Xcon.PERSISTENT_LIST);
        return persons.isForeign() ? least : least.with(filled(persons));
    }

    /** A conference of somebody else's in which he is, with that wish. */
    private static Conference conference(Element document, String wish) {
        Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
        Element record = users.entry(Info.USER, SOMEBODY.toString())
                .orElseGet(() -> Composer.least(Schema.USER, 0))
                .with(Xcon.PROVIDE_ANONYMITY, wish);
        Element all = document.with(users.with(record));
        return Conference.founded(Kind.ACTIVE_CONFERENCE, all).withOwner(OWNER).withPseudonyms(new OneToken());
    }

    private static Element seen(Conference conference, XconUserId viewer) {
        return seen(conference, viewer, AccessPolicy.standard());
    }

    private static Element seen(Conference conference, XconUserId viewer, AccessPolicy policy) {
        Requester requester = new Requester(RegisteredUser.of(viewer), true);
        return new Sights(policy, new Directory())
                .of(new Alone(conference), conference, requester)
                .withSidebars();
    }

    private static final class OneToken implements FreshIdentifiers {
        @Override
        public String token() {
            return "opaque";
        }

        @Override
        public int number() {
            return 1;
        }
    }

    /** Knows him alone. */
    private static final class Directory implements UserRegistry {
        private final RegisteredUser somebody =
                new RegisteredUser(SOMEBODY, NAME, Set.of(ContactUri.of(CONTACT)), false);

        @Override
        public Optional<RegisteredUser> registered(XconUserId id) {
            return Optional.of(somebody).filter(user -> user.id().equals(id));
        }

        @Override
        public Optional<RegisteredUser> owner(ContactUri contact) {
            return Optional.of(somebody).filter(user -> user.contacts().contains(contact));
        }
    }

    private record Alone(Conference conference) implements Snapshot {
        @Override
        public Optional<Conference> find(XconUri id) {
            return Optional.of(conference).filter(it -> it.id().equals(id));
        }

        @Override
        public List<Conference> childrenOf(XconUri parent) {
            return List.of();
        }

        @Override
        public Iterable<Conference> all() {
            return List.of(conference);
        }

        @Override
        public boolean reaches(Tally tally, int limit) {
            return false;
        }
    }
}
