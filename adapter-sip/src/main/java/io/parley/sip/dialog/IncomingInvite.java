package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ServerTransaction;
import java.util.Optional;

/**
 * Somebody asks to begin a session. Everything that is asked for here is done in the turn of the dialog that may come of it. If the peer
 * cancels before the answer, he gets 487, and the answer comes too late.
 */
public final class IncomingInvite implements Incoming {

    private final UserAgent agent;
    private final ServerTransaction transaction;
    private final Dialog dialog;
    private Runnable cancelled = () -> {};
    private boolean done;
    private boolean gone;
    private volatile boolean withdrawn;

    IncomingInvite(UserAgent agent, ServerTransaction transaction, Dialog dialog) {
        this.agent = agent;
        this.transaction = transaction;
        this.dialog = dialog;
        transaction.onCancel(() -> {
            withdrawn = true;
            dialog.execute(this::cancelled);
        });
    }

    /** Whether the peer has given up already, so that nobody has to see it. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    @Override
    public SipRequest request() {
        return transaction.request();
    }

    @Override
    public Peer peer() {
        return transaction.peer();
    }

    /** None: the dialog is {@link Session#dialog}, once there is a session. */
    @Override
    public Optional<Dialog> dialog() {
        return Optional.empty();
    }

    /** What will identify the dialog, if there comes to be one. */
    public DialogId id() {
        return dialog.id();
    }

    /** Runs {@code task} in the turn of the dialog: after all that happens in it at the moment. */
    public void execute(Runnable task) {
        dialog.execute(task);
    }

    /** Sends a provisional response other than 100, such as 180; a {@code Contact} in it is ours in the dialog. */
    public void progress(SipResponse response) {
        if (response.status() <= 100 || response.status() >= 200) {
            throw new IllegalArgumentException("nothing that tells of progress: " + response);
        }
        dialog.execute(() -> {
            if (!done) {
                dialog.contactFrom(response);
                dialog.usages().begin(this);
                transaction.respond(dialog.beginning(request(), response));
            }
        });
    }

    /** Accepts it, with the session timers of the user agent. */
    public Session accept(SipResponse response, SessionHandler handler) {
        return accept(response, handler, agent.settings().timers());
    }

    /**
     * Accepts it with a 2xx, in which {@code Contact} is where we want to be reached. Its tag, what it says of session timers, and its
     * repetition until the ACK comes are added.
     *
     * @param handler hears of the session from now on, if need be only that it is over
     * @param timers the timers of this session, of which the minimum is not looked at any more
     * @throws IllegalArgumentException if it is not a 2xx, or has no {@code Contact}
     */
    public Session accept(SipResponse response, SessionHandler handler, SessionTimers timers) {
        if (!response.isSuccess() || Headers.contact(response).isEmpty()) {
            throw new IllegalArgumentException("not a 2xx with a Contact: " + response);
        }
        Session session = new Session(dialog, handler, timers, false);
        dialog.execute(() -> {
            if (done) {
                session.finish(gone ? SessionEnd.LEFT : SessionEnd.CANCELLED);
                return;
            }
            done = true;
            session.accept(transaction, dialog.beginning(request(), response), Negotiation.agreed(request(), timers));
            dialog.usages().end(this);
        });
        return session;
    }

    @Override
    public void reject(SipResponse response) {
        Rejections.checked(response);
        dialog.execute(() -> finish(response));
    }

    /** Calls {@code action} in the turn of the dialog when the peer gives up before the answer; at once if he has. */
    public void onCancel(Runnable action) {
        dialog.execute(() -> {
            if (done && gone) {
                action.run();
            } else {
                cancelled = action;
            }
        });
    }

    private void cancelled() {
        if (!done) {
            gone = true;
            finish(Rejections.TERMINATED);
            agent.tell(cancelled);
        }
    }

    /** BYE came in the early dialog (RFC 3261 section 15). */
    void left(ServerTransaction bye) {
        bye.respond(SipResponse.of(200, "OK"));
        cancelled();
    }

    private void finish(SipResponse response) {
        if (!done) {
            done = true;
            transaction.respond(dialog.beginning(request(), response));
            dialog.usages().end(this);
        }
    }
}
