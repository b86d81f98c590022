package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.ports.out.Signalling;
import org.junit.jupiter.api.Test;

/** What may be asked of {@link Signalling} without harm. Whom it reaches is up to the tests of each implementation. */
public interface SignallingContract {

    /** What is tested. */
    Signalling signalling();

    /** A target that does not answer. */
    ContactUri unreachable();

    private static void askForAll(Signalling signalling, ContactUri target) {
        XconUri conference = Samples.id("conference");
        signalling.invite(conference, target);
        signalling.refer(conference, target);
        signalling.bye(conference, target);
    }

    @Test
    default void aCallReturnsThoughThePeerDoesNotAnswer() {
        assertThatCode(() -> askForAll(signalling(), unreachable())).doesNotThrowAnyException();
    }

    @Test
    default void invitingAndReferringMayBeRepeated() {
        Signalling signalling = signalling();
        assertThatCode(() -> {
                    for (int i = 0; i < 3; i++) {
                        signalling.invite(Samples.id("conference"), unreachable());
                        signalling.refer(Samples.id("conference"), unreachable());
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    default void endingWhatHasEndedOrNeverBeganDoesNothing() {
        Signalling signalling = signalling();
        assertThatCode(() -> {
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
