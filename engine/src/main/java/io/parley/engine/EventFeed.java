package io.parley.engine;

import io.parley.authorization.Requester;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.WatcherView;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.ports.in.ConferenceEvents;
import io.parley.ports.out.OutPorts;
import io.parley.user.RegisteredUser;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Lets users follow conferences: {@link Chronicle} knows what happened, {@link WatcherView} who sees what of it. */
final class EventFeed implements ConferenceEvents {

    private final Chronicle chronicle;
    private final WatcherView view;
    private final OutPorts ports;
    private final ConferencePasswordAttempts passwords;

    EventFeed(Chronicle chronicle, WatcherView view, OutPorts ports, ConferencePasswordAttempts passwords) {
        this.chronicle = chronicle;
        this.view = view;
        this.ports = ports;
        this.passwords = passwords;
    }

    @Override
    public Answer follow(Follow request, Runnable news) {
        Optional<RegisteredUser> user = ports.users().find(request.user());
        if (user.isEmpty()) {
            return new Refused(ResponseCode.INVALID_CONF_USER_ID, "no user is known as " + request.user());
        }
        Optional<Duration> wait = passwords.wait(request, ports.clock().instant());
        if (wait.isPresent()) {
            String reason = "too many wrong passwords: none is looked at for "
                    + (wait.get().toSeconds() + 1) + " s";
            return new Refused(ResponseCode.INVALID_CONFERENCE_PASSWORD, reason);
        }
        // Two followers may bring the same Runnable; each is one of its own.
        Runnable own = new Runnable() {
            @Override
            public void run() {
                news.run();
            }
        };
        Optional<Chronicle.Track> track = chronicle.watch(
                request.conference(),
                own,
                () -> ports.store().transact(snapshot -> Outcome.unchanged(snapshot.find(request.conference()))));
        if (track.isEmpty()) {
            return notFound(request);
        }
        boolean follows = false;
        try {
            Answer answer = admit(request, new Requester(user.get(), request.authenticated()), track.get(), own);
            follows = answer instanceof Following;
            return answer;
        } finally {
            if (!follows) {
                chronicle.leave(track.get(), own);
            }
        }
    }

    private Answer admit(Follow request, Requester requester, Chronicle.Track track, Runnable news) {
        Chronicle.Position now = chronicle.look(track, request.after());
        OptionalLong after = request.after();
        if (now.deleted() && (after.isEmpty() || after.getAsLong() >= now.sequence())) {
            return notFound(request);
        }
        if (seen(now.latest(), requester, request) instanceof WatcherView.Seen.Nothing nothing) {
            if (nothing.code() == ResponseCode.INVALID_CONFERENCE_PASSWORD) {
                passwords.wrong(request, ports.clock().instant());
            }
            return new Refused(nothing.code(), nothing.reason());
        }
        return new Follower(chronicle, track, this, request, news);
    }

    /** Who follows by {@code request}, if he is still known. */
    Optional<Requester> requester(Follow request) {
        return ports.users().registered(request.user()).map(user -> new Requester(user, request.authenticated()));
    }

    /** What {@code requester} sees of {@code state}; what else he sees of other conferences is as it stands now. */
    WatcherView.Seen seen(Conference state, Requester requester, Follow request) {
        return ports.store()
                .transact(snapshot ->
                        Outcome.unchanged(view.of(snapshot, state, requester, request.conferencePassword())));
    }

    private static Refused notFound(Follow request) {
        return new Refused(ResponseCode.OBJECT_NOT_FOUND, "there is no such object here: " + request.conference());
    }
}
