package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.document.Element;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.participation.Joining;
import io.parley.patch.Patched;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.ports.in.ConferenceWatching.Told;
import io.parley.ports.in.ConferenceWatching.Watcher;
import io.parley.ports.in.ConferenceWatching.Watching;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.Signalling;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Many who watch one conference in all formats, some slower than others, and many changes: what they are told costs by the change, not by those who
 * are told. {@code -Dwatchers=1000 -Dchanges=1000} makes it large.
 */
class MixedWatchersTest {

    private static final int WATCHERS = Integer.getInteger("watchers", 60);
    private static final int CHANGES = Integer.getInteger("changes", 100);

    /** So many changes the slowest let pass before they look. */
    private static final int SLOWEST = 4;

    private final House house = new House(Plan.STANDARD, memory -> Silence.SIGNALLING);
    private final Random random = new Random(6502);

    /** Signalling that has nobody to call. */
    private static final class Silence {
        static final Signalling SIGNALLING = (Signalling) Proxy.newProxyInstance(
                Silence.class.getClassLoader(), new Class<?>[] {Signalling.class}, (self, method, given) -> null);
    }

    /** Somebody who watches, and what he knows. */
    private static final class Spectator {
        private final String who;
        private final Format format;
        private final Supplier<Watching> source;
        private final Watching watching;
        private final int pace;
        private final Roster roster = new Roster();
        private Optional<Element> copy = Optional.empty();
        private int told;

        Spectator(String who, Format format, Supplier<Watching> source, int pace) {
            this.who = who;
            this.format = format;
            this.source = source;
            this.watching = source.get();
            this.pace = pace;
        }

        void look() {
            watching.next().ifPresent(this::take);
        }

        private void take(Told news) {
            told++;
            if (news instanceof Told.Diff diff) {
                copy = Optional.of(((Patched.Done) diff.patch().applyTo(copy.orElseThrow())).document());
            } else if (format.isXcon()) {
                copy = Optional.of(((Told.Document) news).document());
            } else {
                roster.take(((Told.Document) news).document());
            }
        }
    }

    private Spectator spectator(int number) {
        String who = "sip:user" + number + "@example.com";
        Signaller signaller = new Signaller(SipUri.of(who), true, false);
        DialogId dialog = new DialogId("call" + number, "ours", "theirs");
        Joining.Answer answer = house.parley
                .focus()
                .join(
                        signaller,
                        house.conference,
                        new Device(
                                dialog,
                                who + ";gr=1",
                                Optional.of("{" + number + "}"),
                                Optional.empty(),
                                Optional.empty(),
                                false));
        assertThat(answer).isInstanceOf(Joining.Joined.class);
        Format format = Format.values()[number % Format.values().length];
        Supplier<Watching> source = () -> (Watching) house.parley
                .watching()
                .watch(new Watcher(signaller, Optional.of(dialog), format), house.conference, () -> {});
        return new Spectator(who, format, source, 1 + number / 4 % SLOWEST);
    }

    private void change(int number) {
        house.update(
                random.nextBoolean()
                        ? house.changes().title("Change " + number)
                        : house.changes().allow("sip:guest" + random.nextInt(20) + "@elsewhere.example", "dial-in"));
    }

    @Test
    void documentsAreComposedByTheChangeAndNotByTheWatcher() {
        List<Spectator> spectators = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            spectators.add(spectator(i));
        }
        spectators.forEach(Spectator::look);
        long before = house.parley.watching().composed();
        for (int i = 1; i <= CHANGES; i++) {
            change(i);
            for (Spectator spectator : spectators) {
                if (i % spectator.pace == 0) {
                    spectator.look();
                }
            }
        }
        spectators.forEach(Spectator::look);
        long composed = house.parley.watching().composed() - before;
        int told = spectators.stream().mapToInt(spectator -> spectator.told).sum();
        System.getLogger(MixedWatchersTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        CHANGES + " changes for " + WATCHERS + " watchers: " + told + " notifications of " + composed
                                + " documents and diffs");
        assertThat(composed).isLessThan((long) CHANGES * Format.values().length * SLOWEST);
        spectators.forEach(this::knowsAll);
    }

    private void knowsAll(Spectator spectator) {
        if (spectator.format.isXcon()) {
            assertThat(spectator.copy)
                    .contains(house.ccmp(
                                    Message.CONF,
                                    Operation.RETRIEVE,
                                    spectator.who.replace("sip:", "xcon-userid:"),
                                    Optional.empty())
                            .body()
                            .info()
                            .orElseThrow());
        } else {
            Roster fresh = new Roster();
            spectator.source.get().next().ifPresent(told -> fresh.take(((Told.Document) told).document()));
            assertThat(spectator.roster.users()).hasSize(WATCHERS).isEqualTo(fresh.users());
            assertThat(spectator.roster.description()).isEqualTo(fresh.description());
        }
    }
}
