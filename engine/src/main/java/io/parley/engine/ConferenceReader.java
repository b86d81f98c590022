package io.parley.engine;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.conference.Conference;
import io.parley.focus.DialogId;
import io.parley.ports.in.FocusService.McuId;
import java.util.Optional;

/** Answers getConference; not yet. */
final class ConferenceReader {
    C3pResponse read(Conference conference, DialogId dialog, C3pRequest request) {
        return C3pResponse.failure(request, Reason.NOT_SUPPORTED);
    }

    boolean mayModifyOwnFilters(Conference conference, Optional<McuId> mcu, boolean presenter) {
        return presenter;
    }
}
