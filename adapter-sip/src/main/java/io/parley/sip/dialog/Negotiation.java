package io.parley.sip.dialog;

import io.parley.sip.dialog.SessionExpires.Refresher;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/** What a server answers about session timers (RFC 4028 section 9). A function of the request and the settings. */
sealed interface Negotiation {

    /** The request is refused. */
    record Refused(SipResponse response) implements Negotiation {}

    /**
     * The session is accepted.
     *
     * @param granted the interval and who refreshes; empty if there is no timer
     * @param supported whether the client knows session timers
     */
    record Agreed(Optional<SessionExpires> granted, boolean supported) implements Negotiation {

        /** {@code response} with what it has to say, if it is a 2xx. */
        SipResponse into(SipResponse response) {
            if (!response.isSuccess() || granted.isEmpty()) {
                return response;
            }
            SipResponse told = response.with("Session-Expires", granted.get().toString());
            return supported ? Headers.listing(Headers.listing(told, "Require", "timer"), "Supported", "timer") : told;
        }
    }

    /** What is agreed on with a request that is to be accepted, be its interval as small as it may. */
    static Agreed agreed(SipRequest request, SessionTimers timers) {
        Negotiation negotiation = answer(request, timers.atLeast(SessionTimers.FLOOR));
        return negotiation instanceof Agreed agreed ? agreed : new Agreed(Optional.empty(), false);
    }

    static Negotiation answer(SipRequest request, SessionTimers timers) {
        boolean supported = request.headers().lists("Supported", "timer")
                || request.headers().lists("Require", "timer");
        long least = Math.max(
                SessionTimers.FLOOR.toSeconds(),
                Headers.seconds(request, "Min-SE").orElse(0));
        Optional<String> text = request.header("Session-Expires");
        if (text.isEmpty()) {
            return unasked(Math.max(least, timers.interval().toSeconds()), timers.choice(), supported);
        }
        Optional<SessionExpires> asked = SessionExpires.parse(text.get());
        if (asked.isEmpty()) {
            return new Refused(Rejections.malformed("Session-Expires: " + text.get()));
        }
        return supported ? granted(asked.get(), least, timers) : without(asked.get(), timers);
    }

    /** Nobody has asked for a timer, and we would have one. */
    private static Negotiation unasked(long seconds, RefresherChoice choice, boolean supported) {
        if (supported) {
            return new Agreed(Optional.of(SessionExpires.of(seconds, Refresher.UAC)), true);
        }
        return new Agreed(
                choice == RefresherChoice.AS_ABLE
                        ? Optional.of(SessionExpires.of(seconds, Refresher.UAS))
                        : Optional.empty(),
                false);
    }

    private static Negotiation granted(SessionExpires asked, long least, SessionTimers timers) {
        if (asked.seconds() < timers.minimum().toSeconds()) {
            return new Refused(SipResponse.of(422, "Session Interval Too Small")
                    .with("Min-SE", Long.toString(timers.minimum().toSeconds())));
        }
        // It may be made shorter, but not below what the request allows, and never longer.
        long most = Math.max(least, timers.maximum().toSeconds());
        Refresher refresher = timers.choice() == RefresherChoice.CLIENT
                ? Refresher.UAC
                : asked.refresher().orElse(Refresher.UAC);
        return new Agreed(Optional.of(SessionExpires.of(Math.min(asked.seconds(), most), refresher)), true);
    }

    /** The client knows no timers, and somebody on the way asked for one: we refresh (table 2), unless the client has to. */
    private static Negotiation without(SessionExpires asked, SessionTimers timers) {
        boolean none = asked.seconds() < SessionTimers.FLOOR.toSeconds() || timers.choice() == RefresherChoice.CLIENT;
        long seconds = Math.min(asked.seconds(), timers.maximum().toSeconds());
        return new Agreed(none ? Optional.empty() : Optional.of(SessionExpires.of(seconds, Refresher.UAS)), false);
    }
}
