package io.parley.engine;

import io.parley.authorization.AccessPolicy;
import io.parley.c3p.provisioning.ProvisioningSettings;
import io.parley.ccmp.Dispatcher;
import io.parley.ccmp.Limits;
import io.parley.ccmp.WatcherView;
import io.parley.participation.Foci;
import io.parley.participation.FocusSettings;
import io.parley.ports.in.C3pService;
import io.parley.ports.in.ConferenceWatching;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.MeetingDirectory;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.Envelopes;
import io.parley.ports.out.OutPorts;
import io.parley.ports.out.Scheduler;
import io.parley.privacy.Sights;
import io.parley.schedule.Schedules;
import java.util.List;
import java.util.Optional;

/**
 * What foci are made of, put together.
 *
 * @param focus all that transports and MCUs ask
 * @param c3p commands
 * @param watching documents
 * @param meetings join URLs
 * @param targets who has the targets called
 * @param listeners what has to hear of all changes, in this order
 */
record FocusServices(
        FocusService focus,
        C3pService c3p,
        ConferenceWatching watching,
        MeetingDirectory meetings,
        CallTargets targets,
        List<ChangeListener> listeners) {

    /**
     * By what it is decided who may do what, and when.
     *
     * @param policy permits and refuses
     * @param sights who sees what
     * @param schedules when conferences take place
     * @param limits how much there may be
     * @param dispatcher what CCMP makes of requests
     */
    record Rules(AccessPolicy policy, Sights sights, Schedules schedules, Limits limits, Dispatcher dispatcher) {}

    static FocusServices over(
            OutPorts ports,
            FocusSettings settings,
            FocusTimes times,
            Rules rules,
            ProvisioningSettings provisioning,
            Optional<Envelopes> envelopes) {
        Foci foci = new Foci(settings);
        Identities identities = new Identities(settings.domain(), ports.users(), ports.ids());
        FocusEngine focus = new FocusEngine(
                ports, identities, foci, rules.schedules(), rules.limits().users());
        // The thread of a scheduler begins with its first use, and a system without signalling has none.
        Scheduler scheduler = (time, task) -> ports.scheduler().at(time, task);
        FocusTimers timers = new FocusTimers(
                scheduler,
                ports.clock(),
                rules.schedules(),
                times.deactivation(),
                (conference, action, work) -> focus.change(conference, action, state -> Optional.empty(), work));
        CommandLedger ledger = new CommandLedger(scheduler, ports.clock(), times.command());
        Sealing sealing = new Sealing(envelopes);
        RosterFeed feed = new RosterFeed(ports, focus, identities, rules.sights());
        C3pEngine c3p = new C3pEngine(
                ports,
                focus,
                settings,
                ledger,
                new ConferenceReader(ports, rules.sights(), feed, sealing),
                new Provisioner(ports, identities, settings, provisioning, rules.limits(), sealing));
        FocusFollower follower = new FocusFollower(ports.signalling(), ports.mcus(), timers, c3p);
        Meetings meetings = new Meetings(ports, focus, new WatcherView(rules.sights()), settings.domain());
        DialOuts dialOuts = new DialOuts(ports, focus, identities, times.redialling());
        Referrals referrals = new Referrals(ports, focus, identities, rules.schedules(), rules.policy(), dialOuts);
        FactoryCalls factory = new FactoryCalls(ports, focus, identities, rules.policy(), rules.dispatcher());
        CallTargets targets = new CallTargets(dialOuts, ports.users(), rules.schedules());
        DialFollower dialling = new DialFollower(ports.signalling(), scheduler, dialOuts, referrals);
        return new FocusServices(
                new FocusDoor(focus, dialOuts, referrals, factory),
                c3p,
                feed,
                meetings,
                targets,
                List.of(targets, follower, dialling, new McuCommands(ports.mcus()), feed, factory));
    }
}
