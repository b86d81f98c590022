package io.parley.examples.flows;

import io.parley.sip.dialog.SubscriberHandler;
import io.parley.sip.dialog.SubscriptionEnd;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What whoever sent a REFER hears of it. */
final class Referred implements SubscriberHandler {

    private final List<String> told = new ArrayList<>();
    private final List<SubscriptionEnd> ends = new ArrayList<>();
    private Optional<SipResponse> response = Optional.empty();
    private String state = "";

    @Override
    public void accepted(SipResponse accepted) {
        response = Optional.of(accepted);
    }

    @Override
    public void failed(SipResponse refused) {
        response = Optional.of(refused);
    }

    @Override
    public void notified(SipMessage message) {
        if (!message.body().contentType().orElse("").startsWith("message/sipfrag")) {
            throw new AssertionError("no status line: " + message.body().contentType());
        }
        told.add(message.body().text().strip());
        state = message.header("Subscription-State").orElse("").replaceFirst(";.*", "");
    }

    @Override
    public void ended(SubscriptionEnd end) {
        ends.add(end);
    }

    /** The answer to the REFER. */
    SipResponse response() {
        return response.orElseThrow(() -> new AssertionError("no answer to the REFER"));
    }

    int status() {
        return response().status();
    }

    /** The status lines, in order. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** Whether the last NOTIFY has said that there will be no other. */
    boolean isTerminated() {
        return state.equals("terminated") && ends.equals(List.of(SubscriptionEnd.ENDED));
    }
}
