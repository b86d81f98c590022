package io.parley.sip.dialog;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;

/**
 * A document for a subscriber.
 *
 * @param body the document
 * @param headers what else is to stand in the NOTIFY, such as {@code ms-diagnostics-public}
 */
public record Notification(SipBody body, SipHeaders headers) {

    /** A document without further headers. */
    public static Notification of(SipBody body) {
        return new Notification(body, SipHeaders.NONE);
    }
}
