package io.parley.sip.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pUser;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.participation.Assembly;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed on to whom. */
class RelayTest {

    private static final String COMPOSING = "<?xml version=\"1.0\"?><isComposing"
            + " xmlns=\"urn:ietf:params:xml:ns:im-iscomposing\"><state>active</state></isComposing>";
    private static final String ACTIVITY =
            "<?xml version=\"1.0\"?>" + "<KeyboardActivity><status status=\"type\" /></KeyboardActivity>";

    private final Chatroom room = new Chatroom("bob", "cathy");
    private final Phone alice = room.in("alice");
    private final Phone bob = room.in("bob");
    private final Phone cathy = room.in("cathy");

    @Test
    @Requirement("C3P-D6-02")
    void aMessageGoesToAllOthersAndNotBack() {
        assertThat(alice.say("good morning")).isEqualTo(200);
        assertThat(bob.texts()).containsExactly("good morning");
        assertThat(cathy.texts()).containsExactly("good morning");
        assertThat(alice.heard).isEmpty();
    }

    @Test
    void aMessageComesFromTheMcuAndSaysWhoWroteIt() {
        alice.say("good morning");
        SipRequest heard = bob.heard.get(0);
        assertThat(heard.header("From").orElse("")).contains(room.mcu().uri().toString());
        assertThat(heard.header("Ms-Sender")).contains("\"ALICE\" <sip:alice@example.com>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=\"utf-8\"", "text/html", "application/x-ms-ink", "message/cpim"})
    void aMessageKeepsItsTypeAndItsBytes(String type) {
        byte[] bytes = {0, (byte) 0xff, '<', '\r', '\n', (byte) 0xc3};
        SipHeaders encoded = SipHeaders.NONE.and("Content-Encoding", "gzip").and("Subject", "private");
        assertThat(alice.send("MESSAGE", encoded, SipBody.of(type, bytes)).status())
                .isEqualTo(200);
        SipRequest heard = bob.heard.get(0);
        assertThat(heard.body()).isEqualTo(SipBody.of(type, bytes));
        assertThat(heard.header("Content-Encoding")).contains("gzip");
        assertThat(heard.header("Subject")).isEmpty();
    }

    @Test
    @Requirement("C3P-D6-03")
    void thatSomebodyIsWritingIsPassedOn() {
        assertThat(alice.send("MESSAGE", "application/im-iscomposing+xml", COMPOSING))
                .isEqualTo(200);
        assertThat(bob.texts()).containsExactly(COMPOSING);
        assertThat(cathy.heard.get(0).body().contentType()).contains("application/im-iscomposing+xml");
        assertThat(alice.heard).isEmpty();
    }

    @Test
    void keyboardActivityIsPassedOnAsInfo() {
        assertThat(alice.send("INFO", "application/xml", ACTIVITY)).isEqualTo(200);
        assertThat(bob.heard).singleElement().satisfies(info -> {
            assertThat(info.method()).isEqualTo("INFO");
            assertThat(info.body()).isEqualTo(SipBody.of("application/xml", ACTIVITY));
            assertThat(Phone.sender(info)).isEqualTo("sip:alice@example.com");
        });
    }

    @Test
    void otherRequestsAreNotPassedOn() {
        assertThat(alice.send("INFO", "application/xml", "<other/>")).isEqualTo(415);
        assertThat(alice.send("INFO", "application/cccp+xml", "<request/>")).isEqualTo(415);
        assertThat(alice.send("OPTIONS", "text/plain", "anybody?")).isEqualTo(200);
        assertThat(bob.heard).isEmpty();
    }

    @Test
    void aMessageThatIsTooLongIs413() {
        ChatSettings settings = ChatSettings.at(Chatroom.SERVER_URI);
        String longest = "a".repeat(settings.mostBytes());
        assertThat(alice.say(longest)).isEqualTo(200);
        assertThat(alice.say(longest + "a")).isEqualTo(413);
        assertThat(bob.texts()).containsExactly(longest);
    }

    @Test
    void messagesOfOneSenderStayInOrder() {
        List<String> said = IntStream.range(0, 50).mapToObj(i -> "word " + i).toList();
        said.forEach(word -> alice.session
                .orElseThrow()
                .send("MESSAGE", SipHeaders.NONE, SipBody.of("text/plain", word), response -> {}));
        room.settle();
        assertThat(bob.texts()).containsExactlyElementsOf(said);
        assertThat(cathy.texts()).containsExactlyElementsOf(said);
    }

    @Test
    void whoHasLeftHearsNothingAndIsNotHeard() {
        bob.hangUp();
        alice.say("he is gone");
        assertThat(bob.heard).isEmpty();
        assertThat(cathy.texts()).containsExactly("he is gone");
    }

    @Test
    void whoKnowsNoSuchSessionAnyMoreIsOut() {
        bob.answers = 481;
        alice.say("are you there?");
        assertThat(room.told()).containsExactly("sip:bob@example.com deleted");
        assertThat(room.inside()).containsExactly("sip:alice@example.com", "sip:cathy@example.com");
        assertThat(cathy.texts()).containsExactly("are you there?");
    }

    @Test
    void whoDoesNotAnswerIsOut() {
        bob.unplug();
        alice.say("are you there?");
        room.pass(Duration.ofMinutes(1));
        assertThat(room.inside()).containsExactly("sip:alice@example.com", "sip:cathy@example.com");
    }

    @Test
    void whoRefusesAMessageStaysIn() {
        bob.answers = 415;
        alice.say("hello");
        bob.answers = 200;
        alice.say("hello again");
        assertThat(bob.texts()).containsExactly("hello", "hello again");
        assertThat(room.inside()).contains("sip:bob@example.com");
    }

    @Test
    void whoLeavesTooMuchUnansweredIsSentAwayAndWhatIsOfTheMomentIsDroppedBefore() {
        Chatroom narrow = new Chatroom(
                new ChatSettings(Chatroom.SERVER_URI, List.of("*"), 100, 4, 1, Duration.ofMinutes(1)), "bob");
        Phone talker = narrow.in("alice");
        Phone slow = narrow.in("bob");
        slow.answersNothing = true;
        talker.say("one");
        talker.say("two");
        talker.send("MESSAGE", "application/im-iscomposing+xml", "...");
        assertThat(slow.texts()).containsExactly("one", "two");
        talker.say("three");
        talker.say("four");
        assertThat(slow.ends).isEmpty();
        talker.say("five");
        assertThat(slow.ends).containsExactly(SessionEnd.LEFT);
        assertThat(slow.texts()).containsExactly("one", "two", "three", "four");
        assertThat(narrow.inside()).containsExactly("sip:alice@example.com");
    }

    @Test
    void whoAnswersMayHearAnyNumberOfMessages() {
        Chatroom narrow = new Chatroom(
                new ChatSettings(Chatroom.SERVER_URI, List.of("*"), 100, 4, 1, Duration.ofMinutes(1)), "bob");
        Phone talker = narrow.in("alice");
        Phone listener = narrow.in("bob");
        for (int i = 0; i < 10; i++) {
            talker.say("word " + i);
        }
        assertThat(listener.heard).hasSize(10);
        assertThat(listener.ends).isEmpty();
    }

    @Test
    void aNameOfSeveralLinesForgesNoHeader() {
        AddUser named = room.dialIn("dora");
        room.command(new AddUser(
                named.conferenceKeys(),
                C3pUser.of(Assembly.sip("dora"))
                        .withDisplayText("Dora\r\nX-Evil: \"yes\"")
                        .withEndpoints(named.user().endpoints()),
                named.mcuUri(),
                false));
        room.in("dora").say("hello");
        assertThat(bob.heard.get(0).header("Ms-Sender")).contains("\"DoraX-Evil: \\\"yes\\\"\" <sip:dora@example.com>");
        assertThat(bob.heard.get(0).header("X-Evil")).isEmpty();
    }

    @Test
    void allHearWhatManySayInTheSameOrder() {
        List<Phone> all = new ArrayList<>(List.of(alice, bob, cathy));
        Phone watcher = room.phone("dora").call(room.conference.toString());
        for (int i = 0; i < 30; i++) {
            Phone talker = all.get(i % all.size());
            talker.session
                    .orElseThrow()
                    .send("MESSAGE", SipHeaders.NONE, SipBody.of("text/plain", talker.name + i), response -> {});
        }
        room.settle();
        assertThat(watcher.texts()).hasSize(30);
        for (Phone phone : all) {
            assertThat(phone.texts())
                    .containsExactlyElementsOf(watcher.texts().stream()
                            .filter(text -> !text.startsWith(phone.name))
                            .toList());
        }
    }
}
