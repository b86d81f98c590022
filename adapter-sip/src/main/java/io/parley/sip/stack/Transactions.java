package io.parley.sip.stack;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.PeerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings together what comes from the network, JAIN's transaction layer, and the transactions at either end of it. */
final class Transactions implements TransactionLayer.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final TransactionLayer layer;
    private final StackObserver observer;
    private final Lanes lanes;
    private final ServerTransactions servers;
    private final ClientTransactions clients;

    Transactions(StackSettings settings, ScheduledExecutorService scheduler) {
        this.observer = settings.observer();
        this.lanes = new Lanes(settings.executor(), settings.bounds().waiting());
        try {
            this.layer = new TransactionLayer(
                    new JainTimer(scheduler, settings.times().t1()), this);
        } catch (PeerUnavailableException refused) {
            throw new IllegalStateException("the JAIN stack refuses its properties", refused);
        }
        Aftermath aftermath = new Aftermath(scheduler, settings.times());
        this.servers = new ServerTransactions(settings, layer, lanes, aftermath);
        this.clients = new ClientTransactions(layer, lanes, aftermath);
    }

    ClientTransactions clients() {
        return clients;
    }

    Occupancy occupancy(int connections) {
        return new Occupancy(connections, servers.count(), clients.count(), lanes.waiting());
    }

    /** Something was read from the network. */
    void received(Reading reading, Flow flow) {
        if (reading instanceof Reading.Refused refused) {
            refuse(refused, flow);
        } else if (reading instanceof Reading.Read read) {
            SipMessage message = read.message();
            if (message instanceof SipRequest request) {
                received(request, flow);
            } else if (message instanceof SipResponse response) {
                received(response, flow);
            }
        }
    }

    private void refuse(Reading.Refused refused, Flow flow) {
        observer.messageMalformed(flow.peer().transport());
        LOG.debug("From {}: {}", flow.peer().address(), refused.reason());
        if (refused.isAnswerable()) {
            SipHeaders asked = refused.headers();
            replyTo(asked, flow)
                    .ifPresent(reply -> reply.send(Asked.answer(
                            SipResponse.of(refused.status(), refused.reason()),
                            asked,
                            flow.peer().address(),
                            asked.list("Via").toString())));
        }
    }

    /** By UDP an answer needs a Via that says where to. */
    private static Optional<Flow> replyTo(SipHeaders asked, Flow flow) {
        try {
            Via via = JainMessages.via(asked);
            return Optional.of(flow.answering(ViaLine.replyTo(via, flow.peer().address())));
        } catch (ParseException none) {
            return flow.peer().transport().isReliable() ? Optional.of(flow) : Optional.empty();
        }
    }

    private void received(SipRequest request, Flow flow) {
        Asked asked;
        JainRequest jain;
        try {
            Via via = JainMessages.via(request.headers());
            String name = ViaLine.transactionOf(via, request.headers(), request.uri());
            Flow reply = flow.answering(ViaLine.replyTo(via, flow.peer().address()));
            asked = new Asked(request, flow.peer(), reply, name);
            jain = JainMessages.received(request, via, name, reply);
        } catch (ParseException bad) {
            String reason = Optional.ofNullable(bad.getMessage()).orElse("Bad Request");
            refuse(new Reading.Refused(400, reason, request.method(), request.headers()), flow);
            return;
        }
        servers.received(asked, jain);
    }

    private void received(SipResponse response, Flow flow) {
        try {
            clients.received(JainMessages.received(response, flow.peer()), flow);
        } catch (ParseException bad) {
            observer.messageMalformed(flow.peer().transport());
        }
    }

    @Override
    public void began(JainRequest request, SIPServerTransaction machine) {
        servers.began(request, machine);
    }

    @Override
    public void responded(JainAnswer answer) {
        clients.responded(answer);
    }

    @Override
    public void ended(SIPTransaction machine) {
        if (machine instanceof SIPServerTransaction) {
            servers.ended(machine);
        }
    }

    /** A connection has broken. */
    void closed(Flow flow) {
        clients.closed(flow);
    }

    /** Nobody hears of anything any more. */
    void close() {
        servers.close();
        clients.close();
    }
}
