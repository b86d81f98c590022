package io.parley.examples.caller;

import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An INVITE that offers a stream of messages, and what comes in the dialog that it begins. */
final class Chatting implements OutgoingHandler {

    private final Consumer<String> reading;
    private final CompletableFuture<Chat> begun;

    Chatting(Consumer<String> reading, CompletableFuture<Chat> begun) {
        this.reading = reading;
        this.begun = begun;
    }

    /** What is offered by somebody who is reached at {@code host}, an address. */
    static SipBody offer(String host) {
        String network = host.startsWith("[") ? "IN IP6 " + host.substring(1, host.length() - 1) : "IN IP4 " + host;
        return SipBody.of(
                "application/sdp",
                String.join(
                                "\r\n",
                                "v=0",
                                "o=- 0 0 " + network,
                                "s=-",
                                "c=" + network,
                                "t=0 0",
                                "m=message 5060 sip null",
                                "a=accept-types:" + Chat.PLAIN_TEXT)
                        + "\r\n");
    }

    @Override
    public SipBody answered(Session session, SipResponse response) {
        begun.complete(new Chat(session));
        return SipBody.NONE;
    }

    @Override
    public void failed(SipResponse response) {
        begun.completeExceptionally(new RefusedException(response));
    }

    @Override
    public void requested(IncomingRequest request) {
        boolean known = request.request().method().matches("MESSAGE|INFO|INVITE|UPDATE|OPTIONS");
        request.respond(SipResponse.of(known ? 200 : 405, known ? "OK" : "Method Not Allowed"));
        SipBody body = request.request().body();
        boolean isText = body.contentType()
                .filter(type -> type.startsWith(Chat.PLAIN_TEXT))
                .isPresent();
        if (request.request().method().equals("MESSAGE") && isText) {
            reading.accept(body.text());
        }
    }

    @Override
    public void ended(SessionEnd end) {
        // Nobody waits for that.
    }
}
