package io.parley.sip.dialog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code Session-Expires} header (RFC 4028 section 4): seconds, and who refreshes if it says so. */
record SessionExpires(long seconds, Optional<Refresher> refresher) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,10})((?:\\s*;[^;]*)*)");
    private static final Pattern REFRESHER = Pattern.compile("(?i);\\s*refresher\\s*=\\s*(uac|uas)\\s*(?:;|$)");

    /** Client and server of the request that the header is about. */
    enum Refresher {
        UAC,
        UAS
    }

    static SessionExpires of(long seconds, Refresher refresher) {
        return new SessionExpires(seconds, Optional.of(refresher));
    }

    static Optional<SessionExpires> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Matcher refresher = REFRESHER.matcher(matcher.group(2));
        Optional<Refresher> named = refresher.find()
                ? Optional.of(Refresher.valueOf(refresher.group(1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
        return Optional.of(new SessionExpires(Long.parseLong(matcher.group(1)), named));
    }

    @Override
    public String toString() {
        return seconds
                + refresher
                        .map(it -> ";refresher=" + it.name().toLowerCase(Locale.ROOT))
                        .orElse("");
    }
}
