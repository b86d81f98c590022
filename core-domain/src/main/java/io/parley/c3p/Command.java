package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;

/**
 * A conference control command (section 2.2.3, MS-CONFPRO): the one element inside a request. What its type cannot hold wrongly a codec
 * refuses; what it can is looked at by {@link DocumentFaults}.
 */
public sealed interface Command permits UserCommand, ConferenceCommand, MediaCommand, FactoryCommand, UnknownCommand {

    /** The name of its element. */
    String name();

    /** The conference that it is about. */
    Optional<SipUri> confEntity();

    /** The users that it is about, in order; empty if it is about the conference as a whole. */
    default List<SipUri> targets() {
        return List.of();
    }

    /** The MCU that is to execute it. */
    default Optional<SipUri> mcuUri() {
        return Optional.empty();
    }
}
