package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens to a conference, and whatever becomes of what is sent: the copy of everybody who watches is in the end the document that he
 * retrieves (RFC 6502 section 5), and no diff on the way met a document for which it was not meant.
 */
class AnyCopyTest {

    private enum Kind {
        TITLE,
        COME,
        GO,
        HIDE,
        ALLOW,
        DENY,
        PASS,
        PROMPT,
        SLOW,
        REFUSING,
        DEAF,
        ANSWER,
        REFRESH
    }

    private record Deed(Kind kind, int which) {}

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()), Arbitraries.integers().between(0, 3))
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    /** A house with four who watch: the moderator by diffs and without, somebody with a call, somebody from outside. */
    private static final class Scene {
        private final SipHouse house = SipHouse.open();
        private final List<CopyPhone> phones = List.of(
                new CopyPhone(house, ALICE, "10.0.2.1:5060"),
                new CopyPhone(house, ALICE, "10.0.2.2:5060"),
                new CopyPhone(house, BOB, "10.0.2.3:5060"),
                new CopyPhone(house, DAVE, "10.0.2.4:5060"));

        Scene() {
            house.phone(ALICE).join();
            house.phone(BOB).join();
            house.house.update(house.house.changes().allow(DAVE, "dial-in"));
            phones.forEach(this::subscribe);
        }

        private void subscribe(CopyPhone phone) {
            assertThat(phone.subscribe(phone == phones.get(1) ? LocalCopy.FULL : CopyPhone.DIFFS))
                    .isEqualTo(200);
        }

        void does(Deed deed, int turn) {
            CopyPhone phone = phones.get(deed.which());
            String user = "user" + deed.which();
            switch (deed.kind()) {
                case TITLE -> house.house.update(house.house.changes().title("Title " + deed.which()));
                case COME ->
                    ccmp(
                            Operation.CREATE,
                            user,
                            Conferences.user(XconUserId.of(user, "example.com"))
                                    .endpoint(Conferences.endpoint("tel:+1555" + deed.which()))
                                    .build());
                case GO ->
                    ccmp(
                            Operation.DELETE,
                            user,
                            Conferences.user(XconUserId.of(user, "example.com")).build());
                case HIDE ->
                    ccmp(
                            Operation.UPDATE,
                            user,
                            Conferences.userChanges(XconUserId.of(user, "example.com"))
                                    .anonymity(turn % 2 == 0 ? "private" : "hidden")
                                    .build());
                case ALLOW ->
                    house.house.update(house.house
                            .changes()
                            .allow(DAVE, "dial-in")
                            .allow("sip:guest" + deed.which() + "@b.example", "dial-in"));
                case DENY -> house.house.update(house.house.changes().deny("sip:pest" + deed.which() + "@b.example"));
                case PASS -> house.pass(Duration.ofMillis(150L * deed.which()));
                case PROMPT -> phone.is(CopyPhone.Manner.PROMPT);
                case SLOW -> phone.is(CopyPhone.Manner.SLOW);
                case REFUSING -> phone.is(CopyPhone.Manner.REFUSING);
                case DEAF -> phone.is(CopyPhone.Manner.DEAF);
                case ANSWER -> phone.answer();
                case REFRESH -> {
                    if (phone.refresh("3600") == 481) {
                        subscribe(phone);
                    }
                }
            }
        }

        private void ccmp(Operation operation, String user, Element record) {
            house.house.ccmp(Message.USER, operation, "xcon-userid:" + user + "@example.com", Optional.of(record));
        }

        /** All answer, and those whose subscription was lost meanwhile subscribe again. */
        void comesToRest(boolean refreshing) {
            for (CopyPhone phone : phones) {
                phone.is(CopyPhone.Manner.PROMPT);
                phone.answer();
            }
            house.pass(Duration.ofMinutes(2));
            if (refreshing) {
                for (CopyPhone phone : phones) {
                    if (phone.refresh("3600") == 481) {
                        subscribe(phone);
                    }
                }
            }
        }

        void everyCopyIsRight() {
            for (CopyPhone phone : phones) {
                assertThat(phone.conference())
                        .as("%s", phone.types())
                        .isEqualTo(house.house
                                .ccmp(
                                        Message.CONF,
                                        Operation.RETRIEVE,
                                        phone.who.replace("sip:", "xcon-userid:"),
                                        Optional.empty())
                                .body()
                                .info()
                                .orElseThrow());
            }
        }
    }

    @Property(tries = 40)
    @Requirement({"XEV-3-01", "XEV-5.1-08", "XEV-5.1-09", "XEV-5.1-13"})
    void copiesEndAsTheDocument(@ForAll("deeds") List<Deed> deeds) {
        Scene scene = new Scene();
        int turn = 0;
        for (Deed deed : deeds) {
            scene.does(deed, turn++);
        }
        scene.comesToRest(true);
        scene.everyCopyIsRight();
    }

    @Property(tries = 20)
    @Requirement({"XEV-5.1-09", "CCMP-4.2-07"})
    void whereNothingIsLostNobodyHasToAskAgain(@ForAll("deeds") List<Deed> deeds) {
        Scene scene = new Scene();
        int turn = 0;
        for (Deed deed : deeds) {
            if (Stream.of(Kind.DEAF, Kind.REFUSING, Kind.REFRESH).noneMatch(deed.kind()::equals)) {
                scene.does(deed, turn++);
            }
        }
        scene.comesToRest(false);
        scene.everyCopyIsRight();
    }
}
