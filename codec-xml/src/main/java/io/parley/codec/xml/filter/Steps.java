package io.parley.codec.xml.filter;

/** What a filter has spent in one request, and how much is left to it. Serves one thread. */
final class Steps {

    /** So many characters are looked at in one step. */
    private static final int CHARACTERS = 32;

    private final XPathBounds bounds;
    private long onDocument;
    private long inAll;

    Steps(XPathBounds bounds) {
        this.bounds = bounds;
    }

    /** There are none left. Flies through the evaluation, which knows nothing of costs. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String bound;

        private Exhausted(String bound) {
            super(bound, null, false, false);
            this.bound = bound;
        }

        String bound() {
            return bound;
        }
    }

    void nextDocument() {
        onDocument = 0;
    }

    void take(long number) {
        onDocument += number;
        inAll += number;
        if (onDocument > bounds.stepsPerDocument()) {
            throw new Exhausted(
                    "the expression takes more than " + bounds.stepsPerDocument() + " steps on one document");
        }
        if (inAll > bounds.steps()) {
            throw new Exhausted("the expression takes more than " + bounds.steps() + " steps on all documents");
        }
    }

    /** Takes what it costs to look at {@code text}, and gives it. */
    String reading(String text) {
        take(1 + text.length() / CHARACTERS);
        return text;
    }

    /** Takes what it costs to look for {@code part} in {@code whole}, which compares each character of one with each of the other. */
    void searching(String whole, String part) {
        take(1 + (long) whole.length() * part.length() / CHARACTERS);
    }
}
