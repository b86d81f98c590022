package io.parley.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Conference;
import io.parley.focus.DialOut;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.ports.contract.AnnouncementsContract;
import io.parley.ports.contract.McuGatewayContract;
import io.parley.ports.contract.Samples;
import io.parley.ports.contract.SignallingContract;
import io.parley.ports.out.Announcements;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.Signalling;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final ContactUri BOB = ContactUri.of("sip:bob@nowhere.invalid");
    private static final XconUri ID = Samples.id("a");

    @Nested
    class OfSignalling implements SignallingContract {
        @Override
        public Signalling signalling() {
            return new RecordingSignalling();
        }

        @Override
        public ContactUri unreachable() {
            return BOB;
        }

        @Test
        void callsAreRememberedInOrder() {
            RecordingSignalling signalling = new RecordingSignalling();
            signalling.call(ID, FOCUS, Samples.call(BOB, DialOut.Method.DIAL_OUT));
            signalling.call(ID, FOCUS, Samples.call(BOB, DialOut.Method.REFER));
            signalling.bye(ID, BOB);
            assertThat(signalling.calls())
                    .containsExactly(
                            new RecordingSignalling.Invite(ID, BOB),
                            new RecordingSignalling.Refer(ID, BOB),
                            new RecordingSignalling.Bye(ID, BOB))
                    .allMatch(call -> call.conference().equals(ID));
            assertThat(signalling.take()).hasSize(3);
            assertThat(signalling.calls()).isEmpty();
        }

        @Test
        void theOldestCallsAreForgotten() {
            RecordingSignalling signalling = new RecordingSignalling(2);
            signalling.call(ID, FOCUS, Samples.call(BOB, DialOut.Method.DIAL_OUT));
            signalling.call(ID, FOCUS, Samples.call(BOB, DialOut.Method.REFER));
            signalling.bye(ID, BOB);
            assertThat(signalling.calls())
                    .containsExactly(new RecordingSignalling.Refer(ID, BOB), new RecordingSignalling.Bye(ID, BOB));
            assertThatThrownBy(() -> new RecordingSignalling(0)).hasMessageContaining("not 0");
        }
    }

    @Nested
    class OfAnMcu implements McuGatewayContract {
        @Override
        public McuGateway gateway() {
            return new RecordingMcuGateway();
        }

        @Test
        void callsAndMixesAreRemembered() {
            RecordingMcuGateway gateway = new RecordingMcuGateway(2);
            Conference first = Samples.fresh(ID);
            Conference second = Samples.edited(first, "x");
            gateway.mix(first);
            gateway.mix(second);
            assertThat(gateway.mixOf(ID)).contains(second);
            gateway.stop(ID);
            assertThat(gateway.mixOf(ID)).isEmpty();
            assertThat(gateway.calls())
                    .containsExactly(new RecordingMcuGateway.Mix(second), new RecordingMcuGateway.Stop(ID));
            assertThat(gateway.take()).hasSize(2);
            assertThat(gateway.calls()).isEmpty();
        }
    }

    @Nested
    class OfAnnouncements implements AnnouncementsContract {
        @Override
        public Announcements announcements() {
            return new RecordingAnnouncements();
        }

        @Test
        void messagesAreRemembered() {
            RecordingAnnouncements announcements = new RecordingAnnouncements();
            announcements.endApproaches(Samples.fresh(ID), Duration.ofMinutes(10));
            assertThat(announcements.messages())
                    .containsExactly(new RecordingAnnouncements.EndApproaches(ID, Duration.ofMinutes(10)));
        }
    }

    @Nested
    class OfNothing implements SignallingContract, McuGatewayContract, AnnouncementsContract {
        @Override
        public Announcements announcements() {
            return Silence.SILENCE;
        }

        @Override
        public Signalling signalling() {
            return Silence.SILENCE;
        }

        @Override
        public ContactUri unreachable() {
            return BOB;
        }

        @Override
        public McuGateway gateway() {
            return Silence.SILENCE;
        }
    }
}
