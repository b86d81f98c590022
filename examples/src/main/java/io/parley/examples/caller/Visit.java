package io.parley.examples.caller;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.codec.c3p.UnreadableC3pException;
import io.parley.identity.SipUri;
import io.parley.sip.dialog.Session;
import io.parley.sip.dialog.SessionEnd;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A user in a conference, from the moment that its focus has accepted his call.
 *
 * <p>May be used by any number of threads at once.
 */
public final class Visit {

    private static final SipResponse GONE = SipResponse.of(481, "Call/Transaction Does Not Exist");

    private final SipUser user;
    private final SipUri conference;
    private final Session session;
    private final AtomicInteger numbers = new AtomicInteger(1);
    private final Map<String, CompletableFuture<C3pResponse>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile boolean ended;

    Visit(SipUser user, SipUri conference, Session session) {
        this.user = user;
        this.conference = conference;
        this.session = session;
    }

    /** The conference-URI. */
    public SipUri conference() {
        return conference;
    }

    /**
     * Sends a command by INFO (section 3.5). The future has the final response of C3P, which may be that it failed; it fails with a
     * {@link RefusedException} if the INFO is not accepted, or the call ends before.
     */
    public CompletableFuture<C3pResponse> ask(Command command) {
        String number = Integer.toString(numbers.incrementAndGet());
        CompletableFuture<C3pResponse> answer = new CompletableFuture<>();
        asked.put(number, answer);
        SipBody body = user.body(new C3pRequest(number, user.self(), conference, command));
        session.send("INFO", SipHeaders.NONE, body, response -> {
            if (!response.isSuccess()) {
                refuse(number, response);
            } else if (!response.body().isEmpty()) {
                told(response.body());
            }
        });
        if (ended) {
            refuse(number, GONE);
        }
        return answer;
    }

    private void refuse(String number, SipResponse response) {
        CompletableFuture<C3pResponse> answer = asked.remove(number);
        if (answer != null) {
            answer.completeExceptionally(new RefusedException(response));
        }
    }

    /** The focus sends something by INFO, or in its answer to one (section 3.5.5.1.2). */
    void told(SipBody body) {
        try {
            C3pResponse response = user.codec().readResponse(body.bytes());
            CompletableFuture<C3pResponse> answer =
                    response.code() == C3pCode.PENDING ? null : asked.remove(response.requestId());
            if (answer != null) {
                answer.complete(response);
            }
        } catch (UnreadableC3pException notForUs) {
            System.getLogger(Visit.class.getName())
                    .log(System.Logger.Level.DEBUG, "An INFO that is no response", notForUs);
        }
    }

    /** Follows the roster from now on (section 3.4). */
    public void follow(Follower follower) {
        Following following = new Following(user.codec(), follower);
        SipHeaders headers = SipHeaders.NONE
                .with("Event", "conference")
                .with("Accept", "application/conference-info+xml")
                .with("Expires", "3600");
        following.of(session.subscribe("SUBSCRIBE", headers, SipBody.NONE, following));
    }

    /** Leaves by BYE. Has no effect when the visit is over. */
    public void leave() {
        session.end();
    }

    /** Is complete when the call has ended from whichever side, and the other one knows. */
    public CompletableFuture<Void> over() {
        return over.copy();
    }

    void ended(SessionEnd end) {
        ended = true;
        asked.keySet().forEach(number -> refuse(number, GONE));
        if (end == SessionEnd.LEFT || end == SessionEnd.CLOSED) {
            departed();
        }
    }

    void departed() {
        over.complete(null);
    }
}
