package io.parley.examples.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.sip.focus.SipFocus;
import io.parley.sip.stack.JainSipStack;
import io.parley.sip.stack.Occupancy;
import io.parley.sip.stack.StackObserver;
import io.parley.sip.stack.Transport;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The metrics of a server at SIP. Tags take their values from fixed sets: the transports, and the methods that anybody serves. */
final class SipMetrics implements StackObserver {

    private static final Set<String> METHODS = Set.of(
            "INVITE",
            "ACK",
            "BYE",
            "CANCEL",
            "UPDATE",
            "INFO",
            "OPTIONS",
            "MESSAGE",
            "SUBSCRIBE",
            "NOTIFY",
            "REFER",
            "SERVICE");

    private final MeterRegistry registry;

    /** Metrics that are kept in {@code registry}. */
    SipMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows from now on how much of everything there is. */
    void show(SipFocus focus, JainSipStack stack) {
        gauge("parley.sip.calls", "Devices that have a call with a focus.", focus::calls);
        gauge("parley.sip.subscriptions", "Subscriptions to conferences.", focus::subscriptions);
        gauge("parley.sip.dialogs", "Dialogs, those that are ending among them.", focus::dialogs);
        gauge("parley.sip.timers", "Timers of sessions and subscriptions that run.", focus::timers);
        gauge(
                "parley.sip.connections",
                "Connections of SIP that are open.",
                () -> now(stack).connections());
        String transactions = "Transactions, those that only wait for retransmissions among them.";
        gauge("parley.sip.transactions", transactions, () -> now(stack).serverTransactions(), "side", "server");
        gauge("parley.sip.transactions", transactions, () -> now(stack).clientTransactions(), "side", "client");
        gauge(
                "parley.sip.waiting",
                "Messages that wait for a thread.",
                () -> now(stack).waiting());
    }

    private static Occupancy now(JainSipStack stack) {
        return stack.occupancy();
    }

    private void gauge(String name, String description, Supplier<Number> value, String... tags) {
        Gauge.builder(name, value).description(description).tags(tags).register(registry);
    }

    @Override
    public void requestReceived(String method, Transport transport) {
        Counter.builder("parley.sip.requests")
                .description("Requests of SIP that were handed on, by their methods.")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("transport", word(transport))
                .register(registry)
                .increment();
    }

    @Override
    public void connectionRefused(Transport transport) {
        count("parley.sip.connections.refused", "Connections of SIP beyond the limit.", transport);
    }

    @Override
    public void requestRefused(Transport transport) {
        count("parley.sip.requests.refused", "Requests of SIP beyond the limit.", transport);
    }

    @Override
    public void messageMalformed(Transport transport) {
        count("parley.sip.messages.malformed", "What came and is no message of SIP.", transport);
    }

    @Override
    public void peerTooSlow(Transport transport) {
        count("parley.sip.peers.too.slow", "Connections whose peers did not take what they were sent.", transport);
    }

    private void count(String name, String description, Transport transport) {
        Counter.builder(name)
                .description(description)
                .tag("transport", word(transport))
                .register(registry)
                .increment();
    }

    private static String word(Transport transport) {
        return transport.name().toLowerCase(Locale.ROOT);
    }
}
