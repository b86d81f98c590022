package io.parley.document;

/**
 * Something in a document that breaks the data model.
 *
 * @param place where, as a person reads it
 * @param reason what is wrong, as the rest of a sentence that begins with the place
 */
public record Finding(String place, String reason) {
    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
