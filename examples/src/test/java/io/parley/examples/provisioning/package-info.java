/**
 * The Focus Factory of the whole house, in memory: requests and responses go through the codec, as they would over SIP, and what was provisioned
 * is looked at by joiners, watchers and clients of CCMP.
 */
@NullMarked
package io.parley.examples.provisioning;

import org.jspecify.annotations.NullMarked;
