package io.parley.examples.server;

import io.parley.http.BearerSettings;
import java.util.Optional;

/**
 * HTTP authentication of a server: one of the two or none.
 *
 * @param digestRealm the realm of Digest
 * @param bearer which tokens count
 */
record HttpAuthPlan(Optional<String> digestRealm, Optional<BearerSettings> bearer) {}
