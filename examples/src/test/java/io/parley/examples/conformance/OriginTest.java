package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Operation;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** {@code cloning-parent}: where an object comes from (RFC 6501 section 4.2.3). */
class OriginTest {

    /** Each number says from which of the objects that are there the next one is cloned. */
    @Property(tries = 100)
    @Requirement("DM-4.2.3-02")
    void noObjectIsItsOwnAncestor(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 11) Integer> choices) {
        House house = House.open();
        List<String> objects = new ArrayList<>(List.of(AUDIO_ROOM));
        for (int choice : choices) {
            String parent = objects.get(choice % objects.size());
            objects.add(house.done(conf(Operation.CREATE, ALICE).on(parent))
                    .confObjId()
                    .orElseThrow());
        }
        for (String clone : objects.subList(1, objects.size())) {
            Element document = house.documentOf(clone, ALICE);
            List<String> line = new ArrayList<>(List.of(clone));
            for (Optional<String> parent = parent(document); parent.isPresent(); ) {
                assertThat(line).doesNotContain(parent.get());
                line.add(parent.get());
                parent = parent.get().equals(AUDIO_ROOM)
                        ? Optional.empty()
                        : parent(house.documentOf(parent.get(), ALICE));
            }
            assertThat(line).endsWith(AUDIO_ROOM).hasSizeGreaterThan(1);
        }
    }

    @Example
    @Requirement("DM-4.2.3-03")
    void anIndependentCloneStillTellsItsOriginWhenThatIsGone() {
        House house = House.open();
        house.done(blueprint(Operation.UPDATE, ROOT)
                .on(AUDIO_ROOM)
                .info(Documents.read("<info:conference-info entity='" + AUDIO_ROOM
                        + "' c:clones='independent' xmlns:c='urn:parley:params:xml:ns:cloning'/>")));
        String clone = house.conferenceOf(ALICE);

        house.done(blueprint(Operation.DELETE, ROOT).on(AUDIO_ROOM));

        assertThat(parent(house.documentOf(clone, ALICE))).contains(AUDIO_ROOM);
    }

    private static Optional<String> parent(Element document) {
        return document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CLONING_PARENT);
    }
}
