/**
 * CCMP over HTTP: server, client, discovery, Simple Join and call-backs.
 */
@NullMarked
package io.parley.http;

import org.jspecify.annotations.NullMarked;
