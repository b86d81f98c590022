package io.parley.engine;

/** The classes and lines of a fault and its causes, for the log. Not their messages, which may quote documents and passwords. */
final class Wordless extends Exception {

    private static final long serialVersionUID = 1;
    private static final int MOST_CAUSES = 10;

    Wordless(Throwable fault) {
        this(fault, 0);
    }

    private Wordless(Throwable fault, int depth) {
        super(
                fault.getClass().getName(),
                fault.getCause() == null || depth == MOST_CAUSES ? null : new Wordless(fault.getCause(), depth + 1));
        setStackTrace(fault.getStackTrace());
    }
}
