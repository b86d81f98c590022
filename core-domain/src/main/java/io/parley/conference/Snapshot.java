package io.parley.conference;

import io.parley.identity.XconUri;
import java.util.List;
import java.util.Optional;

/** The conference objects of a system as they stood at one instant; what a decision reads. */
public interface Snapshot {

    /** The conference object of that identity. */
    Optional<Conference> find(XconUri id);

    /** The conference objects that record {@code parent} as the one they were made from, in the order of their identities. */
    List<Conference> childrenOf(XconUri parent);

    /** All conference objects, in the order of their identities. */
    Iterable<Conference> all();

    /**
     * Whether there are {@code limit} or more of what {@code tally} counts. What a decision reads by this is the answer and not the
     * number: it is made again only if the answer has changed, so that many may create at once while there is room.
     */
    boolean reaches(Tally tally, int limit);
}
