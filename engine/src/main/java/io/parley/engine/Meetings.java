package io.parley.engine;

import io.parley.authorization.Requester;
import io.parley.ccmp.WatcherView;
import io.parley.ccmp.WatcherView.Seen;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.ConferenceUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.ports.in.MeetingDirectory;
import io.parley.ports.out.OutPorts;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.RegisteredUser;
import io.parley.user.User;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Join URLs looked up. Of what is behind one a stranger learns what a {@code retrieve} would show him who proves nothing. */
final class Meetings implements MeetingDirectory {

    /** What a user has for a name both in a SIP URI and in an XCON-URI. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~+=-]+");

    /** Conference ids hold no dot, lest two URIs name one conference object. */
    private static final Pattern CONFERENCE_ID = Pattern.compile("[A-Za-z0-9_~-]+");

    private static final Requester STRANGER =
            new Requester(RegisteredUser.of(XconUserId.of("anonymous", "anonymous.invalid")), false);

    private final OutPorts ports;
    private final FocusEngine focus;
    private final WatcherView view;
    private final String domain;

    Meetings(OutPorts ports, FocusEngine focus, WatcherView view, String domain) {
        this.ports = ports;
        this.focus = focus;
        this.view = view;
        this.domain = domain;
    }

    @Override
    public Optional<Meeting> find(String organizer, String conferenceId) {
        if (!NAME.matcher(organizer).matches()
                || !CONFERENCE_ID.matcher(conferenceId).matches()) {
            return Optional.empty();
        }
        SipUri named = ConferenceUri.ofFactory(SipUri.of("sip:" + organizer + "@" + domain), conferenceId);
        Optional<Conference> there = focus.find(named).or(() -> madeByCcmp(organizer, conferenceId));
        return Optional.of(there.map(this::meeting).orElseGet(() -> new Meeting(named, OptionalInt.empty())));
    }

    private Optional<Conference> madeByCcmp(String owner, String objectId) {
        XconUri id = XconUri.of(objectId, domain);
        return ports.store()
                .transact(snapshot -> Outcome.unchanged(snapshot.find(id)))
                .filter(found -> found.kind().isConference() && found.isOwnedBy(XconUserId.of(owner, domain)));
    }

    private Meeting meeting(Conference conference) {
        return new Meeting(
                focus.focus(conference).provisioning().uri(),
                ports.store()
                        .transact(snapshot -> Outcome.unchanged(snapshot.find(conference.id())
                                .map(now -> connected(snapshot, now))
                                .orElse(OptionalInt.empty()))));
    }

    private OptionalInt connected(Snapshot snapshot, Conference conference) {
        if (!(view.of(snapshot, conference, STRANGER, Optional.empty()) instanceof Seen.Of seen)) {
            return OptionalInt.empty();
        }
        int count = 0;
        Optional<Element> users = seen.document().child(Info.USERS);
        if (users.isPresent()) {
            for (Element user : users.get().children(Info.USER)) {
                if (isConnected(user)) {
                    count++;
                }
            }
        }
        return OptionalInt.of(count);
    }

    private static boolean isConnected(Element user) {
        return new User(user)
                .endpoints().stream()
                        .map(Endpoint::status)
                        .anyMatch(status ->
                                status.filter(EndpointStatus.CONNECTED::equals).isPresent());
    }
}
