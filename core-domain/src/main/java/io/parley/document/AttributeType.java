package io.parley.document;

/**
 * The row of one attribute in the {@link Schema}.
 *
 * @param name its name
 * @param datatype what its value may be
 * @param required whether its element cannot be without it
 * @param access who may set it
 * @param inherited whether a clone inherits it
 * @param privacy what it tells of a person
 * @param identifier what a placeholder becomes here
 */
public record AttributeType(
        Name name,
        Datatype datatype,
        boolean required,
        Access access,
        boolean inherited,
        Privacy privacy,
        IdentifierKind identifier) {}
