package io.parley.codec.c3p;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.MalformedC3p;

/** What came of reading a request. */
public sealed interface C3pReading {

    /**
     * The request was understood.
     *
     * @param request the request
     */
    record Read(C3pRequest request) implements C3pReading {}

    /**
     * The request was not understood.
     *
     * @param fault what is wrong, and as much as was understood
     */
    record Unreadable(MalformedC3p fault) implements C3pReading {}
}
