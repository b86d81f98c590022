package io.parley.examples.flows;

import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.InMemoryStack;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ResponseListener;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A small user agent: sends what it is told, acknowledges what accepts an INVITE, notes what comes and answers it as it is told, with 200
 * unless it is told otherwise. It keeps no rule that a test might want to break.
 */
final class Phone implements SipHandler {

    /** Says nothing to a request. */
    static final Function<SipRequest, Optional<SipResponse>> DEAF = request -> Optional.empty();

    final String who;
    final String device;
    final InMemoryStack stack;
    final Transport transport;
    private final SipHouse house;
    private final List<SipRequest> heard = new ArrayList<>();
    private Function<SipRequest, Optional<SipResponse>> manner = request -> Optional.of(SipResponse.of(200, "OK"));
    private final List<ServerTransaction> unanswered = new ArrayList<>();
    private boolean holds;
    private boolean acknowledges = true;
    private SipBody acknowledgement = SipBody.NONE;
    private int calls;

    Phone(SipHouse house, String who, String device, String address, Transport transport) {
        this.house = house;
        this.who = who;
        this.device = device;
        this.transport = transport;
        this.stack = house.network.open(address, this);
    }

    /** From now on requests are answered in that way. */
    void answers(Function<SipRequest, Optional<SipResponse>> other) {
        manner = other;
    }

    /** From now on requests of that method are answered with that status code. */
    void answers(String method, int status) {
        answers(request -> Optional.of(SipResponse.of(request.method().equals(method) ? status : 200, "As told")));
    }

    /** From now on requests are answered when it is told to. */
    void takesItsTime() {
        holds = true;
    }

    /** Answers what has come since. */
    void answers() {
        List.copyOf(unanswered).forEach(this::answer);
        unanswered.clear();
    }

    /** From now on no INVITE that is accepted is acknowledged. */
    void acknowledgeNothing() {
        acknowledges = false;
    }

    /** From now on every ACK has that body. */
    void acknowledgesWith(SipBody body) {
        acknowledgement = body;
    }

    @Override
    public void received(ServerTransaction transaction) {
        heard.add(transaction.request());
        if (holds) {
            unanswered.add(transaction);
        } else {
            answer(transaction);
        }
    }

    private void answer(ServerTransaction transaction) {
        if (!transaction.request().method().equals("BENOTIFY")) {
            manner.apply(transaction.request()).ifPresent(transaction::respond);
        }
    }

    @Override
    public void acknowledged(SipRequest ack, Peer peer) {
        heard.add(ack);
    }

    /** What has come, in order. */
    List<SipRequest> heard() {
        return List.copyOf(heard);
    }

    String contact() {
        return "<" + who + ";transport=" + transport.name().toLowerCase(Locale.ROOT) + ";gr="
                + stack.address().getPort() + stack.address().getHostString().replace(".", "") + ">";
    }

    /** A request outside of dialogs to {@code uri}. */
    SipRequest request(String method, String uri) {
        calls++;
        String call = stack.address().getHostString() + "-" + calls;
        return SipRequest.of(method, uri)
                .with("From", "<" + who + ">;tag=t" + calls)
                .with("To", "<" + uri + ">")
                .with("Call-ID", call)
                .with("CSeq", "1 " + method)
                .with("Contact", contact());
    }

    /** An INVITE to the conference that asks to join, from a client with session timers. */
    SipRequest invite() {
        return invite(house.house.conference.toString(), "attendee");
    }

    SipRequest invite(String uri, String role) {
        return request("INVITE", uri)
                .with("Supported", "timer")
                .with(house.command(who, uri, "1", house.addUser(who, uri, device, role)));
    }

    /** A SUBSCRIBE to the conference outside of dialogs. */
    SipRequest subscribe() {
        return request("SUBSCRIBE", house.house.conference.toString())
                .with("Event", "conference")
                .with("Accept", "application/conference-info+xml")
                .with("Expires", "3600");
    }

    /** Sends a request, waits a moment, and gives the final response that has come. */
    SipResponse ask(SipRequest request) {
        List<SipResponse> responses = new ArrayList<>();
        begin(request, responses);
        house.moment();
        return responses.stream()
                .filter(it -> !it.isProvisional())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer to " + request));
    }

    /** Sends a request; what comes of it goes to {@code responses}. */
    ClientTransaction begin(SipRequest request, List<SipResponse> responses) {
        return stack.send(request, target(), new ResponseListener() {
            @Override
            public void responded(SipResponse response, Peer peer) {
                responses.add(response);
                if (acknowledges && request.method().equals("INVITE") && response.isSuccess()) {
                    acknowledge(request, response);
                }
            }

            @Override
            public void failed(Failure failure) {
                responses.add(SipResponse.of(failure == Failure.TIMEOUT ? 408 : 503, "Nothing"));
            }
        });
    }

    private void acknowledge(SipRequest invite, SipResponse response) {
        String number = invite.header("CSeq").orElseThrow().replace(" INVITE", " ACK");
        stack.sendOnce(
                SipRequest.of("ACK", Line.uri(response.header("Contact").orElseThrow()))
                        .with("From", invite.header("From").orElseThrow())
                        .with("To", response.header("To").orElseThrow())
                        .with("Call-ID", invite.header("Call-ID").orElseThrow())
                        .with("CSeq", number)
                        .with(acknowledgement),
                target());
    }

    private Target target() {
        return Target.of(transport, InMemoryNetwork.socket(SipHouse.FOCUS));
    }

    /** Sends a request that is accepted, and gives the dialog that this begins. */
    Line line(SipRequest request) {
        SipResponse response = ask(request);
        if (!response.isSuccess()) {
            throw new AssertionError(response + " " + response.body().text());
        }
        return new Line(this, house, request, response);
    }

    /** Joins. */
    Line join() {
        return line(invite());
    }

    /** Loses the network, of which nobody is told. */
    void vanish() {
        stack.unplug();
    }

    static SipBody xml(String text) {
        return SipBody.of("application/cccp+xml", text);
    }
}
