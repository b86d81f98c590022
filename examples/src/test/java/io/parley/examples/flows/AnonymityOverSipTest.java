package io.parley.examples.flows;

import static io.parley.examples.flows.CopyPhone.DIFFS;
import static io.parley.examples.flows.CopyPhone.ROSTER;
import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.CAROL;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.XconUserId;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents.Follow;
import io.parley.ports.in.ConferenceEvents.Following;
import io.parley.sip.message.SipMessage;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whoever wants to be unknown is so in all that the focus tells others of him, whatever the format and whatever happens to him. */
class AnonymityOverSipTest {

    private static final String NAME = "Robert Tables";
    private static final String BOBS_ID = "xcon-userid:bob@example.com";

    private final SipHouse house = SipHouse.open();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> shown = new ArrayList<>();

    private CcmpResponse ccmp(Message message, Operation operation, String user, Optional<Element> info) {
        CcmpResponse response = house.house.ccmp(message, operation, user, info);
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        house.moment();
        return response;
    }

    private static Element bobs(String title, String anonymity) {
        return Conferences.user(XconUserId.of(BOBS_ID))
                .displayName(title)
                .endpoint(Conferences.endpoint("sip:bobby@desk.example"))
                .anonymity(anonymity)
                .build();
    }

    /** Bob comes by CCMP and with a phone, changes what is said of him, and goes. */
    private void story(String anonymity) {
        ccmp(Message.USER, Operation.CREATE, BOBS_ID, Optional.of(bobs(NAME, anonymity)));
        looked();
        Phone phone = house.phone(BOB);
        Line call = phone.line(phone.invite());
        looked();
        ccmp(
                Message.USER,
                Operation.UPDATE,
                BOBS_ID,
                Optional.of(Conferences.userChanges(XconUserId.of(BOBS_ID))
                        .displayName(NAME + " II")
                        .build()));
        house.house.update(house.house.changes().title("The week"));
        looked();
        call.bye();
        looked();
    }

    /** What the others are shown by CCMP. */
    private void looked() {
        for (String viewer : List.of(House.ALICES_ID, "xcon-userid:carol@example.com")) {
            for (Message message : List.of(Message.CONF, Message.USERS)) {
                shown.add(ccmp(message, Operation.RETRIEVE, viewer, Optional.empty())
                        .body()
                        .info()
                        .orElseThrow()
                        .toString());
            }
            shown.add(house.house
                    .parley
                    .ccmp()
                    .handle(CcmpRequest.of(Message.CONFS, viewer))
                    .body()
                    .toString());
        }
    }

    private CopyPhone watching(String who, int number, String accept) {
        CopyPhone phone = new CopyPhone(house, who, "10.0.2." + number + ":5060");
        assertThat(phone.subscribe(accept)).isEqualTo(200);
        return phone;
    }

    private List<ConferenceEvent> followed(String user) {
        Follow from = new Follow(house.house.id, XconUserId.of(user), true, Optional.empty(), OptionalLong.of(0));
        List<ConferenceEvent> events = new ArrayList<>();
        try (Following following = (Following) house.house.parley.events().follow(from, () -> {})) {
            Optional<ConferenceEvent> next = following.after(OptionalLong.of(0));
            while (next.isPresent()) {
                events.add(next.get());
                next = following.after(OptionalLong.of(next.get().sequence()));
            }
        }
        return events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "hidden"})
    @Requirement({"CCMP-D9-03", "CCMP-10.3-03"})
    void whoeverWantsToBeUnknownIsSoToWatchersOfEveryFormat(String anonymity) {
        Phone alice = house.phone(ALICE);
        Phone carol = house.phone(CAROL);
        Line moderator = alice.join();
        carol.join();
        house.house.update(house.house.changes().allow(DAVE, "dial-in"));
        moderator.phone.line(alice.subscribe());
        Line client = carol.line(carol.subscribe());
        List<CopyPhone> phones = List.of(
                watching(ALICE, 1, DIFFS),
                watching(CAROL, 2, DIFFS),
                watching(CAROL, 3, LocalCopy.FULL),
                watching(CAROL, 4, ROSTER),
                watching(DAVE, 5, ROSTER));
        Logger logger = (Logger) LoggerFactory.getLogger("io.parley");
        Level usual = logger.getLevel();
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
        try {
            story(anonymity);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(usual);
        }

        Stream<SipMessage> heard = Stream.concat(
                Stream.concat(alice.heard().stream(), carol.heard().stream()),
                phones.stream().flatMap(phone -> phone.heard().stream()));
        assertThat(heard.map(message -> message.headers() + message.body().text()))
                .hasSizeGreaterThan(11)
                .allSatisfy(AnonymityOverSipTest::betraysNobody);
        assertThat(shown).hasSize(24).allSatisfy(AnonymityOverSipTest::betraysNobody);
        for (String follower : List.of(House.ALICES_ID, "xcon-userid:carol@example.com")) {
            assertThat(followed(follower)).isNotEmpty().allSatisfy(event -> betraysNobody(event.toString()));
        }
        assertThat(log.list).allSatisfy(line -> betraysNobody(line.getFormattedMessage()));
        boolean isSeen = !anonymity.equals("hidden");
        assertThat(client.heard("NOTIFY").stream()
                        .anyMatch(notify -> notify.body().text().contains("@anonymous.invalid")))
                .isEqualTo(isSeen);
        for (CopyPhone phone : phones.subList(0, 3)) {
            assertThat(phone.conference())
                    .isEqualTo(ccmp(
                                    Message.CONF,
                                    Operation.RETRIEVE,
                                    phone.who.replace("sip:", "xcon-userid:"),
                                    Optional.empty())
                            .body()
                            .info()
                            .orElseThrow());
            assertThat(phone.conference().child(Info.USERS).orElseThrow().count(Info.USER))
                    .as("others, seen")
                    .isEqualTo(isSeen ? 3 : 2);
        }
    }

    private static void betraysNobody(String text) {
        assertThat(text)
                .doesNotContainIgnoringCase("bob@")
                .doesNotContainIgnoringCase("bobby")
                .doesNotContain("Tables");
    }
}
