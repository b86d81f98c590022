package io.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.parley.http.Connections.Admission;
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
        assertThat(admit(64)).containsOnly(Admission.TURNED_AWAY);
        assertThat(admit(3)).containsOnly(Admission.CLOSED);
        admitted.get(10).close();
        assertThat(admit(2)).containsExactly(Admission.TURNED_AWAY, Admission.CLOSED);
        admitted.get(0).close();
        assertThat(admit(2)).containsExactly(Admission.SERVED, Admission.CLOSED);
    }

    @Test
    void nobodyIsLetInWhenTheServerCloses() {
        connections.drain(Duration.ofMillis(1));
        assertThat(admit(1)).containsOnly(Admission.CLOSED);
    }

    private List<Admission> admit(int count) {
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EmbeddedChannel next = new EmbeddedChannel();
            admitted.add(next);
            admissions.add(connections.admit(next));
        }
        return admissions;
    }
}
