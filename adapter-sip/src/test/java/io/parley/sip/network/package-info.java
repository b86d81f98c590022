/**
 * A network of SIP stacks in one JVM, for tests: time is in the hands of the test, and what gets lost is decided by a seed. Not here:
 * parsing and writing of messages, which only a real stack shows.
 */
@NullMarked
package io.parley.sip.network;

import org.jspecify.annotations.NullMarked;
