package io.parley.examples.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.C3pRole;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.c3p.UserKeys;
import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService.Departure;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, who applies one document after the other knows what somebody knows who comes anew (RFC 4575 section 4.6). */
class AnyMeetingTest {

    private enum Kind {
        JOIN,
        LEAVE,
        PROMOTE,
        DEMOTE,
        LOCK,
        UNLOCK,
        ADMIT,
        DENY,
        EJECT,
        LOOK
    }

    private record Deed(Kind kind, int user, int device) {
        String who() {
            return "sip:user" + user + "@example.com";
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 2))
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    /** What a client makes of the documents. */
    private static final class Copy {
        private final Map<String, Element> users = new TreeMap<>();
        private final Map<String, Element> parts = new TreeMap<>();
        private long version;

        void apply(Element document) {
            long number = Long.parseLong(document.attribute(Attributes.VERSION).orElseThrow());
            assertThat(number).as("no gap and no repeat").isEqualTo(version + 1);
            version = number;
            boolean full = document.attribute(Attributes.STATE).orElseThrow().equals("full");
            if (full) {
                users.clear();
                parts.clear();
            }
            for (Element part : document.elements()) {
                if (part.name().local().equals("users")) {
                    part.elements().forEach(this::user);
                } else {
                    parts.put(part.name().local(), withoutState(part));
                }
            }
        }

        /** A view is full in a full document and partial in another; with one entity in it that is the same. */
        private static Element withoutState(Element part) {
            Element plain = part;
            for (Attribute attribute : part.attributes()) {
                plain = attribute.name().local().equals("state") ? plain.withoutAttribute(attribute.name()) : plain;
            }
            return plain;
        }

        /** How many users are connected by some device. */
        int joined() {
            return (int) users.values().stream()
                    .filter(user -> user.elements().stream()
                            .anyMatch(device -> device.childText(Info.STATUS)
                                    .filter("connected"::equals)
                                    .isPresent()))
                    .count();
        }

        private void user(Element user) {
            String entity = user.attribute(Attributes.ENTITY).orElseThrow();
            if (user.attribute(Attributes.STATE).orElseThrow().equals("deleted")) {
                assertThat(users.remove(entity)).as("%s was known", entity).isNotNull();
            } else {
                users.put(entity, user);
            }
        }
    }

    @Property(tries = 200)
    void applyingOneDocumentAfterTheOtherGivesTheFullOne(@ForAll("deeds") List<Deed> deeds) {
        replayed(deeds);
    }

    @Example
    @Requirement("C3P-I-07")
    void afterTenThousandChangesTheReplayIsTheFullDocument() {
        Random random = new Random(1);
        Kind[] kinds = Kind.values();
        replayed(Stream.generate(() ->
                        new Deed(kinds[random.nextInt(kinds.length)], 1 + random.nextInt(4), 1 + random.nextInt(2)))
                .limit(10_000)
                .toList());
    }

    private static void replayed(List<Deed> deeds) {
        Meeting meeting = Meeting.open();
        Meeting.Caller alice = meeting.join(Meeting.ALICE);
        RosterWatch watching = alice.watch();
        Copy copy = new Copy();
        watching.next().ifPresent(copy::apply);
        Map<String, Meeting.Caller> callers = new TreeMap<>();
        for (Deed deed : deeds) {
            act(meeting, alice, callers, deed);
            if (deed.kind() == Kind.LOOK) {
                watching.next().ifPresent(copy::apply);
            }
        }
        watching.next().ifPresent(copy::apply);
        Copy anew = new Copy();
        alice.watch().next().ifPresent(anew::apply);
        assertThat(copy.users).isEqualTo(anew.users);
        assertThat(copy.parts).isEqualTo(anew.parts);
        assertThat(watching.next()).isEmpty();
    }

    @Property(tries = 50)
    void rosterAndCountsAgreeAfterEachChange(@ForAll("deeds") List<Deed> deeds) {
        Meeting meeting = Meeting.open();
        Meeting.Caller alice = meeting.join(Meeting.ALICE);
        RosterWatch watching = alice.watch();
        RosterWatch plain = alice.watchPlainly();
        Copy copy = new Copy();
        Copy counted = new Copy();
        Map<String, Meeting.Caller> callers = new TreeMap<>();
        for (Deed deed : deeds) {
            act(meeting, alice, callers, deed);
            watching.next().ifPresent(copy::apply);
            for (Optional<Element> told = plain.next(); told.isPresent(); told = plain.next()) {
                counted.apply(told.get());
                assertThat(counted.parts.get("conference-state").childText(Info.USER_COUNT))
                        .as("who has left does not count where that is told, after %s", deed)
                        .contains(Integer.toString(counted.joined()));
            }
            assertThat(counted.users).as("%s", deed).hasSameSizeAs(copy.users);
            assertThat(counted.parts.get("conference-state").childText(Info.USER_COUNT))
                    .as("who is in, after %s", deed)
                    .contains(Integer.toString(copy.joined()));
            assertThat(meeting.retrieved().textAt(Info.CONFERENCE_STATE, Info.USER_COUNT))
                    .as("who is listed, in the lobby or not, after %s", deed)
                    .contains(Integer.toString(copy.users.size()));
            assertThat(meeting.parley
                            .focus()
                            .find(meeting.uri)
                            .orElseThrow()
                            .attendance()
                            .size())
                    .as("who is in and not in the lobby, after %s", deed)
                    .isEqualTo(copy.joined());
        }
    }

    private static void act(Meeting meeting, Meeting.Caller alice, Map<String, Meeting.Caller> callers, Deed deed) {
        ConferenceKeys keys = ConferenceKeys.of(meeting.uri);
        UserKeys user = new UserKeys(meeting.uri, SipUri.of(deed.who()));
        String device = "{" + deed.user() + "-" + deed.device() + "}";
        switch (deed.kind()) {
            case JOIN -> callers.put(device, meeting.join(deed.who(), device));
            case LEAVE ->
                Optional.ofNullable(callers.remove(device))
                        .ifPresent(gone -> meeting.parley.focus().leave(meeting.id, gone.dialog, Departure.LEFT));
            case PROMOTE -> alice.ask(new ModifyUserRoles(user, C3pRole.PRESENTER, Optional.empty()));
            case DEMOTE -> alice.ask(new ModifyUserRoles(user, C3pRole.ATTENDEE, Optional.empty()));
            case LOCK -> alice.ask(new ModifyConferenceLock(keys, true, Optional.empty()));
            case UNLOCK -> alice.ask(new ModifyConferenceLock(keys, false, Optional.empty()));
            case ADMIT -> alice.ask(new SetLobbyAccess(keys, List.of(SipUri.of(deed.who())), Access.GRANTED));
            case DENY -> alice.ask(new SetLobbyAccess(keys, List.of(SipUri.of(deed.who())), Access.DENIED));
            case EJECT -> alice.ask(new DeleteUser(user, Optional.empty(), Optional.empty(), Optional.empty()));
            case LOOK -> {}
        }
    }
}
