package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {
    static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());

    static Stream<Path> vectors() throws Exception {
        return Files.list(Path.of("src/test/resources/vectors")).sorted();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void read(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().contains("-request")) {
            Reading reading = CODEC.readRequest(bytes);
            assertThat(reading).isInstanceOf(Reading.Read.class);
            Reading.Read read = (Reading.Read) reading;
            byte[] written = CODEC.writeRequest(read.request(), read.dialect());
            assertThat(CODEC.readRequest(written)).isEqualTo(reading);
        } else if (file.toString().contains("-response")) {
            var read = CODEC.readResponse(bytes);
            byte[] written = CODEC.writeResponse(read, Dialect.RFC_6504);
            assertThat(CODEC.readResponse(written)).isEqualTo(read);
        } else {
            DocumentCodec d = new DocumentCodec(Limits.defaults());
            var read = d.read(bytes);
            assertThat(d.read(d.write(read))).isEqualTo(read);
        }
    }
}
