package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.ConferenceInfo;
import io.parley.conference.Floor;
import io.parley.conference.Medium;
import io.parley.document.Validation;
import io.parley.spec.Requirement;
import io.parley.user.Role;
import io.parley.user.User;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The example of RFC 6501 section 7, which is valid by neither of the schemas of that RFC. */
class Rfc6501ExampleTest {

    private static final byte[] EXAMPLE = Fixtures.bytes("/documents/rfc6501-example.xml");

    @Test
    @Requirement("DM-7-01")
    void isInputLikeAnyOther() throws UnreadableException {
        assertThat(Schemas.document(EXAMPLE)).isNotEmpty();
        assertThat(Schemas.documentByRelaxNg(EXAMPLE)).isNotEmpty();

        ConferenceInfo example = new ConferenceInfo(new DocumentCodec(Limits.defaults()).read(EXAMPLE));

        assertThat(Validation.ofDocument(example.element())).isEmpty();
        assertThat(example.id()).hasToString("xcon:conference123@example.com");
        assertUsers(example);
        assertMedia(example);
        assertFloorsAndTimes(example);
    }

    private static void assertUsers(ConferenceInfo example) {
        List<User> users =
                StreamSupport.stream(example.users().spliterator(), false).toList();
        assertThat(users)
                .extracting(user -> user.id().toString())
                .containsExactly("xcon-userid:bob534", "xcon-userid:alice334", "xcon-userid:carol233");
        assertThat(users)
                .extracting(User::roles)
                .containsExactly(List.of(Role.PARTICIPANT), List.of(Role.MODERATOR), List.of(Role.ADMINISTRATOR));
        assertThat(users).allSatisfy(user -> assertThat(user.endpoints()).hasSize(1));
        assertThat(users)
                .extracting(user -> user.endpoints().get(0).media().size())
                .containsExactly(1, 2, 2);
        assertThat(users.get(1).endpoints().get(0).media("2").orElseThrow().fromMixer())
                .isPresent();
    }

    private static void assertMedia(ConferenceInfo example) {
        assertThat(example.media()).extracting(Medium::label).containsExactly("10234", "10235");
        assertThat(example.media().get(1).codecs()).singleElement().satisfies(codec -> {
            assertThat(codec.name()).isEqualTo("123");
            assertThat(codec.subtype()).contains("H.263");
        });
    }

    private static void assertFloorsAndTimes(ConferenceInfo example) {
        Floor floor = example.floors().get(0);
        assertThat(example.floors()).hasSize(1);
        assertThat(floor.id()).isEqualTo("345");
        assertThat(floor.mediaLabels()).containsExactly("10234", "10235");
        assertThat(floor.moderator()).contains("234");
        assertThat(example.times()).singleElement().satisfies(time -> {
            assertThat(time.mixingStart()).contains(Instant.parse("2007-10-17T14:29:00Z"));
            assertThat(time.mixingEnd()).contains(Instant.parse("2007-10-17T16:31:00Z"));
            assertThat(time.mustJoinBefore()).contains(Instant.parse("2007-10-17T15:30:00Z"));
            assertThat(time.mixingEndRequires()).contains(Role.PARTICIPANT);
        });
    }
}
