package io.parley.ports.out;

import io.parley.identity.FreshIdentifiers;

/**
 * Makes the identifiers of new objects.
 *
 * <p>Contract: may be called by any number of threads at once. {@link #token} never returns a value twice, in production with at least
 * 96 random bits (RFC 6501 section 8); {@link #number} returns positive numbers, repeats included.
 */
public interface IdGenerator extends FreshIdentifiers {}
