package io.parley.examples.server;

import io.parley.sip.stack.StackBounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} about how much of its SIP peers can take. */
final class SipBoundOptions {

    @Option(
            names = "--sip-max-connections",
            paramLabel = "N",
            description = "The most connections of SIP at a time; beyond that a new one is closed. Default: 16384.")
    private @Nullable String connections;

    @Option(
            names = "--sip-max-connections-per-address",
            paramLabel = "N",
            description = "The most of them of one address, or of one /64 of IPv6. Default: 4096.")
    private @Nullable String connectionsOfOne;

    @Option(
            names = "--sip-max-transactions",
            paramLabel = "N",
            description =
                    "The most requests of SIP at a time, by UDP until 32 s behind their answers; beyond that 503. "
                            + "Default: 65536.")
    private @Nullable String transactions;

    @Option(
            names = "--sip-max-transactions-per-address",
            paramLabel = "N",
            description = "The most of them of one address, or of one /64 of IPv6. Default: 32768.")
    private @Nullable String transactionsOfOne;

    @Option(
            names = "--sip-max-waiting",
            paramLabel = "N",
            description = "The most messages of SIP that wait for a thread; beyond that 503. Default: 16384.")
    private @Nullable String waiting;

    /** What they say, with bodies of {@code body} bytes; a {@link StartException} names the one that says nothing sensible. */
    StackBounds plan(int body) {
        StackBounds usual = StackBounds.defaults();
        return usual.connections(
                        number("--sip-max-connections", connections, usual.connections()),
                        number("--sip-max-connections-per-address", connectionsOfOne, usual.connectionsOfOne()))
                .transactions(
                        number("--sip-max-transactions", transactions, usual.transactions()),
                        number("--sip-max-transactions-per-address", transactionsOfOne, usual.transactionsOfOne()))
                .waiting(number("--sip-max-waiting", waiting, usual.waiting()))
                .message(usual.headBytes(), Math.max(body, usual.bodyBytes()));
    }

    private static int number(String option, @Nullable String text, int otherwise) {
        return text == null ? otherwise : ServeOptions.read(option, text, ServeOptions::bytes);
    }
}
