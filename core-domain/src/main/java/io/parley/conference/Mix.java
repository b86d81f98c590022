package io.parley.conference;

import io.parley.user.Controls;
import io.parley.user.Endpoint;
import io.parley.user.EndpointMedia;
import io.parley.user.MediaStatus;
import io.parley.user.Mixer;
import io.parley.user.User;
import io.parley.user.VideoLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a conference asks of whoever mixes it, worked out of its document (RFC 6501 sections 4.2.7 and 4.6.5.6): the media with what
 * holds for all, and the streams of those who have joined, each with what holds for it once the media's controls are applied.
 *
 * @param media the available media, as the conference describes them
 * @param streams the streams of all participants
 */
public record Mix(List<Medium> media, List<Stream> streams) {

    /** Copies the lists. */
    public Mix {
        media = List.copyOf(media);
        streams = List.copyOf(streams);
    }

    /**
     * The stream of a participant's endpoint in one medium.
     *
     * @param user whose it is
     * @param endpoint the device that sends and receives it
     * @param media the stream as the record of the user describes it
     * @param heard whether what he sends reaches the others: neither he nor the medium is muted or paused, and both directions allow it
     * @param hears whether he gets what the others send
     * @param gainIn the amplification of what he sends, from -127 to 127
     * @param gainOut the amplification of what he gets
     * @param videoLayout how pictures share what he gets, a word of {@link VideoLayout}
     */
    public record Stream(
            User user,
            Endpoint endpoint,
            EndpointMedia media,
            boolean heard,
            boolean hears,
            int gainIn,
            int gainOut,
            String videoLayout) {}

    /** The mix of {@code conference}. */
    public static Mix of(Conference conference) {
        ConferenceInfo info = conference.info();
        List<Stream> streams = new ArrayList<>();
        for (User user : conference.users()) {
            if (conference.attendance().hasJoined(user.id())) {
                for (Endpoint endpoint : user.endpoints()) {
                    endpoint.media().forEach(media -> streams.add(stream(info, user, endpoint, media)));
                }
            }
        }
        return new Mix(info.media(), streams);
    }

    private static Stream stream(ConferenceInfo info, User user, Endpoint endpoint, EndpointMedia media) {
        Optional<Medium> medium = media.label().flatMap(info::medium);
        Optional<Controls> all = medium.flatMap(Medium::controls);
        String own = media.status().orElse(MediaStatus.SENDRECV);
        String shared = medium.flatMap(Medium::status).orElse(MediaStatus.SENDRECV);
        boolean silenced = isSilenced(all.stream().toList())
                || isSilenced(media.toMixer().map(Mixer::controls).orElse(List.of()));
        return new Stream(
                user,
                endpoint,
                media,
                sends(own) && sends(shared) && !silenced,
                receives(own) && receives(shared),
                stated(media.toMixer(), Controls::gain).orElse(0),
                stated(media.fromMixer(), Controls::gain)
                        .or(() -> all.flatMap(Controls::gain))
                        .orElse(0),
                stated(media.fromMixer(), Controls::videoLayout)
                        .or(() -> all.flatMap(Controls::videoLayout))
                        .orElse(VideoLayout.SINGLE_VIEW));
    }

    private static boolean isSilenced(List<Controls> controls) {
        return controls.stream()
                .anyMatch(one -> one.mute().orElse(false) || one.pauseVideo().orElse(false));
    }

    private static boolean sends(String status) {
        return !status.equals(MediaStatus.RECVONLY) && !status.equals(MediaStatus.INACTIVE);
    }

    private static boolean receives(String status) {
        return !status.equals(MediaStatus.SENDONLY) && !status.equals(MediaStatus.INACTIVE);
    }

    private static <T> Optional<T> stated(Optional<Mixer> mixer, Function<Controls, Optional<T>> control) {
        return mixer.map(Mixer::controls).stream()
                .flatMap(List::stream)
                .flatMap(controls -> control.apply(controls).stream())
                .findFirst();
    }
}
