package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Command;
import io.parley.document.Element;
import io.parley.examples.focus.RosterWatch;
import io.parley.focus.CallId;
import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.participation.Joining;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.Signalling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls the ports. What goes through them is written and read as it would be on the wire. */
final class InMemoryStage implements Stage {

    private final House house;
    private final Map<DialogId, Place> places = new HashMap<>();

    InMemoryStage(Plan plan) {
        house = new House(plan, memory -> new Ends());
    }

    /** Ends calls. */
    private final class Ends implements Signalling {
        @Override
        public void call(XconUri conference, SipUri focus, OutgoingCall call) {}

        @Override
        public void cancel(XconUri conference, CallId call) {}

        @Override
        public void bye(XconUri conference, ContactUri endpoint) {}

        @Override
        public void end(XconUri conference, DialogId dialog, Departure why) {
            Optional.ofNullable(places.get(dialog)).ifPresent(place -> place.end(why));
        }
    }

    @Override
    public House house() {
        return house;
    }

    @Override
    public Seat join(String who, String device, C3pRole asked) {
        DialogId dialog = new DialogId("call" + places.size(), "ours", "theirs");
        Joining.Answer answer = house.parley
                .focus()
                .join(
                        new Signaller(SipUri.of(who), true, false),
                        house.conference,
                        new Device(
                                dialog,
                                who + ";gr=" + places.size(),
                                Optional.of(device),
                                Optional.empty(),
                                Optional.of(C3pEndpoint.of(device).element()),
                                false));
        assertThat(answer).as("%s", answer).isInstanceOf(Joining.Joined.class);
        Place place = new Place(SipUri.of(who), dialog, ((Joining.Joined) answer).presenter());
        places.put(dialog, place);
        house.pass(House.MOMENT);
        return place;
    }

    /** Somebody's place. */
    private final class Place implements Seat {
        private final SipUri who;
        private final DialogId dialog;
        private final boolean presenter;
        private final List<C3pResponse> responses = new ArrayList<>();
        private final Roster roster = new Roster();
        private Optional<RosterWatch> watching = Optional.empty();
        private Optional<Departure> why = Optional.empty();
        private boolean left;
        private int requests;

        Place(SipUri who, DialogId dialog, boolean presenter) {
            this.who = who;
            this.dialog = dialog;
            this.presenter = presenter;
        }

        @Override
        public C3pRole granted() {
            return presenter ? C3pRole.PRESENTER : C3pRole.ATTENDEE;
        }

        /** A matter of the carrier alone. */
        @Override
        public void update() {
            house.pass(House.MOMENT);
        }

        @Override
        public void leave() {
            left = true;
            house.parley.focus().leave(house.id, dialog, Departure.LEFT);
            house.pass(House.MOMENT);
        }

        void end(Departure departure) {
            if (!left) {
                left = true;
                why = Optional.of(departure);
                house.parley.focus().leave(house.id, dialog, departure);
            }
        }

        @Override
        public int send(Command command) {
            byte[] sent = House.CODEC.writeRequest(
                    new C3pRequest(Integer.toString(++requests), who, house.conference, command));
            int status = house.parley
                    .c3p()
                    .command(
                            house.id,
                            dialog,
                            House.read(new String(sent, StandardCharsets.UTF_8)),
                            answer -> responses.add(House.response(House.CODEC.writeResponse(answer))))
                    .status();
            house.pass(House.MOMENT);
            return status;
        }

        @Override
        public List<C3pResponse> responses() {
            List<C3pResponse> taken = List.copyOf(responses);
            responses.clear();
            return taken;
        }

        @Override
        public C3pResponse ask(Command command) {
            responses.clear();
            assertThat(send(command)).isEqualTo(202);
            assertThat(responses).hasSize(1);
            return responses().get(0);
        }

        @Override
        public void watch() {
            watching = Optional.of(RosterWatch.of(house.parley
                    .watching()
                    .watch(
                            new Watcher(new Signaller(who, true, false), Optional.of(dialog), Format.C3P),
                            house.conference,
                            () -> {})));
            roster();
        }

        @Override
        public void watchNoMore() {
            watching.ifPresent(RosterWatch::close);
            watching = Optional.empty();
        }

        @Override
        public Roster roster() {
            if (watching.isPresent() && !left) {
                Optional<Element> next = watching.get().next();
                while (next.isPresent()) {
                    roster.take(House.document(House.CODEC.writeDocument(next.get())));
                    next = watching.get().next();
                }
            }
            return roster;
        }

        @Override
        public Optional<Departure> sentAway() {
            return why;
        }
    }
}
