package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever bytes come, they are read or refused, and what was read can be written and read again. */
class ReaderFuzzTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());

    @FuzzTest(maxDuration = "30m")
    void requestsAreReadOrRefused(byte[] message) {
        if (CODEC.readRequest(message) instanceof Reading.Read read) {
            byte[] written = CODEC.writeRequest(read.request(), read.dialect());
            assertThat(CODEC.readRequest(written)).isEqualTo(read);
        }
    }
}
