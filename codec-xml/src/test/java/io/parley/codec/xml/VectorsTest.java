package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that RFC 6503 section 6 and RFC 6504 print. */
class VectorsTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());
    private static final DocumentCodec DOCUMENTS = new DocumentCodec(Limits.defaults());

    static List<String> requests() {
        return Fixtures.vectors("-request");
    }

    static List<String> responses() {
        return Fixtures.vectors("-response");
    }

    static List<String> documents() {
        return Fixtures.vectors("conference-info");
    }

    @ParameterizedTest
    @MethodSource("requests")
    @Requirement({"CCMP-6-01", "CCMP-11-01"})
    void aRequestKeepsItsContentWhenWrittenAgain(String name) {
        Reading.Read read = read(Fixtures.vector(name));
        byte[] written = CODEC.writeRequest(read.request(), read.dialect());
        assertThat(read(written)).isEqualTo(read);
        assertThat(CODEC.writeRequest(read(written).request(), read.dialect())).isEqualTo(written);
        if (!name.startsWith("rfc6504-17-")) {
            // It writes the password of the subject under another name.
            assertThat(Outline.of(written)).isEqualTo(Outline.of(Fixtures.vector(name)));
        }
    }

    @ParameterizedTest
    @MethodSource("responses")
    @Requirement({"CCMP-6-01", "CCMP-11-01"})
    void aResponseKeepsItsContentWhenWrittenAgain(String name) throws UnreadableException {
        CcmpResponse read = CODEC.readResponse(Fixtures.vector(name));
        Dialect dialect = name.startsWith("rfc6503") ? Dialect.RFC_6503 : Dialect.RFC_6504;
        byte[] written = CODEC.writeResponse(read, dialect);
        assertThat(CODEC.readResponse(written)).isEqualTo(read);
        assertThat(CODEC.writeResponse(CODEC.readResponse(written), dialect)).isEqualTo(written);
        assertThat(Outline.of(written)).isEqualTo(Outline.of(Fixtures.vector(name)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentKeepsItsContentWhenWrittenAgain(String name) throws UnreadableException {
        Element read = DOCUMENTS.read(Fixtures.vector(name));
        byte[] written = DOCUMENTS.write(read);
        assertThat(DOCUMENTS.read(written)).isEqualTo(read);
        assertThat(DOCUMENTS.write(DOCUMENTS.read(written))).isEqualTo(written);
        assertThat(Outline.of(written)).isEqualTo(Outline.of(Fixtures.vector(name)));
        assertThat(Schemas.document(written)).isEmpty();
        assertThat(Schemas.documentByRelaxNg(written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("requests")
    @Requirement({"CCMP-D1-01", "CCMP-11-03"})
    void aRequestIsTheSameInBothNamespaces(String name) {
        byte[] vector = Fixtures.vector(name);
        Reading.Read read = read(vector);
        Dialect other = Dialect.values()[1 - read.dialect().ordinal()];
        assertThat(read(in(other, vector))).isEqualTo(new Reading.Read(read.request(), other));
    }

    @ParameterizedTest
    @MethodSource("responses")
    @Requirement({"CCMP-D1-01", "CCMP-11-03"})
    void aResponseIsTheSameInBothNamespaces(String name) throws UnreadableException {
        byte[] vector = Fixtures.vector(name);
        CcmpResponse read = CODEC.readResponse(vector);
        for (Dialect dialect : Dialect.values()) {
            assertThat(CODEC.readResponse(in(dialect, vector))).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    @Requirement({"CCMP-11-02", "CCMP-11-04", "CCMP-11-05", "CCMP-11-20"})
    void aRequestIsWrittenAsTheSchemaWantsIt(String name) {
        byte[] written = CODEC.writeRequest(read(Fixtures.vector(name)).request(), Dialect.RFC_6503);
        assertThat(Schemas.message(written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("responses")
    @Requirement({"CCMP-11-02", "CCMP-11-04", "CCMP-11-05", "CCMP-11-20"})
    void aResponseIsWrittenAsTheSchemaWantsIt(String name) throws UnreadableException {
        byte[] written = CODEC.writeResponse(CODEC.readResponse(Fixtures.vector(name)), Dialect.RFC_6503);
        if (name.startsWith("rfc6504-02-")) {
            // Its floor has no media-label.
            assertThat(Schemas.message(written)).singleElement().asString().contains("media-label");
        } else {
            assertThat(Schemas.message(written)).isEmpty();
        }
    }

    @Test
    void manyThreadsUseOneCodec() {
        Map<String, Reading> alone = requests().stream()
                .collect(Collectors.toMap(name -> name, name -> CODEC.readRequest(Fixtures.vector(name))));
        Stream.generate(VectorsTest::requests).limit(20).flatMap(List::stream).toList().parallelStream()
                .forEach(name -> {
                    Reading.Read read = read(Fixtures.vector(name));
                    assertThat(read).isEqualTo(alone.get(name));
                    assertThat(read(CODEC.writeRequest(read.request(), read.dialect())))
                            .isEqualTo(read);
                });
    }

    private static Reading.Read read(byte[] message) {
        Reading reading = CODEC.readRequest(message);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static byte[] in(Dialect dialect, byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        for (Dialect each : Dialect.values()) {
            text = text.replace("\"" + each.namespace() + "\"", "\"" + dialect.namespace() + "\"");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
