package io.parley.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What holds between an offer and its answer (RFC 3264 sections 6 and 8). */
public final class Answering {

    private Answering() {}

    /**
     * The answer to {@code offer}: as many streams in the same order, those that are not taken refused, at the same times.
     *
     * @param ours the answer without its streams
     * @param taking our side of a stream of the offer, which has not been refused; empty if we do not take it
     * @throws IllegalArgumentException if what we take is not what was offered, or flows otherwise than was offered
     */
    public static SessionDescription answer(
            SessionDescription offer,
            SessionDescription ours,
            Function<MediaDescription, Optional<MediaDescription>> taking) {
        List<MediaDescription> answers = new ArrayList<>();
        for (MediaDescription offered : offer.media()) {
            Optional<MediaDescription> taken = offered.isRefused()
                    ? Optional.empty()
                    : taking.apply(offered).map(it -> named(offered, it));
            answers.add(taken.orElseGet(offered::refused));
        }
        SessionDescription answer = ours.at(offer.times()).withMedia(answers);
        unfit(offer, answer).or(() -> against(offer, answer)).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return answer;
    }

    /** Under the name that the offer gives it (RFC 5888 section 9.1). */
    private static MediaDescription named(MediaDescription offered, MediaDescription taken) {
        return offered.mid()
                .filter(mid -> taken.mid().isEmpty())
                .map(mid -> taken.with(Attribute.of("mid", mid)))
                .orElse(taken);
    }

    /** The formats of {@code offered} whose codec is one of {@code encodings}, in the order of the offer, which is what the peer prefers. */
    public static List<String> common(MediaDescription offered, List<String> encodings) {
        return offered.formats().stream()
                .filter(format -> offered.codec(format)
                        .filter(codec -> encodings.stream().anyMatch(codec::is))
                        .isPresent())
                .toList();
    }

    /**
     * Why {@code answer} does not answer {@code offer}; empty if it does. Which way it lets streams flow is not looked at: what the offer does
     * not allow does not flow, whatever is said.
     */
    public static Optional<String> unfit(SessionDescription offer, SessionDescription answer) {
        if (offer.media().size() != answer.media().size()) {
            return Optional.of(
                    answer.media().size() + " streams answer " + offer.media().size());
        }
        for (int i = 0; i < offer.media().size(); i++) {
            Optional<String> fault = unfit(offer.media().get(i), answer.media().get(i));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unfit(MediaDescription offered, MediaDescription answer) {
        if (!answer.is(offered.media()) || !answer.protocol().equals(offered.protocol())) {
            return Optional.of(answer.media() + " by " + answer.protocol() + " answers " + offered.media() + " by "
                    + offered.protocol());
        }
        if (answer.isRefused()) {
            return Optional.empty();
        }
        if (offered.isRefused()) {
            return Optional.of("a stream of " + answer.media() + " was not offered");
        }
        return answer.formats().stream().anyMatch(format -> isOffered(offered, answer, format))
                ? Optional.empty()
                : Optional.of("none of the formats " + offered.formats() + " is among " + answer.formats());
    }

    private static boolean isOffered(MediaDescription offered, MediaDescription answer, String format) {
        Optional<RtpMap> codec = answer.isRtp() ? answer.codec(format) : Optional.empty();
        return codec.isEmpty()
                ? offered.formats().contains(format)
                : offered.codecs().stream().anyMatch(codec.get()::isSameCodecAs);
    }

    private static Optional<String> against(SessionDescription offer, SessionDescription answer) {
        for (int i = 0; i < offer.media().size(); i++) {
            MediaDescription taken = answer.media().get(i);
            Direction most = offer.direction(offer.media().get(i)).reversed();
            Direction said = answer.direction(taken);
            if (!taken.isRefused() && said.within(most) != said) {
                return Optional.of(said.word() + " answers " + most.reversed().word());
            }
        }
        return Optional.empty();
    }

    /** The part of {@code offer} that {@code mine} picks: every other stream is as if it had been refused. */
    public static SessionDescription part(SessionDescription offer, Predicate<MediaDescription> mine) {
        return offer.withMedia(offer.media().stream()
                .map(stream -> mine.test(stream) ? stream : stream.refused())
                .toList());
    }

    /**
     * One answer made of those of several who each answered a part of one offer: each stream as the first has it who took it, and the rest
     * as {@code first} has it.
     */
    public static SessionDescription together(SessionDescription first, SessionDescription second) {
        List<MediaDescription> streams = new ArrayList<>();
        for (int i = 0; i < first.media().size(); i++) {
            MediaDescription taken = first.media().get(i);
            MediaDescription other = second.media().get(i);
            streams.add(taken.isRefused() && !other.isRefused() ? received(second, other) : taken);
        }
        return first.withMedia(streams);
    }

    private static MediaDescription received(SessionDescription whole, MediaDescription stream) {
        return stream.connections().isEmpty()
                ? whole.connection().map(stream::with).orElse(stream)
                : stream;
    }
}
