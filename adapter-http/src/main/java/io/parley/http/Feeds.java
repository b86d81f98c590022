package io.parley.http;

import io.parley.ccmp.SubjectMode;
import io.parley.ports.in.ConferenceEvents;
import io.parley.ports.out.Authenticator;
import io.parley.ports.out.Scheduler;
import java.time.Duration;

/**
 * How a server lets its clients follow conferences.
 *
 * @param events where the events come from
 * @param authenticator checks the passwords of those who follow
 * @param subjectMode whether they have to prove who they are; under {@link SubjectMode#OFF} they just say it
 * @param scheduler gives the times of heartbeats and repetitions; it follows the clock of the server
 * @param heartbeat how often a stream on which nothing happens is told that it is alive; one that takes nothing for twice as long ends
 * @param maxStreams how many server-sent streams there may be at a time
 */
public record Feeds(
        ConferenceEvents events,
        Authenticator authenticator,
        SubjectMode subjectMode,
        Scheduler scheduler,
        Duration heartbeat,
        int maxStreams) {

    /** Refuses a heartbeat and a number of streams that are not positive. */
    public Feeds {
        if (heartbeat.isNegative() || heartbeat.isZero() || maxStreams < 1) {
            throw new IllegalArgumentException("Not positive: " + heartbeat + " or " + maxStreams);
        }
    }

    /** With a heartbeat every 15 s, and 512 streams at most. */
    public static Feeds of(
            ConferenceEvents events, Authenticator authenticator, SubjectMode subjectMode, Scheduler scheduler) {
        return new Feeds(events, authenticator, subjectMode, scheduler, Duration.ofSeconds(15), 512);
    }
}
