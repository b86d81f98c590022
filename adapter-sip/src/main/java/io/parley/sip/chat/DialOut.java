package io.parley.sip.chat;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pUser;
import io.parley.c3p.UserCommand.AddUser;
import io.parley.identity.SipUri;
import io.parley.mcu.McuCalls;
import io.parley.sip.dialog.IncomingRequest;
import io.parley.sip.dialog.OutgoingHandler;
import io.parley.sip.dialog.OutgoingInvite;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.dialog.UserAgent;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Target;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The MCU calls somebody who was added (MS-CONFBAS section 3.10). */
final class DialOut implements OutgoingHandler, Arrival {

    private static final SipResponse UNREACHABLE = SipResponse.of(503, "Service Unavailable");
    private static final SipResponse CANCELLED = SipResponse.of(487, "Request Terminated");

    private final ChatMcu mcu;
    private final C3pRequest request;
    private final AddUser command;
    private final Consumer<C3pResponse> responses;
    private final ChatSettings settings;
    private final Conversation conversation;
    private final CompletableFuture<OutgoingInvite> invite = new CompletableFuture<>();
    private volatile Optional<Seat> seat = Optional.empty();
    private boolean rings;

    DialOut(ChatMcu mcu, C3pRequest request, AddUser command, Consumer<C3pResponse> responses, ChatSettings settings) {
        this.mcu = mcu;
        this.request = request;
        this.command = command;
        this.responses = responses;
        this.settings = settings;
        this.conversation = new Conversation(mcu, settings);
    }

    /** Sends the INVITE by {@code agent}. */
    void begin(UserAgent agent) {
        SipRequest call = call();
        Optional<Target> target = agent.locate(call.uri());
        if (target.isEmpty()) {
            failed(UNREACHABLE);
        } else {
            invite.complete(agent.invite(call, target.get(), this));
        }
    }

    /** The INVITE (section 3.10.4.1.1). */
    private SipRequest call() {
        DialOutAddress address = DialOutAddress.of(command.user());
        SipRequest call = SipRequest.of("INVITE", address.uri());
        for (SipHeaders.Field header : address.headers()) {
            call = call.and(header.name(), header.value());
        }
        return call.with("From", NameAddress.of(mcu.id().uri().toString()).toString())
                .with("To", NameAddress.of(user().toString()).toString())
                .with("Contact", NameAddress.of(settings.server().toString()).toString())
                .with("Expires", Long.toString(settings.ringing().toSeconds()))
                .with(MessageStreams.body(settings.streams().offer()));
    }

    @Override
    public SipUri user() {
        return command.user().entity();
    }

    @Override
    public void giveUp() {
        invite.thenAccept(OutgoingInvite::cancel);
    }

    @Override
    public void progressed(SipResponse response) {
        if (!rings) {
            rings = true;
            mcu.answer(responses, state -> McuCalls.pending(request, state));
        }
    }

    @Override
    public SipBody answered(Session session, SipResponse response) {
        if (!MessageStreams.areIn(response.body())) {
            session.end(Seat.reason("No Stream Of Messages"));
            failed(Refusals.NO_MESSAGES);
            return SipBody.NONE;
        }
        C3pUser asked = command.user();
        C3pEndpoint endpoint = asked.endpoint().orElseGet(() -> ChatMcu.endpoint(response, asked.entity()));
        Seat taken = new Seat(asked.entity(), asked.displayText(), session, settings.mostUnanswered());
        seat = Optional.of(taken);
        boolean isIn =
                mcu.sit(this, taken, state -> McuCalls.connected(asked, endpoint, C3pJoiningMethod.DIALED_OUT, state));
        if (isIn) {
            mcu.answer(responses, state -> McuCalls.succeeded(request, command, state, Optional.empty()));
        } else {
            failed(CANCELLED);
        }
        return SipBody.NONE;
    }

    @Override
    public void failed(SipResponse response) {
        mcu.gone(this, Optional.empty());
        mcu.answer(
                responses, state -> McuCalls.unanswered(request, command, state, response.status(), response.reason()));
    }

    @Override
    public void requested(IncomingRequest incoming) {
        if (!conversation.requested(seat, incoming)) {
            ChatMcus.ALONE.requested(incoming);
        }
    }

    @Override
    public void ended(SessionEnd end) {
        mcu.gone(this, seat);
    }
}
