package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static io.parley.examples.flows.House.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.conference.Conferences;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        ASIDE,
        JOIN_ASIDE,
        LEAVE_ASIDE,
        HIDE_ASIDE,
        CLOSE_ASIDE,
        END_ASIDE,
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
        private static final String BOBS_ID = "xcon-userid:bob@example.com";

        private final SipHouse house = SipHouse.open();
        private final Map<String, Message> asides = new LinkedHashMap<>();
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
                case ASIDE -> aside(turn % 2 == 0 ? Message.SIDEBAR_BY_VAL : Message.SIDEBAR_BY_REF);
                case JOIN_ASIDE -> inAside(deed, Operation.CREATE, user(deed.which()));
                case LEAVE_ASIDE -> inAside(deed, Operation.DELETE, user(deed.which()));
                case HIDE_ASIDE ->
                    inAside(
                            deed,
                            Operation.UPDATE,
                            user(deed.which()).with(Xcon.PROVIDE_ANONYMITY, turn % 2 == 0 ? "private" : "hidden"));
                case CLOSE_ASIDE ->
                    changeAside(
                            deed,
                            Operation.UPDATE,
                            Optional.of(Conferences.changes(XconUri.of(aside(deed)))
                                    .allowNobody()
                                    .allow(turn % 2 == 0 ? "sip:bob@example.com" : DAVE, "dial-out")
                                    .deny("sip:pest" + turn + "@b.example")
                                    .build()));
                case END_ASIDE -> changeAside(deed, Operation.DELETE, Optional.empty());
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

        private static Element user(int which) {
            return Conferences.user(XconUserId.of("user" + which, "example.com"))
                    .build();
        }

        /** Bob makes a sidebar, if there are not too many. */
        private void aside(Message kind) {
            if (asides.size() < 4) {
                CcmpResponse made = house.house.ccmp(kind, Operation.CREATE, BOBS_ID, Optional.empty());
                asides.put(made.confObjId().orElseThrow(), kind);
            }
        }

        /** One of the sidebars, or something that is none. */
        private String aside(Deed deed) {
            List<String> all = List.copyOf(asides.keySet());
            return deed.which() < all.size() ? all.get(deed.which()) : "xcon:none@example.com";
        }

        private void inAside(Deed deed, Operation operation, Element record) {
            String user = record.attribute(Attributes.ENTITY).orElseThrow();
            house.house
                    .parley
                    .ccmp()
                    .handle(CcmpRequest.of(Message.USER, user)
                            .on(aside(new Deed(deed.kind(), deed.which() / 2)))
                            .operation(operation)
                            .info(record));
        }

        private void changeAside(Deed deed, Operation operation, Optional<Element> info) {
            String aside = aside(deed);
            Message kind = asides.getOrDefault(aside, Message.SIDEBAR_BY_VAL);
            CcmpRequest request = CcmpRequest.of(kind, BOBS_ID).on(aside).operation(operation);
            CcmpResponse response =
                    house.house.parley.ccmp().handle(info.map(request::info).orElse(request));
            if (operation == Operation.DELETE && response.isSuccess()) {
                asides.remove(aside);
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
