package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.identity.XconUserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** One state of a conference as an audience sees it, piece by piece, so that only what is needed is put together. */
interface Projection {

    /** The state. */
    Conference conference();

    /** The parts that have no state of their own and are told whole, in the order of the schema. */
    List<Element> parts();

    /** Everybody who may be seen: who is seen is among them. */
    Iterable<XconUserId> everybody();

    /** The element of {@code user}, with state full; empty if he is not there, or not seen to be. */
    Optional<Element> user(XconUserId user);

    /** The entries of {@code sidebars-by-ref}, in the order of their URIs. */
    List<Element> references();

    /** The sidebars by value of which the audience may know, by their URIs. */
    SortedMap<String, Projection> sidebars();

    /** The {@code entity-view} elements, that of the focus first. */
    List<Element> views();

    /** Whose elements may differ in {@code later}, a later state seen by the same audience. */
    Set<XconUserId> touched(Projection later);
}
