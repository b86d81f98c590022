package io.parley.examples.server;

/** The program cannot do what it was asked for, and its caller can change that: the message is one line for him. */
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
