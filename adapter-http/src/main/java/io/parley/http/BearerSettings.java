package io.parley.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which bearer tokens (RFC 6750) prove who somebody is: JSON Web Tokens (RFC 7519) signed by RS256, ES256 or EdDSA with a key of the set
 * that is in a file, and is read again when that changes; for this server, of that issuer, and at this time.
 *
 * @param realm what the challenge names
 * @param keys the file with the public keys, a JWK set (RFC 7517 section 5)
 * @param issuer what {@code iss} has to be, if it matters
 * @param audience what {@code aud} has to hold, if it matters
 * @param domain the domain of a user whose {@code sub} names none: {@code alice} is then {@code xcon-userid:alice@domain}, as {@code
 *     alice@example.com} is {@code xcon-userid:alice@example.com}
 */
public record BearerSettings(
        String realm, Path keys, Optional<String> issuer, Optional<String> audience, String domain) {}
