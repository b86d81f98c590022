package io.parley.codec.c3p;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.MalformedC3p;
import io.parley.identity.SipUri;

/** Messages between Bob and the focus of a conference, as text and as values. */
final class Messages {

    static final SipUri FOCUS = SipUri.of("sip:alice@fabrikam.com;gruu;opaque=app:conf:focus:id:5D3747C1");
    static final SipUri CHAT = SipUri.of("sip:alice@fabrikam.com;gruu;opaque=app:conf:chat:id:5D3747C1");
    static final SipUri BOB = SipUri.of("sip:bob@fabrikam.com");
    static final SipUri CATHY = SipUri.of("sip:cathy@fabrikam.com");
    static final ConferenceKeys KEYS = ConferenceKeys.of(FOCUS);

    private static final String NAMESPACES =
            "xmlns='urn:ietf:params:xml:ns:cccp' xmlns:ci='urn:ietf:params:xml:ns:conference-info'"
                    + " xmlns:cis='urn:ietf:params:xml:ns:conference-info-separator'"
                    + " xmlns:msci='http://schemas.microsoft.com/rtc/2005/08/confinfoextensions'"
                    + " xmlns:mscp='http://schemas.microsoft.com/rtc/2005/08/cccpextensions'";

    private Messages() {}

    /** A request of Bob's with {@code command} in it, in which {@code $C}, {@code $M} and {@code $U} are the three URIs. */
    static byte[] request(String command) {
        return root("request", "requestId='1' from='" + BOB + "' to='" + FOCUS + "'", command);
    }

    /** A response to Bob with {@code content} in it, likewise. */
    static byte[] response(String content) {
        return root("response", "requestId='1' code='failure' from='" + FOCUS + "' to='" + BOB + "'", content);
    }

    static byte[] root(String name, String attributes, String content) {
        String text = "<" + name + " " + NAMESPACES + " " + attributes + ">" + content + "</" + name + ">";
        return C3pTrees.utf8(text.replace("$C", FOCUS.toString())
                .replace("$M", CHAT.toString())
                .replace("$U", CATHY.toString()));
    }

    /** The command that is read from {@link #request}. */
    static Command command(String command) {
        return C3pTrees.request(request(command)).command();
    }

    /** What is wrong with {@link #request}. */
    static MalformedC3p fault(String command) {
        return fault(request(command));
    }

    static MalformedC3p fault(byte[] message) {
        C3pReading reading = C3pTrees.CODEC.readRequest(message);
        if (reading instanceof C3pReading.Unreadable unreadable) {
            return unreadable.fault();
        }
        throw new AssertionError("was read: " + reading);
    }

    static C3pRequest request(Command command) {
        return new C3pRequest("1", BOB, FOCUS, command);
    }

    /** The response as it comes back from being written, which is checked by Microsoft's schema. */
    static C3pResponse comesBack(C3pResponse response) throws UnreadableC3pException {
        return C3pTrees.CODEC.readResponse(C3pTrees.valid(response));
    }
}
