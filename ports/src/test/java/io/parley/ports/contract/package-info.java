/**
 * The contract of each out-port as tests: interfaces of default tests, each named as a sentence of the contract, which the test class
 * of every implementation implements together with a factory method or two.
 *
 * <p>A store implements all five of {@link io.parley.ports.contract.ConferenceStoreContract},
 * {@link io.parley.ports.contract.ConflictContract}, {@link io.parley.ports.contract.SerializableContract},
 * {@link io.parley.ports.contract.ChangeListenerContract} and {@link io.parley.ports.contract.HistoryContract}. None of the tests waits
 * for a clock: who overtakes whom is said by {@link io.parley.ports.contract.Interleaving}, by latches, or judged afterwards.
 */
@NullMarked
package io.parley.ports.contract;

import org.jspecify.annotations.NullMarked;
