package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.parley.http.Connections.Admission;
import io.parley.http.Newcomers.Stage;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is let in. */
class ConnectionsTest {

    private final Connections connections =
            new Connections(new Echo().server().maxConnections(2).settings());
    private final List<EmbeddedChannel> admitted = new ArrayList<>();

    @Test
    @Requirement("CCMP-D10-05")
    void soManyAreServedSomeAreToldThatThereIsNoRoomAndTheOthersAreClosed() {
        assertThat(admit(2)).containsOnly(Admission.SERVED);
        admitted.forEach(ConnectionsTest::beAtWork);
        assertThat(admit(64)).containsOnly(Admission.NO_ROOM);
        assertThat(admit(3)).containsOnly(Admission.CLOSED);
        admitted.get(10).close();
        assertThat(admit(2)).containsExactly(Admission.NO_ROOM, Admission.CLOSED);
        admitted.get(0).close();
        assertThat(admit(1)).containsOnly(Admission.SERVED);
        beAtWork(admitted.get(admitted.size() - 1));
        assertThat(admit(1)).containsOnly(Admission.CLOSED);
    }

    @Test
    void nobodyIsLetInWhenTheServerCloses() {
        connections.drain(Duration.ofMillis(1));
        assertThat(admit(1)).containsOnly(Admission.CLOSED);
    }

    private static void beAtWork(EmbeddedChannel connection) {
        Seats.of(connection).begin();
    }

    private List<Admission> admit(int count) {
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EmbeddedChannel next = new EmbeddedChannel();
            admitted.add(next);
            admissions.add(connections.admit(next, Stage.AGREED));
        }
        return admissions;
    }
}
