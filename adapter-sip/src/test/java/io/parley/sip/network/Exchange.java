package io.parley.sip.network;

import io.parley.ports.out.Scheduler;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.sip.stack.ClientTransaction;
import io.parley.sip.stack.Peer;
import io.parley.sip.stack.ResponseListener;
import io.parley.sip.stack.ResponseListener.Failure;
import io.parley.sip.stack.ServerTransaction;
import java.util.List;
import java.util.Optional;

/** Both ends of a transaction (RFC 3261 section 17), which share nothing but what travels between them. */
final class Exchange implements ClientTransaction, ServerTransaction {

    private final InMemoryNetwork network;
    private final Path path;
    private final SipRequest request;
    private final boolean invites;

    private final String tag;

    // The client's end.
    private final ResponseListener listener;
    private boolean proceeding;
    private boolean over;
    private boolean wantsCancel;
    private Scheduler.Task patience = () -> {};

    // The server's end.
    private boolean received;
    private boolean answered;
    private boolean accepted;
    private boolean cancelled;
    private Optional<Runnable> onCancel = Optional.empty();

    Exchange(InMemoryNetwork network, Path path, SipRequest request, ResponseListener listener) {
        this.network = network;
        this.path = path;
        this.request = request;
        this.listener = listener;
        this.invites = request.method().equals("INVITE");
        this.tag = "tag-" + network.branch();
    }

    void begin(boolean somebodyIsThere) {
        patience = network.later(network.now().plus(InMemoryNetwork.PATIENCE), this::timeOut);
        path.connection().ifPresent(it -> it.onEnd(() -> network.later(network.now(), this::lose)));
        if (somebodyIsThere) {
            network.surely(path, this::receivedOnce);
        }
    }

    private void timeOut() {
        if (!over) {
            over = true;
            listener.failed(Failure.TIMEOUT);
        }
    }

    /** The connection has broken. Whoever has closed his end of it hears nothing any more. */
    private void lose() {
        if (!over && path.from().isPlugged()) {
            over = true;
            patience.cancel();
            listener.failed(Failure.UNREACHABLE);
        }
    }

    void receivedOnce() {
        if (!received) {
            received = true;
            if (invites) {
                network.surely(path.back(), () -> heard(complete(SipResponse.of(100, "Trying"))));
            }
            path.to().received(this);
        }
    }

    @Override
    public SipRequest request() {
        return request;
    }

    @Override
    public Peer peer() {
        return path.sender();
    }

    @Override
    public void respond(SipResponse response) {
        boolean again = accepted && invites && response.isSuccess();
        if (answered && !again) {
            return;
        }
        answered = !response.isProvisional();
        accepted = response.isSuccess();
        SipResponse written = complete(response);
        network.note(path.back(), written);
        if (invites && (response.isSuccess() || response.isProvisional())) {
            network.once(path.back(), () -> heard(written));
        } else {
            network.surely(path.back(), () -> heard(written));
        }
    }

    private SipResponse complete(SipResponse response) {
        SipHeaders headers = response.headers();
        for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            boolean mayStand = name.equals("To") && headers.first(name).isPresent();
            Optional<String> value = mayStand ? Optional.empty() : request.header(name);
            headers = value.isPresent() ? headers.with(name, value.get()) : headers;
        }
        String to = headers.first("To").orElse("");
        if (response.status() > 100
                && NameAddress.parse(to).flatMap(NameAddress::tag).isEmpty()) {
            headers = headers.with("To", to + ";tag=" + tag);
        }
        return new SipResponse(response.status(), response.reason(), headers, response.body());
    }

    private void heard(SipResponse response) {
        boolean accepts = invites && response.isSuccess();
        if (over && !(accepts && proceeding)) {
            return;
        }
        proceeding = true;
        if (invites || !response.isProvisional()) {
            patience.cancel();
        }
        over |= !response.isProvisional();
        listener.responded(response, path.back().sender());
        if (wantsCancel && !over) {
            sendCancel();
        }
    }

    @Override
    public void cancel() {
        if (invites && !over) {
            if (proceeding) {
                sendCancel();
            } else {
                wantsCancel = true;
            }
        }
    }

    private void sendCancel() {
        wantsCancel = false;
        SipRequest cancel = SipRequest.of("CANCEL", request.uri());
        for (String name : List.of("Via", "From", "To", "Call-ID")) {
            cancel = request.header(name).isPresent()
                    ? cancel.with(name, request.header(name).get())
                    : cancel;
        }
        network.note(
                path,
                cancel.with("CSeq", request.header("CSeq").orElse("1 INVITE").replace("INVITE", "CANCEL")));
        network.surely(path, () -> {
            if (!answered && !cancelled) {
                cancelled = true;
                onCancel.ifPresent(Runnable::run);
            }
        });
    }

    @Override
    public void onCancel(Runnable action) {
        if (cancelled) {
            action.run();
        } else {
            onCancel = Optional.of(action);
        }
    }
}
