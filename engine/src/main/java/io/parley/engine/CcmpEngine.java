package io.parley.engine;

import io.parley.ccmp.Admitted;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Dispatcher;
import io.parley.ccmp.Newcomer;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Change;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.CcmpService;
import io.parley.ports.out.OutPorts;
import io.parley.user.RegisteredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles CCMP requests: the checks that need no state, then the decision as one transaction of the store. */
final class CcmpEngine implements CcmpService {

    private static final Logger LOG = LoggerFactory.getLogger(CcmpEngine.class);

    private final Dispatcher dispatcher;
    private final OutPorts ports;
    private final ContactBook contacts;
    private final String domain;
    private final ConferencePasswordAttempts passwords = new ConferencePasswordAttempts();
    private final Optional<Duration> threshold;

    CcmpEngine(
            Dispatcher dispatcher, OutPorts ports, ContactBook contacts, String domain, Optional<Duration> threshold) {
        this.dispatcher = dispatcher;
        this.ports = ports;
        this.contacts = contacts;
        this.domain = domain;
        this.threshold = threshold;
    }

    /** What is remembered of wrong passwords of conferences. */
    ConferencePasswordAttempts passwords() {
        return passwords;
    }

    @Override
    public CcmpResponse handle(CcmpRequest request) {
        Instant deadline = threshold.map(ports.clock().instant()::plus).orElse(Instant.MAX);
        try {
            Dispatcher.Arrived arrived =
                    dispatcher.arrive(request, ports.authenticator()::authenticate, ports.users()::find);
            return arrived instanceof Dispatcher.Arrived.In in
                    ? watched(in.request(), deadline)
                    : ((Dispatcher.Arrived.Refused) arrived).response();
        } catch (RuntimeException fault) {
            // The transaction has not committed: what the store, a port or the core throws leaves everything as it was.
            String incident = UUID.randomUUID().toString();
            // Neither what the sender wrote nor who he is: the one may be a secret, the other anonymous.
            LOG.error("incident {}: {} failed", incident, request.action(), new Wordless(fault));
            return CcmpResponse.to(
                    request, ResponseCode.SERVER_INTERNAL_ERROR, "the server is at fault; incident " + incident);
        }
    }

    private CcmpResponse watched(Admitted admitted, Instant deadline) {
        Optional<CcmpResponse> refusal =
                passwords.refusal(admitted, ports.clock().instant());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        CcmpResponse response = handle(admitted, deadline);
        passwords.remember(admitted, response, ports.clock().instant());
        return response;
    }

    private CcmpResponse handle(Admitted admitted, Instant deadline) {
        if (admitted.newcomer().isEmpty()) {
            return decide(admitted, Optional.empty(), deadline);
        }
        Newcomer newcomer = admitted.newcomer().get();
        Optional<RegisteredUser> known = admitted.provedNewcomer().or(() -> known(newcomer));
        if (known.isPresent()) {
            return decide(admitted, known, deadline);
        }
        // An identifier is bound to the contacts only when the request would succeed, and before it does: two requests
        // with the
        // same new contact at the same moment get the one that was bound first.
        XconUserId proposed = XconUserId.of(ports.ids().token(), domain);
        RegisteredUser stranger =
                new RegisteredUser(proposed, RegisteredUser.displayName(proposed), newcomer.contacts(), false);
        CcmpResponse trial = ports.store()
                .transact(snapshot -> Outcome.unchanged(outcome(admitted, Optional.of(stranger), snapshot, deadline)
                        .result()));
        return trial.isSuccess()
                ? decide(admitted, Optional.of(ports.users().claim(proposed, newcomer.contacts())), deadline)
                : trial;
    }

    /** If several of his contacts belong to somebody, the first in the order of contacts decides, as in a claim. */
    private Optional<RegisteredUser> known(Newcomer newcomer) {
        for (ContactUri contact : new TreeSet<>(newcomer.contacts())) {
            Optional<RegisteredUser> owner = ports.users().owner(contact);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private CcmpResponse decide(Admitted admitted, Optional<RegisteredUser> newcomer, Instant deadline) {
        // The work may run again; what its last run would store is what was stored.
        List<Change> changes = new ArrayList<>();
        CcmpResponse response = ports.store().transact(snapshot -> {
            Outcome<CcmpResponse> outcome = outcome(admitted, newcomer, snapshot, deadline);
            changes.clear();
            outcome.stored()
                    .forEach(state -> changes.add(new Change(
                            snapshot.find(state.id()),
                            Optional.of(state),
                            outcome.cause().orElseThrow())));
            return outcome;
        });
        // Listeners may hear of it later; who reads the answer may count on it that the contacts in it are known.
        changes.forEach(contacts::changed);
        return response;
    }

    /** What is decided too late is thrown away: 510 says that nothing was stored, and whatever is stored is answered otherwise. */
    private Outcome<CcmpResponse> outcome(
            Admitted admitted, Optional<RegisteredUser> newcomer, Snapshot snapshot, Instant deadline) {
        Outcome<CcmpResponse> outcome =
                dispatcher.decide(admitted, newcomer, snapshot, ports.clock().instant(), ports.ids());
        return ports.clock().instant().isAfter(deadline)
                ? Outcome.unchanged(CcmpResponse.to(
                        admitted.request(),
                        ResponseCode.REQUEST_TIMEOUT,
                        "the request could not be served within "
                                + threshold.orElseThrow().toMillis() + " ms; nothing has changed"))
                : outcome;
    }
}
