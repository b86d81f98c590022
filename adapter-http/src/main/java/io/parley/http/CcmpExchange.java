package io.parley.http;

import io.parley.ccmp.CcmpResponse;
import io.parley.codec.xml.CcmpCodec;
import io.parley.codec.xml.Reading;
import io.parley.ports.in.CcmpService;

/**
 * Reads a request of CCMP, has the service handle it, and writes the response in the dialect of the request. What cannot be read is
 * answered with code 400 and never reaches the service (RFC 6503 section 5.2).
 */
final class CcmpExchange implements Exchange {

    private final CcmpService service;
    private final CcmpCodec codec;

    CcmpExchange(CcmpService service, CcmpCodec codec) {
        this.service = service;
        this.codec = codec;
    }

    @Override
    public byte[] answer(byte[] body) {
        Reading reading = codec.readRequest(body);
        return codec.writeResponse(respond(reading), reading.dialect());
    }

    private CcmpResponse respond(Reading reading) {
        if (reading instanceof Reading.Read read) {
            return service.handle(read.request());
        }
        return ((Reading.Unreadable) reading).fault().response();
    }
}
