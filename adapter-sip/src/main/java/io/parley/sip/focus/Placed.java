package io.parley.sip.focus;

/** Something that the focus has begun on its own, and whose outcome is open. */
interface Placed {

    /** Sends it. */
    void begin();

    /** Its outcome is of no interest any more; called by any thread, possibly before {@link #begin} or after the outcome. */
    void cancel();
}
