package io.parley.engine;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Reason;
import io.parley.ports.in.FocusService.Signaller;

/** Serves the Focus Factory; nothing is provisioned yet. */
final class Provisioner {
    C3pResponse provision(Signaller sender, String call, C3pRequest request) {
        return C3pResponse.failure(request, Reason.NOT_SUPPORTED);
    }
}
