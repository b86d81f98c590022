package io.parley.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Session timers of calls that come to us (RFC 4028 section 9, table 2). */
class SessionTimersTest {

    private static final Duration HALF = Duration.ofSeconds(900);
    private static final SessionTimers STANDARD = SessionTimers.STANDARD;

    private Booth booth = Booth.open();

    private void with(SessionTimers timers) {
        booth = new Booth(timers);
    }

    private SipRequest capable(String interval) {
        return old(interval).with("Supported", "timer");
    }

    /** An INVITE of a phone without timers; a proxy may have put in an interval. */
    private SipRequest old(String interval) {
        SipRequest invite = booth.handset.invite();
        return interval.equals("none") ? invite : invite.with("Session-Expires", interval);
    }

    private static String granted(SipResponse response) {
        assertThat(response.status()).isEqualTo(200);
        return response.header("Session-Expires").orElse("none");
    }

    private static boolean demanded(SipResponse response) {
        return response.headers().lists("Require", "timer");
    }

    @ParameterizedTest
    @CsvSource({
        "1000;refresher=uas, 1000;refresher=uas",
        "1000;refresher=uac, 1000;refresher=uac",
        "1000, 1000;refresher=uac",
        "none, 1800;refresher=uac"
    })
    @Requirement({"TIMER-9-11", "TIMER-9-15"})
    void whoKnowsTimersHasTheRefresherThatHeNames(String asked, String expected) {
        SipResponse response = booth.ask(capable(asked));
        assertThat(granted(response)).isEqualTo(expected);
        assertThat(demanded(response)).isTrue();
        booth.pass(Duration.ofSeconds(500));
        assertThat(booth.handset.methods().contains("INVITE")).as("we refresh").isEqualTo(expected.endsWith("uas"));
    }

    @ParameterizedTest
    @CsvSource({"1800, 1800;refresher=uas", "100, 100;refresher=uas", "90, 90;refresher=uas", "89, none", "50, none"})
    @Requirement({"TIMER-9-02", "TIMER-9-08"})
    void whoKnowsNoneIsRefreshedByUsIfSomebodyOnTheWayAsks(String asked, String expected) {
        SipResponse response = booth.ask(old(asked));
        assertThat(granted(response)).isEqualTo(expected);
        assertThat(demanded(response)).isFalse();
    }

    @Test
    @Requirement({"TIMER-9-17", "TIMER-9-18"})
    void weRefreshWhoKnowsNoneAtHalfOfTheInterval() {
        assertThat(granted(booth.ask(old("none")))).isEqualTo("1800;refresher=uas");
        booth.pass(HALF.minusSeconds(2));
        assertThat(booth.handset.methods()).isEmpty();
        booth.pass(Duration.ofSeconds(2));
        assertThat(booth.handset.methods()).containsExactly("INVITE");
        SipRequest refresh = booth.handset.heard("INVITE").get(0);
        assertThat(refresh.header("Session-Expires")).contains("1800;refresher=uac");
        assertThat(refresh.body()).isEqualTo(Booth.DESCRIPTION);
        booth.pass(HALF.multipliedBy(2));
        assertThat(booth.handset.methods()).containsExactly("INVITE", "INVITE", "INVITE");
        booth.handset.answers("INVITE", SipResponse.of(481, "As told"));
        booth.pass(HALF);
        assertThat(booth.handset.methods()).endsWith("INVITE", "BYE");
        booth.nothingIsLeft();
    }

    @Test
    void whoKnowsNoneAndGoesOnHimselfIsRefreshedFromThenOn() {
        booth.ask(old("none"));
        booth.pass(Duration.ofSeconds(600));
        assertThat(granted(booth.ask(booth.handset.within("INVITE").with(Handset.DESCRIPTION))))
                .isEqualTo("1800;refresher=uas");
        booth.pass(Duration.ofSeconds(600));
        assertThat(booth.handset.methods()).isEmpty();
        booth.pass(Duration.ofSeconds(300));
        assertThat(booth.handset.methods()).containsExactly("INVITE");
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_ASKED", "CLIENT"})
    @Requirement("TIMER-4-03")
    void withoutATimerNothingExpires(RefresherChoice choice) {
        with(STANDARD.refreshedBy(choice));
        assertThat(granted(booth.ask(old("none")))).isEqualTo("none");
        booth.pass(Duration.ofHours(48));
        assertThat(booth.ends).isEmpty();
        assertThat(booth.handset.methods()).isNotEmpty().containsOnly("OPTIONS");
        booth.session.orElseThrow().end();
        booth.nothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource({"1000;refresher=uas, 1000;refresher=uac", "1000, 1000;refresher=uac", "none, 1800;refresher=uac"})
    void theClientRefreshesWhateverItAsksForIfThatIsTheChoice(String asked, String expected) {
        with(STANDARD.refreshedBy(RefresherChoice.CLIENT));
        assertThat(granted(booth.ask(capable(asked)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"90, 422", "119, 422", "120, 200"})
    @Requirement("TIMER-9-01")
    void whatIsBelowTheMinimumIs422(String asked, int status) {
        with(STANDARD.atLeast(Duration.ofSeconds(120)));
        SipResponse response = booth.ask(capable(asked));
        assertThat(response.status()).isEqualTo(status);
        if (status == 422) {
            assertThat(response.header("Min-SE")).contains("120");
            assertThat(booth.session).isEmpty();
        }
    }

    @Test
    @Requirement("TIMER-5-01")
    void aMinimumBelow90IsNone() {
        assertThatThrownBy(() -> STANDARD.atLeast(Duration.ofSeconds(30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT30S");
    }

    @ParameterizedTest
    @CsvSource({"1800, 0", "1799, 1"})
    @Requirement("TIMER-4-02")
    void weAskForHalfAnHourAndWarnWhoWantsLess(long seconds, int warnings) {
        assertThat(STANDARD.interval()).isEqualTo(Duration.ofSeconds(1800));
        List<LogRecord> warned = new ArrayList<>();
        Logger logger = Logger.getLogger(UserAgent.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                Optional.of(line).filter(it -> it.getLevel() == Level.WARNING).ifPresent(warned::add);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            with(STANDARD.every(Duration.ofSeconds(seconds)));
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(warned).hasSize(warnings);
        booth.place(Handset.ok());
        assertThat(booth.handset.heard("INVITE").get(0).header("Session-Expires"))
                .contains(Long.toString(seconds));
    }
}
