/**
 * The contract of each out-port as tests: an interface of default tests that every adapter's own test implements.
 */
@NullMarked
package io.parley.ports.contract;

import org.jspecify.annotations.NullMarked;
