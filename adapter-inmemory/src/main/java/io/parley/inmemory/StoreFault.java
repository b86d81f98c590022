package io.parley.inmemory;

/** A fault of a store that was scripted with {@link Faults}, in place of whatever a real store throws when it breaks. */
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreFault(String message) {
        super(message);
    }
}
