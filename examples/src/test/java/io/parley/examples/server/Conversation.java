package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.document.Element;
import io.parley.document.Merge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The messages of RFC 6504 being exchanged with one server, byte for byte but for the identifiers that the RFC's server made up and
 * ours makes otherwise.
 */
final class Conversation {

    private final UnaryOperator<byte[]> server;
    private final CcmpCodec codec = new CcmpCodec(Limits.defaults());
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final Set<Integer> played = new TreeSet<>();

    /** A conversation with a server that answers the bytes of a request with those of a response. */
    Conversation(UnaryOperator<byte[]> server) {
        this.server = server;
    }

    /** From here on the RFC's {@code identifier} stands for what the server calls {@code here}. */
    void means(String identifier, String here) {
        meanings.put(identifier, here);
    }

    /** What the server calls the RFC's {@code identifier}. */
    String here(String identifier) {
        return meanings.getOrDefault(identifier, identifier);
    }

    /**
     * Sends the request of that number and expects the response of the next one: the same message, operation, code, sender and object,
     * and a document that holds at least what the RFC's does. The answer that came.
     */
    CcmpResponse exchange(int number) {
        return compared(number, sent(number));
    }

    /** As {@link #exchange(int)}, where the RFC's {@code identifier} stands for what the server makes up in its answer. */
    CcmpResponse exchange(int number, String identifier, Function<CcmpResponse, String> here) {
        CcmpResponse answer = sent(number);
        assertThat(answer.isSuccess()).as("%s: %s", number, answer.reason()).isTrue();
        means(identifier, here.apply(answer));
        return compared(number, answer);
    }

    private CcmpResponse sent(int number) {
        return read(server.apply(bytes(number, "request")));
    }

    private CcmpResponse compared(int number, CcmpResponse answer) {
        CcmpResponse inTheRfc = read(bytes(number + 1, "response"));
        assertThat(answer.code()).as("%s: %s", number, answer.reason()).isEqualTo(inTheRfc.code());
        assertThat(answer.message()).isEqualTo(inTheRfc.message());
        assertThat(answer.operation()).isEqualTo(inTheRfc.operation());
        assertThat(answer.confUserId()).isEqualTo(inTheRfc.confUserId());
        assertThat(answer.confObjId()).isEqualTo(inTheRfc.confObjId());
        assertThat(answer.version().isPresent() || inTheRfc.version().isEmpty())
                .as("has a version")
                .isTrue();
        inTheRfc.body().info().ifPresent(document -> {
            assertThat(answer.body().info()).as("document of %s", number + 1).isPresent();
            assertHolds(answer.body().info().orElseThrow(), document);
        });
        return answer;
    }

    /** Expects {@code document} to hold what the document of that number holds. */
    void show(int number, Element document) {
        try {
            assertHolds(document, new DocumentCodec(Limits.defaults()).read(bytes(number, "document")));
        } catch (UnreadableException broken) {
            throw new IllegalArgumentException(number + "-document.xml", broken);
        }
    }

    /** To send back what the RFC shows would change nothing. */
    private static void assertHolds(Element actual, Element inTheRfc) {
        assertThat(Merge.update(actual, inTheRfc)).isEqualTo(actual);
    }

    /** Sets the stage, or looks at it: a request that is not the RFC's, which has to succeed. */
    CcmpResponse aside(CcmpRequest request) {
        CcmpResponse answer = read(server.apply(codec.writeRequest(request, Dialect.RFC_6503)));
        assertThat(answer.isSuccess()).as("%s: %s", request, answer.reason()).isTrue();
        return answer;
    }

    /** The numbers of the messages that were sent or compared. */
    Set<Integer> played() {
        return played;
    }

    private CcmpResponse read(byte[] response) {
        try {
            return codec.readResponse(response);
        } catch (UnreadableException broken) {
            throw new IllegalStateException(new String(response, StandardCharsets.UTF_8), broken);
        }
    }

    private byte[] bytes(int number, String kind) {
        played.add(number);
        String text = text("/rfc6504/%02d-%s.xml".formatted(number, kind));
        for (Map.Entry<String, String> meaning : meanings.entrySet()) {
            text = text.replace(meaning.getKey(), meaning.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(Conversation.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
