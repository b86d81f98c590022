package io.parley.dialout;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.focus.DialOut;
import io.parley.focus.FocusInstance;
import io.parley.focus.OutgoingCall;
import io.parley.focus.OutgoingCall.State;
import io.parley.user.DisconnectionMethod;
import io.parley.user.EndpointStatus;
import io.parley.user.JoiningMethod;
import io.parley.user.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a call stands in the conference document: an endpoint of whoever is called (RFC 4575 section 5.7). */
final class ShownCall {

    private static final ElementType ENDPOINT = Schema.USER.child(Info.ENDPOINT);

    private ShownCall() {}

    /** The next version of {@code conference}, in which {@code call} is as it is now, and stands in {@code document} as that says. */
    static Conference in(
            Conference conference, Element document, FocusInstance instance, OutgoingCall call, Instant now) {
        Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
        Element record = users.entry(Info.USER, call.user().toString())
                .orElseGet(() -> User.builder(call.user()).build());
        Element shown = record.entry(Info.ENDPOINT, call.documentEntity()).orElseGet(() -> begun(call, now));
        Element next = document.with(users.with(record.with(in(shown, call.state(), now))));
        return conference.next(
                next, conference.attendance(), conference.focus().orElseThrow().with(instance.with(call)));
    }

    private static Element begun(OutgoingCall call, Instant now) {
        DialOut wanted = call.wanted();
        Element endpoint = ENDPOINT.empty().withAttribute(Attributes.ENTITY, call.documentEntity());
        if (wanted.method() == DialOut.Method.DIAL_OUT) {
            endpoint = endpoint.with(Info.JOINING_METHOD, JoiningMethod.DIALED_OUT);
        }
        if (wanted.by().isPresent()) {
            endpoint = endpoint.with(ENDPOINT.child(Info.JOINING_INFO)
                    .empty()
                    .with(Info.BY, wanted.by().get()));
        }
        if (wanted.referredBy().isPresent()) {
            endpoint = endpoint.with(ENDPOINT.child(Info.REFERRED)
                    .empty()
                    .with(Info.WHEN, text(now))
                    .with(Info.BY, wanted.referredBy().get().toString()));
        }
        return endpoint;
    }

    private static Element in(Element endpoint, State state, Instant now) {
        if (state instanceof State.Failed failed) {
            boolean busy = failed.status().isBusy();
            return endpoint.with(Info.STATUS, EndpointStatus.DISCONNECTED)
                    .with(Info.DISCONNECTION_METHOD, busy ? DisconnectionMethod.BUSY : DisconnectionMethod.FAILED)
                    .with(ENDPOINT.child(Info.DISCONNECTION_INFO)
                            .empty()
                            .with(Info.WHEN, text(now))
                            .with(Info.REASON, failed.status().reason()));
        }
        return endpoint.with(
                        Info.STATUS,
                        state instanceof State.Alerting ? EndpointStatus.ALERTING : EndpointStatus.DIALING_OUT)
                .without(Info.DISCONNECTION_METHOD)
                .without(Info.DISCONNECTION_INFO);
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
