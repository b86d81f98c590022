package io.parley.roster;

import static io.parley.focus.McuType.AUDIO_VIDEO;
import static io.parley.focus.McuType.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.focus.McuType;
import io.parley.participation.Assembly;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The order in which documents of different MCUs arrive does not matter (MS-CONFBAS section 3.4.4.2.1). */
class InterleavingPropertyTest {

    private static final List<String> PEOPLE = List.of("bob", "carol", "dave");

    /** What an MCU says of somebody, with or without saying all. */
    private record Line(boolean full, int who, boolean gone, boolean locked) {
        Report report(McuType mcu, Assembly assembly, long version) {
            Report report = full ? Report.full(version) : Report.partial(version);
            report = gone ? report.gone(PEOPLE.get(who)) : report.has(PEOPLE.get(who), "{" + mcu + version + "}");
            return report.view(assembly.uriOf(mcu), locked);
        }
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(either, Arbitraries.integers().between(0, 2), either, either)
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Roster played(List<Line> chat, List<Line> av, List<Boolean> chatsTurns) {
        Assembly assembly = new Assembly().join("alice").join("bob");
        int ofChat = 0;
        int ofAv = 0;
        for (boolean chatsTurn : chatsTurns) {
            if (chatsTurn) {
                Line line = chat.get(ofChat++);
                assembly.report(CHAT, line.report(CHAT, assembly, ofChat).document());
            } else {
                Line line = av.get(ofAv++);
                assembly.report(
                        AUDIO_VIDEO, line.report(AUDIO_VIDEO, assembly, ofAv).document());
            }
        }
        return Roster.of(assembly.conference());
    }

    private static List<Boolean> inOrder(int chat, int av) {
        List<Boolean> turns = new ArrayList<>();
        for (int i = 0; i < chat + av; i++) {
            turns.add(i < chat);
        }
        return turns;
    }

    @Property(tries = 300)
    void anyInterleavingGivesOneRoster(
            @ForAll("lines") List<Line> chat, @ForAll("lines") List<Line> av, @ForAll java.util.Random dice) {
        List<Boolean> shuffled = inOrder(chat.size(), av.size());
        java.util.Collections.shuffle(shuffled, dice);
        assertThat(played(chat, av, shuffled)).isEqualTo(played(chat, av, inOrder(chat.size(), av.size())));
    }

    @Test
    @Requirement({"C3P-D5-07", "C3P-D5-01"})
    void allInterleavingsOfTwoShortSequencesGiveOneRoster() {
        List<Line> chat = List.of(
                new Line(true, 0, false, false), new Line(false, 2, false, true), new Line(false, 0, true, true));
        List<Line> av = List.of(
                new Line(true, 2, false, true), new Line(false, 1, false, false), new Line(false, 2, true, false));
        Roster expected = played(chat, av, inOrder(3, 3));
        assertThat(expected.members().size()).isEqualTo(4);
        assertThat(expected.views().size()).isEqualTo(3);
        for (int bits = 0; bits < 64; bits++) {
            List<Boolean> turns = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                turns.add((bits >> i & 1) == 1);
            }
            if (Integer.bitCount(bits) == 3) {
                assertThat(played(chat, av, turns)).isEqualTo(expected);
            }
        }
    }

    @Property(tries = 200)
    void aDeadMcuLeavesWhatThereWouldBeWithoutIt(@ForAll("lines") List<Line> chat, @ForAll("lines") List<Line> av) {
        Assembly both = new Assembly().join("alice").join("bob");
        Assembly alone = new Assembly().join("alice").join("bob");
        long version = 0;
        for (Line line : chat) {
            both.report(CHAT, line.report(CHAT, both, ++version).document());
        }
        version = 0;
        for (Line line : av) {
            both.report(AUDIO_VIDEO, line.report(AUDIO_VIDEO, both, ++version).document());
            alone.report(AUDIO_VIDEO, line.report(AUDIO_VIDEO, alone, version).document());
        }
        assertThat(Roster.of(both.kill(CHAT).conference())).isEqualTo(Roster.of(alone.conference()));
    }
}
