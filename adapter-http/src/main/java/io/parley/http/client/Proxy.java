package io.parley.http.client;

import java.util.Optional;

/**
 * A proxy of HTTP that all requests go through.
 *
 * @param at where it is
 * @param credentials what it is shown
 */
record Proxy(Origin at, Optional<HttpCredentials> credentials) {}
