package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An INVITE of ours (RFC 3261 section 13.2). Each tag with which a response comes is a dialog, early at first; the first of them that
 * accepts is the session, and any other is acknowledged and ended at once. All but {@link #cancel} in its turn.
 */
final class ClientInvite implements OutgoingInvite {

    private static final int ATTEMPTS = 4;

    /** Hears of a session that nobody wanted, as somebody else was first. */
    private static final SessionHandler NOBODY = new SessionHandler() {
        @Override
        public void requested(IncomingRequest request) {
            request.reject(Rejections.NOT_FOUND);
        }

        @Override
        public void ended(SessionEnd end) {}
    };

    private final UserAgent agent;
    private final Turns turns;
    private final Target target;
    private final OutgoingHandler handler;
    private final SessionTimers timers;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Runnable> acknowledgements = new HashMap<>();
    private SipRequest request;
    private Optional<ClientTransaction> transaction = Optional.empty();
    private Timers.Timer patience = Timers.Timer.NONE;
    private int attempt;
    private boolean answered;
    private boolean cancelled;

    ClientInvite(
            UserAgent agent,
            Turns turns,
            SipRequest request,
            Target target,
            OutgoingHandler handler,
            SessionTimers timers) {
        this.agent = agent;
        this.turns = turns;
        this.request = request;
        this.target = target;
        this.handler = handler;
        this.timers = timers;
    }

    @Override
    public void cancel() {
        turns.execute(() -> {
            if (!cancelled && !answered) {
                cancelled = true;
                transaction.ifPresent(ClientTransaction::cancel);
                // Who does not answer to a CANCEL, either, is given up (section 9.1).
                patience = agent.timers().after(agent.settings().patience(), turns, () -> fail(Rejections.TERMINATED));
            }
        });
    }

    void begin() {
        if (cancelled) {
            fail(Rejections.TERMINATED);
            return;
        }
        attempt++;
        request = request.with("CSeq", new CSeq(attempt, "INVITE").toString());
        int sent = attempt;
        transaction = Optional.of(agent.send(request, target, turns, (response, peer) -> {
            if (sent == attempt) {
                responded(response, peer);
            }
        }));
    }

    private void responded(SipResponse response, Peer peer) {
        if (response.isProvisional()) {
            if (response.status() > 100 && !answered) {
                tag(response).ifPresent(tag -> early(tag, response, peer));
                agent.tell(() -> handler.progressed(response));
            }
        } else if (response.isSuccess()) {
            accepted(response, peer);
        } else if (!answered) {
            refused(response);
        }
    }

    private static Optional<String> tag(SipResponse response) {
        return response.header("To").flatMap(NameAddress::parse).flatMap(NameAddress::tag);
    }

    private Session early(String tag, SipResponse response, Peer peer) {
        return sessions.computeIfAbsent(tag, unknown -> begun(response, peer, handler));
    }

    private Session begun(SipResponse response, Peer peer, SessionHandler hears) {
        Dialog dialog = Dialog.client(agent, turns, request, response, peer);
        Session session = new Session(dialog, hears, timers, true);
        dialog.usages().begin(session);
        return session;
    }

    private void accepted(SipResponse response, Peer peer) {
        String tag = tag(response).orElse("");
        Runnable acknowledged = acknowledgements.get(tag);
        if (acknowledged != null) {
            acknowledged.run();
            return;
        }
        boolean first = !answered;
        answered = true;
        patience.cancel();
        Session session = first ? early(tag, response, peer) : begun(response, peer, NOBODY);
        session.dialog().confirmed(request, response, peer);
        SipBody answer = first ? answer(session, response) : SipBody.NONE;
        SipRequest ack = session.dialog()
                .acknowledgement(CSeq.of(request).map(CSeq::number).orElse(0L), answer);
        Runnable acknowledge = () -> session.dialog().acknowledge(ack);
        acknowledgements.put(tag, acknowledge);
        acknowledge.run();
        if (first) {
            forgetOthers(tag);
        }
        session.accepted(request, answer, response);
        if (!first || cancelled) {
            session.end();
        }
    }

    private SipBody answer(Session session, SipResponse response) {
        SipBody[] body = {SipBody.NONE};
        agent.tell(() -> body[0] = handler.answered(session, response));
        return body[0];
    }

    private void refused(SipResponse response) {
        Optional<SipRequest> better = cancelled || attempt >= ATTEMPTS ? Optional.empty() : improved(response);
        forgetOthers("");
        if (better.isPresent()) {
            request = better.get();
            begin();
        } else {
            fail(response);
        }
    }

    private Optional<SipRequest> improved(SipResponse response) {
        if (response.status() == 422 && Headers.seconds(response, "Min-SE").isPresent()) {
            // A new call as far as dialogs go, with a tag of its own (erratum 1681 of RFC 4028).
            long least = Math.max(
                    Math.max(
                            SessionTimers.FLOOR.toSeconds(),
                            Headers.seconds(request, "Min-SE").orElse(0)),
                    Headers.seconds(response, "Min-SE").getAsLong());
            long interval =
                    Math.max(least, Headers.seconds(request, "Session-Expires").orElse(0));
            NameAddress from = Headers.address(request, "From").with("tag", agent.freshTag());
            return Optional.of(request.with("Session-Expires", Long.toString(interval))
                    .with("Min-SE", Long.toString(least))
                    .with("From", from.toString()));
        }
        return agent.credentials(request, response).map(it -> request.with(it.name(), it.value()));
    }

    private void fail(SipResponse response) {
        if (!answered) {
            answered = true;
            patience.cancel();
            forgetOthers("");
            agent.tell(() -> handler.failed(response));
        }
    }

    /** The early dialogs end without a word. */
    private void forgetOthers(String kept) {
        sessions.entrySet().removeIf(entry -> {
            boolean other = !entry.getKey().equals(kept);
            if (other) {
                entry.getValue().abandon();
            }
            return other;
        });
    }
}
