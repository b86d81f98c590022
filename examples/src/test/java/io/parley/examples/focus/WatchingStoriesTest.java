package io.parley.examples.focus;

import static io.parley.examples.focus.Meeting.ALICE;
import static io.parley.examples.focus.Meeting.BOB;
import static io.parley.examples.focus.Meeting.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Access;
import io.parley.c3p.Answer;
import io.parley.c3p.C3pRole;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.UserCommand.ModifyUserRoles;
import io.parley.c3p.UserCommand.SetLobbyAccess;
import io.parley.c3p.UserKeys;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.xml.Limits;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.SipUri;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Refused;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What participants who watch are told (MS-CONFBAS sections 2.2.4 and 3.4): the documents, as a codec writes them. */
class WatchingStoriesTest {

    private final Meeting meeting = Meeting.open();
    private final C3pCodec codec = new C3pCodec(Limits.defaults());

    /** The document, as it is read again after it was written by the rules of the schema. */
    private Element written(Optional<Element> document) throws Exception {
        return codec.readDocument(codec.writeDocument(document.orElseThrow()));
    }

    private static Element part(Element document, String local) {
        return document.elements().stream()
                .filter(child -> child.name().local().equals(local))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + local + " in " + document));
    }

    private static List<String> users(Element document) {
        List<String> users = new ArrayList<>();
        for (Element user : part(document, "users").elements()) {
            users.add(user.attribute(Attributes.ENTITY).orElse("") + " "
                    + user.attribute(Attributes.STATE).orElse(""));
        }
        return users;
    }

    private static List<String> partsOf(Element document) {
        return document.elements().stream().map(child -> child.name().local()).toList();
    }

    private void lock(Meeting.Caller who, boolean locked) {
        who.ask(new ModifyConferenceLock(ConferenceKeys.of(meeting.uri), locked, Optional.empty()));
    }

    @Test
    @Requirement({"C3P-D3-07", "C3P-2.2.4.3-01", "C3P-2.2.4.3.1-01", "C3P-4.2.1-02"})
    void theFirstDocumentIsFullAndLaterOnesHoldWhatHasChanged() throws Exception {
        Meeting.Caller alice = meeting.join(ALICE);
        for (int i = 1; i < 10; i++) {
            meeting.join("sip:user" + i + "@example.com");
        }
        RosterWatch watching = alice.watch();
        Element first = written(watching.next());
        assertThat(first.attribute(Attributes.STATE)).contains("full");
        assertThat(first.attribute(Attributes.VERSION)).contains("1");
        assertThat(first.attribute(Attributes.ENTITY)).contains(meeting.uri.toString());
        assertThat(users(first)).hasSize(10).contains("sip:alice@example.com full", "sip:user9@example.com full");
        assertThat(part(part(part(part(first, "conference-view"), "entity-view"), "entity-state"), "locked")
                        .text())
                .isEqualTo("false");
        assertThat(watching.next()).isEmpty();

        meeting.join(BOB, "{G}");
        Element second = written(watching.next());
        assertThat(second.attribute(Attributes.STATE)).contains("partial");
        assertThat(second.attribute(Attributes.VERSION)).contains("2");
        assertThat(users(second)).containsExactly("sip:bob@example.com full");
        assertThat(partsOf(second)).containsExactly("users");
        Element bob = part(part(second, "users"), "user");
        assertThat(part(bob, "display-text").text()).isEqualTo("Bob");
        assertThat(part(part(bob, "roles"), "entry").text()).isEqualTo("attendee");
        Element endpoint = part(bob, "endpoint");
        assertThat(endpoint.attribute(Attributes.ENTITY)).contains("{G}");
        assertThat(endpoint.attributes())
                .anyMatch(attribute -> attribute.name().local().equals("session-type")
                        && attribute.value().equals("focus"));
        assertThat(endpoint.attributes())
                .anyMatch(attribute -> attribute.name().local().equals("endpoint-uri")
                        && attribute.value().startsWith(BOB));
        assertThat(part(endpoint, "status").text()).isEqualTo("connected");
    }

    @Test
    @Requirement({"C3P-4.2.3-01", "C3P-4.4.2-01"})
    void rolesLocksAndDeparturesAreToldOnce() throws Exception {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB);
        RosterWatch watching = alice.watch();
        watching.next();

        alice.ask(new ModifyUserRoles(new UserKeys(meeting.uri, SipUri.of(BOB)), C3pRole.PRESENTER, Optional.empty()));
        Element promoted = written(watching.next());
        assertThat(part(part(part(part(promoted, "users"), "user"), "roles"), "entry")
                        .text())
                .isEqualTo("presenter");

        lock(alice, true);
        Element locked = written(watching.next());
        assertThat(partsOf(locked)).containsExactly("conference-view");

        meeting.parley.focus().leave(meeting.id, bob.dialog, Departure.LEFT);
        Element left = written(watching.next());
        assertThat(users(left)).containsExactly("sip:bob@example.com deleted");
        assertThat(part(part(left, "users"), "user").elements()).isEmpty();
        assertThat(watching.next()).isEmpty();
    }

    @Test
    void aBurstIsOneDocumentWithTheLastState() throws Exception {
        Meeting.Caller alice = meeting.join(ALICE);
        RosterWatch watching = alice.watch();
        watching.next();
        for (int i = 0; i < 25; i++) {
            lock(alice, true);
            lock(alice, false);
        }
        assertThat(watching.next()).as("as it was").isEmpty();
        lock(alice, true);
        assertThat(written(watching.next()).attribute(Attributes.VERSION)).contains("2");
    }

    @Test
    @Requirement({"C3P-D3-10", "C3P-3.4.4.2-01"})
    void inTheLobbyOneIsToldOfOneselfAndOnAdmissionOfAll() throws Exception {
        Meeting.Caller alice = meeting.join(ALICE);
        lock(alice, true);
        Meeting.Caller carol = meeting.join(CAROL);
        RosterWatch watching = carol.watch();
        Element lobby = written(watching.next());
        assertThat(users(lobby)).containsExactly("sip:carol@example.com full");
        assertThat(partsOf(lobby)).containsExactly("conference-description", "users");
        assertThat(part(part(part(part(lobby, "users"), "user"), "endpoint"), "status")
                        .text())
                .isEqualTo("on-hold");
        assertThat(part(part(lobby, "conference-description"), "lobby-capable").text())
                .isEqualTo("true");
        assertThat(partsOf(part(lobby, "conference-description"))).doesNotContain("conf-uris", "subject", "organizer");
        meeting.join(ALICE, "{another}");
        assertThat(watching.next()).as("nothing of the others").isEmpty();

        alice.ask(new SetLobbyAccess(ConferenceKeys.of(meeting.uri), List.of(SipUri.of(CAROL)), Access.GRANTED));
        Element admitted = written(watching.next());
        assertThat(admitted.attribute(Attributes.STATE)).contains("full");
        assertThat(admitted.attribute(Attributes.VERSION)).contains("2");
        assertThat(users(admitted)).containsExactly("sip:alice@example.com full", "sip:carol@example.com full");
    }

    @Test
    @Requirement("C3P-D3-08")
    void whoMaySeeTheSameIsToldTheSameDocument() {
        Meeting.Caller alice = meeting.join(ALICE);
        RosterWatch one = alice.watch();
        RosterWatch other = meeting.join(BOB).watch();
        assertThat(part(one.next().orElseThrow(), "users"))
                .isSameAs(part(other.next().orElseThrow(), "users"));
        meeting.join("sip:dave@example.com");
        assertThat(part(one.next().orElseThrow(), "users"))
                .isSameAs(part(other.next().orElseThrow(), "users"));
        lock(alice, true);
        assertThat(part(one.next().orElseThrow(), "conference-view"))
                .isSameAs(part(other.next().orElseThrow(), "conference-view"));
    }

    @Test
    @Requirement("C3P-3.12.4.1-01")
    void getConferenceTellsWhatANewSubscriptionWouldBeTold() throws Exception {
        Meeting.Caller alice = meeting.join(ALICE);
        meeting.join(BOB);
        Element answered = ((Answer.OfConference)
                        alice.ask(new GetConference(ConferenceKeys.of(meeting.uri), false, Optional.empty()))
                                .command()
                                .orElseThrow()
                                .answer())
                .conferenceInfo();
        Element first = written(alice.watch().next());
        assertThat(users(written(Optional.of(answered)))).isEqualTo(users(first));
        assertThat(partsOf(written(Optional.of(answered)))).isEqualTo(partsOf(first));
    }

    @Test
    void whoWantsToBeHiddenIsInNoDocumentOfTheOthers() throws Exception {
        Meeting.Caller alice = meeting.join(ALICE);
        Meeting.Caller bob = meeting.join(BOB);
        meeting.join(CAROL);
        RosterWatch watching = bob.watch();
        watching.next();
        Element hidden = Schema.USER
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon-userid:carol@example.com")
                .with(Xcon.PROVIDE_ANONYMITY, "hidden");
        meeting.ccmp(Message.USER, Operation.UPDATE, "xcon-userid:carol@example.com", Optional.of(hidden));
        assertThat(users(written(watching.next())))
                .as("he knew her until now")
                .containsExactly("sip:carol@example.com deleted");
        byte[] anew = codec.writeDocument(bob.watch().next().orElseThrow());
        assertThat(new String(anew, StandardCharsets.UTF_8)).doesNotContainIgnoringCase("carol");
        assertThat(alice.watch().next()).isPresent();
    }

    @Test
    void onlyWhoIsInByADialogOfHisOwnWatches() {
        Meeting.Caller alice = meeting.join(ALICE);
        Watcher stranger =
                new Watcher(new Signaller(SipUri.of(BOB), true, false), Optional.of(alice.dialog), Format.C3P);
        assertThat(meeting.parley.watching().watch(stranger, meeting.uri, () -> {}))
                .isInstanceOf(Refused.class);
        meeting.parley.focus().leave(meeting.id, alice.dialog, Departure.LEFT);
        Watcher gone = new Watcher(new Signaller(SipUri.of(ALICE), true, false), Optional.of(alice.dialog), Format.C3P);
        assertThat(meeting.parley.watching().watch(gone, meeting.uri, () -> {})).isInstanceOf(Refused.class);
    }
}
