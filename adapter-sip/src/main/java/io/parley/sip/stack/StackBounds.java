package io.parley.sip.stack;

/**
 * How much of a stack its peers can take, together and each. A sender is an IPv4 address, or the first 64 bits of one of IPv6. Every number
 * is positive.
 *
 * @param connections how many connections are open at a time, whoever opened them
 * @param connectionsOfOne how many of them one sender may have opened
 * @param transactions how many server transactions there are at a time; by UDP one stays for 32 s behind its answer
 * @param transactionsOfOne how many of them may be of one sender
 * @param waiting how many calls may wait for the executor that the handler is called by
 * @param headBytes how long a message may be without its body
 * @param bodyBytes how long the body of a message may be
 * @param unfinishedBytes how much of messages that have not come to their end is held, over all connections
 * @param outgoingBytes how much may wait to be written to a connection before it is closed
 */
public record StackBounds(
        int connections,
        int connectionsOfOne,
        int transactions,
        int transactionsOfOne,
        int waiting,
        int headBytes,
        int bodyBytes,
        long unfinishedBytes,
        int outgoingBytes) {

    /** Checks the numbers. */
    public StackBounds {
        for (long number : new long[] {
            connections, connectionsOfOne, transactions, transactionsOfOne, waiting, headBytes, bodyBytes, outgoingBytes
        }) {
            if (number <= 0) {
                throw new IllegalArgumentException("Not a positive number: " + number);
            }
        }
    }

    /**
     * 16,384 connections, 4,096 of one sender; 65,536 transactions, 32,768 of one sender; 16,384 calls that wait; 32 KiB of headers, 1 MiB
     * of body; a quarter of the memory of this process unfinished; 4 MiB outgoing.
     */
    public static StackBounds defaults() {
        return new StackBounds(
                16_384,
                4_096,
                65_536,
                32_768,
                16_384,
                32 << 10,
                1 << 20,
                Math.max(8 << 20, Runtime.getRuntime().maxMemory() / 4),
                4 << 20);
    }

    /** These with so many connections in all, and of one sender. */
    public StackBounds connections(int most, int ofOne) {
        return new StackBounds(
                most,
                ofOne,
                transactions,
                transactionsOfOne,
                waiting,
                headBytes,
                bodyBytes,
                unfinishedBytes,
                outgoingBytes);
    }

    /** These with so many server transactions in all, and of one sender. */
    public StackBounds transactions(int most, int ofOne) {
        return new StackBounds(
                connections,
                connectionsOfOne,
                most,
                ofOne,
                waiting,
                headBytes,
                bodyBytes,
                unfinishedBytes,
                outgoingBytes);
    }

    /** These with so many calls that wait. */
    public StackBounds waiting(int most) {
        return new StackBounds(
                connections,
                connectionsOfOne,
                transactions,
                transactionsOfOne,
                most,
                headBytes,
                bodyBytes,
                unfinishedBytes,
                outgoingBytes);
    }

    /** These with messages so long. */
    public StackBounds message(int head, int body) {
        return new StackBounds(
                connections,
                connectionsOfOne,
                transactions,
                transactionsOfOne,
                waiting,
                head,
                body,
                unfinishedBytes,
                outgoingBytes);
    }

    /** These with so much of unfinished messages. */
    public StackBounds unfinishedBytes(long most) {
        return new StackBounds(
                connections,
                connectionsOfOne,
                transactions,
                transactionsOfOne,
                waiting,
                headBytes,
                bodyBytes,
                most,
                outgoingBytes);
    }

    /** These with so much that may wait to be written to one connection. */
    public StackBounds outgoingBytes(int most) {
        return new StackBounds(
                connections,
                connectionsOfOne,
                transactions,
                transactionsOfOne,
                waiting,
                headBytes,
                bodyBytes,
                unfinishedBytes,
                most);
    }
}
