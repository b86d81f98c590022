package io.parley.document;

/** The attribute names of RFC 4575 and RFC 6501; all but {@code xml:lang} are in no namespace. */
public final class Attributes {

    /** {@code xml:lang}. */
    public static final Name LANG = Name.of(Name.XML_NAMESPACE, "lang");

    /** {@code entity}. */
    public static final Name ENTITY = Name.unqualified("entity");

    /** {@code state}. */
    public static final Name STATE = Name.unqualified("state");

    /** {@code version}. */
    public static final Name VERSION = Name.unqualified("version");

    /** {@code label}. */
    public static final Name LABEL = Name.unqualified("label");

    /** {@code id}. */
    public static final Name ID = Name.unqualified("id");

    /** {@code name}. */
    public static final Name NAME = Name.unqualified("name");

    /** {@code nickname}. */
    public static final Name NICKNAME = Name.unqualified("nickname");

    /** {@code uri}. */
    public static final Name URI = Name.unqualified("uri");

    /** {@code method}. */
    public static final Name METHOD = Name.unqualified("method");

    /** {@code decision}. */
    public static final Name DECISION = Name.unqualified("decision");

    /** {@code policy}. */
    public static final Name POLICY = Name.unqualified("policy");

    /** {@code required-participant}. */
    public static final Name REQUIRED_PARTICIPANT = Name.unqualified("required-participant");

    private Attributes() {}
}
