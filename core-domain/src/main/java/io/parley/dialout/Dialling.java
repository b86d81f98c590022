package io.parley.dialout;

import io.parley.authorization.Admission;
import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.focus.CallId;
import io.parley.focus.DialOut;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.OutgoingCall;
import io.parley.focus.OutgoingCall.State;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Activation;
import io.parley.participation.FocusSettings;
import io.parley.participation.Leaving;
import io.parley.participation.Refusal;
import io.parley.user.RegisteredUser;
import io.parley.user.User;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that the focus places (RFC 4579 section 5.5, RFC 6501 section 4.6.3): how one begins, and what its outcomes make of the
 * conference. The states are those of {@link OutgoingCall}. What comes of a call that is no more, or not in the state for it, is empty.
 */
public final class Dialling {

    private Dialling() {}

    /** What comes of the wish to call somebody. */
    public sealed interface Answer {
        /**
         * He is called.
         *
         * @param conference the next state
         * @param call the call
         */
        record Begun(Conference conference, OutgoingCall call) implements Answer {}

        /**
         * He is being called already, and is not called twice at once.
         *
         * @param call the call
         */
        record UnderWay(OutgoingCall call) implements Answer {}

        /** He is in the conference, and need not be called. */
        record There() implements Answer {}

        /**
         * He is not called.
         *
         * @param refusal why
         */
        record Refused(Refusal refusal) implements Answer {}
    }

    /**
     * What becomes of the wish to call {@code callee}. A call begins the instance, if there is none.
     *
     * @param focus the focus of the conference
     * @param callee who the target is
     * @param id a fresh identifier
     */
    public static Answer begin(
            Conference conference,
            Focus focus,
            RegisteredUser callee,
            DialOut wanted,
            CallId id,
            FocusSettings settings,
            Instant now) {
        Optional<OutgoingCall> before =
                focus.instance().flatMap(live -> live.calls().get(callee.id()));
        if (before.filter(OutgoingCall::isInProgress).isPresent()) {
            return new Answer.UnderWay(before.get());
        }
        boolean replaces = wanted.headers().replaces().isPresent();
        boolean stated = isStated(conference, callee.id(), wanted);
        if (isThere(conference, callee.id(), stated ? Optional.of(wanted.target()) : Optional.empty()) && !replaces) {
            return new Answer.There();
        }
        Optional<Refusal> refusal = refusal(conference, callee, settings);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        Optional<Element> record = conference.user(callee.id());
        String entity = before.map(OutgoingCall::documentEntity)
                .orElseGet(() -> stated ? wanted.target().toString() : entity(record, wanted));
        OutgoingCall call = OutgoingCall.first(
                id,
                callee.id(),
                wanted,
                entity,
                before.map(OutgoingCall::listed).orElse(record.isPresent()));
        Focus begun = Activation.begun(focus, conference.version().next().value(), now);
        Element document = named(Activation.running(conference.document()), callee);
        return new Answer.Begun(
                ShownCall.in(
                        conference.withFocus(begun), document, begun.instance().orElseThrow(), call, now),
                call);
    }

    /** Whether {@code user} is in {@code conference} by some device, and not only on its list. */
    public static boolean isThere(Conference conference, XconUserId user) {
        return isThere(conference, user, Optional.empty());
    }

    private static boolean isThere(Conference conference, XconUserId user, Optional<SipUri> butBy) {
        return conference.attendance().hasJoined(user)
                && conference
                        .user(user)
                        .filter(record -> hasDevice(conference, user, record, butBy.map(SipUri::toString)))
                        .isPresent();
    }

    private static boolean hasDevice(Conference conference, XconUserId user, Element record, Optional<String> butBy) {
        Optional<String> call =
                instance(conference).flatMap(live -> live.calls().get(user)).map(OutgoingCall::documentEntity);
        return new User(record)
                .endpoints().stream()
                        .map(endpoint -> Optional.of(endpoint.entity()))
                        .anyMatch(entity -> !call.equals(entity) && !butBy.equals(entity));
    }

    /** Whether the device to be called stands in the roster because somebody has said so, and not because of a call. */
    private static boolean isStated(Conference conference, XconUserId user, DialOut wanted) {
        String entity = wanted.target().toString();
        return isTaken(conference.user(user), entity)
                && instance(conference)
                        .filter(live -> live.hasDevice(user, entity) || live.isCalledAs(user, entity))
                        .isEmpty();
    }

    private static Optional<Refusal> refusal(Conference conference, RegisteredUser callee, FocusSettings settings) {
        if (conference.attendance().isPending(callee.id())) {
            return refuse(Refusal.Kind.FORBIDDEN, callee.id() + " waits in the lobby of " + conference.id());
        }
        if (Admission.isDenied(new Requester(callee, true), conference)) {
            return refuse(Refusal.Kind.FORBIDDEN, conference.id() + " does not admit " + callee.id());
        }
        if (Admission.isLocked(conference) && !conference.attendance().hasJoined(callee.id())) {
            return refuse(Refusal.Kind.FORBIDDEN, conference.id() + " is locked");
        }
        int most = settings.most(conference);
        return conference.attendance().size() >= most
                        && !conference.attendance().hasJoined(callee.id())
                ? refuse(Refusal.Kind.FULL, conference.id() + " has its " + most + " users")
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(Refusal.Kind kind, String reason) {
        return Optional.of(new Refusal(kind, reason));
    }

    private static String entity(Optional<Element> record, DialOut wanted) {
        String wish = wanted.target().toString();
        String free = wish;
        for (int i = 2; isTaken(record, free); i++) {
            free = wish + ";endpoint=" + i;
        }
        return free;
    }

    private static boolean isTaken(Optional<Element> record, String entity) {
        return record.flatMap(standing -> standing.entry(Info.ENDPOINT, entity)).isPresent();
    }

    /** {@code document} with a record of {@code callee}, who has a name. */
    private static Element named(Element document, RegisteredUser callee) {
        Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
        Element record = users.entry(Info.USER, callee.id().toString())
                .orElseGet(() -> User.builder(callee.id()).build());
        boolean nameless = record.childText(Info.DISPLAY_TEXT).isEmpty()
                && !callee.displayName().isBlank();
        return document.with(users.with(nameless ? record.with(Info.DISPLAY_TEXT, callee.displayName()) : record));
    }

    /** It rings. */
    public static Optional<Conference> alerting(Conference conference, CallId id, Instant now) {
        return call(conference, id)
                .filter(call -> call.state() instanceof State.DialingOut)
                .map(call -> in(conference, call.in(new State.Alerting()), now));
    }

    /** He did not come. */
    public static Optional<Conference> failed(
            Conference conference, CallId id, SipStatus status, Redialling redialling, Instant now) {
        return call(conference, id).filter(OutgoingCall::isInProgress).map(call -> {
            boolean again = call.wanted().entry().isPresent() && redialling.isWorthIt(status, call.attempt());
            Instant until = now.plus(again ? redialling.pause() : redialling.shown());
            return in(conference, call.in(new State.Failed(status, until, again)), now);
        });
    }

    /** The time of a call that failed has come: it is tried again, by the identifier {@code fresh}, or forgotten. */
    public static Optional<Conference> due(Conference conference, CallId id, CallId fresh, Instant now) {
        Optional<OutgoingCall> call = call(conference, id);
        if (call.isEmpty() || !(call.get().state() instanceof State.Failed failed) || now.isBefore(failed.until())) {
            return Optional.empty();
        }
        return failed.again() && isWanted(conference, call.get())
                ? Optional.of(in(conference, call.get().again(fresh), now))
                : Leaving.call(conference, call.get().user());
    }

    /** Whoever was referred says that he has called the conference: there is nothing to wait for any more. */
    public static Optional<Conference> followed(Conference conference, CallId id) {
        return call(conference, id)
                .filter(call -> call.wanted().method() == DialOut.Method.REFER && call.isInProgress())
                .flatMap(call -> Leaving.call(conference, call.user()));
    }

    /** {@code conference} without the calls whose entries are gone from its list; empty if there are none. */
    public static Optional<Conference> withdrawn(Conference conference) {
        Conference left = conference;
        Optional<FocusInstance> live = instance(conference);
        if (live.isPresent()) {
            for (Map.Entry<XconUserId, OutgoingCall> entry : live.get().calls()) {
                left = isWanted(conference, entry.getValue())
                        ? left
                        : Leaving.call(left, entry.getKey()).orElse(left);
            }
        }
        return left == conference ? Optional.empty() : Optional.of(left.asNextOf(conference));
    }

    /** The call that {@code id} is, if whoever answers it may still join. */
    public static Optional<OutgoingCall> answerable(Conference conference, CallId id) {
        return call(conference, id)
                .filter(call -> call.isInProgress()
                        && call.wanted().method() == DialOut.Method.DIAL_OUT
                        && isWanted(conference, call));
    }

    private static boolean isWanted(Conference conference, OutgoingCall call) {
        return call.wanted().entry().map(conference.users().allowed()::contains).orElse(true);
    }

    private static Conference in(Conference conference, OutgoingCall call, Instant now) {
        return ShownCall.in(
                conference, conference.document(), instance(conference).orElseThrow(), call, now);
    }

    private static Optional<OutgoingCall> call(Conference conference, CallId id) {
        return instance(conference).flatMap(live -> live.call(id));
    }

    private static Optional<FocusInstance> instance(Conference conference) {
        return conference.focus().flatMap(Focus::instance);
    }
}
