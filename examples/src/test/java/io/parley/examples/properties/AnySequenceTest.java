package io.parley.examples.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Validation;
import io.parley.engine.Parley;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.inmemory.Silence;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/** Whatever is asked in whatever order, these stay true. */
class AnySequenceTest {

    private final ScriptedInMemory memory = ScriptedInMemory.open("example.com");

    /** Nobody is called, which would be a change of its own. */
    private final Parley parley = Parley.builder("example.com", memory.with(Silence.SILENCE, Silence.SILENCE))
            .build();

    private final List<String> created = new ArrayList<>();

    @Property(tries = 300)
    @Requirement({"CCMP-4-02", "CCMP-D5-09", "CCMP-5.4-01"})
    void anAcceptedChangeRaisesTheVersionOfWhatItReachesByOneAndARefusedOneChangesNothing(
            @ForAll("programs") List<Step> program) {
        for (Step step : program) {
            Map<XconUri, Conference> before = all();
            CcmpRequest request = step.request(created);
            CcmpResponse response = parley.ccmp().handle(request);
            Map<XconUri, Conference> after = all();

            Set<XconUri> touched = new HashSet<>(before.keySet());
            touched.addAll(after.keySet());
            touched.removeIf(id -> before.get(id) == after.get(id));
            List<XconUri> addressed = touched.stream()
                    .filter(id -> !inherits(after.get(id), touched))
                    .toList();
            assertThat(addressed).as("%s: %s", request, response).hasSize(response.isSuccess() ? 1 : 0);
            for (XconUri id : touched) {
                assertOneStep(before.get(id), after.get(id));
            }
            for (XconUri id : addressed) {
                assertThat(response.version())
                        .isEqualTo(Optional.ofNullable(after.get(id)).map(Conference::version));
            }
            after.values().forEach(AnySequenceTest::assertSound);
            if (step instanceof Step.Create || step instanceof Step.Clone) {
                response.confObjId().filter(id -> response.isSuccess()).ifPresent(created::add);
            }
        }
    }

    /** Whether the change may have come down to this conference from its parent. */
    private static boolean inherits(Conference conference, Set<XconUri> touched) {
        return conference != null
                && conference.isLinked()
                && conference.parent().filter(touched::contains).isPresent();
    }

    private static void assertOneStep(Conference before, Conference after) {
        if (after != null) {
            assertThat(after.version())
                    .isEqualTo(before == null ? Version.FIRST : before.version().next());
        }
    }

    private static void assertSound(Conference conference) {
        Element document = conference.document();
        assertThat(Validation.ofDocument(document)).isEmpty();
        assertThat(document.attribute(Attributes.ENTITY))
                .contains(conference.id().toString());
        assertThat(document.toString()).doesNotContain("AUTO_GENERATE");
        if (conference.kind() != Kind.BLUEPRINT) {
            int users = document.child(Info.USERS)
                    .map(list -> list.count(Info.USER))
                    .orElse(0);
            assertThat(document.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)).contains(Integer.toString(users));
            assertThat(document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE))
                    .contains(Boolean.toString(conference.kind() == Kind.ACTIVE_CONFERENCE));
        }
    }

    private Map<XconUri, Conference> all() {
        Map<XconUri, Conference> all = new LinkedHashMap<>();
        parley.conferences().all().forEach(conference -> all.put(conference.id(), conference));
        return all;
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        Arbitrary<Integer> user = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> conference = Arbitraries.integers().between(0, 4);
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Combinators.combine(
                                        user,
                                        Arbitraries.frequency(
                                                Tuple.of(9, "example.com"), Tuple.of(1, "foreign.example")))
                                .as(Step.Create::new)),
                Tuple.of(2, Combinators.combine(user, conference).as(Step.Clone::new)),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        user,
                                        conference,
                                        Arbitraries.of("", "Weekly", "Monthly"),
                                        Arbitraries.of(0, 0, 1, 2, 9))
                                .as(Step.Rename::new)),
                Tuple.of(
                        2,
                        Combinators.combine(user, conference, Arbitraries.of("true", "false", "0", "maybe", ""))
                                .as(Step.Lock::new)),
                Tuple.of(
                        2,
                        Combinators.combine(user, conference, Arbitraries.of("allow", "block", "IVR", ""))
                                .as(Step.Handle::new)),
                Tuple.of(4, Combinators.combine(user, conference).as(Step.Join::new)),
                Tuple.of(3, Combinators.combine(user, conference, user).as(Step.Bring::new)),
                Tuple.of(3, Combinators.combine(user, conference, user).as(Step.Leave::new)),
                Tuple.of(1, Combinators.combine(user, conference).as(Step.Delete::new)));
        return step.list().ofMinSize(1).ofMaxSize(30);
    }
}
