package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.focus.CallId;
import io.parley.focus.DialOut;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.out.Signalling;
import org.junit.jupiter.api.Test;

/** What may be asked of {@link Signalling} without harm. Whom it reaches is up to the tests of each implementation. */
public interface SignallingContract {

    /** From where it calls. */
    SipUri FOCUS = SipUri.of("sip:conference@example.com");

    /** What is tested. */
    Signalling signalling();

    /** A target that does not answer. */
    ContactUri unreachable();

    private static void askForAll(Signalling signalling, ContactUri target) {
        XconUri conference = Samples.id("conference");
        for (DialOut.Method method : DialOut.Method.values()) {
            OutgoingCall call = Samples.call(target, method);
            signalling.call(conference, FOCUS, call);
            signalling.cancel(conference, call.id());
        }
        signalling.bye(conference, target);
    }

    @Test
    default void aCallReturnsThoughThePeerDoesNotAnswer() {
        assertThatCode(() -> askForAll(signalling(), unreachable())).doesNotThrowAnyException();
    }

    @Test
    default void beginningWhatHasBegunDoesNothing() {
        Signalling signalling = signalling();
        assertThatCode(() -> {
                    for (int i = 0; i < 3; i++) {
                        signalling.call(
                                Samples.id("conference"), FOCUS, Samples.call(unreachable(), DialOut.Method.DIAL_OUT));
                        signalling.call(
                                Samples.id("conference"), FOCUS, Samples.call(unreachable(), DialOut.Method.REFER));
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    default void endingWhatHasEndedOrNeverBeganDoesNothing() {
        Signalling signalling = signalling();
        assertThatCode(() -> {
                    signalling.cancel(Samples.id("never"), new CallId("never"));
                    signalling.cancel(Samples.id("never"), new CallId("never"));
                    signalling.bye(Samples.id("never"), unreachable());
                    signalling.bye(Samples.id("never"), unreachable());
                })
                .doesNotThrowAnyException();
    }

    @Test
    default void manyMayCallAtOnce() {
        Signalling signalling = signalling();
        assertThatCode(() -> Crowd.together(4, () -> {
                    askForAll(signalling, unreachable());
                    return "done";
                }))
                .doesNotThrowAnyException();
    }
}
