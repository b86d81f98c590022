package io.parley.examples.server;

import io.parley.http.TlsSettings;

/**
 * TLS of a server.
 *
 * @param address where it is spoken
 * @param settings how
 */
record TlsPlan(HostAndPort address, TlsSettings settings) {}
