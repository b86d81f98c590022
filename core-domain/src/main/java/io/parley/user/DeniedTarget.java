package io.parley.user;

/**
 * Whom the deny-users list names (RFC 6501 section 4.6.4).
 *
 * @param uri a user, a role, or {@code *@} and a domain
 */
public record DeniedTarget(String uri) {}
