package io.parley.codec.c3p;

import static io.parley.codec.c3p.C3pTrees.CODEC;
import static io.parley.codec.c3p.C3pTrees.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.c3p.C3pArbitraries;
import io.parley.c3p.C3pResponse;
import io.parley.document.Element;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Good messages with a few bytes changed, cut or doubled: read or refused, and never anything else. */
class C3pMutationTest {

    @Provide
    Arbitrary<Element> requests() {
        return C3pArbitraries.requests();
    }

    @Provide
    Arbitrary<Element> responses() {
        return C3pArbitraries.responses();
    }

    private static byte[] mutated(byte[] good, Random random) {
        StringBuilder text = new StringBuilder(C3pTrees.text(good));
        for (int i = random.nextInt(4); i >= 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length() - 1);
            int to = Math.min(text.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, text.substring(at, to));
                case 2 -> text.setCharAt(at, "<>\"'&/ x:=\u0000\uFFFE\uD83D".charAt(random.nextInt(13)));
                default -> text.insert(at, text.substring(text.lastIndexOf("<"), text.length()));
            }
        }
        return C3pTrees.utf8(text.toString());
    }

    @Property(tries = 1000)
    void requestsAreReadOrRefused(@ForAll("requests") Element tree, @ForAll long seed) {
        C3pReading reading = CODEC.readRequest(mutated(bytes(tree), new Random(seed)));
        if (reading instanceof C3pReading.Read read) {
            assertThat(CODEC.readRequest(CODEC.writeRequest(read.request()))).isEqualTo(read);
        } else {
            assertThat(((C3pReading.Unreadable) reading).fault().fault()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void responsesAreReadOrRefused(@ForAll("responses") Element tree, @ForAll long seed) {
        assertThatCode(() -> {
                    try {
                        C3pResponse read = CODEC.readResponse(mutated(bytes(tree), new Random(seed)));
                        assertThat(CODEC.readResponse(CODEC.writeResponse(read)))
                                .isEqualTo(read);
                    } catch (UnreadableC3pException refused) {
                        assertThat(refused.getMessage()).isNotBlank();
                    }
                })
                .doesNotThrowAnyException();
    }
}
