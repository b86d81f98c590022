package io.parley.sip.stack;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import io.parley.sip.message.SipResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the transaction layer of JAIN sees of a request: the request line and the few headers by which transactions are told apart, and not
 * the rest, which stays in our own values. So no message is read twice, and none is written that has been written already.
 */
final class JainRequest extends SIPRequest implements Wire {

    private static final long serialVersionUID = 1L;

    /** By which way it came, or goes. */
    final transient Flow flow;

    private final transient byte[] bytes;
    private transient @Nullable Asked asked;
    private transient @Nullable IncomingTransaction begun;

    JainRequest(Flow flow, byte[] bytes) {
        this.flow = flow;
        this.bytes = bytes;
    }

    /** Remembers where it came from. */
    void asked(Asked from) {
        this.asked = from;
    }

    /** Where it came from. */
    Asked asked() {
        return Objects.requireNonNull(asked, "a request that has come");
    }

    /** It was new, and has begun this transaction, of which the handler has to hear. */
    void begin(IncomingTransaction transaction) {
        this.begun = transaction;
    }

    /** What it has begun. */
    @Nullable
    IncomingTransaction begun() {
        return begun;
    }

    /** It is answered: what it said is not wanted any more, while its transaction may stay for long. */
    void settle() {
        asked = null;
        begun = null;
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
    public SIPResponse createResponse(int status, String reason) {
        // JAIN answers by itself with the 100 to an INVITE only (RFC 3261 section 17.2.1).
        return new JainResponse(this, status, asked().answer(SipResponse.of(status, reason)));
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
