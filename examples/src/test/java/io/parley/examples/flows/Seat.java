package io.parley.examples.flows;

import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pRole;
import io.parley.c3p.Command;
import io.parley.ports.in.FocusService.Departure;
import java.util.List;
import java.util.Optional;

/** What somebody who has joined does and sees. Whatever is done has had its effect when it returns. */
interface Seat {

    /** The role that was granted. */
    C3pRole granted();

    /** Says that he is still there. */
    void update();

    /** Goes. */
    void leave();

    /** Sends a command: the status code of SIP by which it is taken or refused. */
    int send(Command command);

    /** The responses that have come since the last look, in order. */
    List<C3pResponse> responses();

    /** Sends a command that is taken, and gives its one response. */
    C3pResponse ask(Command command);

    /** Begins to watch. */
    void watch();

    /** Ends that. */
    void watchNoMore();

    /** What is known from the documents that have come. */
    Roster roster();

    /** Why the focus has ended the call; empty if it has not. */
    Optional<Departure> sentAway();
}
