package io.parley.participation;

import io.parley.authorization.Standing;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.focus.AuthMethod;
import io.parley.focus.Focus;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.FocusInstance;
import io.parley.focus.LobbySettings;
import io.parley.focus.LobbySettings.Admission;
import io.parley.focus.OutgoingCall;
import io.parley.focus.Participant;
import io.parley.focus.ServerMode;
import io.parley.identity.XconUserId;
import io.parley.user.JoinHandling;
import io.parley.user.User;
import io.parley.user.Verification;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The decision on a device that wants to join (MS-CONFBAS section 3.2.4.2). The checks are a list, in the order of the design; the first that
 * refuses decides, and nothing is changed before the last one has passed.
 *
 * <table>
 *   <caption>Who gets how far</caption>
 *   <tr><th>the conference</th><th>with a lobby (server mode 14)</th><th>without one (13)</th></tr>
 *   <tr><td>does not admit him</td><td>on hold, until somebody admits him</td><td>refused</td></tr>
 *   <tr><td>is locked</td><td>on hold, unless he is the organizer</td><td>on hold and soon released, unless he is the organizer or a listed
 *       presenter who has proved who he is</td></tr>
 *   <tr><td>is locked, he has another device in it already</td><td>connected</td><td>connected</td></tr>
 *   <tr><td>lets telephones bypass the lobby, he comes by one</td><td>connected</td><td>connected</td></tr>
 * </table>
 */
public final class Joining {

    /** What comes of it. */
    public sealed interface Answer permits Joined, Refused {}

    /**
     * He is in, or on hold.
     *
     * @param conference the next state
     * @param presenter whether he is a presenter
     * @param onHold whether he is not admitted yet
     */
    public record Joined(Conference conference, boolean presenter, boolean onHold) implements Answer {}

    /**
     * He is not.
     *
     * @param refusal why
     */
    public record Refused(Refusal refusal) implements Answer {}

    private static final List<Function<Joining, Optional<Refusal>>> CHECKS =
            List.of(Joining::notHis, Joining::banned, Joining::notAdmitted, Joining::full);

    private final Conference conference;
    private final Focus focus;
    private final JoinRequest request;
    private final FocusSettings settings;
    private final Instant now;

    private Joining(Conference conference, Focus focus, JoinRequest request, FocusSettings settings, Instant now) {
        this.conference = conference;
        this.focus = focus;
        this.request = request;
        this.settings = settings;
        this.now = now;
    }

    /** What becomes of {@code request} to join {@code conference}, whose focus is {@code focus}. */
    public static Answer decide(
            Conference conference, Focus focus, JoinRequest request, FocusSettings settings, Instant now) {
        Joining joining = new Joining(conference, focus, request, settings, now);
        for (Function<Joining, Optional<Refusal>> check : CHECKS) {
            Optional<Refusal> refusal = check.apply(joining);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
        }
        return joining.accepted();
    }

    /** Whoever takes the place of a device takes that of his own (RFC 4579 section 5.9). */
    private Optional<Refusal> notHis() {
        if (!(request.coming() instanceof Coming.Replacing replacing)) {
            return Optional.empty();
        }
        Optional<XconUserId> owner =
                focus.instance().flatMap(instance -> instance.dialogs().get(replacing.replaced()));
        if (owner.isEmpty()) {
            return refuse(Refusal.Kind.NO_DIALOG, conference.id() + " has no dialog " + replacing.replaced());
        }
        return owner.get().equals(caller().id()) && caller().authenticated()
                ? Optional.empty()
                : refuse(Refusal.Kind.FORBIDDEN, replacing.replaced() + " is no dialog of " + caller().uri());
    }

    /** The rules that both protocols share: who is banned, or not let in by {@code join-handling}, waits in no lobby either. */
    private Optional<Refusal> banned() {
        boolean denied = policy() == Admission.OPEN_AUTHENTICATED
                && io.parley.authorization.Admission.isDenied(caller().requester(), conference);
        boolean blocked = handling().equals(JoinHandling.BLOCK) && !isOrganizer() && !isCalled();
        return blocked || denied
                ? refuse(Refusal.Kind.FORBIDDEN, conference.id() + " does not admit " + caller().uri())
                : Optional.empty();
    }

    private String handling() {
        return conference.document().textAt(Info.USERS, Xcon.JOIN_HANDLING).orElse(JoinHandling.BLOCK);
    }

    private Optional<Refusal> notAdmitted() {
        if (isIn() || isCalled() || replaced().isPresent() || isAdmitted() || bypasses()) {
            return Optional.empty();
        }
        boolean mayWait = caller().method() != AuthMethod.ANONYMOUS || caller().showsKey();
        return mode() == ServerMode.WITH_LOBBY && mayWait
                ? Optional.empty()
                : refuse(
                        Refusal.Kind.FORBIDDEN,
                        conference.id() + " is " + policy().word() + " and does not admit " + caller().uri());
    }

    private Optional<Refusal> full() {
        int most = settings.most(conference);
        boolean isFull = conference.attendance().size() >= most
                || conference.attendance().pending().size() >= most;
        return isFull && !isIn() && replaced().isEmpty()
                ? refuse(Refusal.Kind.FULL, conference.id() + " has its " + most + " users")
                : Optional.empty();
    }

    private Optional<Refusal> refuse(Refusal.Kind kind, String reason) {
        return Optional.of(new Refusal(kind, reason));
    }

    private Answer accepted() {
        boolean onHold = isOnHold();
        Focus begun = Activation.begun(focus, conference.version().next().value(), now);
        FocusInstance instance = begun.instance().orElseThrow();
        Optional<Element> record = Records.of(conference.document(), caller().id());
        Optional<OutgoingCall> call = instance.calls().get(caller().id());
        Participant before = concealedIfHeAsks(
                instance.participant(caller().id())
                        .orElseGet(() -> Participant.of(
                                caller().id(),
                                caller().uri(),
                                call.map(OutgoingCall::listed).orElse(record.isPresent()))),
                record);
        Set<FocusEndpoint> gone = gone(before);
        Participant known = before;
        for (FocusEndpoint endpoint : gone) {
            known = known.without(endpoint.entity());
        }
        Optional<Element> others = record.map(standing -> without(standing, gone, call));
        FocusEndpoint endpoint = new FocusEndpoint(
                request.endpoint(),
                request.dialog(),
                request.contact(),
                isCalled()
                        ? call.orElseThrow().documentEntity()
                        : Records.freeEntity(others, request.contact(), request.endpoint()),
                onHold,
                caller().method(),
                caller().authenticated(),
                request.asked(),
                request.managesLobby());
        boolean presenter = isPresenter(record);
        Element document = Records.with(
                Activation.running(conference.document()),
                caller().id(),
                standing -> arrived(
                        without(standing, gone, call), endpoint, shown(standing), presenter, before.concealed()));
        Focus after = begun.with(
                instance.withoutCall(caller().id()).with(known.with(endpoint)).remembering(caller().id(), presenter));
        Conference next = conference.next(
                document,
                onHold
                        ? conference.attendance().withPending(caller().id())
                        : conference.attendance().with(caller().id()),
                after);
        return new Joined(next, presenter, onHold);
    }

    /** The devices in whose place this one comes: the one that it says, and the one with the same entity. */
    private Set<FocusEndpoint> gone(Participant known) {
        Set<FocusEndpoint> gone = new LinkedHashSet<>();
        replaced().ifPresent(gone::add);
        known.endpoints().get(request.endpoint()).ifPresent(gone::add);
        return gone;
    }

    private static Element without(Element record, Set<FocusEndpoint> gone, Optional<OutgoingCall> call) {
        Element left = call.map(called -> Records.withoutEndpoint(record, called.documentEntity()))
                .orElse(record);
        for (FocusEndpoint endpoint : gone) {
            left = Records.withoutEndpoint(left, endpoint.documentEntity());
        }
        return left;
    }

    /** What watchers were shown up to now of what becomes this device: the call that it answers, or the device that it replaces. */
    private Optional<Element> shown(Element record) {
        Optional<String> entity = request.coming() instanceof Coming.Answering answering
                ? Optional.of(answering.call().documentEntity())
                : replaced().map(FocusEndpoint::documentEntity);
        return entity.flatMap(shown -> record.entry(Info.ENDPOINT, shown));
    }

    /** Who has said by his record how unknown he is stays that. */
    private Participant concealedIfHeAsks(Participant known, Optional<Element> record) {
        return request.conceals() && record.filter(Records::isUnknown).isEmpty() ? known.concealing() : known;
    }

    private Element arrived(
            Element record, FocusEndpoint endpoint, Optional<Element> before, boolean presenter, boolean concealed) {
        Element named = request.displayName()
                .or(() -> Optional.of(caller().user().displayName()))
                .filter(name -> !name.isBlank())
                .filter(name -> record.childText(Info.DISPLAY_TEXT).isEmpty())
                .map(name -> record.with(Info.DISPLAY_TEXT, name))
                .orElse(record);
        Element shown =
                Records.withEndpoint(Records.withRole(named, presenter), endpoint, before, request.coming(), now);
        return Verification.marked(concealed ? Records.concealed(shown) : shown, caller().authenticated());
    }

    private boolean isOnHold() {
        if (replaced().isPresent()) {
            return replaced().get().onHold();
        }
        if (isIn() || isCalled() || bypasses()) {
            return false;
        }
        if (!isAdmitted()) {
            return true;
        }
        if (!isLocked() || isOrganizer()) {
            return false;
        }
        boolean passes = mode() == ServerMode.WITHOUT_LOBBY
                && caller().authenticated()
                && focus.provisioning().isListedPresenter(caller().uri());
        return !passes;
    }

    /** Whether he is in it already, by another device. */
    private boolean isIn() {
        return conference.attendance().hasJoined(caller().id());
    }

    /** Whether the focus has called him. */
    private boolean isCalled() {
        return request.coming() instanceof Coming.Answering;
    }

    /** The device whose place this one takes. */
    private Optional<FocusEndpoint> replaced() {
        return request.coming() instanceof Coming.Replacing replacing
                ? focus.instance().flatMap(instance -> instance.endpoint(replacing.replaced()))
                : Optional.empty();
    }

    private boolean isAdmitted() {
        if (isOrganizer()) {
            return caller().authenticated();
        }
        boolean passes = switch (handling()) {
            case JoinHandling.ALLOW -> true;
            case JoinHandling.CONFIRM, JoinHandling.DIRECTED_OPERATOR ->
                Standing.of(caller().requester(), conference).steers();
            default -> caller().authenticated();
        };
        if (!passes) {
            return false;
        }
        return switch (policy()) {
            case CLOSED_AUTHENTICATED -> isAuthenticated() && isInvited();
            case OPEN_AUTHENTICATED -> isAuthenticated();
            case ANONYMOUS -> true;
        };
    }

    /** Federated users count as authenticated without a lobby only, unless they are invited (MS-CONFBAS section 2.2.2.3). */
    private boolean isAuthenticated() {
        return caller().authenticated()
                && (caller().method() != AuthMethod.FEDERATED || mode() == ServerMode.WITHOUT_LOBBY || isInvited());
    }

    private boolean isInvited() {
        Standing standing = Standing.of(caller().requester(), conference);
        boolean isListed = standing.user() && !conference.attendance().isPending(caller().id());
        return focus.provisioning().isInvited(caller().uri()) || standing.steers() || standing.target() || isListed;
    }

    private boolean isOrganizer() {
        return focus.provisioning().isOrganizer(caller().uri()) || conference.isOwnedBy(caller().id());
    }

    private boolean isLocked() {
        return conference.info().isLocked();
    }

    private boolean bypasses() {
        return caller().isTelephone() && lobby().pstnLobbyBypass();
    }

    /** Organizer and listed presenters are presenters, then whom the conference promotes, then who was one before. */
    private boolean isPresenter(Optional<Element> record) {
        if (record.isPresent()
                && record.get().child(Info.ROLES).isPresent()
                && !new User(record.get()).roles().isEmpty()) {
            return Records.isPresenter(record.get()) || isOrganizer();
        }
        return focus.instance()
                .flatMap(instance -> instance.roles().get(caller().id()))
                .orElseGet(() -> isOrganizer()
                        || focus.provisioning().isListedPresenter(caller().uri())
                        || lobby().autopromote().promotes(caller().method()));
    }

    private LobbySettings lobby() {
        return focus.lobby();
    }

    private Admission policy() {
        return Foci.policy(conference).orElse(lobby().admissionPolicy());
    }

    private ServerMode mode() {
        return focus.provisioning().serverMode();
    }

    private Caller caller() {
        return request.caller();
    }
}
