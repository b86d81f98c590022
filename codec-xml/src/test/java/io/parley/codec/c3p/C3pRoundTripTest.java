package io.parley.codec.c3p;

import static io.parley.codec.c3p.C3pTrees.CODEC;
import static io.parley.codec.c3p.C3pTrees.bytes;
import static io.parley.codec.c3p.C3pTrees.request;
import static io.parley.codec.c3p.C3pTrees.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pArbitraries;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read can be written, is then valid by Microsoft's schema, and says the same. */
class C3pRoundTripTest {

    @Provide
    Arbitrary<Element> requests() {
        return C3pArbitraries.requests();
    }

    @Provide
    Arbitrary<Element> responses() {
        return C3pArbitraries.responses();
    }

    @Provide
    Arbitrary<Element> documents() {
        return C3pArbitraries.documents();
    }

    @Property(tries = 200)
    @Requirement("C3P-7.1-03")
    void requestsComeBack(@ForAll("requests") Element tree) {
        C3pRequest read = request(bytes(tree));
        assertThat(request(valid(read))).isEqualTo(read);
    }

    @Property(tries = 200)
    @Requirement({"C3P-7.1-03", "C3P-7.1-07", "C3P-7.1-08"})
    void responsesComeBack(@ForAll("responses") Element tree) throws UnreadableC3pException {
        C3pResponse read = CODEC.readResponse(bytes(tree));
        assertThat(CODEC.readResponse(valid(read))).isEqualTo(read);
    }

    @Property(tries = 150)
    void documentsComeBack(@ForAll("documents") Element tree) throws UnreadableC3pException {
        Element read = CODEC.readDocument(bytes(tree));
        assertThat(CODEC.readDocument(valid(CODEC.writeDocument(read)))).isEqualTo(read);
    }
}
