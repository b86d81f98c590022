package io.parley.inmemory;

import io.parley.focus.DialOut;
import io.parley.focus.DialogId;
import io.parley.focus.OutgoingCall;
import io.parley.focus.SipStatus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.Device;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * People whom a focus calls, for tests: each does at once what was said of him, and who was not spoken of does nothing. Serves any number of
 * threads.
 */
public final class Callees {

    private final FocusService focus;
    private final Map<String, List<Deed>> deeds = new ConcurrentHashMap<>();

    /** People whom this focus calls. */
    public Callees(FocusService focus) {
        this.focus = focus;
    }

    private interface Deed {
        void of(XconUri conference, OutgoingCall call);
    }

    /** The device of {@code who} rings when it is called, or accepts to be referred. */
    public Callees rings(SipUri who) {
        return does(who, (conference, call) -> focus.alerting(conference, call.id()));
    }

    /** {@code who} answers, by a dialog whose {@code Call-ID} is the identifier of the call; or says that he has followed a REFER. */
    public Callees answers(SipUri who) {
        return does(who, (conference, call) -> {
            if (call.wanted().method() == DialOut.Method.REFER) {
                focus.followed(conference, call.id());
            } else {
                focus.answered(conference, call.id(), device(call));
            }
        });
    }

    /** {@code who} does not come, for this reason. */
    public Callees fails(SipUri who, SipStatus status) {
        return does(who, (conference, call) -> focus.failed(conference, call.id(), status));
    }

    private Callees does(SipUri who, Deed deed) {
        deeds.computeIfAbsent(who.key(), fresh -> new CopyOnWriteArrayList<>()).add(deed);
        return this;
    }

    /** The device by which {@code call} is answered. */
    public static Device device(OutgoingCall call) {
        return new Device(
                new DialogId(call.id().value(), "focus", "callee"),
                call.wanted().target() + ";device=" + call.id().value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    void called(XconUri conference, OutgoingCall call) {
        deeds.getOrDefault(call.wanted().target().key(), List.of()).forEach(deed -> deed.of(conference, call));
    }
}
