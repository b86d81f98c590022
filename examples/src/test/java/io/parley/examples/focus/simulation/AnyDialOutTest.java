package io.parley.examples.focus.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceKeys;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Conference;
import io.parley.dialout.Referral;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.engine.Parley;
import io.parley.focus.CallId;
import io.parley.focus.ConferenceUri;
import io.parley.focus.DialOut;
import io.parley.focus.DialogId;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.OutgoingCall;
import io.parley.focus.SipStatus;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.Callees;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.inmemory.Silence;
import io.parley.participation.Joining;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.Signalling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever becomes of calls, in whatever order: nobody is called twice at once, every call ends once, whoever asked is told one final status, and no
 * call outlives its conference.
 */
class AnyDialOutTest {

    private enum Kind {
        LIST,
        UNLIST,
        REFER,
        RING,
        ANSWER,
        FAIL_FOR_NOW,
        FAIL_FOR_GOOD,
        DIAL_IN,
        EJECT,
        LEAVE,
        WAIT,
        STOP,
        START
    }

    private record Deed(Kind kind, int user) {
        SipUri who() {
            return SipUri.of("sip:user" + user + "@example.com");
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.of(Kind.STOP, Kind.START)),
                                Tuple.of(12, Arbitraries.of(Kind.values()))),
                        Arbitraries.integers().between(1, 3))
                .as(Deed::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void nobodyIsCalledTwiceAtOnceAndEveryCallEndsOnce(@ForAll("deeds") List<Deed> deeds) {
        Exchange exchange = new Exchange();
        for (Deed deed : deeds) {
            exchange.does(deed);
            exchange.agrees();
        }
        exchange.does(new Deed(Kind.START, 1));
        exchange.does(new Deed(Kind.STOP, 1));
        exchange.agrees();
        assertThat(exchange.open).as("no call outlives its conference").isEmpty();
        exchange.clock(Duration.ofHours(2));
        assertThat(exchange.open).as("and none begins afterwards").isEmpty();
        exchange.finals.forEach(told -> assertThat(told.stream().filter(SipStatus::isFinal))
                .as("%s", told)
                .hasSize(1));
    }

    /** A conference, and the telephone exchange that places its calls. */
    private static final class Exchange {
        private static final Signaller ALICE = new Signaller(SipUri.of("sip:alice@example.com"), true, false);

        private final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
        private final Map<CallId, OutgoingCall> open = new LinkedHashMap<>();
        private final List<List<SipStatus>> finals = new ArrayList<>();
        private final Map<String, DialogId> dialogs = new LinkedHashMap<>();
        private final TreeSet<String> listed = new TreeSet<>();
        private final Parley parley;
        private final XconUri id;
        private Optional<DialogId> alice = Optional.empty();
        private int fresh;

        Exchange() {
            parley = Parley.builder("example.com", memory.with(Silence.SILENCE, new Placing()))
                    .build();
            id = XconUri.of(parley.ccmp()
                    .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                            .operation(Operation.CREATE))
                    .confObjId()
                    .orElseThrow());
            does(new Deed(Kind.START, 1));
        }

        private final class Placing implements Signalling {
            @Override
            public void call(XconUri conference, SipUri focus, OutgoingCall call) {
                assertThat(open.values())
                        .as("nobody is called twice at once")
                        .noneMatch(other ->
                                other.wanted().target().equals(call.wanted().target()));
                assertThat(open.put(call.id(), call)).isNull();
            }

            @Override
            public void cancel(XconUri conference, CallId call) {
                assertThat(open.remove(call)).as("what is given up is open").isNotNull();
            }

            @Override
            public void bye(XconUri conference, ContactUri endpoint) {}

            @Override
            public void end(XconUri conference, DialogId dialog, Departure why) {
                dialogs.values().remove(dialog);
            }
        }

        void clock(Duration time) {
            memory.clock().advance(time);
        }

        void does(Deed deed) {
            Optional<OutgoingCall> call = open.values().stream()
                    .filter(placed -> placed.wanted().target().equals(deed.who()))
                    .findFirst();
            switch (deed.kind()) {
                case LIST -> list(() -> listed.add(deed.who().toString()));
                case UNLIST -> list(() -> listed.remove(deed.who().toString()));
                case REFER -> refer(deed.who().toString());
                case RING -> call.ifPresent(ringing -> parley.focus().alerting(id, ringing.id()));
                case ANSWER -> call.ifPresent(this::answer);
                case FAIL_FOR_NOW -> call.ifPresent(failing -> fail(failing, 486));
                case FAIL_FOR_GOOD -> call.ifPresent(failing -> fail(failing, 603));
                case DIAL_IN -> dialIn(deed);
                case EJECT -> refer(deed.who() + ";method=BYE");
                case LEAVE -> leave(deed.who().toString());
                case WAIT -> clock(Duration.ofSeconds(10));
                case STOP -> stop();
                case START -> start();
            }
        }

        private void answer(OutgoingCall call) {
            open.remove(call.id());
            if (call.wanted().method() == DialOut.Method.REFER) {
                parley.focus().followed(id, call.id());
                return;
            }
            Device device = Callees.device(call);
            if (parley.focus().answered(id, call.id(), device) instanceof Joining.Joined) {
                dialogs.put(call.wanted().target().toString(), device.dialog());
            }
            assertThat(parley.focus().answered(id, call.id(), device)).isInstanceOf(Joining.Refused.class);
        }

        private void fail(OutgoingCall call, int code) {
            open.remove(call.id());
            parley.focus().failed(id, call.id(), new SipStatus(code, ""));
        }

        private void leave(String who) {
            Optional.ofNullable(dialogs.remove(who))
                    .ifPresent(dialog -> parley.focus().leave(id, dialog, Departure.LEFT));
        }

        private void dialIn(Deed deed) {
            if (dialogs.containsKey(deed.who().toString())) {
                return;
            }
            dialIn(new Signaller(deed.who(), true, false))
                    .ifPresent(dialog -> dialogs.put(deed.who().toString(), dialog));
        }

        private Optional<DialogId> dialIn(Signaller who) {
            DialogId dialog = new DialogId("in" + ++fresh, "ours", "theirs");
            Joining.Answer answer = parley.focus()
                    .join(
                            who,
                            ConferenceUri.of(id),
                            new Device(
                                    dialog,
                                    who.uri() + ";device=" + fresh,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false));
            return answer instanceof Joining.Joined ? Optional.of(dialog) : Optional.empty();
        }

        private void refer(String referTo) {
            List<SipStatus> told = new ArrayList<>();
            boolean accepted = parley.focus()
                    .refer(
                            ALICE,
                            ConferenceUri.of(id),
                            Referral.of(SipUri.of(referTo), Optional.empty()).orElseThrow(),
                            told::add)
                    .isEmpty();
            if (accepted) {
                finals.add(told);
            } else {
                assertThat(told).isEmpty();
            }
        }

        private void list(Runnable change) {
            change.run();
            Element targets = Schema.USERS.child(Xcon.ALLOWED_USERS_LIST).empty();
            for (String who : listed) {
                targets = targets.with(targets.type()
                        .child(Xcon.TARGET)
                        .empty()
                        .withAttribute(Attributes.URI, who)
                        .withAttribute(Attributes.METHOD, who.contains("3") ? "refer" : "dial-out"));
            }
            update(Schema.USERS.empty().with(targets));
        }

        private void start() {
            if (alice.isEmpty()) {
                alice = dialIn(ALICE);
            }
        }

        private void stop() {
            alice.ifPresent(dialog -> parley.c3p()
                    .command(
                            id,
                            dialog,
                            new C3pRequest(
                                    Integer.toString(++fresh),
                                    ALICE.uri(),
                                    ConferenceUri.of(id),
                                    new DeleteConference(ConferenceKeys.of(ConferenceUri.of(id)))),
                            response -> {}));
            alice = Optional.empty();
            dialogs.clear();
        }

        private void update(Element part) {
            parley.ccmp()
                    .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                            .operation(Operation.UPDATE)
                            .on(id.toString())
                            .info(Schema.CONFERENCE_INFO
                                    .empty()
                                    .withAttribute(Attributes.ENTITY, id.toString())
                                    .with(part)));
        }

        /** What the focus believes to be open is what the exchange has open, and stands in the roster. */
        void agrees() {
            Conference state = parley.conferences().find(id).orElseThrow();
            Map<CallId, OutgoingCall> believed = new LinkedHashMap<>();
            Optional<FocusInstance> live = state.focus().flatMap(Focus::instance);
            live.ifPresent(instance -> instance.calls().forEach((user, call) -> {
                if (call.isInProgress()) {
                    believed.put(call.id(), call);
                }
                assertThat(state.user(user).flatMap(record -> record.entry(Info.ENDPOINT, call.documentEntity())))
                        .as("a call stands in the roster")
                        .isPresent();
            }));
            assertThat(open.keySet()).containsExactlyInAnyOrderElementsOf(believed.keySet());
        }
    }
}
