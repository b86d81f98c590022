package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.Limits;
import io.parley.codec.xml.patch.DiffCodec;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.document.Element;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * A phone that keeps a copy of a conference as RFC 6502 section 5.2 says. It insists that the focus waits for its answers, and that whatever the
 * focus sends can be applied.
 */
final class CopyPhone implements SipHandler {

    static final String ROSTER = "application/conference-info+xml";
    static final String DIFFS = LocalCopy.FULL + ", " + DiffCodec.MEDIA_TYPE;

    /** What becomes of a NOTIFY. */
    enum Manner {
        /** It is taken, and answered at once. */
        PROMPT,
        /** It is taken, and answered when the phone is told to. */
        SLOW,
        /** It is refused, and its body is not looked at. */
        REFUSING,
        /** It is lost. */
        DEAF
    }

    final String who;
    private final SipHouse house;
    private final String uri;
    private final InMemoryStack stack;
    private final List<SipRequest> heard = new ArrayList<>();
    private final Deque<ServerTransaction> unanswered = new ArrayDeque<>();
    private Supplier<Manner> manner = () -> Manner.PROMPT;
    private LocalCopy copy = LocalCopy.none(new DiffCodec(Limits.defaults()));
    private SipRequest first = SipRequest.of("SUBSCRIBE", "sip:none@example.com");
    private SipResponse accepted = SipResponse.of(481, "None");
    private final List<AssertionError> faults = new ArrayList<>();
    private int calls;
    private int number;
    private long last;

    CopyPhone(SipHouse house, String who, String address) {
        this(house, who, address, house.house.conference.toString());
    }

    /** One that is about the conference {@code uri}. */
    CopyPhone(SipHouse house, String who, String address, String uri) {
        this.house = house;
        this.uri = uri;
        this.who = who;
        this.stack = house.network.open(address, this);
    }

    /** From now on NOTIFY is answered so. */
    void is(Manner other) {
        manner = () -> other;
    }

    /** From now on each NOTIFY is answered as {@code other} says. */
    void is(Supplier<Manner> other) {
        manner = other;
    }

    @Override
    public void received(ServerTransaction transaction) {
        try {
            take(transaction);
        } catch (AssertionError fault) {
            faults.add(fault);
            throw fault;
        }
    }

    private void take(ServerTransaction transaction) {
        SipRequest notify = transaction.request();
        if (notify.header("Call-ID")
                .filter(first.header("Call-ID").orElse("")::equals)
                .isEmpty()) {
            transaction.respond(SipResponse.of(481, "Subscription Does Not Exist"));
            return;
        }
        assertThat(unanswered).as("NOTIFY before the last one was answered").isEmpty();
        Manner now = manner.get();
        if (now == Manner.DEAF) {
            return;
        }
        long sequence = Long.parseLong(notify.header("CSeq").orElseThrow().split(" ", 2)[0]);
        assertThat(sequence).isGreaterThan(last);
        last = sequence;
        heard.add(notify);
        if (now == Manner.REFUSING) {
            transaction.respond(SipResponse.of(500, "Server Internal Error"));
            return;
        }
        take(notify);
        unanswered.add(transaction);
        if (now == Manner.PROMPT) {
            answer();
        }
    }

    private void take(SipRequest notify) {
        notify.body().contentType().ifPresent(type -> {
            LocalCopy.Step step = copy.receive(type, notify.body().bytes());
            assertThat(step.refresh()).as(notify.body().text()).isEmpty();
            copy = step.copy();
        });
    }

    /** Answers what came and is not answered. */
    void answer() {
        while (!unanswered.isEmpty()) {
            unanswered.remove().respond(SipResponse.of(200, "OK"));
        }
    }

    @Override
    public void acknowledged(SipRequest ack, Peer peer) {
        throw new AssertionError("it has sent no INVITE");
    }

    /** Subscribes anew, and gives the status of the answer. */
    int subscribe(String accept, String... supported) {
        return subscribeTo(uri, accept, supported);
    }

    /** Subscribes anew to another conference, and gives the status of the answer. */
    int subscribeTo(String conference, String accept, String... supported) {
        calls++;
        number = 1;
        last = 0;
        SipRequest subscribe = SipRequest.of("SUBSCRIBE", conference)
                .with("From", "<" + who + ">;tag=c" + calls)
                .with("To", "<" + conference + ">")
                .with("Call-ID", stack.address().getHostString() + "-copy-" + calls)
                .with("CSeq", "1 SUBSCRIBE")
                .with("Contact", contact())
                .with("Event", "conference")
                .with("Expires", "3600")
                .with("Accept", accept);
        first = supported.length == 0 ? subscribe : subscribe.with("Supported", String.join(", ", supported));
        unanswered.clear();
        accepted = send(first);
        return accepted.status();
    }

    private String contact() {
        return "<" + who + ";transport=tcp;gr="
                + stack.address().getHostString().replace(".", "") + ">";
    }

    /** Refreshes the subscription, and gives the status of the answer. */
    int refresh(String expires, String... accept) {
        SipRequest refresh = SipRequest.of(
                        "SUBSCRIBE", Line.uri(accepted.header("Contact").orElseThrow()))
                .with("From", first.header("From").orElseThrow())
                .with("To", accepted.header("To").orElseThrow())
                .with("Call-ID", first.header("Call-ID").orElseThrow())
                .with("CSeq", ++number + " SUBSCRIBE")
                .with("Contact", contact())
                .with("Event", "conference")
                .with("Expires", expires);
        return send(accept.length == 0 ? refresh : refresh.with("Accept", accept[0]))
                .status();
    }

    private SipResponse send(SipRequest request) {
        List<SipResponse> responses = new ArrayList<>();
        stack.send(request, Target.of(Transport.TCP, InMemoryNetwork.socket(SipHouse.FOCUS)), new ResponseListener() {
            @Override
            public void responded(SipResponse response, Peer peer) {
                responses.add(response);
            }

            @Override
            public void failed(Failure failure) {
                throw new AssertionError(failure);
            }
        });
        house.moment();
        assertThat(responses).hasSize(1);
        return responses.get(0);
    }

    /** The conference as it knows it. */
    Element conference() {
        assertThat(faults).isEmpty();
        return copy.conference().orElseThrow(() -> new AssertionError(who + " knows nothing"));
    }

    boolean knowsNothing() {
        return copy.conference().isEmpty();
    }

    /** What the focus has sent, in order. */
    List<SipRequest> heard() {
        return List.copyOf(heard);
    }

    SipRequest last() {
        return heard.get(heard.size() - 1);
    }

    /** The types of the bodies, without what is before the plus sign and the slash; a dash for none. */
    List<String> types() {
        return heard.stream()
                .map(notify -> notify.body().contentType().orElse("-"))
                .map(type -> type.equals(DiffCodec.MEDIA_TYPE)
                        ? "diff"
                        : type.equals(LocalCopy.FULL) ? "full" : type.equals(ROSTER) ? "roster" : type)
                .toList();
    }

    String state() {
        return last().header("Subscription-State").orElseThrow();
    }
}
