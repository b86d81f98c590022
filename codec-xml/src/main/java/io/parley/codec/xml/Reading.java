package io.parley.codec.xml;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.MalformedRequest;

/** What came of reading a request. */
public sealed interface Reading {

    /** The namespace in which the answer is written. */
    Dialect dialect();

    /**
     * The request was understood.
     *
     * @param request the request
     * @param dialect the namespace in which it came
     */
    record Read(CcmpRequest request, Dialect dialect) implements Reading {}

    /**
     * The request was not understood.
     *
     * @param fault what is wrong, and as much as was understood
     * @param dialect the namespace in which it came; the registered one if that was not understood either
     */
    record Unreadable(MalformedRequest fault, Dialect dialect) implements Reading {}
}
