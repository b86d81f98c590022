package io.parley.ports.contract;

import static io.parley.ports.contract.Samples.id;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.conference.Change;
import io.parley.identity.XconUri;
import io.parley.ports.contract.Script.Count;
import io.parley.ports.contract.Script.Look;
import io.parley.ports.contract.Script.Meanwhile;
import io.parley.ports.contract.Script.Put;
import io.parley.ports.contract.Script.Remove;
import io.parley.ports.contract.Script.RemoveFamily;
import io.parley.ports.contract.Script.Step;
import io.parley.ports.contract.Script.Survey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the judge of histories lets the innocent go and finds the guilty. */
class HistoryTest {

    private static final XconUri A = id("a");
    private static final XconUri B = id("b");
    private static final XconUri P = id("p");

    private static Script script(Step... steps) {
        return new Script(List.of(steps));
    }

    private static Step put(XconUri id) {
        return new Put(id, P);
    }

    private static Step meanwhile(Step... steps) {
        return new Meanwhile(script(steps));
    }

    private static void judge(CarelessStore store, Script... scripts) {
        History history = new History();
        store.addListener(history::hear);
        for (Script script : scripts) {
            history.run(store, script);
        }
        history.mustBeSerial(Transactions.all(store));
    }

    private static void isInnocent(Script... scripts) {
        assertThatCode(() -> judge(new CarelessStore(), scripts)).doesNotThrowAnyException();
    }

    private static void isGuilty(CarelessStore store, Script... scripts) {
        assertThatThrownBy(() -> judge(store, scripts)).isInstanceOf(AssertionError.class);
    }

    private static void isGuilty(Script... scripts) {
        isGuilty(new CarelessStore(), scripts);
    }

    @Test
    void oneAfterTheOtherIsSerial() {
        isInnocent(
                script(put(A), put(P)),
                script(new Look(A), new Survey(), put(A)),
                script(new Count(P)),
                script(new RemoveFamily(P)),
                script(new Look(A), put(A)),
                script(new Remove(A)));
    }

    @Test
    void oneInsideTheOtherIsSerialIfTheyDoNotMeet() {
        isInnocent(script(put(A), put(B)), script(new Look(A), meanwhile(put(B)), put(A)));
        isInnocent(script(put(A)), script(new Survey(), meanwhile(new Survey(), put(A))));
    }

    @Test
    void aLostUpdateIsNot() {
        isGuilty(script(put(A)), script(put(A), meanwhile(put(A))));
    }

    @Test
    void readingEachOthersPastIsNot() {
        isGuilty(script(put(A), put(B)), script(new Look(A), meanwhile(new Look(B), put(A)), put(B)));
    }

    @Test
    void aPhantomIsNot() {
        isGuilty(script(put(P)), script(new Count(P), meanwhile(put(A)), put(B)));
        isGuilty(script(put(P)), script(new Survey(), meanwhile(put(A)), put(B)));
        isGuilty(script(put(A)), script(new Count(P), meanwhile(new Remove(A)), put(B)));
    }

    @Test
    void aMissedObjectThatAppearedIsNot() {
        isGuilty(script(new Look(A), meanwhile(put(A)), put(B)));
    }

    @Test
    void seeingTheStateBeforeTheLastIsNot() {
        CarelessStore late = new CarelessStore() {
            private SerialModel last = SerialModel.EMPTY;

            @Override
            SerialModel seen(SerialModel now) {
                SerialModel shown = last;
                last = now;
                return shown;
            }
        };
        isGuilty(late, script(put(A)), script(new Look(A)), script(new Look(A)));
    }

    @Test
    void hearingOnlyHalfOfATransactionIsNot() {
        isGuilty(
                new CarelessStore() {
                    @Override
                    List<Change> told(List<Change> changes) {
                        return changes.subList(0, changes.size() / 2);
                    }
                },
                script(put(A), put(B)));
    }

    @Test
    void hearingNothingIsNot() {
        isGuilty(
                new CarelessStore() {
                    @Override
                    List<Change> told(List<Change> changes) {
                        return List.of();
                    }
                },
                script(put(A), new Look(A), new Remove(A)),
                script(new Remove(A)));
    }

    @Test
    void hearingTwiceIsNot() {
        isGuilty(
                new CarelessStore() {
                    @Override
                    List<Change> told(List<Change> changes) {
                        return changes.stream()
                                .flatMap(change -> List.of(change, change).stream())
                                .toList();
                    }
                },
                script(put(A)));
    }
}
