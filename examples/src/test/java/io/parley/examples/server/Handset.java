package io.parley.examples.server;

import io.parley.sip.authentication.Credentials;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientCertificates;
import io.parley.sip.stack.JainSipStack;
import io.parley.sip.stack.JainSipStackBuilder;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ResponseListener;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.SipHandler;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** A SIP user agent of a test, on sockets: it sends what it is told, answers challenges if it can, and 200 to what it is asked. */
final class Handset implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int PATIENCE_SECONDS = 20;

    /**
     * A request that came.
     *
     * @param request what
     * @param peer by what way
     */
    record Heard(SipRequest request, Peer peer) {}

    private final String who;
    private final JainSipStack stack;
    private final Target server;
    private final String contact;
    private final String call = "call-" + NUMBERS.incrementAndGet() + "@handset.invalid";
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private Credentials credentials = Credentials.NONE;
    private int calls;

    private Handset(
            String who, Transport transport, String scheme, String address, UnaryOperator<JainSipStackBuilder> keys) {
        this.who = who;
        this.stack = keys.apply(JainSipStack.builder(new Ears())
                        .udp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)))
                .build();
        this.server = Target.of(transport, HostAndPort.parse(address).address());
        this.contact = scheme + ":handset@" + clear() + ";transport="
                + transport.name().toLowerCase(Locale.ROOT) + ";ob";
    }

    private static Handset encrypted(String who, String scheme, String address, SSLContext context) {
        return new Handset(
                who, Transport.TLS, scheme, address, stack -> stack.keys(() -> context, ClientCertificates.NONE));
    }

    /** One of {@code who} that speaks by TCP to {@code address}. */
    static Handset byTcp(String who, String address) {
        return new Handset(who, Transport.TCP, "sip", address, UnaryOperator.identity());
    }

    /** One of {@code who} that speaks by TLS to {@code address}, with the keys and the trust of {@code context}. */
    static Handset byTls(String who, String address, SSLContext context) {
        return encrypted(who, "sip", address, context);
    }

    /** Likewise, and insists that all of the way is TLS. */
    static Handset bySips(String who, String address, SSLContext context) {
        return encrypted(who, "sips", address, context);
    }

    /** From now on challenges are answered so. */
    Handset with(Credentials other) {
        credentials = other;
        return this;
    }

    /** Where it listens in clear. */
    String clear() {
        return "127.0.0.1:" + stack.listening(Transport.UDP).orElseThrow().getPort();
    }

    /** A request outside of dialogs to {@code uri}. */
    SipRequest request(String method, String uri) {
        calls++;
        return SipRequest.of(method, uri)
                .with("From", "<" + who + ">;tag=t" + calls)
                .with("To", "<" + uri + ">")
                .with("Call-ID", calls + "-" + call)
                .with("CSeq", "1 " + method)
                .with("Contact", "<" + contact + ">");
    }

    /** INVITE to {@code conference} with {@code addUser}. */
    SipRequest invite(String conference) {
        String plain = who.replaceFirst("^sips:", "sip:");
        String focus = conference.replaceFirst("^sips:", "sip:");
        return request("INVITE", conference)
                .with(command(
                        plain,
                        focus,
                        "<addUser><conferenceKeys confEntity='" + focus + "'/><ci:user entity='" + plain
                                + "'><ci:roles><ci:entry>attendee</ci:entry></ci:roles>"
                                + "<ci:endpoint entity='{handset}'/></ci:user></addUser>"));
    }

    /** SUBSCRIBE to {@code conference}. */
    SipRequest subscribe(String conference) {
        return request("SUBSCRIBE", conference)
                .with("Event", "conference")
                .with("Accept", "application/conference-info+xml")
                .with("Expires", "3600");
    }

    static SipBody command(String from, String to, String command) {
        return SipBody.of(
                "application/cccp+xml",
                "<request xmlns='urn:ietf:params:xml:ns:cccp' xmlns:ci='urn:ietf:params:xml:ns:conference-info'"
                        + " xmlns:msci='http://schemas.microsoft.com/rtc/2005/08/confinfoextensions'"
                        + " C3PVersion='1' requestId='1' from='" + from + "' to='" + to + "'>" + command
                        + "</request>");
    }

    /** Sends {@code request}, again with a proof if it is challenged and has one, and gives the final response; ACK goes out by itself. */
    SipResponse ask(SipRequest request) {
        SipResponse response = askOnce(request);
        Optional<SipHeaders.Field> proof = response.status() == 401 || response.status() == 407
                ? credentials.answer(request, response)
                : Optional.empty();
        return proof.map(field -> askOnce(next(request, request.method()).with(field.name(), field.value())))
                .orElse(response);
    }

    private static SipRequest next(SipRequest request, String method) {
        int number = Integer.parseInt(request.header("CSeq").orElseThrow().split(" ", -1)[0]);
        return request.with("CSeq", number + 1 + " " + method);
    }

    /** Sends {@code request}, and gives the final response whatever it is. */
    SipResponse askOnce(SipRequest request) {
        CompletableFuture<SipResponse> answer = new CompletableFuture<>();
        stack.send(request, server, new ResponseListener() {
            @Override
            public void responded(SipResponse response, Peer peer) {
                if (!response.isProvisional()) {
                    if (request.method().equals("INVITE") && response.isSuccess()) {
                        acknowledge(request, response);
                    }
                    answer.complete(response);
                }
            }

            @Override
            public void failed(Failure failure) {
                answer.complete(SipResponse.of(failure == Failure.TIMEOUT ? 408 : 503, "Nobody"));
            }
        });
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void acknowledge(SipRequest invite, SipResponse accepted) {
        String number = invite.header("CSeq").orElseThrow().replace("INVITE", "ACK");
        stack.sendOnce(within(invite, accepted, "ACK").with("CSeq", number), server);
    }

    /** A request within the dialog that {@code accepted} has begun as the answer to {@code first}. */
    SipRequest within(SipRequest first, SipResponse accepted, String method) {
        String target =
                accepted.header("Contact").orElseThrow().replaceFirst(".*<", "").replaceFirst(">.*", "");
        return SipRequest.of(method, target)
                .with("From", first.header("From").orElseThrow())
                .with("To", accepted.header("To").orElseThrow())
                .with("Call-ID", first.header("Call-ID").orElseThrow())
                .with("CSeq", "7 " + method)
                .with("Contact", "<" + contact + ">");
    }

    /** The next request that comes. */
    Heard next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing came"));
    }

    /** Whether nothing has come. */
    boolean heardNothing() {
        return heard.isEmpty();
    }

    @Override
    public void close() {
        stack.close();
    }

    /** Notes what comes. */
    private final class Ears implements SipHandler {
        @Override
        public void received(ServerTransaction transaction) {
            if (!transaction.request().method().equals("BENOTIFY")) {
                transaction.respond(SipResponse.of(200, "OK"));
            }
            heard.add(new Heard(transaction.request(), transaction.peer()));
        }

        @Override
        public void acknowledged(SipRequest ack, Peer peer) {}
    }
}
