package io.parley.subscription;

import static io.parley.focus.McuType.AUDIO_VIDEO;
import static io.parley.focus.McuType.CHAT;
import static io.parley.participation.Assembly.alone;
import static io.parley.participation.Assembly.id;
import static io.parley.participation.Assembly.requester;
import static io.parley.participation.Assembly.sights;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Attendance;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Validation;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.participation.Assembly;
import io.parley.privacy.Clearance;
import io.parley.privacy.Sight;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import io.parley.roster.Report;
import io.parley.roster.RosterCopy;
import io.parley.roster.State;
import io.parley.spec.Requirement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens, documents applied one after the other tell what a full one tells, and never who must not be known. */
class AnyConferencePropertyTest {

    private static final List<String> PEOPLE = List.of("alice", "bobby", "carol", "dave");
    private static final List<String> WISHES = List.of("", "private", "hidden", "semi-private");

    private enum Kind {
        JOIN,
        LEAVE,
        EJECT,
        PROMOTE,
        DEMOTE,
        LOCK,
        UNLOCK,
        ADMIT,
        DENY,
        WISH,
        REPORT_FULL,
        REPORT,
        REPORT_GONE,
        REPORT_LOCK,
        KILL,
        RESTART,
        LOOK
    }

    private record Deed(Kind kind, int who, int which, int other) {
        String name() {
            return PEOPLE.get(who);
        }

        McuType mcu() {
            return which % 2 == 0 ? CHAT : AUDIO_VIDEO;
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Integer> four = Arbitraries.integers().between(0, 3);
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Kind.values())),
                Tuple.of(3, Arbitraries.of(Kind.JOIN, Kind.WISH, Kind.REPORT, Kind.LOOK)));
        return Combinators.combine(kinds, four, four, four)
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static void act(Assembly assembly, Deed deed) {
        String device = "{" + deed.name() + deed.which() % 2 + "}";
        Mcu mcu = assembly.conference()
                .focus()
                .flatMap(focus -> focus.instance())
                .flatMap(instance -> instance.mcus().get(deed.mcu()))
                .orElseThrow();
        long next = mcu.version() + 1;
        switch (deed.kind()) {
            case JOIN -> assembly.join(deed.name(), device);
            case LEAVE -> assembly.leave(deed.name(), device);
            case EJECT -> assembly.eject(deed.name());
            case PROMOTE -> assembly.role(deed.name(), true);
            case DEMOTE -> assembly.role(deed.name(), false);
            case LOCK -> assembly.lock(true);
            case UNLOCK -> assembly.lock(false);
            case ADMIT -> assembly.admit(deed.name(), true);
            case DENY -> assembly.admit(deed.name(), false);
            case WISH -> assembly.wish(deed.name(), WISHES.get(deed.which()));
            case REPORT_FULL ->
                assembly.report(
                        deed.mcu(),
                        Report.full(next)
                                .user(reported(deed))
                                .has(PEOPLE.get((deed.who() + 1) % 4), "{m}")
                                .document());
            case REPORT ->
                assembly.report(
                        deed.mcu(), Report.partial(next).user(reported(deed)).document());
            case REPORT_GONE ->
                assembly.report(
                        deed.mcu(), Report.partial(next).gone(deed.name()).document());
            case REPORT_LOCK ->
                assembly.report(
                        deed.mcu(),
                        Report.partial(next)
                                .view(mcu.uri(), deed.other() % 2 == 0)
                                .document());
            case KILL -> assembly.kill(deed.mcu());
            case RESTART -> assembly.restart(deed.mcu());
            case LOOK -> {}
        }
    }

    /** Somebody whom another one brought in. */
    private static Element reported(Deed deed) {
        String by = "sip:" + PEOPLE.get(deed.other()) + "@example.com";
        Element endpoint = Report.endpoint("{m" + deed.which() % 2 + "}", "full")
                .withAttribute(InfoNames.msci("epid"), Integer.toString(deed.which()))
                .with(Foreign.element(Info.JOINING_INFO).with(Foreign.element(Info.BY, by)));
        return Report.user("sip:" + deed.name() + "@example.com", "full").with(endpoint);
    }

    /** Somebody who watches, with what he has been told. */
    private static final class Watcher {
        private static final Set<Name> STATEFUL = Set.of(Info.CONFERENCE_INFO, Info.USERS, Info.USER, Info.ENDPOINT);

        private final Composer composer = new Composer(sights());
        private final String name;
        private final Profile profile;
        private WatchState state = WatchState.NEW;
        private Optional<Watched> known = Optional.empty();
        private RosterCopy copy = RosterCopy.NOTHING;

        Watcher(String name, Profile profile) {
            this.name = name;
            this.profile = profile;
        }

        void look(Assembly assembly) {
            Watched now = Watched.of(assembly.conference());
            Audience audience = Audience.of(sights(), alone(now.conference()), now, requester(name), profile);
            known.filter(told -> audience.followsLeaving())
                    .map(now::withWhoLeftSince)
                    .filter(leaving -> leaving.since().isPresent())
                    .ifPresent(leaving -> step(leaving, audience));
            step(now, audience);
            known = Optional.of(now);
            Element full = Composer.stamped(composer.full(now, audience), Math.max(1, copy.version()));
            assertThat(copy).isEqualTo(applied(RosterCopy.NOTHING, full));
        }

        private void step(Watched now, Audience audience) {
            WatchState.Step step = state.next(now, audience, false, composer::compose);
            state = step.after();
            step.document().ifPresent(document -> {
                copy = applied(copy, document);
                assertDiscreet(now, document);
                assertThat(states(document, document.attribute(Attributes.STATE).orElse("")))
                        .isTrue();
                assertWellFormed(document);
                assertThat(document.toString()).doesNotContain("focus-owner");
            });
        }

        private static RosterCopy applied(RosterCopy copy, Element document) {
            RosterCopy.Answer answer = copy.apply(document);
            assertThat(answer).as("%s", document).isInstanceOf(RosterCopy.Answer.Applied.class);
            return ((RosterCopy.Answer.Applied) answer).copy();
        }

        /** Who is not seen is in no document, unless it tells that he whom one knew is no more. */
        private void assertDiscreet(Watched now, Element document) {
            Attendance attendance = now.conference().attendance();
            boolean waits = !attendance.hasJoined(id(name))
                    && (attendance.isPending(id(name))
                            || now.refusal(sights().policy(), requester(name)).isPresent());
            Sight sight = sights().of(
                            now.conference(),
                            sights().clearance(now.conference(), requester(name)),
                            Optional.empty(),
                            Clearance.NONE);
            String told = withoutDeleted(document).toString();
            for (String person : PEOPLE) {
                boolean unseen =
                        !person.equals(name) && (waits || sight.unseen().contains(id(person)));
                if (unseen) {
                    assertThat(told).doesNotContainIgnoringCase(person);
                }
            }
        }

        private static Element withoutDeleted(Element document) {
            Optional<Element> users = document.child(Info.USERS);
            if (users.isEmpty()) {
                return document;
            }
            Element left = users.get();
            for (Element user : users.get().children(Info.USER)) {
                left = user.attribute(Attributes.STATE)
                                .filter("deleted"::equals)
                                .isPresent()
                        ? left.without(user)
                        : left;
            }
            return document.replacing(users.get(), left);
        }

        /** {@code state} stands where RFC 4575 section 4.4 lists it, and no two siblings share a key (section 4.5). */
        private void assertWellFormed(Element element) {
            Set<List<String>> keys = new HashSet<>();
            for (Element child : element.elements()) {
                assertWellFormed(child);
                Optional<String> entity = child.attribute(Attributes.ENTITY);
                if (entity.isPresent() && !child.name().equals(InfoNames.ENTITY_VIEW)) {
                    String type = child.attribute(InfoNames.SESSION_TYPE).orElse("");
                    assertThat(keys.add(List.of(child.name().toString(), type, entity.get())))
                            .as("%s", element)
                            .isTrue();
                }
                if (entity.filter(key -> key.contains("anonymous")).isPresent()) {
                    assertThat(entity.get()).endsWith(".invalid");
                }
            }
            if (element.attribute(Attributes.STATE).isPresent()) {
                assertThat(STATEFUL).contains(element.name());
            }
        }

        /** Below what is full all is full, and what is deleted is empty (RFC 4575 section 4.4). */
        private static boolean states(Element element, String above) {
            String state = element.attribute(Attributes.STATE)
                    .or(() -> element.attribute(InfoNames.STATE))
                    .orElse("full");
            boolean fits = !above.equals("full") || state.equals("full");
            boolean empty = !state.equals(State.DELETED.word()) || element.size() == 0;
            return fits && empty && element.elements().stream().allMatch(child -> states(child, state));
        }
    }

    @Property(tries = 400)
    @Requirement({
        "EV-4.6-21",
        "C3P-2.2.4-02",
        "EV-4.4-04",
        "EV-4.4-05",
        "EV-3.6-08",
        "EV-3.9-02",
        "EV-8.2-04",
        "EV-4.4-01",
        "EV-4.4-02",
        "EV-4.5-02",
        "EV-5.6-02",
        "EV-5.6-06",
        "EV-5.7.4-03"
    })
    void documentsAddUpToTheFullOneAndGiveNobodyAway(@ForAll("deeds") List<Deed> deeds) {
        Assembly assembly = new Assembly().join("alice");
        Map<Integer, Watcher> watchers = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            watchers.put(i, new Watcher(PEOPLE.get(i % 4), i < 4 ? Profile.C3P : Profile.PLAIN));
        }
        for (Deed deed : deeds) {
            act(assembly, deed);
            if (deed.kind() == Kind.LOOK) {
                watchers.get(deed.who()).look(assembly);
                watchers.get(4 + deed.other()).look(assembly);
            }
        }
        watchers.values().forEach(watcher -> watcher.look(assembly));
        assertThat(Validation.ofDocument(assembly.conference().document())).isEmpty();
    }
}
