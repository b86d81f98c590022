package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the data model does not know is kept and never interpreted (RFC 6501 sections 5 and 6). */
class ForeignContentTest {
    private static final String MEDIUM =
            "<info:available-media><info:entry label='audioLabel'>%s</info:entry></info:available-media>";
    private static final String OF_ALICE = "<info:user entity='" + ALICE + "'>%s</info:user>";
    private static final String STREAM = OF_ALICE.formatted(
            "<info:endpoint entity='sip:alice@example.com'><info:media id='1'>%s</info:media></info:endpoint>");

    private final House house = House.open();
    private String conference = "";

    @BeforeEach
    void create() {
        conference = house.conferenceOf(ALICE);
    }

    @Test
    @Requirement({"CCMP-D1-15", "DM-5-05", "DM-6-01", "DM-6-02"})
    void foreignElementsAndAttributesAreKeptWhereTheyStand() {
        Element after = after(description(MEDIUM.formatted("<x:note x:kind='a'>hi<x:deep/></x:note>"))
                + users("<x:note>hello</x:note>") + "<x:top/>");

        assertThat(after.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA, Info.ENTRY)
                        .orElseThrow()
                        .toString())
                .contains("hi", "deep", "kind=\"a\"");
        assertThat(after.child(Info.USERS).orElseThrow().toString()).contains(">hello<");
        assertThat(after.toString()).contains("top");
    }

    @Test
    @Requirement("DM-5-07")
    void unknownAttributesAreKeptIfTheyHaveANamespace() {
        assertThat(after("<info:users><info:user entity='" + ALICE + "' foo='1' x:foo='2'/></info:users>")
                        .toString())
                .contains("foo=\"2\"")
                .doesNotContain("foo=\"1\"");
    }

    @Test
    @Requirement({"DM-5-04", "DM-5-08"})
    void elementsOfTheModelThatAreUnknownAtTheirPlaceAreKept() {
        String after = after(description("<xcon:mute>true</xcon:mute><xcon:future>soon</xcon:future>"))
                .toString();

        assertThat(after).contains(">soon<", "mute>true<");
        CcmpResponse unqualified = house.ask(update(ALICE, conference, description("<foo/>")));
        assertThat(unqualified.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(unqualified.reason()).contains("foo");
    }

    private Element after(String changes) {
        return house.done(update(ALICE, conference, changes)).body().info().orElseThrow();
    }
}
