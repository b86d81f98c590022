package io.parley.sip.network;

import java.time.Duration;

/**
 * What happens to messages on their way. Only datagrams are lost, doubled and overtaken; connections deliver in order.
 *
 * @param loss how many of a hundred datagrams are lost
 * @param doubled how many of a hundred arrive twice
 * @param shortest the shortest way
 * @param longest the longest way; where it is longer than the shortest, datagrams overtake each other
 */
public record Weather(int loss, int doubled, Duration shortest, Duration longest) {

    /** Nothing is lost, and everything takes a millisecond. */
    public static final Weather FAIR = new Weather(0, 0, Duration.ofMillis(1), Duration.ofMillis(1));

    /** A fifth is lost, a tenth is doubled, and the ways are from one to 400 ms long. */
    public static final Weather FOUL = new Weather(20, 10, Duration.ofMillis(1), Duration.ofMillis(400));
}
