package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is what is read, and what the schemas want. */
class RoundTripTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());
    private static final DocumentCodec DOCUMENTS = new DocumentCodec(Limits.defaults());

    @Provide
    Arbitrary<CcmpRequest> requests() {
        return Arbitraries.of(Message.class).flatMap(CodecArbitraries::requests);
    }

    @Provide
    Arbitrary<CcmpRequest> validRequests() {
        return Arbitraries.of(Message.class).flatMap(CodecArbitraries::validRequests);
    }

    @Provide
    Arbitrary<CcmpResponse> responses() {
        return Arbitraries.of(Message.class).flatMap(CodecArbitraries::responses);
    }

    @Provide
    Arbitrary<CcmpResponse> validResponses() {
        return Arbitraries.of(Message.class).flatMap(CodecArbitraries::validResponses);
    }

    @Provide
    Arbitrary<Element> documents() {
        return CodecArbitraries.documents();
    }

    @Provide
    Arbitrary<Element> validDocuments() {
        return CodecArbitraries.validDocuments();
    }

    @Property(tries = 300)
    void requestsComeBack(@ForAll("requests") CcmpRequest request, @ForAll Dialect dialect) {
        assertThat(CODEC.readRequest(CODEC.writeRequest(request, dialect)))
                .isEqualTo(new Reading.Read(request, dialect));
    }

    @Property(tries = 300)
    void responsesComeBack(@ForAll("responses") CcmpResponse response, @ForAll Dialect dialect)
            throws UnreadableException {
        assertThat(CODEC.readResponse(CODEC.writeResponse(response, dialect))).isEqualTo(response);
    }

    @Property(tries = 300)
    void documentsComeBack(@ForAll("documents") Element document) throws UnreadableException {
        assertThat(DOCUMENTS.read(DOCUMENTS.write(document))).isEqualTo(document);
    }

    @Property(tries = 200)
    @Requirement({"CCMP-11-02", "CCMP-11-04", "CCMP-11-05"})
    void requestsAreWrittenAsTheSchemaWantsThem(@ForAll("validRequests") CcmpRequest request) {
        assertThat(Schemas.message(CODEC.writeRequest(request, Dialect.RFC_6503)))
                .isEmpty();
    }

    @Property(tries = 200)
    @Requirement({
        "CCMP-11-02",
        "CCMP-11-04",
        "CCMP-11-05",
        "CCMP-11-07",
        "CCMP-11-12",
        "CCMP-11-15",
        "CCMP-11-16",
        "CCMP-11-17",
        "CCMP-11-18",
        "CCMP-11-19"
    })
    void responsesAreWrittenAsTheSchemaWantsThem(@ForAll("validResponses") CcmpResponse response) {
        assertThat(Schemas.message(CODEC.writeResponse(response, Dialect.RFC_6503)))
                .isEmpty();
    }

    @Property(tries = 200)
    @Requirement({"DM-3.1-04", "DM-3.1-06", "DM-3.2-01"})
    void documentsAreWrittenAsBothSchemasWantThem(@ForAll("validDocuments") Element document) {
        byte[] written = DOCUMENTS.write(document);
        assertThat(Schemas.document(written)).isEmpty();
        assertThat(Schemas.documentByRelaxNg(written)).isEmpty();
    }
}
