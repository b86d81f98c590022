package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for all descriptions. */
class SessionDescriptionPropertyTest {

    private static final SessionDescription OURS =
            SessionDescription.of(Origin.of(7, "192.0.2.9"), Connection.to("192.0.2.9"));

    @Provide
    Arbitrary<SessionDescription> descriptions() {
        return SdpArbitraries.descriptions();
    }

    @Provide
    Arbitrary<Direction> directions() {
        return Arbitraries.of(Direction.class);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAsTheSame(@ForAll("descriptions") SessionDescription description) {
        assertThat(SessionDescription.read(description.text())).isEqualTo(new SdpReading.Read(description));
    }

    @Property(tries = 300)
    void whateverIsReadIsReadOrRefusedAndWhatIsReadCanBeWritten(
            @ForAll("descriptions") SessionDescription description,
            @ForAll @Chars({'m', 'c', 'o', 'a', 'z', '=', ' ', '\n', '/', '0', '9', ':', '\0'}) @StringLength(max = 20)
                    String noise,
            @ForAll @IntRange(max = 400) int at) {
        String text = description.text();
        int place = Math.min(at, text.length());
        SdpReading reading = SessionDescription.read(text.substring(0, place) + noise + text.substring(place));
        if (reading instanceof SdpReading.Read read) {
            assertThat(SessionDescription.read(read.description().text())).isEqualTo(reading);
        }
    }

    @Property(tries = 300)
    void anyAnswerFitsItsOffer(
            @ForAll("descriptions") SessionDescription offer,
            @ForAll("directions") Direction wanted,
            @ForAll @IntRange(max = 15) int taken) {
        int[] next = {0};
        SessionDescription answer = Answering.answer(
                offer,
                OURS,
                stream -> (taken >> next[0]++ & 1) == 0
                        ? Optional.empty()
                        : Optional.of(MediaDescription.of(stream.media(), 4000, stream.protocol(), stream.formats())
                                .with(wanted.within(offer.direction(stream).reversed()))));
        assertThat(Answering.unfit(offer, answer)).isEmpty();
        assertThat(answer.times()).isEqualTo(offer.times());
        assertThat(answer.media()).hasSameSizeAs(offer.media());
        for (int i = 0; i < offer.media().size(); i++) {
            MediaDescription ours = answer.media().get(i);
            MediaDescription theirs = offer.media().get(i);
            assertThat(ours.media()).isEqualTo(theirs.media());
            if (!ours.isRefused()) {
                assertThat(theirs.isRefused()).isFalse();
                assertThat(ours.mid()).isEqualTo(theirs.mid());
                Direction said = answer.direction(ours);
                assertThat(said.sends())
                        .isEqualTo(wanted.sends() && offer.direction(theirs).receives());
                assertThat(said.receives())
                        .isEqualTo(wanted.receives() && offer.direction(theirs).sends());
            }
        }
    }

    @Property(tries = 300)
    void thePartsOfAnAnswerMakeOneThatFits(@ForAll("descriptions") SessionDescription offer) {
        List<SessionDescription> parts = List.of(
                Answering.part(offer, stream -> stream.is("audio")),
                Answering.part(offer, stream -> !stream.is("audio")));
        List<SessionDescription> answers = parts.stream()
                .map(part -> Answering.answer(
                        part,
                        OURS,
                        stream -> Optional.of(
                                MediaDescription.of(stream.media(), 4000, stream.protocol(), stream.formats())
                                        .with(Direction.INACTIVE))))
                .toList();
        SessionDescription whole = Answering.together(answers.get(0), answers.get(1));
        assertThat(Answering.unfit(offer, whole)).isEmpty();
        assertThat(whole.media().stream().map(MediaDescription::isRefused).toList())
                .isEqualTo(
                        offer.media().stream().map(MediaDescription::isRefused).toList());
    }
}
