/**
 * The runnable server: one composition root over the engine and its adapters, and the command line before it.
 *
 * <p>From {@link io.parley.examples.server.Main} on: {@code Program} reads the command line; {@code Serve} turns its {@code ServeOptions}
 * into a {@code ServerPlan} and runs the {@code Server} of that plan for the {@code Lifetime} of the process; {@code Demo} plays the
 * story of {@code Section6} against one. {@code Call} is a client: {@code CallOptions} say of whom and as whom it asks, {@code Question} asks,
 * {@code Report} tells the answer. Not here: anything that another program might want to call; it embeds the engine instead.
 */
@NullMarked
package io.parley.examples.server;

import org.jspecify.annotations.NullMarked;
