package io.parley.sip.dialog;

/** How the documents of a subscription travel. */
public enum Delivery {
    /** As the subscriber asked: BENOTIFY for whoever supports {@code ms-benotify} (MS-SIP section 3.5), else NOTIFY. */
    AS_ASKED,
    /**
     * By NOTIFY, the next one when the one before is answered, whatever the subscriber supports: for documents that have no number, such as
     * patches (RFC 6502 section 5.1).
     */
    ONE_AT_A_TIME
}
