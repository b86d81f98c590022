package io.parley.sip.chat;

import io.parley.identity.SipUri;

/** Somebody who is on his way into an MCU: he calls and has not acknowledged, or is called and has not answered. */
interface Arrival {

    /** Who comes. */
    SipUri user();

    /** He is not wanted any more. */
    void giveUp();
}
