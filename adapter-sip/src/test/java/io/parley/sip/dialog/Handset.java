package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.InMemoryStack;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ResponseListener;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A phone that sends what it is told, notes what comes, and answers as it is told: with 200 unless told otherwise. It keeps no rule. */
final class Handset implements SipHandler {

    static final String ADDRESS = "10.0.0.1:5060";
    static final SipBody DESCRIPTION = SipBody.of(
            "application/sdp",
            "v=0\r\no=bob 7 3 IN IP4 10.0.0.1\r\ns=-\r\nc=IN IP4 10.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n");
    private static final String CONTACT = "<sip:bob@10.0.0.1:5060;transport=tcp>";

    final InMemoryStack stack;
    private final Target target;
    private final List<SipRequest> heard = new ArrayList<>();
    private Function<SipRequest, Optional<SipResponse>> manner = request -> Optional.of(ok());
    private Optional<SipMessage> ours = Optional.empty();
    private Optional<SipMessage> theirs = Optional.empty();
    private int number = 1;

    Handset(InMemoryNetwork network, String target) {
        this.stack = network.open(ADDRESS, this);
        this.target = Target.of(Transport.TCP, InMemoryNetwork.socket(target));
    }

    static SipResponse ok() {
        return SipResponse.of(200, "OK").with("Contact", CONTACT);
    }

    /** From now on requests are answered in that way; those for which there is nothing are not. */
    void answers(Function<SipRequest, Optional<SipResponse>> other) {
        manner = other;
    }

    /** From now on requests of that method are answered so, and others with 200. */
    void answers(String method, SipResponse response) {
        answers(request -> Optional.of(request.method().equals(method) ? response : ok()));
    }

    @Override
    public void received(ServerTransaction transaction) {
        SipRequest request = transaction.request();
        heard.add(request);
        manner.apply(request).ifPresent(response -> {
            SipResponse told = request.header("To").orElseThrow().contains(";tag=")
                    ? response
                    : response.with("To", request.header("To").orElseThrow() + ";tag=handset");
            if (request.method().equals("INVITE") && told.isSuccess() && ours.isEmpty()) {
                ours = Optional.of(told);
                theirs = Optional.of(request);
            }
            transaction.respond(told);
        });
    }

    @Override
    public void acknowledged(SipRequest ack, Peer peer) {
        heard.add(ack);
    }

    /** What has come, in order. */
    List<SipRequest> heard() {
        return List.copyOf(heard);
    }

    List<SipRequest> heard(String method) {
        return heard.stream().filter(it -> it.method().equals(method)).toList();
    }

    /** The methods of what has come since it was picked up: all but the first INVITE and ACKs. */
    List<String> methods() {
        return heard.stream()
                .map(SipRequest::method)
                .filter(it -> !it.equals("ACK"))
                .toList();
    }

    /** An INVITE with an offer, by somebody who knows nothing but RFC 3261. */
    SipRequest invite() {
        return SipRequest.of("INVITE", "sip:room@10.0.0.2:5060;transport=tcp")
                .with("From", "<sip:bob@10.0.0.1>;tag=handset")
                .with("To", "<sip:room@10.0.0.2>")
                .with("Call-ID", "call-of-bob")
                .with("CSeq", "1 INVITE")
                .with("Contact", CONTACT)
                .with(DESCRIPTION);
    }

    /** A request within the dialog that was begun, by whomever. */
    SipRequest within(String method) {
        SipMessage local = ours.orElseThrow();
        SipMessage remote = theirs.orElseThrow();
        boolean weCalled = local instanceof SipRequest;
        return SipRequest.of(method, contact(remote))
                .with("From", local.header(weCalled ? "From" : "To").orElseThrow())
                .with("To", remote.header(weCalled ? "To" : "From").orElseThrow())
                .with("Call-ID", remote.header("Call-ID").orElseThrow())
                .with("CSeq", ++number + " " + method)
                .with("Contact", CONTACT);
    }

    private static String contact(SipMessage message) {
        return NameAddress.parse(message.header("Contact").orElseThrow())
                .orElseThrow()
                .uri();
    }

    /** Sends a request; the responses go to the list that is returned. */
    List<SipResponse> send(SipRequest request) {
        List<SipResponse> responses = new ArrayList<>();
        stack.send(request, target, new ResponseListener() {
            @Override
            public void responded(SipResponse response, Peer peer) {
                responses.add(response);
                if (request.method().equals("INVITE") && response.isSuccess()) {
                    if (ours.isEmpty()) {
                        ours = Optional.of(request);
                        theirs = Optional.of(response);
                    }
                    acknowledge(request, response);
                }
            }

            @Override
            public void failed(Failure failure) {
                responses.add(SipResponse.of(failure == Failure.TIMEOUT ? 408 : 503, "Nothing"));
            }
        });
        return responses;
    }

    private void acknowledge(SipRequest invite, SipResponse response) {
        stack.sendOnce(
                SipRequest.of("ACK", contact(response))
                        .with("From", invite.header("From").orElseThrow())
                        .with("To", response.header("To").orElseThrow())
                        .with("Call-ID", invite.header("Call-ID").orElseThrow())
                        .with("CSeq", invite.header("CSeq").orElseThrow().replace("INVITE", "ACK")),
                target);
    }
}
