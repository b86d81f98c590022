package io.parley.sip.stack;

/**
 * What a stack holds at a time: for metrics, and to see that nothing is left.
 *
 * @param connections the connections that are open
 * @param serverTransactions the server transactions, with those that only wait for retransmissions
 * @param clientTransactions the client transactions, likewise
 * @param waiting the calls that wait for the executor
 */
public record Occupancy(int connections, int serverTransactions, int clientTransactions, int waiting) {}
