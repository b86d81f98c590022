package io.parley.codec.xml.patch;

import io.parley.patch.Condition;

/** An operation cannot be done; travels from the place where that is seen to the end of the patch. */
final class Inapplicable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Condition condition;

    Inapplicable(Condition condition, String phrase) {
        super(phrase, null, false, false);
        this.condition = condition;
    }

    Condition condition() {
        return condition;
    }

    String phrase() {
        return String.valueOf(getMessage());
    }
}
