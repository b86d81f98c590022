package io.parley.inmemory;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.focus.CallId;
import io.parley.focus.McuType;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.Announcements;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.Signalling;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Reaches nobody and mixes nothing: for a system that only keeps conference objects. */
public enum Silence implements Signalling, McuGateway, Announcements {
    /** The only one. */
    SILENCE;

    @Override
    public void call(XconUri conference, SipUri focus, OutgoingCall call) {}

    @Override
    public void cancel(XconUri conference, CallId call) {}

    @Override
    public void bye(XconUri conference, ContactUri endpoint) {}

    @Override
    public void endApproaches(Conference conference, Duration left) {}

    @Override
    public void mix(Conference conference) {}

    @Override
    public void stop(XconUri conference) {}

    @Override
    public List<McuType> types() {
        return List.of();
    }

    @Override
    public void start(McuId mcu, Conference conference) {}

    @Override
    public void refresh(McuId mcu) {}

    @Override
    public boolean isAvailable(McuId mcu) {
        return false;
    }

    @Override
    public void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {
        responses.accept(C3pResponse.failure(request, Reason.SERVER_BUSY));
    }

    @Override
    public void release(McuId mcu) {}
}
