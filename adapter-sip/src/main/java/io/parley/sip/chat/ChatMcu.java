package io.parley.sip.chat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.Reason;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.mcu.McuCalls;
import io.parley.mcu.McuCommands;
import io.parley.mcu.McuExecution;
import io.parley.mcu.McuState;
import io.parley.ports.in.FocusService.McuId;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One chat MCU of one instance of a conference. Its lock is held while it decides, never while others are told. All participants get what is
 * passed on in the same order.
 *
 * <table>
 * <caption>states of a user</caption>
 * <tr><th>state</th><th>what happens</th><th>then</th></tr>
 * <tr><td>unknown</td><td>{@code addUser} dial-in</td><td>expected</td></tr>
 * <tr><td>unknown, if the focus has admitted him, or expected</td><td>his INVITE</td><td>arriving</td></tr>
 * <tr><td>unknown</td><td>{@code addUser} dial-out, an INVITE to him</td><td>arriving</td></tr>
 * <tr><td>arriving</td><td>his ACK; his 200</td><td>in, and reported; a session that he had before is ended</td></tr>
 * <tr><td>arriving, in</td><td>{@code deleteUser}, the end of his session, its refusal</td><td>unknown; reported if he was in</td></tr>
 * </table>
 */
final class ChatMcu {

    private final McuId id;
    private final ChatSettings settings;
    private final Reports reports;
    private final Supplier<UserAgent> agent;
    private final Outbox outbox = new Outbox();
    private final Outbox messages = new Outbox();
    private final Map<String, C3pUser> expected = new HashMap<>();
    private final Set<Arrival> arriving = new HashSet<>();
    private final Map<String, Seat> seats = new HashMap<>();
    private final Set<DialIn> waiting = new LinkedHashSet<>();
    private Optional<Conference> conference = Optional.empty();
    private McuState state;
    private long version;
    private boolean released;

    ChatMcu(McuId id, McuState state, ChatSettings settings, Reports reports, Supplier<UserAgent> agent) {
        this.id = id;
        this.state = state;
        this.settings = settings;
        this.reports = reports;
        this.agent = agent;
    }

    McuId id() {
        return id;
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
            if (request.command() instanceof AddUser addUser) {
                add(request, addUser, responses);
            } else {
                McuExecution execution = McuCommands.OF_MESSAGES.execute(request, state);
                become(execution.next());
                answer(responses, execution.response());
                if (request.command() instanceof DeleteUser delete) {
                    String key = Provisioning.key(delete.userKeys().userEntity());
                    dismiss(key::equals, "Participant Removed");
                } else if (request.command() instanceof DeleteConference) {
                    dismiss(key -> true, "Conference Terminated");
                }
            }
        }
        outbox.tell();
    }

    private void add(C3pRequest request, AddUser command, Consumer<C3pResponse> responses) {
        Optional<C3pResponse> refusal = McuCalls.refused(request, command, state);
        if (refusal.isPresent()) {
            answer(responses, refusal.get());
        } else if (McuCalls.method(request, command) == C3pJoiningMethod.DIALED_IN) {
            expected.put(Provisioning.key(command.user().entity()), command.user());
            ConnectionInfo info = ConnectionInfo.of(settings.server(), state.uri());
            answer(responses, McuCalls.succeeded(request, command, state, Optional.of(info)));
        } else if (isInByTheEndpointOf(command.user())) {
            answer(responses, McuCalls.succeeded(request, command, state, Optional.empty()));
        } else if (arriving.size() >= settings.mostCalls()) {
            answer(
                    responses,
                    McuCalls.failed(request, command, state, Reason.SERVER_BUSY, "too many are being called"));
        } else {
            DialOut call = new DialOut(this, request, command, responses, settings);
            arriving.add(call);
            outbox.put(() -> call.begin(agent.get()));
        }
    }

    private boolean isInByTheEndpointOf(C3pUser user) {
        return state.user(user.entity())
                .flatMap(C3pUser::endpoint)
                .flatMap(C3pEndpoint::entity)
                .filter(entity -> user.endpoint().flatMap(C3pEndpoint::entity).equals(Optional.of(entity)))
                .isPresent();
    }

    /** What {@code user} asked for who was let in by {@code addUser}, and has not come yet. */
    synchronized Optional<C3pUser> expected(SipUri user) {
        return Optional.ofNullable(expected.get(Provisioning.key(user)));
    }

    /** Somebody is on his way. */
    void expect(Arrival arrival) {
        boolean late;
        synchronized (this) {
            late = released;
            if (!late) {
                arriving.add(arrival);
                expected.remove(Provisioning.key(arrival.user()));
            }
        }
        if (late) {
            arrival.giveUp();
        }
    }

    /** {@code call} has to wait until the focus admits who calls. */
    void keep(DialIn call) {
        synchronized (this) {
            waiting.add(call);
            letIn();
        }
        outbox.tell();
    }

    /** What has become of the conference: whom the focus admits now comes in. */
    void follow(Conference next) {
        synchronized (this) {
            conference = Optional.of(next);
            letIn();
        }
        outbox.tell();
    }

    private void letIn() {
        waiting.removeIf(call -> {
            boolean admitted = conference
                    .filter(state -> ChatMcus.isAdmitted(state, call.user()))
                    .isPresent();
            if (admitted) {
                outbox.put(call::admitted);
            }
            return admitted;
        });
    }

    /** {@code arrival} has come and sits on {@code seat}: false if he is not wanted any more. */
    boolean sit(Arrival arrival, Seat seat, Function<McuState, C3pUser> user) {
        boolean wanted;
        synchronized (this) {
            wanted = arriving.remove(arrival);
            if (!wanted) {
                outbox.put(() -> seat.leave("Participant Removed"));
            } else {
                Optional.ofNullable(seats.put(seat.key(), seat))
                        .ifPresent(before -> outbox.put(() -> before.leave("Session Replaced")));
                become(state.with(user.apply(state)));
            }
        }
        outbox.tell();
        return wanted;
    }

    /** {@code arrival} does not come, or has left. */
    void gone(Arrival arrival, Optional<Seat> seat) {
        synchronized (this) {
            arriving.remove(arrival);
            waiting.removeIf(arrival::equals);
            if (seat.isPresent() && seats.remove(seat.get().key(), seat.get())) {
                become(state.without(seat.get().user()));
            }
        }
        outbox.tell();
    }

    /** Gives everybody else what {@code sender} wrote: false if he is not in. */
    boolean passOn(Seat sender, Relayed relayed) {
        synchronized (this) {
            if (!sender.equals(seats.get(sender.key()))) {
                return false;
            }
            List<Seat> others = new ArrayList<>(seats.values());
            others.remove(sender);
            messages.put(() -> others.forEach(other -> other.hear(relayed)));
        }
        messages.tell();
        return true;
    }

    /** Answers a command as its state is then. */
    void answer(Consumer<C3pResponse> responses, Function<McuState, C3pResponse> response) {
        synchronized (this) {
            answer(responses, response.apply(state));
        }
        outbox.tell();
    }

    private void answer(Consumer<C3pResponse> responses, C3pResponse response) {
        if (!released) {
            outbox.put(() -> responses.accept(response));
        }
    }

    private void become(McuState next) {
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

    /** Sends away those who come, and those who are in and no more in its state. */
    private void dismiss(Predicate<String> who, String why) {
        expected.keySet().removeIf(who);
        waiting.removeIf(call -> who.test(Provisioning.key(call.user())));
        arriving.removeIf(arrival -> {
            boolean dismissed = who.test(Provisioning.key(arrival.user()));
            if (dismissed) {
                outbox.put(arrival::giveUp);
            }
            return dismissed;
        });
        seats.entrySet().removeIf(entry -> {
            boolean dismissed = who.test(entry.getKey());
            if (dismissed) {
                outbox.put(() -> entry.getValue().leave(why));
            }
            return dismissed;
        });
    }

    /** It is over: whoever is in is sent away, and nobody hears of it. */
    void release() {
        synchronized (this) {
            released = true;
            outbox.clear();
            dismiss(key -> true, "Conference Terminated");
        }
        outbox.tell();
    }

    /** An endpoint for somebody of whom no command has said what he comes with: where {@code message} says he is reached. */
    static C3pEndpoint endpoint(SipMessage message, SipUri user) {
        Optional<SipUri> contact = message.headers().list("Contact").stream()
                .findFirst()
                .flatMap(NameAddress::parse)
                .flatMap(address -> SipUri.parse(address.uri()));
        return contact.map(uri -> C3pEndpoint.of(uri.toString()).withEndpointUri(uri))
                .orElseGet(() -> C3pEndpoint.of(user.toString()));
    }
}
