package io.parley.sip.stack;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a handler has received, to be waited for; answers as it was told. */
final class Received implements SipHandler {

    /** An ACK and whom it came from. */
    record Ack(SipRequest request, Peer peer) {}

    private final BlockingQueue<ServerTransaction> transactions = new LinkedBlockingQueue<>();
    private final BlockingQueue<Ack> acks = new LinkedBlockingQueue<>();
    private final Consumer<ServerTransaction> answer;
    private Runnable network = () -> {};

    private Received(Consumer<ServerTransaction> answer) {
        this.answer = answer;
    }

    /** Answers nothing by itself. */
    static Received silent() {
        return new Received(transaction -> {});
    }

    /** Answers everything so. */
    static Received answering(SipResponse response) {
        return new Received(transaction -> transaction.respond(response));
    }

    static Received doing(Consumer<ServerTransaction> answer) {
        return new Received(answer);
    }

    /** This in a network that works when {@code running} is run. */
    Received in(Runnable running) {
        network = running;
        return this;
    }

    @Override
    public void received(ServerTransaction transaction) {
        transactions.add(transaction);
        answer.accept(transaction);
    }

    @Override
    public void acknowledged(SipRequest ack, Peer peer) {
        acks.add(new Ack(ack, peer));
    }

    ServerTransaction next() {
        network.run();
        return await(transactions, "a request");
    }

    Ack ack() {
        network.run();
        return await(acks, "an ACK");
    }

    List<SipRequest> soFar() {
        return transactions.stream().map(ServerTransaction::request).toList();
    }

    List<Ack> acksSoFar() {
        return List.copyOf(acks);
    }

    static <T> T await(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(Answers.PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError(what + " did not come");
            }
            return next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
