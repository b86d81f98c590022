package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.ports.out.Announcements;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What may be asked of {@link Announcements} without harm. Whom they reach is up to the tests of each implementation. */
public interface AnnouncementsContract {

    /** What is tested. */
    Announcements announcements();

    private static void announce(Announcements announcements) {
        announcements.endApproaches(Samples.fresh(Samples.id("conference")), Duration.ofMinutes(10));
    }

    @Test
    default void nobodyHasToBeThere() {
        assertThatCode(() -> announce(announcements())).doesNotThrowAnyException();
    }

    @Test
    default void manyMayAnnounceAtOnce() {
        Announcements announcements = announcements();
        assertThatCode(() -> Crowd.together(4, () -> {
                    announce(announcements);
                    return "done";
                }))
                .doesNotThrowAnyException();
    }
}
