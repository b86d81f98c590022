package io.parley.c3p;

import io.parley.document.Element;
import io.parley.identity.SipUri;
import java.util.List;

/**
 * A request of C3P with its one command (section 2.2.3.1.1).
 *
 * @param requestId what its responses repeat: digits when it is sent, anything when it is received
 * @param from who sends it
 * @param to whom it is sent to: a conference, a Focus Factory
 * @param command the command
 * @param extensions elements in the command that the schema leaves to others, in order; nothing is made of them here
 */
public record C3pRequest(String requestId, SipUri from, SipUri to, Command command, List<Element> extensions) {

    /** Copies the list, and refuses an empty {@code requestId} with an {@link IllegalArgumentException}. */
    public C3pRequest {
        extensions = List.copyOf(extensions);
        if (requestId.isBlank()) {
            throw new IllegalArgumentException("a request has a requestId, not '" + requestId + "'");
        }
    }

    /** A request without extensions. */
    public C3pRequest(String requestId, SipUri from, SipUri to, Command command) {
        this(requestId, from, to, command, List.of());
    }

    /** This request on its way to somebody else, with another command in it. */
    public C3pRequest with(Command other) {
        return new C3pRequest(requestId, from, to, other, extensions);
    }
}
