package io.parley.inmemory.mcu;

import io.parley.conference.Conference;
import io.parley.conference.Medium;
import io.parley.sdp.Direction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The media of a conference for which an MCU has streams, by their types: one of each, the first that {@code available-media} has of it, or one
 * of which nothing is said but its label.
 *
 * @param media what there is
 */
record AvailableMedia(Map<String, Available> media) {

    /** What stands where a conference describes no media. */
    static final AvailableMedia STANDARD = new AvailableMedia(
            Map.of(AudioVideo.AUDIO, Available.of(AudioVideo.AUDIO), AudioVideo.VIDEO, Available.of(AudioVideo.VIDEO)));

    /**
     * A medium.
     *
     * @param label what its streams are labelled with
     * @param title what it is, for humans
     * @param direction which way it flows, as participants see it
     */
    record Available(String label, Optional<String> title, Direction direction) {

        private static Available of(String type) {
            return new Available(AudioVideo.label(type), Optional.empty(), Direction.SENDRECV);
        }
    }

    AvailableMedia {
        media = Map.copyOf(media);
    }

    /** Those of {@code conference}; all that there are if it does not describe them. */
    static AvailableMedia of(Conference conference) {
        Map<String, Available> media = new LinkedHashMap<>();
        for (Medium medium : conference.info().media()) {
            String type = medium.type().orElse("");
            if (STANDARD.media.containsKey(type)) {
                media.putIfAbsent(
                        type,
                        new Available(
                                medium.label(),
                                medium.displayText()
                                        .map(String::strip)
                                        .filter(text ->
                                                !text.isEmpty() && text.lines().count() == 1),
                                medium.status().flatMap(Direction::parse).orElse(Direction.SENDRECV)));
            }
        }
        return conference.info().media().isEmpty() ? STANDARD : new AvailableMedia(media);
    }

    Optional<Available> of(String type) {
        return Optional.ofNullable(media.get(type));
    }
}
