package io.parley.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The expanded name of an element or attribute: a namespace, empty for none, and a local name. Prefixes carry no meaning (RFC 6501
 * section 3.2) and are not kept.
 */
public final class Name implements Comparable<Name> {

    /** The namespace of RFC 4575. */
    public static final String INFO_NAMESPACE = "urn:ietf:params:xml:ns:conference-info";

    /** The namespace of RFC 6501. */
    public static final String XCON_NAMESPACE = "urn:ietf:params:xml:ns:xcon-conference-info";

    /** The namespace of the {@code xml:} attributes. */
    public static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private final String namespace;
    private final String local;
    private final int hash;

    private Name(String namespace, String local) {
        this.namespace = namespace;
        this.local = local;
        this.hash = 31 * namespace.hashCode() + local.hashCode();
    }

    /** The name {@code local} in {@code namespace}, which is empty for no namespace. */
    public static Name of(String namespace, String local) {
        return new Name(Objects.requireNonNull(namespace, "namespace"), Objects.requireNonNull(local, "local"));
    }

    /** The name {@code local} in no namespace. */
    public static Name unqualified(String local) {
        return of("", local);
    }

    /** The namespace, empty for none. */
    public String namespace() {
        return namespace;
    }

    /** The local name. */
    public String local() {
        return local;
    }

    /** Whether it lies in one of the two namespaces of the data model. */
    public boolean isOfTheDataModel() {
        return namespace.equals(INFO_NAMESPACE) || namespace.equals(XCON_NAMESPACE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Name that
                        && hash == that.hash
                        && local.equals(that.local)
                        && namespace.equals(that.namespace);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(Name other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : local.compareTo(other.local);
    }

    /** As a person would write it: with the usual prefix where there is one, else in Clark notation. */
    @Override
    public String toString() {
        return switch (namespace) {
            case "" -> local;
            case INFO_NAMESPACE -> "info:" + local;
            case XCON_NAMESPACE -> "xcon:" + local;
            case XML_NAMESPACE -> "xml:" + local;
            default -> "{" + namespace + "}" + local;
        };
    }
}
