package io.parley.sip.focus;

import io.parley.focus.SipStatus;
import io.parley.sip.message.SipBody;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code message/sipfrag} bodies of NOTIFYs after a REFER (RFC 3420, RFC 3515 section 2.4.5): a status line. */
final class SipFragment {

    private static final Pattern STATUS_LINE =
            Pattern.compile("\\A\\s*SIP/2\\.0[ \t]+([1-6]\\d\\d)(?:[ \t]+([^\r\n]*))?");

    private SipFragment() {}

    static SipBody of(SipStatus status) {
        return SipBody.of("message/sipfrag;version=2.0", "SIP/2.0 " + status.code() + " " + status.phrase() + "\r\n");
    }

    /** The status that {@code body} begins with; empty if it is something else. */
    static Optional<SipStatus> status(SipBody body) {
        Matcher line = STATUS_LINE.matcher(body.text());
        boolean isOne = body.contentType()
                .filter(type -> type.matches("(?is)message/sipfrag\\s*(;.*)?"))
                .isPresent();
        return isOne && line.find()
                ? Optional.of(new SipStatus(
                        Integer.parseInt(line.group(1)),
                        Optional.ofNullable(line.group(2)).orElse("")))
                : Optional.empty();
    }
}
