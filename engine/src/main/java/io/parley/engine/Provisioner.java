package io.parley.engine;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.Reason;
import io.parley.c3p.provisioning.Decided;
import io.parley.c3p.provisioning.FactoryCommands;
import io.parley.c3p.provisioning.FactoryRules;
import io.parley.c3p.provisioning.FactorySituation;
import io.parley.c3p.provisioning.Organizer;
import io.parley.c3p.provisioning.ProvisioningSettings;
import io.parley.ccmp.Limits;
import io.parley.focus.AuthMethod;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.participation.Caller;
import io.parley.participation.FocusSettings;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.OutPorts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Focus Factory: each command is one transaction of the store (MS-CONFPRO). It serves the organizer alone, who is whoever sends the command
 * to his own factory and has proved to be a user of our domain.
 */
final class Provisioner {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

    private final OutPorts ports;
    private final Identities identities;
    private final FocusSettings focus;
    private final ProvisioningSettings settings;
    private final Limits limits;
    private final Sealing sealing;
    private final FactoryAnswers answers = new FactoryAnswers();

    Provisioner(
            OutPorts ports,
            Identities identities,
            FocusSettings focus,
            ProvisioningSettings settings,
            Limits limits,
            Sealing sealing) {
        this.ports = ports;
        this.identities = identities;
        this.focus = focus;
        this.settings = settings;
        this.limits = limits;
        this.sealing = sealing;
    }

    C3pResponse provision(Signaller sender, String call, C3pRequest request) {
        try {
            Optional<Organizer> organizer = organizer(sender, request);
            if (organizer.isEmpty()) {
                return C3pResponse.failure(request, Reason.UNAUTHORIZED);
            }
            FactoryAnswers.Key key = new FactoryAnswers.Key(
                    organizer.get().id(),
                    call,
                    request.requestId(),
                    request.command().name());
            return answers.once(key, () -> execute(organizer.get(), request));
        } catch (RuntimeException fault) {
            String incident = UUID.randomUUID().toString();
            LOG.error("incident {}: {} failed", incident, request.command().name(), new Wordless(fault));
            return C3pResponse.failure(request, Reason.OTHER_FAILURE)
                    .saying("the server is at fault; incident " + incident);
        }
    }

    private Optional<Organizer> organizer(Signaller sender, C3pRequest request) {
        SipUri address = sender.uri().addressOfRecord();
        return identities
                .caller(sender)
                .filter(Caller::authenticated)
                .filter(caller -> caller.method() == AuthMethod.ENTERPRISE)
                .filter(caller -> isAddress(request.from(), address) && isAddress(request.to(), address))
                .map(caller -> new Organizer(address, caller.user()));
    }

    private boolean isAddress(SipUri uri, SipUri address) {
        return uri.addressOfRecord().isEquivalentTo(address, focus.domain());
    }

    private C3pResponse execute(Organizer organizer, C3pRequest request) {
        Instant now = ports.clock().instant();
        FactoryRules rules = new FactoryRules(settings, focus, limits, types(), sealing.certificate());
        // The work may run again; an envelope is opened once.
        Map<String, Optional<String>> opened = new HashMap<>();
        Function<String, Optional<String>> opening = envelope -> opened.computeIfAbsent(envelope, sealing::open);
        Decided decided = ports.store()
                .transact(snapshot -> FactoryCommands.decide(
                        request, new FactorySituation(organizer, snapshot, rules, opening, ports.ids(), now)));
        return decided.secrets().isPresent()
                        && request.command() instanceof GetConference get
                        && get.certificate().isPresent()
                ? sealing.seal(decided.secrets().get(), get.certificate().get())
                        .map(secrets -> secrets.in(decided.response()))
                        .orElseGet(
                                () -> C3pResponse.failure(request, Reason.INVALID_ENCRYPTION_KEY, new Answer.Nothing()))
                : decided.response();
    }

    /** The types that there are; a gateway that tells of none has those of which conferences are made as a rule. */
    private List<McuType> types() {
        List<McuType> types = ports.mcus().types();
        return types.isEmpty() ? focus.mcus() : types;
    }
}
