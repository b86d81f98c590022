package io.parley.http.join;

import io.parley.identity.SipUri;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client needs to join (MS-CONFBAS section 2.2.6.3): valid by the schema of section 6.1.
 *
 * @param conference the conference-URI; empty if the URL could not be parsed
 * @param serverTime how long the server took
 * @param requested the URL as it was requested
 * @param conferenceKey the conference id from the URL, never a passcode; empty if the URL could not be parsed
 */
public record OcsmeetDocument(
        Optional<SipUri> conference, Duration serverTime, String requested, Optional<String> conferenceKey) {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/vnd.microsoft.ocsmeeting";

    private static final String NAMESPACE = "http://schemas.microsoft.com/rtc/2009/05/simplejoinconfdoc";

    /** Refuses nulls and a time below 0. */
    public OcsmeetDocument {
        Objects.requireNonNull(conference, "conference");
        Objects.requireNonNull(requested, "requested");
        Objects.requireNonNull(conferenceKey, "conferenceKey");
        if (serverTime.isNegative()) {
            throw new IllegalArgumentException("the server cannot take " + serverTime);
        }
    }

    /** The document, to be sent as UTF-8. */
    public String xml() {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<conf-info xmlns=\"" + NAMESPACE + "\">"
                + element("conf-uri", conference.map(SipUri::toString).orElse(""))
                + element("server-time", milliseconds())
                + element("original-incoming-url", requested)
                + element("conf-key", conferenceKey.orElse(""))
                + "</conf-info>\n";
    }

    private String milliseconds() {
        return String.format(Locale.ROOT, "%.4f", serverTime.toNanos() / 1e6);
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + Escaped.text(text) + "</" + name + ">";
    }
}
