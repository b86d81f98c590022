package io.parley.examples.caller;

import io.parley.sip.dialog.Session;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;

/**
 * A user's session with the MCU of messages of a conference, in which what one of them writes goes to all others.
 *
 * <p>May be used by any number of threads at once.
 */
public final class Chat {

    static final String PLAIN_TEXT = "text/plain";

    private final Session session;

    Chat(Session session) {
        this.session = session;
    }

    /** Has the others read {@code text}. */
    public void write(String text) {
        session.send("MESSAGE", SipHeaders.NONE, SipBody.of(PLAIN_TEXT, text), response -> {});
    }
}
