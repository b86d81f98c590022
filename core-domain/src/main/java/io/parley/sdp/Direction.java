package io.parley.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which way a stream flows, as whoever describes it sees it (RFC 8866 section 6.7). */
public enum Direction {
    /** Both ways. */
    SENDRECV(true, true),
    /** From him. */
    SENDONLY(true, false),
    /** To him. */
    RECVONLY(false, true),
    /** Neither way, though it is there. */
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    /** The direction of somebody who does that. */
    public static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }

    /** What {@code word} names, if it does. */
    public static Optional<Direction> parse(String word) {
        for (Direction direction : values()) {
            if (direction.word().equals(word)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }

    /** What the first of {@code attributes} says that names one. */
    static Optional<Direction> first(List<Attribute> attributes) {
        return attributes.stream()
                .flatMap(attribute -> parse(attribute.name()).stream())
                .findFirst();
    }

    /** The name of the attribute, which is a word of {@code io.parley.user.MediaStatus} as well. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether he sends. */
    public boolean sends() {
        return sends;
    }

    /** Whether he receives. */
    public boolean receives() {
        return receives;
    }

    /** As his peer sees it. */
    public Direction reversed() {
        return of(receives, sends);
    }

    /** What is left of it where no more than {@code most} is allowed. */
    public Direction within(Direction most) {
        return of(sends && most.sends, receives && most.receives);
    }
}
