package io.parley.examples.server;

import io.parley.ccmp.CcmpRequest;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The request files of {@code examples/requests}, most of which are the messages of RFC 6503 section 6. */
final class Requests {

    private static final String PLACEHOLDER = "CONFERENCE";

    private final CcmpCodec codec = new CcmpCodec(Limits.defaults());

    /** The request of the file {@code name.xml}, about {@code conference} where it leaves that open. */
    CcmpRequest read(String name, String conference) {
        byte[] message = text(name).replace(PLACEHOLDER, conference).getBytes(StandardCharsets.UTF_8);
        if (codec.readRequest(message) instanceof Reading.Read understood) {
            return understood.request();
        }
        throw new IllegalStateException("requests/" + name + ".xml is broken");
    }

    private static String text(String name) {
        String resource = "requests/" + name + ".xml";
        try (InputStream stream = Objects.requireNonNull(Requests.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
