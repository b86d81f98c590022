package io.parley.mcu;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.MediaFilter;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.sdp.Direction;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The streams between an MCU and an endpoint as offer and answer have them, and as its {@code media} elements: one for each, under an
 * identifier that stays the same as long as the stream is there (RFC 4575 sections 5.7.8 and 5.8).
 *
 * @param streams those that there are
 * @param named how many have ever been given an identifier
 */
public record Streams(List<Stream> streams, int named) {

    /** Of an endpoint that has agreed to nothing yet. */
    public static final Streams NONE = new Streams(List.of(), 0);

    /** Copies the list. */
    public Streams {
        streams = List.copyOf(streams);
    }

    /**
     * A stream.
     *
     * @param place which of the description it is, from 0
     * @param id its identifier, unique in the endpoint
     * @param type what it carries, as its {@code m=} says
     * @param label which medium of the conference it belongs to, as the MCU says ({@code a=label})
     * @param title its {@code i=}
     * @param source the SSRC of the endpoint, if it has told it
     * @param direction which way it flows, as the participant sees it
     */
    public record Stream(
            int place,
            String id,
            String type,
            Optional<String> label,
            Optional<String> title,
            OptionalLong source,
            Direction direction) {

        private C3pMedia shown(Optional<C3pMedia> standing) {
            C3pMedia media = standing.orElseGet(() -> C3pMedia.of(id)).withType(type);
            media = label.map(media::withLabel).orElse(media);
            if (title.isPresent()) {
                media = media.with(ElementType.foreign(Info.DISPLAY_TEXT).text(title.get()));
            }
            if (source.isPresent()) {
                media = media.with(ElementType.foreign(Info.SRC_ID).text(Long.toString(source.getAsLong())));
            }
            return media.withStatus(let(media).word());
        }

        /** What is let through of it: who is muted only receives (RFC 4575 section 5.8.5). */
        private Direction let(C3pMedia media) {
            boolean mayReceive =
                    media.egressFilter().filter(MediaFilter.BLOCK::equals).isEmpty();
            return direction.within(Direction.of(media.ingressFilter() != MediaFilter.BLOCK, mayReceive));
        }
    }

    /**
     * The streams after another offer and its answer.
     *
     * @param theirs how the endpoint describes the session
     * @param ours how the MCU describes it, with as many streams
     */
    public Streams agreed(SessionDescription theirs, SessionDescription ours) {
        List<Stream> agreed = new ArrayList<>();
        int names = named;
        for (int place = 0; place < ours.media().size(); place++) {
            MediaDescription mine = ours.media().get(place);
            MediaDescription his = theirs.media().get(place);
            if (mine.isRefused() || his.isRefused()) {
                continue;
            }
            Optional<String> standing = id(place, mine.media());
            names = standing.isPresent() ? names : names + 1;
            agreed.add(new Stream(
                    place,
                    standing.orElse(Integer.toString(names)),
                    mine.media(),
                    mine.label(),
                    mine.information().or(his::information),
                    his.ssrc(),
                    theirs.direction(his).within(ours.direction(mine).reversed())));
        }
        return new Streams(agreed, names);
    }

    private Optional<String> id(int place, String type) {
        return streams.stream()
                .filter(stream -> stream.place() == place && stream.type().equals(type))
                .map(Stream::id)
                .findFirst();
    }

    /** {@code endpoint} with these media and no others, filtered as they were and flowing as that lets them. */
    public C3pEndpoint shown(C3pEndpoint endpoint) {
        return endpoint.withMedia(streams.stream()
                .map(stream -> stream.shown(endpoint.media().stream()
                        .filter(media -> media.id().equals(Optional.of(stream.id())))
                        .findFirst()))
                .toList());
    }
}
