package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.parley.ccmp.CcmpRequest;
import io.parley.document.Validation;

/** Whatever bytes come, they are read or refused; what was read can be written, and says the same if the data model admits it. */
class ReaderFuzzTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());

    @FuzzTest(maxDuration = "30m")
    void requestsAreReadOrRefused(byte[] message) {
        if (CODEC.readRequest(message) instanceof Reading.Read read) {
            Reading again = CODEC.readRequest(CODEC.writeRequest(read.request(), read.dialect()));
            if (isAdmitted(read.request())) {
                assertThat(again).isEqualTo(read);
            }
        }
    }

    private static boolean isAdmitted(CcmpRequest request) {
        return request.body()
                .info()
                .map(info -> Validation.ofChanges(info).isEmpty())
                .orElse(true);
    }
}
