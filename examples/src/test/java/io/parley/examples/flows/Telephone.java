package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.IncomingSubscribe;
import io.parley.sip.dialog.OutgoingInvite;
import io.parley.sip.dialog.RequestHandler;
import io.parley.sip.dialog.SubscriberHandler;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.network.InMemoryNetwork;
import io.parley.sip.network.Traffic;
import io.parley.sip.stack.Target;
import io.parley.sip.stack.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A phone that keeps the rules: it knows RFC 3261, REFER and Replaces (RFC 4579 section 3), and nothing of C3P. */
final class Telephone implements RequestHandler {

    static final SipBody OFFER = SipBody.of(
            "application/sdp",
            "v=0\r\no=- 7 3 IN IP4 10.0.2.1\r\ns=-\r\nc=IN IP4 10.0.2.1\r\nt=0 0\r\n"
                    + "m=message 5060 sip null\r\na=accept-types:text/plain\r\n");

    final String who;

    /** Where this very phone is reached. */
    final String uri;

    /** The calls to it that were not answered yet. */
    final List<IncomingInvite> ringing = new ArrayList<>();

    /** The calls that it has had, in order. */
    final List<Talk> talks = new ArrayList<>();

    /** The REFERs that it was sent, with what it tells of them. */
    final List<SipRequest> referrals = new ArrayList<>();

    /** What it does when it rings; it rings on otherwise. */
    private Consumer<IncomingInvite> onRing = invite -> {};

    private BiConsumer<Telephone, IncomingSubscribe> onRefer =
            (phone, refer) -> refer.reject(SipResponse.of(603, "Decline"));
    private final SipHouse house;
    private final UserAgent agent;
    private final String address;

    Telephone(SipHouse house, String who, String address) {
        this.house = house;
        this.who = who;
        this.address = address;
        this.uri = who.replaceFirst("@.*", "@") + address + ";transport=tcp";
        this.agent = UserAgent.builder(this, house.house.memory.scheduler(), Runnable::run)
                .clock(house.house.memory.clock())
                .start(handler -> house.network.open(address, handler));
    }

    /** From now on it answers when it rings. */
    Telephone picksUp() {
        onRing = this::answer;
        return this;
    }

    /** From now on it refuses when it rings. */
    Telephone refuses(int status, String reason) {
        onRing = invite -> invite.reject(SipResponse.of(status, reason));
        return this;
    }

    /** From now on it says that it is to be called somewhere else, as {@code contacts} say. */
    Telephone redirects(String... contacts) {
        return whenCalled(invite -> {
            SipResponse response = SipResponse.of(302, "Moved Temporarily");
            for (String contact : contacts) {
                response = response.and("Contact", contact);
            }
            invite.reject(response);
        });
    }

    /** From now on it does that when it rings. */
    Telephone whenCalled(Consumer<IncomingInvite> action) {
        onRing = action;
        return this;
    }

    /** From now on it does that when it is referred. */
    Telephone whenReferred(BiConsumer<Telephone, IncomingSubscribe> action) {
        onRefer = action;
        return this;
    }

    @Override
    public void invited(IncomingInvite invite) {
        ringing.add(invite);
        invite.onCancel(() -> ringing.remove(invite));
        onRing.accept(invite);
    }

    @Override
    public void subscribed(IncomingSubscribe subscribe) {
        referrals.add(subscribe.request());
        onRefer.accept(this, subscribe);
    }

    @Override
    public void requested(IncomingRequest request) {
        request.reject(SipResponse.of(405, "Method Not Allowed"));
    }

    /** Says that it rings. */
    void rings() {
        ringing.get(0).progress(SipResponse.of(180, "Ringing"));
        house.moment();
    }

    /** Answers the call that came first. */
    Talk answers() {
        answer(ringing.get(0));
        house.moment();
        return talks.get(talks.size() - 1);
    }

    void answer(IncomingInvite invite) {
        ringing.remove(invite);
        SipBody body = invite.request().body().isEmpty() ? SipBody.NONE : OFFER;
        Talk talk = new Talk(this);
        talks.add(talk);
        talk.begun(invite.accept(
                SipResponse.of(200, "OK").with("Contact", "<" + uri + ">").with(body), talk));
    }

    /** A request outside of dialogs. */
    SipRequest request(String method, String to) {
        return SipRequest.of(method, to).with("From", "<" + who + ">").with("Contact", "<" + uri + ">");
    }

    /** Calls, offering messages, and joins by that. */
    Talk calls(String to) {
        Talk talk = calls(request("INVITE", to).with(OFFER));
        assertThat(talk.response().status()).isEqualTo(200);
        return talk;
    }

    /** Sends an INVITE, whatever comes of it. */
    Talk calls(SipRequest invite) {
        Talk talk = begins(invite);
        house.moment();
        return talk;
    }

    /** Sends an INVITE, and waits for nothing. */
    Talk begins(SipRequest invite) {
        Talk talk = new Talk(this);
        talks.add(talk);
        OutgoingInvite sent = agent.invite(invite, target(), talk);
        talk.cancelledBy(sent::cancel);
        return talk;
    }

    /** Sends a REFER outside of dialogs. */
    Referred refers(SipRequest refer) {
        Referred referred = new Referred();
        agent.subscribe(refer, target(), referred);
        house.moment();
        return referred;
    }

    /** Subscribes to a conference; gives what it is told. */
    List<SipMessage> watches(String conference) {
        List<SipMessage> documents = new ArrayList<>();
        SipRequest subscribe =
                request("SUBSCRIBE", conference).with("Event", "conference").with("Expires", "3600");
        agent.subscribe(subscribe, target(), new SubscriberHandler() {
            @Override
            public void notified(SipMessage message) {
                documents.add(message);
            }

            @Override
            public void failed(SipResponse response) {
                throw new AssertionError(response);
            }

            @Override
            public void ended(SubscriptionEnd end) {}
        });
        house.moment();
        return documents;
    }

    SipRequest refer(String conference, String referTo) {
        return request("REFER", conference).with("Refer-To", "<" + referTo + ">");
    }

    SipResponse asks(SipRequest request) {
        List<SipResponse> responses = new ArrayList<>();
        agent.send(request, target(), responses::add);
        house.moment();
        return responses.get(0);
    }

    private static Target target() {
        return Target.of(Transport.TCP, InMemoryNetwork.socket(SipHouse.FOCUS));
    }

    void moment() {
        house.moment();
    }

    /** The requests that the focus has sent to it, in order. */
    List<SipRequest> heard() {
        return house.network.traffic().stream()
                .filter(it -> it.to().equals(InMemoryNetwork.socket(address)))
                .map(Traffic::message)
                .filter(SipRequest.class::isInstance)
                .map(SipRequest.class::cast)
                .toList();
    }

    List<SipRequest> heard(String method) {
        return heard().stream().filter(it -> it.method().equals(method)).toList();
    }

    /** The one INVITE that the focus has sent to it. */
    SipRequest invitation() {
        List<SipRequest> invites = heard("INVITE");
        assertThat(invites).hasSize(1);
        return invites.get(0);
    }

    List<String> methods() {
        return heard().stream().map(SipRequest::method).toList();
    }
}
