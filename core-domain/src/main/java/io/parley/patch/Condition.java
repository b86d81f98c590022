package io.parley.patch;

import java.util.Locale;

/** Why a patch cannot be applied (RFC 5261 section 5.1). */
public enum Condition {
    /** A {@code sel}, {@code type}, {@code pos} or {@code ws} is none, or stands where it may not. */
    INVALID_ATTRIBUTE_VALUE,
    /** The patch is in another character set than the document. */
    INVALID_CHARACTER_SET,
    /** The patch is not well-formed or not valid. */
    INVALID_DIFF_FORMAT,
    /** A reference to an entity that is not declared. */
    INVALID_ENTITY_DECLARATION,
    /** A prefix that is not declared, or that is in use. */
    INVALID_NAMESPACE_PREFIX,
    /** The URI of a namespace that is none, or that is not declared where it is sought. */
    INVALID_NAMESPACE_URI,
    /** Content of another kind, or more of it, than the target admits. */
    INVALID_NODE_TYPES,
    /** A directive that cannot be followed. */
    INVALID_PATCH_DIRECTIVE,
    /** The root would go or get a sibling. */
    INVALID_ROOT_ELEMENT_OPERATION,
    /** The prolog of the document is no target. */
    INVALID_XML_PROLOG_OPERATION,
    /** There is no white space where some was to be removed. */
    INVALID_WHITESPACE_DIRECTIVE,
    /** Nothing was located, or several nodes. */
    UNLOCATED_NODE,
    /** {@code id()} is not supported. */
    UNSUPPORTED_ID_FUNCTION,
    /** {@code xml:id} is not supported. */
    UNSUPPORTED_XML_ID;

    /** The name of its element in the namespace {@code urn:ietf:params:xml:ns:patch-ops-error}. */
    public String element() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
