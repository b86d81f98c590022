package io.parley.engine;

import io.parley.ccmp.WatcherView;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.participation.Caller;
import io.parley.participation.Refusal;
import io.parley.ports.in.ConferenceWatching;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.OutPorts;
import io.parley.privacy.Sights;
import io.parley.subscription.Audience;
import io.parley.subscription.Composer;
import io.parley.subscription.CopyState;
import io.parley.subscription.Profile;
import io.parley.subscription.WatchState;
import io.parley.subscription.Watched;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets people watch conferences. A watcher is told when there may be something new, and fetches it when it suits him: what comes between is one
 * document then, and the last state is never lost.
 */
final class RosterFeed implements ConferenceWatching, ChangeListener {

    private final OutPorts ports;
    private final FocusEngine focus;
    private final Identities identities;
    private final Composer composer;
    private final ComposedDocuments documents;
    private final WatcherView view;
    private final Map<XconUri, Set<Watch>> watches = new ConcurrentHashMap<>();

    RosterFeed(OutPorts ports, FocusEngine focus, Identities identities, Sights sights) {
        this.ports = ports;
        this.focus = focus;
        this.identities = identities;
        this.composer = new Composer(sights);
        this.documents = new ComposedDocuments(composer);
        this.view = new WatcherView(sights);
    }

    @Override
    public Answer watch(Watcher watcher, SipUri uri, Runnable news) {
        Optional<Conference> conference = focus.find(uri);
        if (conference.isEmpty()) {
            return refused(Refusal.Kind.NO_CONFERENCE, "there is no conference " + uri);
        }
        Optional<Caller> caller = caller(watcher, conference.get());
        if (caller.isEmpty()) {
            return refused(Refusal.Kind.FORBIDDEN, watcher.caller().uri() + " may not watch " + uri);
        }
        Watch watch = new Watch(conference.get().id(), watcher, caller.get(), news);
        watches.computeIfAbsent(watch.conference, any -> ConcurrentHashMap.newKeySet())
                .add(watch);
        return watch;
    }

    /** Who watches, if he may. Who is not in the conference has to prove who he is, and is registered when he may and not before. */
    private Optional<Caller> caller(Watcher watcher, Conference conference) {
        Optional<DialogId> dialog = watcher.dialog();
        if (dialog.isPresent()) {
            return identities
                    .caller(watcher.caller())
                    .filter(caller ->
                            isIn(conference, dialog.get(), caller) && mayWatch(conference, caller, watcher.format()));
        }
        return watcher.format() == Format.C3P
                ? Optional.empty()
                : identities
                        .visitor(watcher.caller())
                        .filter(caller -> caller.authenticated() && mayWatch(conference, caller, watcher.format()))
                        .flatMap(permitted -> identities.caller(watcher.caller()));
    }

    private static boolean isIn(Conference conference, DialogId dialog, Caller caller) {
        return FocusEngine.instance(conference)
                .flatMap(instance -> instance.of(dialog))
                .filter(participant -> participant.id().equals(caller.id()))
                .isPresent();
    }

    private boolean mayWatch(Conference conference, Caller caller, Format format) {
        return ports.store()
                .transact(snapshot -> Outcome.unchanged(mayWatch(Watched.in(snapshot, conference), caller, format)));
    }

    /** The data model tells more than a roster does: what CCMP does not show him without a password is not for him. */
    private boolean mayWatch(Watched state, Caller caller, Format format) {
        return state.refusal(composer.sights().policy(), caller.requester()).isEmpty()
                && (!format.isXcon() || view.shows(state, caller.requester()));
    }

    @Override
    public long composed() {
        return documents.made();
    }

    private static Refused refused(Refusal.Kind kind, String reason) {
        return new Refused(new Refusal(kind, reason));
    }

    /** The number of the last document that whoever has {@code dialog} was told; empty if he does not watch. */
    OptionalLong version(XconUri conference, DialogId dialog) {
        return watches.getOrDefault(conference, Set.of()).stream()
                .filter(watch -> watch.dialog.filter(dialog::equals).isPresent())
                .mapToLong(watch -> watch.telling.version())
                .filter(version -> version > 0)
                .max();
    }

    /** Whoever takes part in a sidebar by reference is told of it by the main conference, which does not change when he comes. */
    @Override
    public void changed(Change change) {
        boolean over = isOver(change);
        watches.getOrDefault(change.conference(), Set.of()).forEach(watch -> watch.changed(over));
        change.after()
                .or(change::before)
                .filter(conference -> conference.kind() == Kind.SIDEBAR_BY_REFERENCE)
                .flatMap(Conference::parent)
                .ifPresent(main -> watches.getOrDefault(main, Set.of()).forEach(watch -> watch.changed(false)));
    }

    /** Whoever follows a meeting follows it to its end (RFC 4575 section 3.3), though its conference may be there for another. */
    private static boolean isOver(Change change) {
        boolean was = change.before().filter(before -> before.info().isActive()).isPresent();
        boolean is = change.after().filter(after -> after.info().isActive()).isPresent();
        return change.after().isEmpty() || was && !is;
    }

    /**
     * What a look at the conference shows somebody.
     *
     * @param step what he is told; empty if the look shows nothing
     * @param shown the state of which he is told
     * @param end why it was the last look
     */
    private record Look(
            Optional<Telling.Step> step, Optional<Watched> shown, Optional<ConferenceWatching.Watching.End> end) {}

    /** One watcher. */
    private final class Watch implements Watching {
        private final XconUri conference;
        private final Optional<DialogId> dialog;
        private final Caller caller;
        private final Runnable news;
        private final Format format;
        private final Profile profile;
        private volatile Telling telling;
        private Optional<Watched> known = Optional.empty();
        private volatile Optional<End> end = Optional.empty();
        private boolean all;
        private boolean over;

        private Watch(XconUri conference, Watcher watcher, Caller caller, Runnable news) {
            this.conference = conference;
            this.dialog = watcher.dialog();
            this.caller = caller;
            this.news = news;
            this.format = watcher.format();
            this.profile = switch (format) {
                case C3P -> Profile.C3P;
                case RFC4575 -> Profile.PLAIN;
                case XCON, XCON_DIFFS -> Profile.XCON;
            };
            CopyState.Demand demand = format == Format.XCON ? CopyState.Demand.WHOLE : CopyState.Demand.DIFFS;
            this.telling = format.isXcon()
                    ? new Telling.OfModel(documents, demand, CopyState.NEW)
                    : new Telling.OfRoster(documents, WatchState.NEW);
        }

        private void changed(boolean isOver) {
            if (isOver && profile != Profile.C3P) {
                end = Optional.of(End.CONFERENCE_OVER);
            }
            news.run();
        }

        @Override
        public synchronized Optional<Told> next() {
            if (end.isPresent()) {
                return last();
            }
            Look look = ports.store().transact(snapshot -> Outcome.unchanged(look(snapshot)));
            documents.trim();
            end = look.end();
            look.step().ifPresent(taken -> {
                telling = taken.after();
                known = look.shown();
                all = false;
            });
            if (look.shown().flatMap(Watched::since).isPresent()) {
                news.run(); // that those are gone is the next that he is told
            }
            return look.step().flatMap(Telling.Step::told);
        }

        /** What he is told of a conference that is no more: once, and only if he knows of it. */
        private Optional<Told> last() {
            Optional<Told> told =
                    over || end.filter(End.CONFERENCE_OVER::equals).isEmpty() ? Optional.empty() : telling.last();
            over = true;
            return told;
        }

        private Look look(Snapshot snapshot) {
            Optional<Watched> now =
                    snapshot.find(conference).filter(this::concerns).map(found -> Watched.in(snapshot, found));
            if (now.filter(watched -> !mayWatch(watched, caller, format)).isPresent()) {
                return new Look(Optional.empty(), Optional.empty(), Optional.of(End.NOT_PERMITTED));
            }
            return now.map(watched -> look(watched, audience(snapshot, watched)))
                    .orElseGet(() -> new Look(Optional.empty(), Optional.empty(), end));
        }

        /** Who follows how people leave is told of that first, and then that they are gone: the one is never lost in the other. */
        private Look look(Watched now, Audience audience) {
            Watched leaving = known.filter(told -> audience.followsLeaving())
                    .map(now::withWhoLeftSince)
                    .orElse(now);
            Telling.Step step = telling.next(leaving, audience, all);
            return leaving.since().isEmpty() || step.told().isPresent()
                    ? new Look(Optional.of(step), Optional.of(leaving), end)
                    : new Look(Optional.of(step.after().next(now, audience, false)), Optional.of(now), end);
        }

        /** A client of C3P is told of what its dialog is in. */
        private boolean concerns(Conference found) {
            return profile != Profile.C3P
                    || dialog.filter(id -> isIn(found, id, caller)).isPresent();
        }

        private Audience audience(Snapshot snapshot, Watched now) {
            return Audience.of(composer.sights(), snapshot, now, caller.requester(), profile);
        }

        @Override
        public Optional<End> end() {
            return end;
        }

        @Override
        public synchronized void restart() {
            all = true;
        }

        @Override
        public void close() {
            watches.computeIfPresent(conference, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
