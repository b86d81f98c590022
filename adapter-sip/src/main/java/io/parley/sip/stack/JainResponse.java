package io.parley.sip.stack;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPResponse;
import java.text.ParseException;
import javax.sip.header.CSeqHeader;

/** What the transaction layer of JAIN sees of a response that we send: its status, and where it belongs. */
final class JainResponse extends SIPResponse implements Wire {

    private static final long serialVersionUID = 1L;

    private final JainRequest request;
    private final transient byte[] bytes;

    JainResponse(JainRequest request, int status, byte[] bytes) {
        this.request = request;
        this.bytes = bytes;
        try {
            setStatusCode(status);
        } catch (ParseException impossible) {
            throw new IllegalArgumentException("not a status code: " + status, impossible);
        }
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public byte[] encodeAsBytes(String transport) {
        return bytes;
    }

    @Override
    public Via getTopmostVia() {
        return request.getTopmostVia();
    }

    @Override
    public CSeqHeader getCSeq() {
        return request.getCSeq();
    }

    /** The number and method that it answers. */
    CSeq answered() {
        return (CSeq) request.getCSeq();
    }

    @Override
    public Object clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
