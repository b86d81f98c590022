package io.parley.codec.c3p;

import static io.parley.codec.c3p.C3pTrees.CODEC;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.parley.c3p.C3pResponse;
import io.parley.document.Element;

/** Whatever bytes come, they are read or refused; what was read can be written, and says the same. */
class C3pReaderFuzzTest {

    @FuzzTest(maxDuration = "30m")
    void requestsAreReadOrRefused(byte[] message) {
        if (CODEC.readRequest(message) instanceof C3pReading.Read read) {
            assertThat(CODEC.readRequest(CODEC.writeRequest(read.request()))).isEqualTo(read);
        }
    }

    @FuzzTest(maxDuration = "30m")
    void responsesAreReadOrRefused(byte[] message) throws UnreadableC3pException {
        C3pResponse read;
        try {
            read = CODEC.readResponse(message);
        } catch (UnreadableC3pException refused) {
            return;
        }
        assertThat(CODEC.readResponse(CODEC.writeResponse(read))).isEqualTo(read);
    }

    @FuzzTest(maxDuration = "30m")
    void documentsAreReadOrRefused(byte[] message) throws UnreadableC3pException {
        Element read;
        try {
            read = CODEC.readDocument(message);
        } catch (UnreadableC3pException refused) {
            return;
        }
        assertThat(CODEC.readDocument(CODEC.writeDocument(read))).isEqualTo(read);
    }
}
