package io.parley.examples.embedding;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.identity.XconUri;
import io.parley.ports.in.CcmpService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Books meetings, and closes them when their time is over: what conference logic of one's own may look like. Serves one thread.
 *
 * <p>It knows the service and a clock and nothing else of the system, so that its test can script both.
 */
public final class BookingDesk {

    private final CcmpService ccmp;
    private final InstantSource clock;
    private final String clerk;
    private final String domain;
    private final Map<XconUri, Instant> ends = new LinkedHashMap<>();

    /** A desk that books in the name of {@code clerk}, an XCON-USERID, in {@code domain}. */
    public BookingDesk(CcmpService ccmp, InstantSource clock, String clerk, String domain) {
        this.ccmp = ccmp;
        this.clock = clock;
        this.clerk = clerk;
        this.domain = domain;
    }

    /** Books a meeting from now on; empty if the system refuses it. */
    public Optional<XconUri> book(String title, Duration length) {
        CcmpResponse response = insist(CcmpRequest.of(Message.CONF, clerk)
                .operation(Operation.CREATE)
                .info(Conferences.newConference(domain).title(title).build()));
        Optional<XconUri> booked = response.isSuccess() ? response.confObjId().map(XconUri::of) : Optional.empty();
        booked.ifPresent(meeting -> ends.put(meeting, clock.instant().plus(length)));
        return booked;
    }

    /** Closes the meetings whose time is over, and names them; one that somebody else has closed counts as closed. */
    public List<XconUri> closeOverdue() {
        List<XconUri> closed = new ArrayList<>();
        for (Map.Entry<XconUri, Instant> booked : ends.entrySet()) {
            if (!booked.getValue().isAfter(clock.instant()) && close(booked.getKey())) {
                closed.add(booked.getKey());
            }
        }
        closed.forEach(ends::remove);
        return closed;
    }

    private boolean close(XconUri meeting) {
        CcmpResponse response = insist(
                CcmpRequest.of(Message.CONF, clerk).on(meeting.toString()).operation(Operation.DELETE));
        return response.isSuccess() || response.code() == ResponseCode.OBJECT_NOT_FOUND;
    }

    /** Asks once more when the system itself was at fault: then nothing has happened. */
    private CcmpResponse insist(CcmpRequest request) {
        CcmpResponse response = ccmp.handle(request);
        return response.code() == ResponseCode.SERVER_INTERNAL_ERROR ? ccmp.handle(request) : response;
    }
}
