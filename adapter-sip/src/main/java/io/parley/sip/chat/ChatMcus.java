package io.parley.sip.chat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.mcu.EntityView;
import io.parley.mcu.McuState;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import io.parley.sdp.SessionDescription;
import io.parley.sip.chat.Conversation.Answer;
import io.parley.sip.dialog.IncomingInvite;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.SessionHandler;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Chat MCUs. Each participant has a session with his MCU, in which messages come and go; what one of them writes is passed on to all others,
 * and so is that somebody is writing. Whoever has more than one device has one of them in the MCU: the one that came last.
 *
 * <p>Which requests are for an MCU, and who their sender is, has been found out by whoever hands them to {@link #invited} and {@link
 * #requested}. Memory is bounded by the conferences that are going on, their participants and {@link ChatSettings}.
 *
 * <p>All methods may be called by any number of threads at once.
 */
public final class ChatMcus implements McuGateway {

    /** What is done about requests that are none of an MCU's business, in sessions that are nobody else's, either. */
    static final SessionHandler ALONE = new SessionHandler() {
        @Override
        public void requested(IncomingRequest request) {
            switch (request.request().method()) {
                case "OPTIONS" -> request.respond(SipResponse.of(200, "OK"));
                case "INFO" -> request.reject(Refusals.NO_ACTIVITY);
                default -> request.reject(Refusals.UNKNOWN);
            }
        }

        @Override
        public void ended(SessionEnd end) {}
    };

    private final CompletableFuture<ChatSettings> settings = new CompletableFuture<>();
    private final Map<McuId, ChatMcu> mcus = new ConcurrentHashMap<>();
    private final Map<XconUri, ChatMcu> current = new ConcurrentHashMap<>();
    private final CompletableFuture<FocusService> focus = new CompletableFuture<>();
    private final CompletableFuture<UserAgent> agent = new CompletableFuture<>();

    /** Has the MCUs report to {@code focus}; to be called once, before anything is started. */
    public void reportTo(FocusService focus) {
        this.focus.complete(focus);
    }

    /**
     * Has the MCUs call people by {@code agent}, which others may use as well, and be as {@code chosen} says; to be called once, before anything is
     * started.
     */
    public void callBy(UserAgent agent, ChatSettings chosen) {
        this.settings.complete(chosen);
        this.agent.complete(agent);
    }

    private ChatSettings settings() {
        return told(settings, "how they are to be");
    }

    private static <T> T told(CompletableFuture<T> what, String whom) {
        if (!what.isDone()) {
            throw new IllegalStateException("these MCUs have not been told " + whom);
        }
        return what.join();
    }

    private FocusService focus() {
        return told(focus, "whom they report to");
    }

    /** Lets in whom the focus admits now and who has waited for that; nothing is mixed here. */
    @Override
    public void mix(Conference conference) {
        Optional.ofNullable(current.get(conference.id())).ifPresent(running -> running.follow(conference));
    }

    /** Has no effect: nothing is mixed here. */
    @Override
    public void stop(XconUri conference) {}

    @Override
    public List<McuType> types() {
        return List.of(McuType.CHAT);
    }

    @Override
    public void start(McuId mcu, Conference conference) {
        FocusService reported = focus();
        if (!mcu.type().equals(McuType.CHAT)) {
            reported.failed(mcu);
            return;
        }
        McuState initial = McuState.starting(mcu.type(), mcu.uri(), conference, EntityView.PLAIN);
        ChatMcu started =
                new ChatMcu(mcu, initial, settings(), reported::report, () -> told(agent, "by what they call"));
        if (mcus.putIfAbsent(mcu, started) == null) {
            current.put(mcu.conference(), started);
            started.reportAll();
        }
    }

    @Override
    public void refresh(McuId mcu) {
        find(mcu).ifPresent(ChatMcu::reportAll);
    }

    @Override
    public boolean isAvailable(McuId mcu) {
        return mcus.containsKey(mcu);
    }

    @Override
    public void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {
        find(mcu)
                .ifPresentOrElse(
                        running -> running.execute(request, responses),
                        () -> responses.accept(
                                C3pResponse.failure(request, Reason.SERVER_BUSY).respondedBy(mcu.uri())));
    }

    @Override
    public void release(McuId mcu) {
        Optional.ofNullable(mcus.remove(mcu)).ifPresent(running -> {
            current.remove(mcu.conference(), running);
            running.release();
        });
    }

    private Optional<ChatMcu> find(McuId mcu) {
        return Optional.ofNullable(mcus.get(mcu));
    }

    /** Whether {@code invite} offers a stream of messages, or leaves the offer to whom it calls; else it is answered by 488 or the like. */
    public boolean serves(SipRequest invite) {
        return Answer.to(invite.body(), settings()).refusal().isEmpty();
    }

    /**
     * Somebody calls the MCU of {@code conference} by its MCU-Conference-URI. He is let in if {@code addUser} said so, or if the focus has
     * admitted him; else he gets 403.
     *
     * @param caller who it is, as far as that was established
     * @return the session that he has from now on; empty if {@code invite} was refused
     */
    public Optional<Session> invited(IncomingInvite invite, Conference conference, SipUri caller) {
        if (expected(conference, caller).isEmpty() && !isAdmitted(conference, caller)) {
            invite.reject(current.containsKey(conference.id()) ? Refusals.NOT_LET_IN : Refusals.NOT_RUNNING);
            return Optional.empty();
        }
        SipResponse response = SipResponse.of(200, "OK")
                .with("Contact", NameAddress.of(settings().server().toString()).toString());
        return invited(invite, conference, caller, response, ALONE);
    }

    /**
     * Somebody calls the focus of {@code conference} by an INVITE that offers a stream of messages, and has joined it by that. His one
     * session serves the focus and the MCU. Whom the focus keeps in its lobby has the session, is in no MCU, hears nothing and is heard by
     * nobody until he is admitted.
     *
     * @param caller who it is, as far as that was established
     * @param response what the focus says in the 200, whose body is the MCU's
     * @param besides hears of the session what the focus has to know, that it is over and requests that are none of the MCU's business, on
     *     the terms of {@link SessionHandler}
     * @return the session that he has from now on; empty if {@code invite} was refused
     */
    public Optional<Session> invited(
            IncomingInvite invite, Conference conference, SipUri caller, SipResponse response, SessionHandler besides) {
        Answer answer = Answer.to(invite.request().body(), settings());
        if (answer.refusal().isPresent()) {
            invite.reject(answer.refusal().get());
            return Optional.empty();
        }
        return invited(invite, conference, caller, response.with(answer.body()), false, besides);
    }

    /**
     * As {@link #invited(IncomingInvite, Conference, SipUri, SipResponse, SessionHandler)}, in a session that has streams of others, too.
     *
     * @param described what is said in the 200; its body answers all of the offer, and its stream of messages is {@linkplain #answer ours}
     * @param besides answers the offers of the session from then on, besides what it hears else
     */
    public Optional<Session> invitedAlso(
            IncomingInvite invite,
            Conference conference,
            SipUri caller,
            SipResponse described,
            SessionHandler besides) {
        return invited(invite, conference, caller, described, true, besides);
    }

    /** The answer to {@code offer} as far as messages go; empty if it has no stream of them. */
    public Optional<SessionDescription> answer(SessionDescription offer) {
        return MessageStreams.areIn(offer) ? Optional.of(settings().streams().answer(offer)) : Optional.empty();
    }

    private Optional<Session> invited(
            IncomingInvite invite,
            Conference conference,
            SipUri caller,
            SipResponse response,
            boolean hasOtherStreams,
            SessionHandler besides) {
        ChatMcu mcu = current.get(conference.id());
        if (mcu == null) {
            invite.reject(Refusals.NOT_RUNNING);
            return Optional.empty();
        }
        Optional<C3pUser> expected = mcu.expected(caller);
        boolean waits = expected.isEmpty() && !isAdmitted(conference, caller);
        C3pUser user = expected.orElseGet(() -> user(invite.request(), caller));
        C3pEndpoint endpoint = user.endpoint().orElseGet(() -> ChatMcu.endpoint(invite.request(), user.entity()));
        boolean offers = invite.request().body().isEmpty();
        DialIn call = new DialIn(mcu, user, endpoint, offers, hasOtherStreams, waits, besides, settings());
        return Optional.of(call.accept(invite, response));
    }

    private Optional<C3pUser> expected(Conference conference, SipUri caller) {
        return Optional.ofNullable(current.get(conference.id())).flatMap(running -> running.expected(caller));
    }

    private static C3pUser user(SipRequest invite, SipUri caller) {
        C3pUser user = C3pUser.of(caller.addressOfRecord());
        return invite.header("From")
                .flatMap(NameAddress::parse)
                .flatMap(NameAddress::displayName)
                .filter(name -> !name.isBlank())
                .map(user::withDisplayText)
                .orElse(user);
    }

    static boolean isAdmitted(Conference conference, SipUri caller) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .filter(instance -> instance.hasAdmitted(caller))
                .isPresent();
    }

    /** What the focus offers, for an MCU, to somebody whom it calls. */
    public SipBody offer() {
        return MessageStreams.body(settings().streams().offer());
    }

    /**
     * Somebody whom the focus has called with {@link #offer} has answered, and has joined {@code conference} by that. If he has taken the stream of
     * messages, his session serves the focus and the MCU.
     *
     * @param response his answer
     * @param user who he is
     * @param besides hears of the session what the focus has to know, on the terms of {@link SessionHandler}
     * @return who hears of the session from now on
     */
    public SessionHandler called(
            Session session, SipResponse response, Conference conference, SipUri user, SessionHandler besides) {
        ChatMcu mcu = current.get(conference.id());
        if (mcu == null || !MessageStreams.areIn(response.body())) {
            return besides;
        }
        CalledIn called = new CalledIn(mcu, C3pUser.of(user), session, besides, settings());
        called.sit(ChatMcu.endpoint(response, user));
        return called;
    }

    /** A request for an MCU outside of any session: {@code OPTIONS} is answered, whatever else comes is refused. */
    public void requested(IncomingRequest request) {
        if (request.request().method().equals("OPTIONS")) {
            String types = SessionDescription.CONTENT_TYPE + ", "
                    + String.join(", ", settings().acceptTypes());
            request.respond(SipResponse.of(200, "OK").with("Accept", types));
        } else {
            request.reject(request.request().method().equals("MESSAGE") ? Refusals.OUTSIDE : Refusals.UNKNOWN);
        }
    }
}
