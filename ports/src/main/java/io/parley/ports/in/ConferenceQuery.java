package io.parley.ports.in;

import io.parley.conference.Conference;
import io.parley.identity.XconUri;
import java.util.List;
import java.util.Optional;

/**
 * Looks at conference objects as they are, without asking anybody's permission: for embedders and for transports that decide
 * themselves what their clients may see.
 *
 * <p>Contract: may be called by any number of threads at once; sees every change whose commit came before the call.
 */
public interface ConferenceQuery {

    /** The conference object of that identity. */
    Optional<Conference> find(XconUri id);

    /** All conference objects, as they stood at one instant, in the order of their identities. */
    List<Conference> all();
}
