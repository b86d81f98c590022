package io.parley.sip.dialog;

import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.time.Duration;
import java.util.Optional;

/** How long a subscription is to last (RFC 6665 section 4.2.1.1). */
final class Durations {

    private static final Duration NEVER_TOO_SHORT = Duration.ofHours(1);

    /** What a SUBSCRIBE asks for, and gets. */
    record Asked(Duration granted, Optional<SipResponse> refusal) {}

    private Durations() {}

    static Asked of(SipRequest subscribe, SubscriptionSettings settings) {
        boolean implicit = subscribe.method().equals("REFER");
        Optional<String> text = implicit ? Optional.empty() : subscribe.header("Expires");
        if (text.isEmpty()) {
            return new Asked(settings.standard(), Optional.empty());
        }
        if (!text.get().matches("\\d{1,10}")) {
            return new Asked(Duration.ZERO, Optional.of(Rejections.malformed("Expires: " + text.get())));
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(text.get()));
        if (!asked.isZero() && asked.compareTo(NEVER_TOO_SHORT) < 0 && asked.compareTo(settings.minimum()) < 0) {
            SipResponse brief = SipResponse.of(423, "Interval Too Brief")
                    .with("Min-Expires", Long.toString(settings.minimum().toSeconds()));
            return new Asked(asked, Optional.of(brief));
        }
        return new Asked(asked.compareTo(settings.maximum()) > 0 ? settings.maximum() : asked, Optional.empty());
    }
}
