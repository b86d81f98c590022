package io.parley.sip.stack;

import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.net.InetSocketAddress;

/**
 * A request that has come, and how it is answered.
 *
 * @param request the request
 * @param peer whom it came from
 * @param reply the way for the answer
 * @param transaction the name of its transaction; an ACK and a CANCEL bear that of the request that they belong to
 */
record Asked(SipRequest request, Peer peer, Flow reply, String transaction) {

    String callId() {
        return request.header("Call-ID").orElse("");
    }

    /** The bytes of an answer. All answers to one request get the same tag, unless they say one. */
    byte[] answer(SipResponse response) {
        return answer(response, request.headers(), peer.address(), transaction);
    }

    static byte[] answer(SipResponse response, SipHeaders asked, InetSocketAddress source, String transaction) {
        return MessageWriter.response(response, asked, source, Tags.of(transaction));
    }
}
