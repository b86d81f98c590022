package io.parley.codec.xml;

import java.util.Optional;

/**
 * The namespace in which a message of CCMP is written. The schema of RFC 6503 section 11 and the registry of IANA say one thing, every
 * message of RFC 6504 another; both are read, and a response is written in that of its request.
 */
public enum Dialect {
    /** {@code urn:ietf:params:xml:ns:xcon-ccmp}, the registered one (RFC 6503 section 12.1). */
    RFC_6503("urn:ietf:params:xml:ns:xcon-ccmp"),
    /** {@code urn:ietf:params:xml:ns:xcon:ccmp}, that of the call flows. */
    RFC_6504("urn:ietf:params:xml:ns:xcon:ccmp");

    private final String namespace;

    Dialect(String namespace) {
        this.namespace = namespace;
    }

    /** The namespace. */
    public String namespace() {
        return namespace;
    }

    /** The dialect of that namespace, if it is one of CCMP's. */
    public static Optional<Dialect> of(String namespace) {
        return namespace.equals(RFC_6503.namespace)
                ? Optional.of(RFC_6503)
                : namespace.equals(RFC_6504.namespace) ? Optional.of(RFC_6504) : Optional.empty();
    }
}
