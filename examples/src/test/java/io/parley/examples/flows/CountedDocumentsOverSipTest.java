package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.Roster.attribute;
import static io.parley.examples.flows.Roster.child;
import static io.parley.examples.flows.Roster.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.identity.XconUserId;
import io.parley.sip.message.SipMessage;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What documents count: themselves, and those who are in the conference. */
class CountedDocumentsOverSipTest {

    private final SipHouse house = SipHouse.forPhones();
    private final Room room = Room.of(house);

    @AfterEach
    void nothingIsLeft() {
        room.deleted();
        house.pass(Duration.ofMinutes(1));
        assertThat(house.focus.subscriptions()).isZero();
        house.nothingIsLeft();
    }

    @Test
    @Requirement("CCMP-I-13")
    void versionsNeitherSkipNorRepeatForASlowSubscriber() {
        Phone slow = house.phone(ALICE);
        slow.takesItsTime();
        Line watching = slow.line(slow.request("SUBSCRIBE", room.uri)
                .with("Event", "conference")
                .with("Accept", "application/conference-info+xml")
                .with("Expires", "3600"));
        for (int i = 1; i <= 50; i++) {
            String title = "Title " + i;
            room.update(it -> it.title(title));
            if (i % 7 == 0) {
                slow.answers();
            }
        }
        slow.answers();
        house.moment();

        List<Element> documents = watching.roster().documents();
        assertThat(documents.stream().map(it -> Long.parseLong(attribute(it, "version"))))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, documents.size()).boxed().toList());
        assertThat(documents).hasSizeGreaterThan(10);
        assertThat(text(watching.roster().description(), "display-text")).isEqualTo("Title 50");
    }

    /** Counts those whom a watcher sees, document by document. */
    private static void agrees(List<SipMessage> notifications) {
        Roster roster = new Roster();
        String count = "none";
        for (SipMessage notification : notifications) {
            Element document = House.document(notification.body().bytes());
            roster.take(document);
            count = child(document, "conference-state")
                    .map(state -> text(state, "user-count"))
                    .orElse(count);
            assertThat(count)
                    .as("%s", document)
                    .isEqualTo(Long.toString(roster.users().stream()
                            .map(roster::user)
                            .filter(it -> !hasLeft(it))
                            .count()));
        }
    }

    /** Whether he is shown once more because he has left (RFC 4575 section 5.7.6). */
    private static boolean hasLeft(Element user) {
        List<Element> devices = user.elements().stream()
                .filter(it -> it.name().local().equals("endpoint"))
                .toList();
        return !devices.isEmpty()
                && devices.stream().allMatch(it -> text(it, "status").equals("disconnected"));
    }

    private static void agrees(Element conference) {
        long users = Roster.at(conference, "users").elements().stream()
                .filter(it -> it.name().local().equals("user") && !hasLeft(it))
                .count();
        assertThat(text(conference, "conference-state", "user-count")).isEqualTo(Long.toString(users));
    }

    @Test
    @Requirement("CCMP-I-14")
    void whoeverComesAndGoesIsCountedInEveryDocument() {
        Telephone alice = house.telephone(ALICE);
        alice.calls(room.uri);
        List<SipMessage> rosters = alice.watches(room.uri);
        CopyPhone copy = new CopyPhone(house, ALICE, "10.0.3.1:5060", room.uri);
        assertThat(copy.subscribe(LocalCopy.FULL)).isEqualTo(200);
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            talks.add(house.telephone("sip:user" + i + "@example.com").calls(room.uri));
            agrees(room.info().element());
            if (i % 3 == 2) {
                talks.remove(0).hangsUp();
                room.user(
                        i % 2 == 0 ? Operation.CREATE : Operation.DELETE,
                        Conferences.user(XconUserId.of("user0", "example.com")).build());
                agrees(room.info().element());
            }
        }
        talks.forEach(Talk::hangsUp);
        agrees(room.info().element());
        agrees(rosters);
        assertThat(rosters).hasSizeGreaterThan(12);
        copy.heard().forEach(it -> agrees(House.document(it.body().bytes())));
        assertThat(copy.heard()).hasSizeGreaterThan(12);
    }
}
