package io.parley.sip.chat;

import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A participant's device, which does what it is told and notes what it hears. */
final class Phone implements RequestHandler {

    static final SipBody CHAT = sdp("m=message 5060 sip null\r\na=accept-types:text/plain\r\n");

    final String name;
    final String contact;
    final List<SipRequest> heard = new ArrayList<>();
    final List<SessionEnd> ends = new ArrayList<>();
    final List<IncomingInvite> rung = new ArrayList<>();

    /** What it does when it rings. */
    Consumer<IncomingInvite> onRing = this::pickUp;

    /** What it answers to messages. */
    int answers = 200;

    /** What happens between the answer to its call and its ACK. */
    Runnable onAnswer = () -> {};

    /** Whether it leaves everything unanswered. */
    boolean answersNothing;

    Optional<Session> session = Optional.empty();
    Optional<SipResponse> answer = Optional.empty();
    SipBody acknowledgement = SipBody.NONE;
    final List<InMemoryStack> stacks = new ArrayList<>();

    private final Chatroom room;
    private final UserAgent agent;

    Phone(Chatroom room, String name, String address) {
        this.room = room;
        this.name = name;
        this.contact = "sip:" + name + "@" + address + ";transport=tcp";
        this.agent = room.agent(address, this, stacks::add);
    }

    static SipBody sdp(String streams) {
        return SipBody.of(
                "application/sdp",
                "v=0\r\no=- 0 0 IN IP4 10.0.1.1\r\ns=session\r\nc=IN IP4 10.0.1.1\r\nt=0 0\r\n" + streams);
    }

    /** Calls, offering messages, until that is decided. */
    Phone call(String uri) {
        return call(uri, CHAT);
    }

    Phone call(String uri, SipBody offer) {
        agent.invite(invite(uri, offer), room.target(), new Call());
        room.settle();
        return this;
    }

    /** The status of its last call. */
    int status() {
        return answer.map(SipResponse::status).orElse(0);
    }

    /** Sends within the session; the status of the answer. */
    int send(String method, String type, String text) {
        return send(method, SipHeaders.NONE, SipBody.of(type, text)).status();
    }

    SipResponse send(String method, SipHeaders headers, SipBody body) {
        List<SipResponse> responses = new ArrayList<>();
        session.orElseThrow().send(method, headers, body, responses::add);
        room.settle();
        return responses.get(0);
    }

    int say(String text) {
        return send("MESSAGE", "text/plain", text);
    }

    /** Calls, and is gone before the answer comes. */
    void callAndVanish(String uri) {
        agent.invite(invite(uri, CHAT), room.target(), new Call());
        room.pass(Duration.ofMillis(1));
        unplug();
    }

    private SipRequest invite(String uri, SipBody offer) {
        return SipRequest.of("INVITE", uri)
                .with("From", "\"" + name.toUpperCase(Locale.ROOT) + "\" <sip:" + name + "@example.com>")
                .with("Contact", "<" + contact + ">")
                .with(offer);
    }

    /** Offers something else within the session. */
    SipResponse modify(SipBody offer) {
        List<SipResponse> responses = new ArrayList<>();
        session.orElseThrow().modify(SipHeaders.NONE, offer, responses::add);
        room.settle();
        return responses.get(0);
    }

    /** Sends outside of any session. */
    SipResponse sendOutside(SipRequest request) {
        List<SipResponse> responses = new ArrayList<>();
        agent.send(
                request.with("From", "<sip:" + name + "@example.com>").with("Contact", "<" + contact + ">"),
                room.target(),
                responses::add);
        room.settle();
        return responses.get(0);
    }

    void hangUp() {
        session.orElseThrow().end();
        room.settle();
    }

    void unplug() {
        stacks.forEach(InMemoryStack::unplug);
    }

    /** What it has heard, as text. */
    List<String> texts() {
        return heard.stream().map(request -> request.body().text()).toList();
    }

    void pickUp(IncomingInvite invite) {
        pickUp(invite, CHAT);
    }

    void pickUp(IncomingInvite invite, SipBody description) {
        session = Optional.of(invite.accept(
                SipResponse.of(200, "OK").with("Contact", "<" + contact + ">").with(description), new Hearing()));
    }

    @Override
    public void invited(IncomingInvite invite) {
        rung.add(invite);
        onRing.accept(invite);
    }

    @Override
    public void subscribed(IncomingSubscribe subscribe) {
        subscribe.reject(SipResponse.of(403, "Forbidden"));
    }

    @Override
    public void requested(IncomingRequest request) {
        request.reject(SipResponse.of(405, "Method Not Allowed"));
    }

    /** The URI of the sender of something that it heard. */
    static String sender(SipRequest heard) {
        return heard.header("Ms-Sender")
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri)
                .orElse("nobody");
    }

    private class Hearing implements SessionHandler {
        @Override
        public void requested(IncomingRequest request) {
            heard.add(request.request());
            if (!answersNothing) {
                request.respond(SipResponse.of(answers, "Whatever"));
            }
        }

        @Override
        public void ended(SessionEnd end) {
            ends.add(end);
        }
    }

    private final class Call extends Hearing implements OutgoingHandler {
        @Override
        public SipBody answered(Session begun, SipResponse response) {
            session = Optional.of(begun);
            answer = Optional.of(response);
            onAnswer.run();
            return acknowledgement;
        }

        @Override
        public void failed(SipResponse response) {
            answer = Optional.of(response);
        }
    }
}
