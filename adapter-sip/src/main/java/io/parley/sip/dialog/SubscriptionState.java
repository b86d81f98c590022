package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipMessage;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A {@code Subscription-State} header (RFC 6665 section 8.4).
 *
 * @param state {@code active}, {@code pending}, {@code terminated} or an extension, as written
 * @param reason why it is terminated
 * @param expires for how many seconds the subscription goes on
 */
public record SubscriptionState(String state, Optional<String> reason, OptionalLong expires) {

    /** What {@code notify} says; empty if it has no such header, or one that says nothing. */
    public static Optional<SubscriptionState> of(SipMessage notify) {
        return notify.header("Subscription-State").flatMap(SubscriptionState::parse);
    }

    private static Optional<SubscriptionState> parse(String text) {
        int end = text.indexOf(';');
        String state = (end < 0 ? text : text.substring(0, end)).strip();
        Optional<NameAddress> read = NameAddress.parse("<subscription:state>" + (end < 0 ? "" : text.substring(end)));
        if (state.isEmpty() || read.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong expires = read.get()
                .parameter("expires")
                .filter(it -> it.matches("\\d{1,10}"))
                .map(it -> OptionalLong.of(Long.parseLong(it)))
                .orElse(OptionalLong.empty());
        return Optional.of(new SubscriptionState(state, read.get().parameter("reason"), expires));
    }

    /** Whether it is the last of its subscription. */
    public boolean isTerminated() {
        return state.equalsIgnoreCase("terminated");
    }
}
