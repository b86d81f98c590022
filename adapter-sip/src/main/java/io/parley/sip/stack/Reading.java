package io.parley.sip.stack;

import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;

/** What reading the bytes of a message has led to. */
sealed interface Reading {

    /** It is a message. */
    record Read(SipMessage message) implements Reading {}

    /**
     * It is none that can be served.
     *
     * @param status what to answer
     * @param reason the reason phrase, which says what is wrong
     * @param method the method, empty if it is no request
     * @param headers what headers could be read all the same
     */
    record Refused(int status, String reason, String method, SipHeaders headers) implements Reading {

        /** Whether there is somebody who can be answered (RFC 3261 section 8.2.6.2), and who wants to be. */
        boolean isAnswerable() {
            return !method.isEmpty()
                    && !method.equals("ACK")
                    && headers.first("Via").isPresent()
                    && headers.first("From").isPresent()
                    && headers.first("To").isPresent()
                    && headers.first("Call-ID").isPresent()
                    && headers.first("CSeq").isPresent();
        }
    }
}
