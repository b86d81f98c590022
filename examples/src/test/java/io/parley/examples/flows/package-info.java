/**
 * The flows of MS-CONFBAS section 4, each told once and run in memory and over SIP with the same assertions on what clients see; and what
 * only SIP tells: status codes, session timers, subscriptions and how calls end. The clients are {@link io.parley.examples.flows.Phone}s, user
 * agents of these tests' own, so that what we send is not read by what wrote it.
 */
@NullMarked
package io.parley.examples.flows;

import org.jspecify.annotations.NullMarked;
