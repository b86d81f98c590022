package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Messages with something wrong in them are read or refused, and nothing else. */
class MutationTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());
    private static final DocumentCodec DOCUMENTS = new DocumentCodec(Limits.defaults());

    private static final List<String> FRAGMENTS = List.of(
            "<",
            ">",
            "/",
            "\"",
            "'",
            "&",
            "=",
            ":",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?x ?>",
            "&lt;",
            "&#x1F600;",
            "xmlns=''",
            " xmlns:ccmp='urn:x'",
            "<a/>",
            "<ccmp:confRequest/>",
            "<confInfo>",
            "</ccmpRequest>",
            "\u0000",
            "\uFFFE",
            " ",
            "\r");

    /** A change at a place: what is taken out there and what is put in. */
    record Mutation(double place, int length, byte[] inserted) {
        byte[] of(byte[] message) {
            int from = (int) (place * message.length);
            int to = Math.min(message.length, from + length);
            byte[] mutated = Arrays.copyOf(message, from + inserted.length + message.length - to);
            System.arraycopy(inserted, 0, mutated, from, inserted.length);
            System.arraycopy(message, to, mutated, from + inserted.length, message.length - to);
            return mutated;
        }
    }

    @Provide
    Arbitrary<byte[]> mutatedMessages() {
        Arbitrary<byte[]> message = Arbitraries.of(Fixtures.vectors(".xml")).map(Fixtures::vector);
        Arbitrary<byte[]> inserted = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(3),
                Arbitraries.of(FRAGMENTS).map(fragment -> fragment.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<Mutation> mutation = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        inserted)
                .as(Mutation::new);
        return Combinators.combine(message, mutation.list().ofMinSize(1).ofMaxSize(4))
                .as((bytes, mutations) -> {
                    byte[] mutated = bytes;
                    for (Mutation each : mutations) {
                        mutated = each.of(mutated);
                    }
                    return mutated;
                });
    }

    @Property(tries = 500)
    @Requirement("CCMP-5.4-02")
    void aMutatedRequestIsReadOrRefused(@ForAll("mutatedMessages") byte[] message) {
        Reading reading = CODEC.readRequest(message);
        if (reading instanceof Reading.Read read) {
            byte[] written = CODEC.writeRequest(read.request(), read.dialect());
            assertThat(CODEC.readRequest(written)).isEqualTo(read);
        } else if (reading instanceof Reading.Unreadable unreadable) {
            assertThat(unreadable.fault().reason()).isNotBlank();
            CODEC.writeResponse(unreadable.fault().response(), unreadable.dialect());
        }
    }

    @Property(tries = 300)
    void aMutatedResponseIsReadOrRefused(@ForAll("mutatedMessages") byte[] message) {
        try {
            CcmpResponse response = CODEC.readResponse(message);
            assertThat(CODEC.writeResponse(response, Dialect.RFC_6504)).isNotEmpty();
        } catch (UnreadableException refused) {
            assertThat(refused.reason()).isNotBlank();
        }
    }

    @Property(tries = 300)
    void aMutatedDocumentIsReadOrRefused(@ForAll("mutatedMessages") byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("<confInfo");
        int to = text.indexOf("</confInfo>");
        String document = from < 0 || to < from
                ? text
                : "<info:conference-info xmlns:info='urn:ietf:params:xml:ns:conference-info' xmlns:xcon='"
                        + "urn:ietf:params:xml:ns:xcon-conference-info'" + text.substring(from + 9, to)
                        + "</info:conference-info>";
        try {
            byte[] written = DOCUMENTS.write(DOCUMENTS.read(document.getBytes(StandardCharsets.ISO_8859_1)));
            assertThat(DOCUMENTS.write(DOCUMENTS.read(written))).isEqualTo(written);
        } catch (UnreadableException refused) {
            assertThat(refused.reason()).isNotBlank();
        }
    }
}
