package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
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
import io.parley.subscription.Profile;
import io.parley.subscription.WatchState;
import io.parley.subscription.Watched;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets participants watch their conference. A watcher is told when there may be something new, and fetches it when it suits him: what comes between
 * is one document then, and the last state is never lost.
 */
final class RosterFeed implements ConferenceWatching, ChangeListener {

    private final OutPorts ports;
    private final FocusEngine focus;
    private final Identities identities;
    private final Composer composer;
    private final ComposedDocuments documents;
    private final Map<XconUri, Set<Watch>> watches = new ConcurrentHashMap<>();

    RosterFeed(OutPorts ports, FocusEngine focus, Identities identities, Sights sights) {
        this.ports = ports;
        this.focus = focus;
        this.identities = identities;
        this.composer = new Composer(sights);
        this.documents = new ComposedDocuments(composer);
    }

    @Override
    public Answer watch(Watcher watcher, SipUri uri, Runnable news) {
        Optional<Conference> conference = focus.find(uri);
        if (conference.isEmpty()) {
            return refused(Refusal.Kind.NO_CONFERENCE, "there is no conference " + uri);
        }
        Optional<Caller> caller = identities.caller(watcher.caller());
        if (caller.isEmpty() || !isIn(conference.get(), watcher.dialog(), caller.get())) {
            return refused(Refusal.Kind.FORBIDDEN, watcher.caller().uri() + " is not in " + uri + " by a dialog");
        }
        Watch watch =
                new Watch(conference.get().id(), watcher.dialog().orElseThrow(), caller.get(), watcher.format(), news);
        watches.computeIfAbsent(watch.conference, any -> ConcurrentHashMap.newKeySet())
                .add(watch);
        return watch;
    }

    private static boolean isIn(Conference conference, Optional<DialogId> dialog, Caller caller) {
        return dialog.flatMap(id -> FocusEngine.instance(conference).flatMap(instance -> instance.of(id)))
                .filter(participant -> participant.id().equals(caller.id()))
                .isPresent();
    }

    private static Refused refused(Refusal.Kind kind, String reason) {
        return new Refused(new Refusal(kind, reason));
    }

    /** The number of the last document that whoever has {@code dialog} was told; empty if he does not watch. */
    OptionalLong version(XconUri conference, DialogId dialog) {
        return watches.getOrDefault(conference, Set.of()).stream()
                .filter(watch -> watch.dialog.equals(dialog))
                .mapToLong(watch -> watch.state.version())
                .filter(version -> version > 0)
                .max();
    }

    @Override
    public void changed(Change change) {
        watches.getOrDefault(change.conference(), Set.of()).forEach(watch -> watch.news.run());
    }

    /** One watcher. */
    private final class Watch implements Watching {
        private final XconUri conference;
        private final DialogId dialog;
        private final Caller caller;
        private final Runnable news;
        private final Profile profile;
        private volatile WatchState state = WatchState.NEW;
        private boolean all;

        private Watch(XconUri conference, DialogId dialog, Caller caller, Format format, Runnable news) {
            this.conference = conference;
            this.dialog = dialog;
            this.caller = caller;
            this.news = news;
            this.profile = format == Format.C3P ? Profile.C3P : Profile.PLAIN;
        }

        @Override
        public synchronized Optional<Element> next() {
            Optional<WatchState.Step> step = ports.store()
                    .transact(snapshot -> Outcome.unchanged(snapshot.find(conference)
                            .filter(now -> isIn(now, Optional.of(dialog), caller))
                            .map(now -> Watched.in(snapshot, now))
                            .map(now -> state.next(now, audience(now), all, documents::of))));
            documents.trim();
            step.ifPresent(taken -> {
                state = taken.after();
                all = false;
            });
            return step.flatMap(WatchState.Step::document);
        }

        private Audience audience(Watched now) {
            return Audience.of(composer.sights(), now, caller.requester(), profile);
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
