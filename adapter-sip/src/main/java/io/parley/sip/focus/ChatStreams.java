package io.parley.sip.focus;

import io.parley.conference.Conference;
import io.parley.focus.SipStatus;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.dialog.Session;
import io.parley.sip.focus.PlacedCalls.Order;
import io.parley.sip.message.SipBody;
import io.parley.sip.message.SipResponse;
import java.util.function.Consumer;

/** A call with a stream of messages. */
record ChatStreams(ChatMcus mcus, Order order) implements Streams {

    @Override
    public void offer(Consumer<SipBody> offered, Consumer<SipStatus> failed) {
        offered.accept(mcus.offer());
    }

    @Override
    public Answered answered(Session session, SipResponse response, Conference joined, Call call) {
        return new Answered(
                SipBody.NONE,
                mcus.called(session, response, joined, call.caller().uri(), call));
    }
}
