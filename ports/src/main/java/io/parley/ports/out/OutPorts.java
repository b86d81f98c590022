package io.parley.ports.out;

import java.time.InstantSource;

/** All that a system needs from the world, in one place: what a preset offers and a composition root hands on. */
public interface OutPorts {

    /** Where the conferences are kept. */
    ConferenceStore store();

    /** Who the users are. */
    UserDirectory users();

    /** How they prove it. */
    Authenticator authenticator();

    /** Where new identifiers come from. */
    IdGenerator ids();

    /** What time it is. */
    InstantSource clock();

    /** Who is told of a device to call or to hang up. */
    Signalling signalling();

    /** Who mixes. */
    McuGateway mcus();

    /** Who does things at their time; asked for only by a system that acts upon the times of conferences. */
    Scheduler scheduler();

    /** Who tells users what is no change of a conference. */
    Announcements announcements();
}
