package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.identity.SipUri;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;

/** A dialog of a {@link Phone} with the focus, as the phone knows it. */
final class Line {

    final Phone phone;
    final SipRequest first;
    final SipResponse accepted;
    private final SipHouse house;
    private final String uri;
    private String target;
    private int number = 1;
    private int requests = 100;

    Line(Phone phone, SipHouse house, SipRequest first, SipResponse accepted) {
        this.phone = phone;
        this.house = house;
        this.first = first;
        this.accepted = accepted;
        this.uri = uri(first.header("To").orElseThrow());
        this.target = uri(accepted.header("Contact").orElseThrow());
    }

    /** What stands between the angle brackets. */
    static String uri(String nameAddress) {
        return nameAddress.replaceFirst(".*<", "").replaceFirst(">.*", "");
    }

    String callId() {
        return first.header("Call-ID").orElseThrow();
    }

    String localTag() {
        return tag(first.header("From").orElseThrow());
    }

    String remoteTag() {
        return tag(accepted.header("To").orElseThrow());
    }

    private static String tag(String nameAddress) {
        return nameAddress.replaceFirst(".*;tag=", "").replaceFirst(";.*", "");
    }

    /** A request within it. */
    SipRequest request(String method) {
        return SipRequest.of(method, target)
                .with("From", first.header("From").orElseThrow())
                .with("To", accepted.header("To").orElseThrow())
                .with("Call-ID", callId())
                .with("CSeq", ++number + " " + method)
                .with("Contact", phone.contact());
    }

    SipResponse ask(SipRequest request) {
        return phone.ask(request);
    }

    SipResponse ask(String method) {
        return ask(request(method));
    }

    /** INFO with that body. */
    SipResponse info(SipBody body) {
        return ask(request("INFO").with(body));
    }

    /** INFO with a command, written by hand. */
    SipResponse info(String requestId, String command) {
        return info(house.command(phone.who, uri, requestId, command));
    }

    String fresh() {
        return Integer.toString(++requests);
    }

    SipResponse info(String requestId, Command command) {
        return info(SipBody.of(
                "application/cccp+xml",
                House.CODEC.writeRequest(new C3pRequest(requestId, SipUri.of(phone.who), SipUri.of(uri), command))));
    }

    /** INFO with a command that is taken, and its one response. */
    C3pResponse ask(Command command) {
        String requestId = fresh();
        assertThat(info(requestId, command).status()).isEqualTo(202);
        List<C3pResponse> responses = responses(requestId);
        assertThat(responses).hasSize(1);
        return responses.get(0);
    }

    /** What the focus has sent within it, in order. */
    List<SipRequest> heard() {
        return phone.heard().stream().filter(this::isWithin).toList();
    }

    private boolean isWithin(SipRequest request) {
        return request.header("Call-ID").filter(callId()::equals).isPresent()
                && tag(request.header("To").orElse("")).equals(localTag())
                && tag(request.header("From").orElse("")).equals(remoteTag());
    }

    List<SipRequest> heard(String method) {
        return heard().stream().filter(it -> it.method().equals(method)).toList();
    }

    List<String> methods() {
        return heard().stream().map(SipRequest::method).toList();
    }

    /** The responses of C3P that the focus has sent. */
    List<C3pResponse> responses() {
        return heard("INFO").stream()
                .map(it -> House.response(it.body().bytes()))
                .toList();
    }

    List<C3pResponse> responses(String requestId) {
        return responses().stream()
                .filter(it -> it.requestId().equals(requestId))
                .toList();
    }

    /** The documents of a subscription that stands in this dialog, that of its 200 first. */
    Roster roster() {
        Roster roster = new Roster();
        if (isRoster(accepted)) {
            roster.take(House.document(accepted.body().bytes()));
        }
        heard().stream()
                .filter(Line::isRoster)
                .forEach(it -> roster.take(House.document(it.body().bytes())));
        return roster;
    }

    private static boolean isRoster(SipMessage message) {
        return message.body()
                .contentType()
                .filter("application/conference-info+xml"::equals)
                .isPresent();
    }

    /** Goes. */
    SipResponse bye() {
        return ask("BYE");
    }
}
