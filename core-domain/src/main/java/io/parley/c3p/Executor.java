package io.parley.c3p;

/** Who executes a command (section 3.5). */
public enum Executor {
    /** The focus alone. */
    FOCUS("focus"),
    /** The focus, and all MCUs of the conference are told. */
    FOCUS_AND_ALL_MCUS("focus, all MCUs"),
    /** The MCU that the command names. */
    MCU_OF_MCU_URI("the MCU of mcuUri"),
    /** The MCU that the command names, or those that it concerns when it names none. */
    MCUS_CONCERNED("the MCUs concerned"),
    /** The Focus Factory. */
    FACTORY("Focus Factory");

    private final String words;

    Executor(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
