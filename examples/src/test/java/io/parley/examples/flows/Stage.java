package io.parley.examples.flows;

import io.parley.c3p.C3pRole;

/** Where the flows of MS-CONFBAS section 4 are played: a house, and how one comes into its conference. */
interface Stage {

    House house();

    /** {@code who} joins by {@code device}, and asks for a role. */
    Seat join(String who, String device, C3pRole asked);

    default Seat join(String who) {
        return join(who, "{" + who + "}", C3pRole.ATTENDEE);
    }
}
