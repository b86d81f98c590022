package io.parley.user;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;

/**
 * Whether a user has proved who he is, as an extension of his record (RFC 6503 section 10.2, RFC 5239 section 11.1): the data model has
 * no element for it. The server writes {@code authentication} with the text {@code none} into the record of who joined without a proof;
 * nobody else sets or removes it.
 */
public final class Verification {

    /** The namespace of the extension. */
    public static final String NAMESPACE = "urn:parley:params:xml:ns:users";

    /** The name of the element. */
    public static final Name AUTHENTICATION = Name.of(NAMESPACE, "authentication");

    private static final Element UNPROVED = ElementType.foreign(AUTHENTICATION).text("none");

    private Verification() {}

    /** {@code record} of somebody who joined, and has proved who he is or has not. */
    public static Element marked(Element record, boolean proved) {
        Element unmarked = record.without(AUTHENTICATION);
        return proved ? unmarked : unmarked.with(UNPROVED);
    }
}
