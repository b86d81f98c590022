package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
import io.parley.sip.stack.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A dialog (RFC 3261 section 12): two user agents, an order of requests in each direction, and the way they take. It lives as long as one
 * of its usages does: a session, subscriptions (RFC 6665 section 4.5.2).
 *
 * <p>What is public may be called by any number of threads at once; the rest is called in the turn of the dialog.
 */
public final class Dialog {

    private final UserAgent agent;
    private final Executor turns;
    private final DialogId id;
    private final NameAddress local;
    private final NameAddress remote;
    private final Usages usages = new Usages(this);
    private volatile Way way;
    private volatile String contact;
    private long localSequence;
    private OptionalLong remoteSequence = OptionalLong.empty();

    /** How requests reach the peer: his Contact, the proxies before him, the first of all these, and how we last heard of him. */
    private record Way(String target, List<String> routes, Optional<SipUriParts> first, Peer peer) {

        static Way of(String target, List<String> routes, Peer peer) {
            String first = routes.isEmpty() ? target : Headers.addressOf(routes.get(0));
            return new Way(target, routes, SipUriParts.of(first), peer);
        }
    }

    private Dialog(UserAgent agent, Executor turns, DialogId id, NameAddress local, NameAddress remote, Way way) {
        this.agent = agent;
        this.turns = turns;
        this.id = id;
        this.local = local;
        this.remote = remote;
        this.way = way;
        this.contact = NameAddress.of(local.uri()).toString();
    }

    /** The dialog that {@code request} begins at its server (section 12.1.1), which {@code tag} names. */
    static Dialog server(UserAgent agent, Executor turns, SipRequest request, Peer peer, String tag) {
        NameAddress to = Headers.address(request, "To").with("tag", tag);
        NameAddress from = Headers.address(request, "From");
        DialogId id =
                new DialogId(Headers.text(request, "Call-ID"), tag, from.tag().orElse(""));
        Way way = Way.of(Headers.contact(request).orElse(from.uri()), Headers.routes(request), peer);
        Dialog dialog = new Dialog(agent, turns, id, to, from, way);
        dialog.remoteSequence =
                CSeq.of(request).map(it -> OptionalLong.of(it.number())).orElse(OptionalLong.empty());
        return dialog;
    }

    /**
     * The dialog that {@code sent} begins at its client (section 12.1.2), as the {@code heard} of it tells: a response, or a NOTIFY that
     * came before (RFC 6665 section 4.4.1).
     */
    static Dialog client(UserAgent agent, Executor turns, SipRequest sent, SipMessage heard, Peer peer) {
        NameAddress from = Headers.address(sent, "From");
        NameAddress to = Headers.address(heard, heard instanceof SipResponse ? "To" : "From");
        DialogId id = new DialogId(
                Headers.text(sent, "Call-ID"), from.tag().orElse(""), to.tag().orElse(""));
        Dialog dialog = new Dialog(agent, turns, id, from, to, clientWay(sent, heard, peer));
        dialog.contactFrom(sent);
        dialog.localSequence = CSeq.of(sent).map(CSeq::number).orElse(0L);
        return dialog;
    }

    private static Way clientWay(SipRequest sent, SipMessage heard, Peer peer) {
        List<String> routes = new ArrayList<>(Headers.routes(heard));
        if (heard instanceof SipResponse) {
            Collections.reverse(routes);
        }
        return Way.of(Headers.contact(heard).orElse(sent.uri()), List.copyOf(routes), peer);
    }

    /** What identifies it. */
    public DialogId id() {
        return id;
    }

    /** Us, with our tag. */
    public NameAddress local() {
        return local;
    }

    /** The peer, with his tag. */
    public NameAddress remote() {
        return remote;
    }

    /** The URI at which the peer is reached: that of the last Contact that he sent in a request or response that refreshes it. */
    public String remoteTarget() {
        return way.target();
    }

    /** How we last heard of the peer. */
    public Peer peer() {
        return way.peer();
    }

    /** Where we want to be reached: our Contact, with its parameters. */
    public String contact() {
        return contact;
    }

    /** The session in it. */
    public Optional<Session> session() {
        return usages.session();
    }

    /** Runs {@code task} in its turn: after all that happens in the dialog at the moment. */
    public void execute(Runnable task) {
        turns.execute(task);
    }

    UserAgent agent() {
        return agent;
    }

    Executor turns() {
        return turns;
    }

    Usages usages() {
        return usages;
    }

    /** Takes over our Contact, as the room above wrote it. */
    void contactFrom(SipMessage written) {
        written.headers().list("Contact").stream().findFirst().ifPresent(it -> contact = it);
    }

    /** What a 2xx says about the way of a dialog that was early (section 13.2.2.4). */
    void confirmed(SipRequest sent, SipResponse response, Peer peer) {
        way = clientWay(sent, response, peer);
    }

    /** Takes over the Contact of a request or a 2xx that refreshes the target (section 12.2). */
    void refreshed(SipMessage message, Peer peer) {
        way = Way.of(Headers.contact(message).orElse(way.target()), way.routes(), peer);
    }

    /** He is heard of by {@code peer} from now on. */
    void reachedBy(Peer peer) {
        way = new Way(way.target(), way.routes(), way.first(), peer);
    }

    /** Whether {@code request} is in order, which it then sets (section 12.2.2). */
    boolean inOrder(SipRequest request) {
        long number = CSeq.of(request).map(CSeq::number).orElse(-1L);
        if (number < 0 || remoteSequence.isPresent() && number < remoteSequence.getAsLong()) {
            return false;
        }
        remoteSequence = OptionalLong.of(number);
        return true;
    }

    /** A request came within the dialog. */
    void received(ServerTransaction transaction) {
        usages.received(transaction);
    }

    /** Sends a request, and hands its final response to {@code answered}, in a turn; without one it is 408 or 503. */
    void send(String method, SipHeaders headers, SipBody body, Consumer<SipResponse> answered) {
        send(method, headers, body, answered, true);
    }

    private void send(
            String method, SipHeaders headers, SipBody body, Consumer<SipResponse> answered, boolean challengeable) {
        SipRequest request = request(method, ++localSequence, headers, body);
        agent.send(request, target(), turns, (response, peer) -> {
            if (response.isProvisional()) {
                return;
            }
            Optional<SipHeaders.Field> credentials =
                    challengeable ? agent.credentials(request, response) : Optional.empty();
            if (credentials.isPresent()) {
                SipHeaders more =
                        headers.with(credentials.get().name(), credentials.get().value());
                send(method, more, body, answered, false);
            } else {
                answered.accept(response);
            }
        });
    }

    /** Sends a request that nobody answers: BENOTIFY. */
    void sendOnce(String method, SipHeaders headers, SipBody body) {
        agent.stack().sendOnce(request(method, ++localSequence, headers, body), target());
    }

    /** {@code response} to the {@code request} that begins the dialog at its server (section 12.1.1). */
    SipResponse beginning(SipRequest request, SipResponse response) {
        SipResponse told = response.with("To", local.toString());
        for (String route : Headers.routes(request)) {
            told = told.and("Record-Route", route);
        }
        return told;
    }

    /** The ACK to a 2xx of the INVITE with that number (section 13.2.2.4). */
    SipRequest acknowledgement(long number, SipBody body) {
        return request("ACK", number, SipHeaders.NONE, body);
    }

    void acknowledge(SipRequest ack) {
        agent.stack().sendOnce(ack, target());
    }

    /** The number of the last request that was sent. */
    long localSequence() {
        return localSequence;
    }

    private SipRequest request(String method, long number, SipHeaders more, SipBody body) {
        Way now = way;
        boolean strict =
                !now.routes().isEmpty() && !Headers.isLoose(now.routes().get(0));
        String uri = strict ? Headers.addressOf(now.routes().get(0)) : now.target();
        List<SipHeaders.Field> fields = new ArrayList<>();
        for (int i = strict ? 1 : 0; i < now.routes().size(); i++) {
            fields.add(new SipHeaders.Field("Route", now.routes().get(i)));
        }
        if (strict) {
            fields.add(new SipHeaders.Field("Route", "<" + now.target() + ">"));
        }
        fields.add(new SipHeaders.Field("From", local.toString()));
        fields.add(new SipHeaders.Field("To", remote.toString()));
        fields.add(new SipHeaders.Field("Call-ID", id.callId()));
        fields.add(new SipHeaders.Field("CSeq", new CSeq(number, method).toString()));
        if (Methods.REFRESHING.contains(method)) {
            fields.add(new SipHeaders.Field("Contact", contact));
        }
        if (!method.equals("ACK")) {
            fields.add(new SipHeaders.Field("Supported", agent.settings().supportedText()));
        }
        fields.addAll(more.fields());
        return new SipRequest(method, uri, SipHeaders.of(fields), body);
    }

    private Target target() {
        Way now = way;
        return NextHop.of(now.first(), now.peer(), agent.locator());
    }

    /** What it is and who is at its ends. */
    @Override
    public String toString() {
        return id + " of " + local.uri() + " with " + remote.uri();
    }
}
