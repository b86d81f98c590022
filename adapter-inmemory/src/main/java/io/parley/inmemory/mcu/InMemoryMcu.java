package io.parley.inmemory.mcu;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.CommandResponse;
import io.parley.c3p.MediaCommand;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.Focus;
import io.parley.mcu.McuCalls;
import io.parley.mcu.McuExecution;
import io.parley.mcu.McuState;
import io.parley.ports.in.FocusService.McuId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One MCU of one instance of a conference. Its lock is held while it decides, never while others are told. */
final class InMemoryMcu {

    private static final String ENDED = "Conference Terminated";

    private final McuId id;
    private final McuProfile profile;
    private final Reports reports;
    private final Outbox outbox = new Outbox();
    private final Map<String, MediaLeg> legs = new HashMap<>();
    private final Set<MediaLeg> kept = new HashSet<>();
    private Optional<Conference> last = Optional.empty();
    private volatile AvailableMedia media = AvailableMedia.STANDARD;
    private volatile Optional<String> title = Optional.empty();
    private McuState state;
    private long version;
    private boolean released;

    InMemoryMcu(McuId id, McuProfile profile, McuState state, Reports reports) {
        this.id = id;
        this.profile = profile;
        this.state = state;
        this.reports = reports;
    }

    /** Reports all that it has to report. */
    void reportAll() {
        synchronized (this) {
            report(state.full(++version));
        }
        outbox.tell();
    }

    void execute(C3pRequest request, Consumer<C3pResponse> responses) {
        synchronized (this) {
            McuExecution execution = request.command() instanceof AddUser addUser
                    ? addUser(request, addUser)
                    : profile.commands().execute(request, state);
            become(execution.next());
            C3pResponse response = asShown(request, execution.response());
            outbox.put(() -> responses.accept(response));
        }
        outbox.tell();
    }

    /** {@code response}, with the medium of a session as it flows after the command. */
    private C3pResponse asShown(C3pRequest request, C3pResponse response) {
        Optional<Answer> answer = response.command().map(CommandResponse::answer);
        if (legs.isEmpty()
                || response.code() != C3pCode.SUCCESS
                || !(request.command() instanceof MediaCommand command)
                || !(answer.orElseGet(Answer.Nothing::new) instanceof Answer.OfMedia told)) {
            return response;
        }
        Optional<C3pMedia> shown = state.user(command.mediaKeys().userEntity()).flatMap(C3pUser::endpoint).stream()
                .flatMap(endpoint -> endpoint.media().stream())
                .filter(media -> told.media().flatMap(C3pMedia::id).equals(media.id()))
                .findFirst();
        return shown.isEmpty()
                ? response
                : C3pResponse.success(request, new Answer.OfMedia(told.endpointKeys(), shown))
                        .respondedBy(state.uri());
    }

    /** Nobody is called: whoever is added is in. */
    private McuExecution addUser(C3pRequest request, AddUser command) {
        Optional<C3pResponse> refusal = McuCalls.refused(request, command, state);
        if (refusal.isPresent()) {
            return new McuExecution(state, refusal.get());
        }
        C3pJoiningMethod method = McuCalls.method(request, command);
        C3pEndpoint endpoint = command.user()
                .endpoint()
                .orElseGet(() -> C3pEndpoint.of(command.user().entity().toString()));
        C3pUser connected = McuCalls.connected(command.user(), profile.completed(endpoint), method, state);
        return new McuExecution(
                state.with(connected),
                McuCalls.succeeded(
                        request,
                        command,
                        state,
                        method == C3pJoiningMethod.DIALED_IN
                                ? Optional.of(profile.connectionInfo(state))
                                : Optional.empty()));
    }

    /** Becomes what {@code change} makes of it, as if by itself. */
    void change(UnaryOperator<McuState> change) {
        synchronized (this) {
            become(change.apply(state));
        }
        outbox.tell();
    }

    /** What there is to take part in. */
    AvailableMedia media() {
        return media;
    }

    /** What the conference is called. */
    Optional<String> title() {
        return title;
    }

    /** The conference has become {@code conference}: its media, its title, and whom somebody has muted in its document. */
    void follow(Conference conference) {
        media = AvailableMedia.of(conference);
        title = conference.info().title();
        List<MediaLeg> admitted;
        synchronized (this) {
            last = Optional.of(conference);
            become(DocumentMutes.followed(state, conference, id, version, legs.keySet()));
            admitted = kept.stream().filter(leg -> !isKept(leg)).toList();
        }
        outbox.tell();
        admitted.forEach(this::seat);
    }

    private boolean isKept(MediaLeg leg) {
        return leg.waits()
                && last.flatMap(Conference::focus)
                        .flatMap(Focus::instance)
                        .filter(instance -> instance.hasAdmitted(leg.user()))
                        .isEmpty();
    }

    /** {@code leg} is in from now on, in place of any other of its user; or as soon as he is admitted. */
    void seat(MediaLeg leg) {
        boolean late;
        synchronized (this) {
            late = released;
            if (!late && isKept(leg)) {
                kept.add(leg);
            } else if (!late) {
                kept.remove(leg);
                Optional.ofNullable(legs.put(leg.key(), leg)).ifPresent(before -> {
                    state = state.without(before.user());
                    outbox.put(() -> before.dismiss("Session Replaced"));
                });
                become(leg.seated(state));
            }
        }
        outbox.tell();
        if (late) {
            leg.dismiss(ENDED);
        }
    }

    /** The streams of {@code leg} are others now. */
    void renegotiated(MediaLeg leg) {
        change(now -> now);
    }

    /** {@code leg} is in no more, if it was. */
    void leave(MediaLeg leg) {
        synchronized (this) {
            kept.remove(leg);
            if (legs.remove(leg.key(), leg)) {
                become(state.without(leg.user()));
            }
        }
        outbox.tell();
    }

    /** As {@code next}, with the streams of sessions as that lets them flow; whose user is not in it is sent away. */
    private McuState withLegs(McuState next) {
        McuState shown = next;
        for (MediaLeg leg : legs.values()) {
            shown = leg.shown(shown);
        }
        McuState known = shown;
        legs.values().removeIf(leg -> {
            boolean gone = known.user(leg.user()).isEmpty();
            if (gone) {
                outbox.put(() -> leg.dismiss("Participant Removed"));
            }
            return gone;
        });
        return shown;
    }

    private void become(McuState wanted) {
        McuState next = legs.isEmpty() ? wanted : withLegs(wanted);
        Optional<Element> changes = state.changes(next, version + 1);
        state = next;
        if (changes.isPresent()) {
            version++;
            report(changes.get());
        }
    }

    private void report(Element document) {
        if (!released) {
            outbox.put(() -> reports.report(id, document));
        }
    }

    synchronized McuState state() {
        return state;
    }

    void release() {
        synchronized (this) {
            released = true;
            outbox.clear();
            kept.addAll(legs.values());
            kept.forEach(leg -> outbox.put(() -> leg.dismiss(ENDED)));
            kept.clear();
            legs.clear();
        }
        outbox.tell();
    }
}
