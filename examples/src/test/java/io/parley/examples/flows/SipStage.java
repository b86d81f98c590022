package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Command;
import io.parley.ports.in.FocusService.Departure;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Transport;
import java.util.List;
import java.util.Optional;

/** Joins and does everything else by phone. */
final class SipStage implements Stage {

    private final SipHouse sip;

    SipStage(Plan plan) {
        sip = new SipHouse(plan);
    }

    @Override
    public House house() {
        return sip.house;
    }

    @Override
    public Seat join(String who, String device, C3pRole asked) {
        Phone phone = sip.phone(who, device, Transport.TCP);
        return new Place(phone.line(phone.invite(sip.house.conference.toString(), asked.word())));
    }

    void nothingIsLeft() {
        sip.nothingIsLeft();
    }

    /** Somebody's place. */
    private static final class Place implements Seat {
        private final Line line;
        private Optional<Line> watching = Optional.empty();
        private int seen;

        Place(Line line) {
            this.line = line;
        }

        @Override
        public C3pRole granted() {
            C3pResponse response = House.response(line.accepted.body().bytes());
            Answer.OfUser answer =
                    (Answer.OfUser) response.command().orElseThrow().answer();
            return answer.user().orElseThrow().role().orElseThrow();
        }

        @Override
        public void update() {
            SipResponse refreshed = line.ask(line.request("UPDATE").with("Supported", "timer"));
            assertThat(refreshed.status()).isEqualTo(200);
        }

        @Override
        public void leave() {
            assertThat(line.bye().status()).isEqualTo(200);
        }

        @Override
        public int send(Command command) {
            return line.info(line.fresh(), command).status();
        }

        @Override
        public List<C3pResponse> responses() {
            List<C3pResponse> all = line.responses();
            List<C3pResponse> fresh = all.subList(seen, all.size());
            seen = all.size();
            return fresh;
        }

        @Override
        public C3pResponse ask(Command command) {
            responses();
            assertThat(send(command)).isEqualTo(202);
            List<C3pResponse> answers = responses();
            assertThat(answers).hasSize(1);
            return answers.get(0);
        }

        @Override
        public void watch() {
            watching = Optional.of(line.phone.line(line.phone.subscribe()));
        }

        @Override
        public void watchNoMore() {
            Line subscription = watching.orElseThrow();
            SipResponse answer = subscription.ask(subscription
                    .request("SUBSCRIBE")
                    .with("Event", "conference")
                    .with("Expires", "0"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Expires")).contains("0");
        }

        @Override
        public Roster roster() {
            return watching.orElseThrow().roster();
        }

        @Override
        public Optional<Departure> sentAway() {
            return line.heard("BYE").stream().findFirst().map(Place::why);
        }

        private static Departure why(SipRequest bye) {
            return switch (bye.header("Reason").orElse("")) {
                case "SIP;cause=481;text=\"Participant Removed\"" -> Departure.REMOVED;
                case "SIP;cause=481;text=\"Participant Denied\"" -> Departure.DENIED;
                case "SIP;cause=481;text=\"Conference Terminated - Organizer Ended Session\"" -> Departure.TERMINATED;
                default -> Departure.LEFT;
            };
        }
    }
}
