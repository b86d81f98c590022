package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.IdGenerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the identifiers of an {@link IdGenerator} are good for. */
public interface IdGeneratorContract {

    /** A new generator. */
    IdGenerator ids();

    @Test
    default void aTokenIsNeverReturnedTwiceWhateverTheCaseIsTakenFor() {
        IdGenerator ids = ids();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(ids.token().toLowerCase(Locale.ROOT))).isTrue();
        }
    }

    @Test
    default void aTokenIsNeverReturnedTwiceWhoeverAsks() {
        IdGenerator ids = ids();
        List<List<String>> tokens = Crowd.together(4, () -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                mine.add(ids.token());
            }
            return mine;
        });
        assertThat(tokens.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    default void aTokenIsAnObjectIdAndAUserName() {
        IdGenerator ids = ids();
        for (int i = 0; i < 100; i++) {
            String token = ids.token();
            assertThat(XconUri.of(token, "example.com").objectId()).contains(token);
            assertThat(XconUserId.of(token, "example.com").name()).isEqualTo(token);
        }
    }

    @Test
    default void numbersArePositive() {
        IdGenerator ids = ids();
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.number()).isPositive();
        }
    }
}
