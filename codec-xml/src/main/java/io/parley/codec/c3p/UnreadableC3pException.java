package io.parley.codec.c3p;

/** Something is not the C3P that it should be; the message says what and where. */
public final class UnreadableC3pException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableC3pException(String fault) {
        super(fault);
    }
}
