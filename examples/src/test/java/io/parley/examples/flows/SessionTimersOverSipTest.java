package io.parley.examples.flows;

import static io.parley.examples.flows.House.ALICE;
import static io.parley.examples.flows.House.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a call lives without a sign of its device (RFC 4028 as MS-CONFBAS section 3.2.5.2 narrows it). */
@Requirement({"TIMER-4-05", "TIMER-5-03", "TIMER-9-07"})
class SessionTimersOverSipTest {

    private SipHouse house = SipHouse.open();
    private Phone bob = house.phone(BOB);
    private Phone alice = house.phone(ALICE);

    private void in(Plan plan) {
        house = new SipHouse(plan);
        bob = house.phone(BOB);
        alice = house.phone(ALICE);
    }

    private static Plan leased(Duration lease) {
        return Plan.STANDARD.sip(settings -> settings.lease(lease));
    }

    @AfterEach
    void whatWasSentAboutTimersStandsWhereItMay() {
        for (SipMessage message : house.told()) {
            String method = message.header("CSeq").orElse("").replaceFirst("\\d+ ", "");
            boolean refuses = message instanceof SipResponse response && response.status() == 422;
            boolean accepts = message instanceof SipRequest || message instanceof SipResponse it && it.isSuccess();
            if (message.header("Session-Expires").isPresent()) {
                assertThat(method).isIn("INVITE", "UPDATE");
                assertThat(accepts).isTrue();
                assertThat(message.header("Session-Expires").orElseThrow()).contains(";refresher=");
            }
            if (message instanceof SipResponse && message.header("Min-SE").isPresent()) {
                assertThat(refuses).isTrue();
            }
        }
    }

    private SipRequest asking(String interval) {
        return bob.invite().with("Session-Expires", interval);
    }

    private static String granted(SipResponse response) {
        assertThat(response.status()).isEqualTo(200);
        return response.header("Session-Expires").orElse("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "600;refresher=uac", "600;refresher=uas"})
    @Requirement({
        "C3P-3.2.5.2.1-02",
        "C3P-3.2.5.2.1-03",
        "TIMER-9-03",
        "TIMER-9-05",
        "TIMER-9-10",
        "TIMER-9-12",
        "TIMER-9-14"
    })
    void theClientRefreshesWhateverItAsksFor(String asked) {
        Line line = bob.line(asking(asked));
        assertThat(granted(line.accepted)).isEqualTo("600;refresher=uac");
        SipResponse updated =
                line.ask(line.request("UPDATE").with("Supported", "timer").with("Session-Expires", asked));
        assertThat(granted(updated)).isEqualTo("600;refresher=uac");
        for (SipResponse response : List.of(line.accepted, updated)) {
            assertThat(response.headers().lists("Supported", "timer")).isTrue();
            assertThat(response.headers().lists("Require", "timer")).isTrue();
        }
    }

    @Test
    @Requirement({"C3P-3.2.5.2.1-01", "C3P-4.2.1-01", "TIMER-9-06"})
    void whoKnowsTimersIsGivenOneAndWhoDoesNotIsNot() {
        assertThat(granted(bob.ask(bob.invite()))).isEqualTo("7200;refresher=uac");
        assertThat(granted(bob.ask(bob.invite().with("Min-SE", "9000")))).isEqualTo("9000;refresher=uac");
        SipRequest old = bob.invite();
        SipResponse plain =
                bob.ask(new SipRequest(old.method(), old.uri(), old.headers().without("Supported"), old.body()));
        assertThat(granted(plain)).isEqualTo("none");
        assertThat(plain.headers().lists("Require", "timer")).isFalse();
    }

    @Test
    @Requirement({"TIMER-4-01", "TIMER-9-04", "TIMER-5-02"})
    void anIntervalIsMadeShorterIfItIsTooLongButNotBelowWhatTheClientCanDo() {
        in(leased(Duration.ofHours(1)));
        assertThat(granted(bob.ask(asking("91")))).isEqualTo("91;refresher=uac");
        assertThat(granted(bob.ask(asking("90")))).isEqualTo("90;refresher=uac");
        assertThat(granted(bob.ask(asking("86400")))).isEqualTo("3600;refresher=uac");
        assertThat(granted(bob.ask(asking("7200").with("Min-SE", "5000")))).isEqualTo("5000;refresher=uac");
    }

    @Test
    @Requirement("TIMER-6-01")
    void anIntervalThatIsTooSmallIs422() {
        SipResponse refused = bob.ask(asking("60"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Min-SE")).contains("90");
        assertThat(house.focus.calls()).isZero();
    }

    @Test
    @Requirement("TIMER-4-04")
    void theCompactFormIsUnderstood() {
        assertThat(granted(bob.ask(bob.invite().with("x", "1234")))).isEqualTo("1234;refresher=uac");
    }

    @Test
    @Requirement({"C3P-3.2.4.2-04", "C3P-4.2.2-01", "C3P-2.2.1.3-01", "TIMER-9-19"})
    void anUpdateExtendsTheCallAndSaysWhereTheFocusIs() {
        Line line = bob.line(asking("90"));
        for (int i = 0; i < 5; i++) {
            house.pass(Duration.ofSeconds(45));
            SipResponse response = line.ask(
                    line.request("UPDATE").with("Supported", "timer").with("Session-Expires", "90;refresher=uac"));
            assertThat(granted(response)).isEqualTo("90;refresher=uac");
            assertThat(response.header("Contact").orElseThrow()).endsWith(";isfocus");
            assertThat(response.body().isEmpty()).isTrue();
        }
        assertThat(line.heard("BYE")).isEmpty();
        house.pass(Duration.ofSeconds(61));
        assertThat(line.heard("BYE")).hasSize(1);
        house.nothingIsLeft();
    }

    @Test
    @Requirement("C3P-3.2.4.2-05")
    void aReInviteExtendsTheCallAndChangesNothingElse() {
        Line line = bob.line(asking("90"));
        alice.join();
        Line watching = alice.line(alice.subscribe());
        house.pass(Duration.ofSeconds(50));
        SipResponse again = line.ask(line.request("INVITE")
                .with("Supported", "timer")
                .with("Session-Expires", "600")
                .with(line.first.body()));
        assertThat(granted(again)).isEqualTo("600;refresher=uac");
        house.pass(Duration.ofSeconds(300));
        assertThat(line.heard("BYE")).isEmpty();
        assertThat(watching.roster().documents()).hasSize(1);
        assertThat(watching.roster().role(BOB)).isEqualTo("attendee");
        SipResponse media = line.ask(line.request("INVITE").with(SipBody.of("application/sdp", "v=0")));
        assertThat(media.status()).isEqualTo(488);
        assertThat(line.ask("OPTIONS").status()).as("it goes on").isEqualTo(200);
    }

    @Test
    @Requirement("TIMER-10-01")
    void onlyWhatIsAcceptedExtendsTheCall() {
        Line line = bob.line(asking("90"));
        house.pass(Duration.ofSeconds(50));
        assertThat(line.ask(line.request("UPDATE").with("Supported", "timer").with("Session-Expires", "10"))
                        .status())
                .isEqualTo(422);
        house.pass(Duration.ofSeconds(10));
        assertThat(line.heard("BYE")).hasSize(1);
    }

    @Test
    @Requirement({"C3P-D2-22", "TIMER-10-04", "TIMER-10-05", "C3P-I-06"})
    void whoDoesNotRefreshIsGoneBeforeTheIntervalHasPassed() {
        alice.line(alice.invite().with("Session-Expires", "1800"));
        Line watching = alice.line(alice.subscribe());
        Line line = bob.line(asking("90"));
        Line his = bob.line(bob.subscribe());
        house.pass(Duration.ofSeconds(59));
        assertThat(line.heard("BYE")).isEmpty();
        house.pass(Duration.ofSeconds(1));
        assertThat(line.heard("BYE")).hasSize(1);
        SipRequest last = his.heard().get(his.heard().size() - 1);
        assertThat(last.header("Subscription-State").orElseThrow()).startsWith("terminated");
        assertThat(watching.roster().users()).containsExactly(ALICE);

        house.pass(Duration.ofSeconds(1767 - 60));
        assertThat(watching.heard()).noneMatch(it -> it.method().equals("BYE"));
        house.pass(Duration.ofSeconds(2));
        assertThat(alice.heard()).filteredOn(it -> it.method().equals("BYE")).hasSize(1);
        house.nothingIsLeft();
    }

    @Test
    void whoLosesTheNetworkIsGoneWhenHisLeaseHasRunOut() {
        in(leased(Duration.ofSeconds(90)));
        Line line = alice.join();
        Line watching = alice.line(alice.subscribe());
        bob.join();
        bob.line(bob.subscribe());
        bob.vanish();
        for (int i = 0; i < 3; i++) {
            house.pass(Duration.ofSeconds(20));
            line.ask(line.request("UPDATE").with("Supported", "timer"));
        }
        assertThat(alice.heard()).noneMatch(it -> it.method().equals("BYE"));
        assertThat(watching.roster().users()).containsExactly(ALICE);
        line.bye();
        house.nothingIsLeft();
    }

    /** A client without session timers. */
    private SipRequest old() {
        SipRequest invite = bob.invite();
        return new SipRequest(invite.method(), invite.uri(), invite.headers().without("Supported"), invite.body());
    }

    @Test
    void whoKnowsNoTimersIsAskedWhetherHeIsThere() {
        in(leased(Duration.ofMinutes(5)));
        alice.join();
        Line line = bob.line(old());
        house.pass(Duration.ofMinutes(11));
        assertThat(line.methods()).containsExactly("OPTIONS", "OPTIONS");
        assertThat(house.focus.calls()).as("alice has not refreshed").isEqualTo(1);
        bob.answers("OPTIONS", 481);
        house.pass(Duration.ofMinutes(5));
        assertThat(house.focus.calls()).isZero();
        house.nothingIsLeft();
    }

    @Test
    void whoKnowsNoTimersAndHasVanishedIsGoneWithinTheLease() {
        in(leased(Duration.ofMinutes(5)));
        bob.line(old());
        bob.vanish();
        house.pass(Duration.ofMinutes(4));
        assertThat(house.focus.calls()).isEqualTo(1);
        house.pass(Duration.ofMinutes(1));
        assertThat(house.focus.calls()).isZero();
        house.nothingIsLeft();
    }

    @Test
    @Requirement("TIMER-9-16")
    void eachCallHasItsOwnTimer() {
        Line quick = bob.line(asking("90"));
        Phone other = house.phone(BOB);
        Line slow = other.line(other.invite().with("Session-Expires", "900"));
        house.pass(Duration.ofSeconds(61));
        assertThat(quick.heard("BYE")).hasSize(1);
        assertThat(slow.heard("BYE")).isEmpty();
        assertThat(house.focus.calls()).isEqualTo(1);
    }

    @Test
    void whoDoesNotAcknowledgeIsGone() {
        bob.answers(Phone.DEAF);
        alice.join();
        Line watching = alice.line(alice.subscribe());
        Phone mute = house.phone(BOB);
        mute.acknowledgeNothing();
        mute.ask(mute.invite());
        assertThat(watching.roster().users()).containsExactly(ALICE, BOB);
        house.pass(Duration.ofSeconds(40));
        assertThat(watching.roster().users()).containsExactly(ALICE);
        assertThat(mute.heard()).extracting(SipRequest::method).containsExactly("BYE");
        assertThat(Optional.of(house.focus.calls())).contains(1);
    }
}
