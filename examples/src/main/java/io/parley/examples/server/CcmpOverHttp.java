package io.parley.examples.server;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Dialect;
import io.parley.codec.xml.UnreadableException;
import io.parley.ports.in.CcmpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The CCMP service of a server, as a client reaches it; throws {@link UncheckedIOException} when it does not answer as it has to. */
final class CcmpOverHttp implements CcmpService {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI address;
    private final CcmpCodec codec;

    /** The service at {@code address}. */
    CcmpOverHttp(URI address, CcmpCodec codec) {
        this.address = address;
        this.codec = codec;
    }

    @Override
    public CcmpResponse handle(CcmpRequest request) {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/ccmp+xml")
                .header("Accept", "application/ccmp+xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(codec.writeRequest(request, Dialect.RFC_6503)))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(post, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP status " + answer.statusCode());
            }
            return codec.readResponse(answer.body());
        } catch (UnreadableException broken) {
            throw new UncheckedIOException(new IOException("no CCMP response", broken));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", hurried));
        }
    }
}
