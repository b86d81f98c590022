package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;

/**
 * The header section of a request that has passed its checks; its body follows.
 *
 * @param resource what it is for
 * @param head the header section
 */
record Routed(Resource resource, HttpRequest head) {}
