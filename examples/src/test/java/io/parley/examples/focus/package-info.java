/** The focus as signalling transports use it, in memory: joining, the lobby, commands and what watchers are told. */
@NullMarked
package io.parley.examples.focus;

import org.jspecify.annotations.NullMarked;
