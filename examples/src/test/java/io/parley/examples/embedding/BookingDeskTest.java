package io.parley.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.engine.Parley;
import io.parley.identity.XconUri;
import io.parley.inmemory.ScriptedInMemory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How conference logic of one's own is tested: time, identifiers and faults are a script. */
class BookingDeskTest {

    private static final String CLERK = "xcon-userid:clerk@example.com";

    private final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
    private final Parley parley = Parley.builder("example.com", memory).build();
    private final BookingDesk desk = new BookingDesk(parley.ccmp(), memory.clock(), CLERK, "example.com");

    @Test
    void identifiersAreForeseen() {
        memory.ids().tokens("standup");

        assertThat(desk.book("Stand-up", Duration.ofMinutes(15))).contains(XconUri.of("xcon:standup@example.com"));
    }

    @Test
    void timePassesWhenTheTestSaysSo() {
        XconUri meeting = desk.book("Stand-up", Duration.ofMinutes(15)).orElseThrow();
        memory.clock().advance(Duration.ofMinutes(14));
        assertThat(desk.closeOverdue()).isEmpty();

        memory.clock().advance(Duration.ofMinutes(1));

        assertThat(desk.closeOverdue()).containsExactly(meeting);
        assertThat(parley.conferences().find(meeting)).isEmpty();
    }

    @Test
    void aStoreThatFailsOnceCostsNoBooking() {
        memory.faults().failCommit(1);

        assertThat(desk.book("Stand-up", Duration.ofMinutes(15))).isPresent();
    }

    @Test
    void aStoreThatKeepsFailingRefusesTheBooking() {
        memory.faults().failCommit(1).failCommit(2);

        assertThat(desk.book("Stand-up", Duration.ofMinutes(15))).isEmpty();
    }

    @Test
    void somebodyElseMayCloseItInTheVeryMoment() {
        XconUri meeting = desk.book("Stand-up", Duration.ZERO).orElseThrow();
        memory.faults()
                .beforeCommit(() -> parley.ccmp()
                        .handle(CcmpRequest.of(Message.CONF, CLERK)
                                .on(meeting.toString())
                                .operation(Operation.DELETE)));

        assertThat(desk.closeOverdue()).containsExactly(meeting);
    }
}
