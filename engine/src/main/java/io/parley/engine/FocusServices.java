package io.parley.engine;

import io.parley.c3p.provisioning.ProvisioningSettings;
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
 * @param focus joining and leaving
 * @param c3p commands
 * @param watching documents
 * @param meetings join URLs
 * @param listeners what has to hear of all changes, in this order
 */
record FocusServices(
        FocusService focus,
        C3pService c3p,
        ConferenceWatching watching,
        MeetingDirectory meetings,
        List<ChangeListener> listeners) {

    static FocusServices over(
            OutPorts ports,
            FocusSettings settings,
            FocusTimes times,
            Schedules schedules,
            Sights sights,
            ProvisioningSettings provisioning,
            Limits limits,
            Optional<Envelopes> envelopes) {
        Foci foci = new Foci(settings);
        Identities identities = new Identities(settings.domain(), ports.users(), ports.ids());
        FocusEngine focus = new FocusEngine(ports, identities, foci, schedules, limits.users());
        // The thread of a scheduler begins with its first use, and a system without signalling has none.
        Scheduler scheduler = (time, task) -> ports.scheduler().at(time, task);
        FocusTimers timers = new FocusTimers(
                scheduler,
                ports.clock(),
                schedules,
                times.deactivation(),
                (conference, action, work) -> focus.change(conference, action, state -> Optional.empty(), work));
        CommandLedger ledger = new CommandLedger(scheduler, ports.clock(), times.command());
        Sealing sealing = new Sealing(envelopes);
        RosterFeed feed = new RosterFeed(ports, focus, identities, sights);
        C3pEngine c3p = new C3pEngine(
                ports,
                focus,
                settings,
                ledger,
                new ConferenceReader(ports, sights, feed, sealing),
                new Provisioner(ports, identities, settings, provisioning, limits, sealing));
        FocusFollower follower = new FocusFollower(ports.signalling(), ports.mcus(), timers, c3p);
        Meetings meetings = new Meetings(ports, focus, new WatcherView(sights), settings.domain());
        return new FocusServices(focus, c3p, feed, meetings, List.of(follower, new McuCommands(ports.mcus()), feed));
    }
}
