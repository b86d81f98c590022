package io.parley.sip.dialog;

import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;

/** Hears the responses to a request, in the turn of its dialog; where none comes, the one that stands for that. */
@FunctionalInterface
interface Responses {

    void responded(SipResponse response, Peer peer);
}
