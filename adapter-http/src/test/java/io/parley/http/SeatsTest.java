package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.parley.http.Connections.Admission;
import io.parley.http.Newcomers.Stage;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who has to leave when others want in: whoever keeps the server waiting, and nobody else. */
class SeatsTest {

    private static final ServerBounds BOUNDS =
            ServerBounds.defaults().connections(3).heldBytes(1000);

    private final MockTicker time = Ticker.newMockTicker();
    private Seats seats = new Seats(BOUNDS);

    @Test
    void theOldestOfThoseWithoutARequestLeavesFirst() {
        List<EmbeddedChannel> three = admit("192.0.2.1", "192.0.2.1", "192.0.2.2");

        assertThat(take("192.0.2.3")).isEqualTo(Admission.SERVED);
        assertThat(open(three)).containsExactly(false, true, true);
        assertThat(take("192.0.2.3")).isEqualTo(Admission.SERVED);
        assertThat(open(three)).containsExactly(false, false, true);
        assertThat(seats.taken()).isEqualTo(3);
    }

    @Test
    void ofTheStageThatMostAreInTheOldestLeaves() {
        seats = new Seats(BOUNDS.connections(5));
        List<EmbeddedChannel> five = List.of(
                connection("192.0.2.1"),
                connection("192.0.2.1"),
                connection("192.0.2.2"),
                connection("192.0.2.2"),
                connection("192.0.2.3"));
        five.forEach(it -> seats.take(it, Stage.SILENT));
        Seats.of(five.get(0)).agreed();
        Seats.of(five.get(1)).takeInHand();
        Seats.of(five.get(1)).greeted();

        assertThat(seats.take(connection("192.0.2.4"), Stage.SILENT)).isEqualTo(Admission.SERVED);
        assertThat(open(five)).containsExactly(true, true, false, true, true);
        Seats.of(five.get(3)).agreed();
        Seats.of(five.get(4)).agreed();
        assertThat(seats.take(connection("192.0.2.4"), Stage.SILENT)).isEqualTo(Admission.SERVED);
        assertThat(open(five)).containsExactly(false, true, false, true, true);
    }

    @Test
    void nobodyLeavesWhoWaitsForTheServerToDoItsPartOfAHandshake() {
        List<EmbeddedChannel> three = admit("192.0.2.1", "192.0.2.1", "192.0.2.2");
        three.forEach(it -> Seats.of(it).takeInHand());
        assertThat(take("192.0.2.3")).isEqualTo(Admission.NO_ROOM);

        Seats.of(three.get(1)).greeted();
        assertThat(take("192.0.2.3")).isEqualTo(Admission.SERVED);
        assertThat(open(three)).containsExactly(true, false, true);
    }

    @Test
    void aHandshakeMayGoOnBeforeItIsToldThatItsPartWasWorkedOut() {
        EmbeddedChannel quick = admit("192.0.2.1").get(0);
        Seats.of(quick).takeInHand();
        Seats.of(quick).begin();
        Seats.of(quick).greeted();
        admit("192.0.2.2", "192.0.2.2", "192.0.2.2");
        assertThat(quick.isOpen()).isTrue();
    }

    @Test
    void nobodyLeavesForWhomTheServerIsAtWork() {
        List<EmbeddedChannel> three = admit("192.0.2.1", "192.0.2.1", "192.0.2.2");
        three.forEach(it -> Seats.of(it).begin());
        pass(Duration.ofHours(1));

        assertThat(take("192.0.2.3")).isEqualTo(Admission.NO_ROOM);
        assertThat(open(three)).containsOnly(true);
    }

    @Test
    void whoHasBeenOfUseMayWaitAWhile() {
        List<EmbeddedChannel> three = admit("192.0.2.1", "192.0.2.1", "192.0.2.2");
        three.forEach(it -> Seats.of(it).begin());
        for (EmbeddedChannel connection : List.of(three.get(1), three.get(0), three.get(2))) {
            Seats.of(connection).end();
            pass(Duration.ofSeconds(1));
        }

        pass(Seats.PATIENCE.minusSeconds(3).minusNanos(1));
        assertThat(take("192.0.2.3")).isEqualTo(Admission.NO_ROOM);
        pass(Duration.ofNanos(1));
        assertThat(take("192.0.2.3")).isEqualTo(Admission.SERVED);
        assertThat(open(three)).containsExactly(true, false, true);
    }

    @Test
    void aConnectionWithSeveralRequestsIsAtWorkUntilTheLastIsAnswered() {
        seats = new Seats(BOUNDS.connections(1));
        EmbeddedChannel only = admit("192.0.2.1").get(0);
        Seats.of(only).begin();
        Seats.of(only).begin();
        Seats.of(only).end();
        pass(Duration.ofHours(1));
        assertThat(take("192.0.2.2")).isEqualTo(Admission.NO_ROOM);

        Seats.of(only).end();
        pass(Seats.PATIENCE);
        assertThat(take("192.0.2.2")).isEqualTo(Admission.SERVED);
    }

    @Test
    void oneSenderWithTooManyLosesHisOwn() {
        seats = new Seats(BOUNDS.connectionsOfOne(1));
        List<EmbeddedChannel> two = admit("192.0.2.1", "192.0.2.2");

        assertThat(take("192.0.2.2")).isEqualTo(Admission.SERVED);
        assertThat(open(two)).containsExactly(true, false);
        Seats.of(two.get(0)).begin();
        assertThat(take("192.0.2.1")).isEqualTo(Admission.TOO_MANY_OF_ONE);
        assertThat(take("192.0.2.3")).isEqualTo(Admission.SERVED);
    }

    @Test
    void addressesOfOneSiteAreOneSender() {
        seats = new Seats(BOUNDS.connectionsOfOne(1));
        List<EmbeddedChannel> two = admit("2001:db8:0:1::1", "2001:db8:0:2::1");

        assertThat(take("2001:db8:0:1:ffff::2")).isEqualTo(Admission.SERVED);
        assertThat(open(two)).containsExactly(false, true);
    }

    @Test
    void whoeverClosesLeavesNothingBehind() {
        List<EmbeddedChannel> three = admit("192.0.2.1", "192.0.2.1", "192.0.2.2");
        Seats.of(three.get(0)).hold(10);
        Seats.of(three.get(1)).begin();
        three.forEach(EmbeddedChannel::close);
        Seats.of(three.get(1)).end();
        Seats.of(three.get(0)).release(10);

        assertThat(seats.taken()).isZero();
        assertThat(seats.held()).isZero();
        assertThat(admit("192.0.2.1", "192.0.2.1", "192.0.2.1")).hasSize(3);
    }

    @Test
    void whatIsHeldForThoseWhoKeepTheServerWaitingIsGivenUpForOthers() {
        List<EmbeddedChannel> three = admit("192.0.2.1", "192.0.2.1", "192.0.2.2");
        assertThat(Seats.of(three.get(0)).hold(900)).isTrue();

        assertThat(Seats.of(three.get(1)).hold(200)).isTrue();
        assertThat(open(three)).containsExactly(false, true, true);
        assertThat(seats.held()).isEqualTo(200);
        assertThat(Seats.of(three.get(0)).hold(1)).as("gone").isFalse();
    }

    @Test
    void whatIsHeldForThoseAtWorkIsNot() {
        List<EmbeddedChannel> three = admit("192.0.2.1", "192.0.2.1", "192.0.2.2");
        Seats.of(three.get(0)).hold(900);
        Seats.of(three.get(0)).begin();

        assertThat(Seats.of(three.get(1)).hold(200)).isFalse();
        assertThat(Seats.of(three.get(1)).hold(100)).isTrue();
        assertThat(open(three)).containsOnly(true);
        Seats.of(three.get(0)).release(900);
        assertThat(Seats.of(three.get(2)).hold(900)).isTrue();
    }

    private List<EmbeddedChannel> admit(String... addresses) {
        List<EmbeddedChannel> admitted = new ArrayList<>();
        for (String address : addresses) {
            admitted.add(connection(address));
            assertThat(seats.take(admitted.get(admitted.size() - 1), Stage.AGREED))
                    .isEqualTo(Admission.SERVED);
        }
        return admitted;
    }

    private Admission take(String address) {
        return seats.take(connection(address), Stage.AGREED);
    }

    private void pass(Duration duration) {
        time.advance(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static List<Boolean> open(List<EmbeddedChannel> connections) {
        connections.forEach(EmbeddedChannel::runPendingTasks);
        return connections.stream().map(EmbeddedChannel::isOpen).toList();
    }

    private EmbeddedChannel connection(String address) {
        EmbeddedChannel connection = new From(new InetSocketAddress(address, 4711), time);
        connection.runPendingTasks();
        return connection;
    }

    /** A connection of that address. */
    private static final class From extends EmbeddedChannel {
        private final SocketAddress address;

        From(SocketAddress address, Ticker time) {
            super(EmbeddedChannel.builder().ticker(time).register(false));
            this.address = address;
            try {
                register();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return address;
        }
    }
}
