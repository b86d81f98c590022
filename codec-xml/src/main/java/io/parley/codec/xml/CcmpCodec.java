package io.parley.codec.xml;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The messages of CCMP as XML (RFC 6503 sections 5 and 11, {@code application/ccmp+xml}).
 *
 * <p>Reading takes any prefix, any order of parameters and either {@link Dialect}, and refuses what the schema has no place for.
 * Writing keeps to the schema, its order, and the prefixes of the examples. Built once, used by all threads.
 */
public final class CcmpCodec {

    private final Binding<RequestParameters> requests = new Binding<>(Direction.REQUEST, RequestParameters.class);
    private final Binding<ResponseParameters> responses = new Binding<>(Direction.RESPONSE, ResponseParameters.class);
    private final XmlSource source;
    private final XmlSink sink = new XmlSink();
    private final KnownRequests knownRequests = new KnownRequests();
    private final KnownResponses knownResponses = new KnownResponses(sink, this::write);

    /** A codec that reads within {@code limits}. */
    public CcmpCodec(Limits limits) {
        this.source = new XmlSource(limits);
    }

    /** What a server reads from a client. Never throws because of what the bytes are. */
    public Reading readRequest(byte[] message) {
        return knownRequests.read(message, unknown -> new RequestReader(requests).read(source, unknown));
    }

    /**
     * What a server reads from a client, from a stream that ends with the message.
     *
     * @throws IOException as thrown by the stream
     */
    public Reading readRequest(InputStream message) throws IOException {
        return readRequest(source.bytes(message));
    }

    /**
     * What a client reads from a server. A code that the registry does not have is read as 500, with its number in the reason.
     *
     * @throws UnreadableException if it is no response of CCMP
     */
    public CcmpResponse readResponse(byte[] message) throws UnreadableException {
        return new ResponseReader(responses).read(source, message);
    }

    /**
     * What a client sends to a server.
     *
     * @throws IllegalArgumentException if a value holds characters that XML 1.0 has not, or the body is none of that message
     */
    public byte[] writeRequest(CcmpRequest request, Dialect dialect) {
        RequestParameters parameters = RequestParameters.of(request);
        return sink.write(xml -> new MessageWriter(
                        xml,
                        Direction.REQUEST,
                        dialect,
                        Optional.of(request.message()),
                        request.foreign(),
                        request.body())
                .write(requests, parameters));
    }

    /**
     * What a server sends to a client, without {@code state} and {@code version} in documents (RFC 6501 section 4.1)
     * and without lists that have no entry.
     *
     * @throws IllegalArgumentException if a value holds characters that XML 1.0 has not, or the body is none of that message
     */
    public byte[] writeResponse(CcmpResponse response, Dialect dialect) {
        return knownResponses.write(response, dialect);
    }

    /** Likewise, without a look at what was written before. */
    byte[] write(CcmpResponse response, Dialect dialect) {
        ResponseParameters parameters = ResponseParameters.of(response);
        return sink.write(xml -> new MessageWriter(
                        xml, Direction.RESPONSE, dialect, response.message(), List.of(), response.body())
                .write(responses, parameters));
    }
}
