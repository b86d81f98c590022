package io.parley.sdp;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a payload type of RTP means: {@code a=rtpmap} (RFC 8866 section 6.6), or the table of RFC 3551 section 6.
 *
 * @param payloadType from 0 to 127
 * @param encoding the name of the codec, told apart without regard to case
 * @param clockRate in Hz
 * @param parameters the number of channels, if it is told
 */
public record RtpMap(int payloadType, String encoding, int clockRate, Optional<String> parameters) {

    private static final int HIGHEST = 127;
    private static final Pattern SYNTAX =
            Pattern.compile("([0-9]{1,3}) +([^\\x00-\\x20/]+)/([0-9]{1,9})(?:/([^\\x00-\\x20/]+))?");

    private static final Map<String, RtpMap> STATIC = Map.ofEntries(
            known(0, "PCMU", 8000),
            known(3, "GSM", 8000),
            known(4, "G723", 8000),
            known(8, "PCMA", 8000),
            known(9, "G722", 8000),
            known(13, "CN", 8000),
            known(15, "G728", 8000),
            known(18, "G729", 8000),
            known(26, "JPEG", 90_000),
            known(31, "H261", 90_000),
            known(34, "H263", 90_000));

    /** Refuses a payload type that is none, and parts that are no words. */
    public RtpMap {
        if (payloadType < 0 || payloadType > HIGHEST) {
            throw new IllegalArgumentException("no payload type: " + payloadType);
        }
        Texts.word("an encoding", encoding);
    }

    private static Map.Entry<String, RtpMap> known(int payloadType, String encoding, int clockRate) {
        return Map.entry(Integer.toString(payloadType), new RtpMap(payloadType, encoding, clockRate, Optional.empty()));
    }

    /** What the value of an {@code a=rtpmap} says; empty if it is none. */
    static Optional<RtpMap> parse(String value) {
        Matcher matcher = SYNTAX.matcher(value.strip());
        return matcher.matches() && Integer.parseInt(matcher.group(1)) <= HIGHEST
                ? Optional.of(new RtpMap(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2),
                        Integer.parseInt(matcher.group(3)),
                        Optional.ofNullable(matcher.group(4))))
                : Optional.empty();
    }

    /** What {@code format} means if nothing is said of it; empty if it has no meaning of its own. */
    static Optional<RtpMap> ofTable(String format) {
        return Optional.ofNullable(STATIC.get(format));
    }

    /** Whether it is the codec of that name. */
    public boolean is(String name) {
        return encoding.equalsIgnoreCase(name);
    }

    /** Whether it is the same codec, whatever its number. */
    public boolean isSameCodecAs(RtpMap other) {
        return is(other.encoding) && clockRate == other.clockRate && channels().equals(other.channels());
    }

    private String channels() {
        return parameters.orElse("1");
    }

    /** As the value of an {@code a=rtpmap}. */
    @Override
    public String toString() {
        return payloadType + " " + encoding + "/" + clockRate
                + parameters.map(more -> "/" + more).orElse("");
    }
}
