package io.parley.sip.chat;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import java.util.List;
import java.util.Locale;

/**
 * What is passed on to everybody else: a message (RFC 3428), or that somebody is writing one (RFC 3994 in a MESSAGE, {@code KeyboardActivity}
 * in an INFO). The body goes on as it came, with what its reader has to know of it; who wrote it stands in {@code Ms-Sender}, as the
 * {@code From} within a session is the MCU.
 *
 * @param method by which it came and goes
 * @param headers who wrote it, and what belongs to the body
 * @param body what was written
 * @param isOfTheMoment whether it means nothing later
 */
record Relayed(String method, SipHeaders headers, SipBody body, boolean isOfTheMoment) {

    private static final List<String> OF_THE_BODY =
            List.of("Content-Encoding", "Content-Disposition", "Content-Language", "Content-Transfer-Encoding");

    private static final int LONGEST_ACTIVITY = 2048;

    static Relayed of(SipRequest request, NameAddress sender) {
        SipHeaders headers = SipHeaders.NONE.and("Ms-Sender", sender.toString());
        for (String name : OF_THE_BODY) {
            for (String value : request.headers().all(name)) {
                headers = headers.and(name, value);
            }
        }
        boolean isOfTheMoment =
                request.method().equals("INFO") || isOfType(request.body(), "application/im-iscomposing+xml");
        return new Relayed(request.method(), headers, request.body(), isOfTheMoment);
    }

    /** Whether {@code request} is an INFO that tells that its sender writes. */
    static boolean isKeyboardActivity(SipRequest request) {
        return request.method().equals("INFO")
                && isOfType(request.body(), "application/xml")
                && request.body().size() <= LONGEST_ACTIVITY
                && request.body().text().contains("<KeyboardActivity");
    }

    /** Whether that is the type of {@code body}, whatever its parameters. */
    static boolean isOfType(SipBody body, String type) {
        return body.contentType()
                .map(written -> written.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(type::equals)
                .isPresent();
    }
}
