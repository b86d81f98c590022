package io.parley.sip.chat;

import io.parley.identity.SipUri;
import io.parley.sip.message.SipBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a session description says of streams, as far as messages need it (RFC 4566, RFC 3264). A stream of messages is {@code m=message PORT
 * sip null}: the messages go by SIP, within the session's own dialog, so that its port leads nowhere.
 *
 * @param streams the streams in order; an answer has as many as the offer
 */
record Sdp(List<Stream> streams) {

    static final String CONTENT_TYPE = "application/sdp";

    /** A longer description is not read. */
    static final int MOST_CHARACTERS = 16 * 1024;

    /** One with more streams neither. */
    static final int MOST_STREAMS = 32;

    private static final int HIGHEST_PORT = 65_535;
    private static final int PORT = 5060;

    Sdp {
        streams = List.copyOf(streams);
    }

    /**
     * A stream.
     *
     * @param medium what it carries
     * @param port 0 if it is not wanted
     * @param protocol by what
     * @param formats in which formats, as they were written
     * @param acceptTypes the {@code accept-types} of messages
     */
    record Stream(String medium, int port, String protocol, List<String> formats, List<String> acceptTypes) {

        Stream {
            formats = List.copyOf(formats);
            acceptTypes = List.copyOf(acceptTypes);
        }

        boolean isOfMessages() {
            return medium.equals("message") && protocol.equalsIgnoreCase("sip") && port != 0;
        }

        private Stream rejected() {
            return new Stream(medium, 0, protocol, formats, List.of());
        }
    }

    /** A description of one stream of messages of these types. */
    static Sdp ofMessages(int port, List<String> acceptTypes) {
        return new Sdp(List.of(new Stream("message", port, "sip", List.of("null"), acceptTypes)));
    }

    /** What {@code text} says, whatever ends its lines; empty if it is no description, or a very long one. Never throws. */
    static Optional<Sdp> read(String text) {
        if (text.length() > MOST_CHARACTERS || !text.startsWith("v=0")) {
            return Optional.empty();
        }
        List<Stream> streams = new ArrayList<>();
        for (String line : text.split("\r\n|\r|\n", -1)) {
            if (line.startsWith("m=")) {
                Optional<Stream> stream = stream(line.substring(2));
                if (stream.isEmpty() || streams.size() == MOST_STREAMS) {
                    return Optional.empty();
                }
                streams.add(stream.get());
            } else if (line.startsWith("a=accept-types:") && !streams.isEmpty()) {
                Stream last = streams.remove(streams.size() - 1);
                List<String> types = words(line.substring(line.indexOf(':') + 1));
                streams.add(new Stream(last.medium(), last.port(), last.protocol(), last.formats(), types));
            }
        }
        return Optional.of(new Sdp(streams));
    }

    private static Optional<Stream> stream(String value) {
        List<String> words = words(value);
        if (words.size() < 4 || !words.get(1).matches("\\d{1,5}(/\\d{1,5})?")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(words.get(1).replaceFirst("/.*", ""));
        String medium = words.get(0).toLowerCase(Locale.ROOT);
        return port > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(new Stream(medium, port, words.get(2), words.subList(3, words.size()), List.of()));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[ \t]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether messages can go by it. */
    boolean hasMessages() {
        return streams.stream().anyMatch(Stream::isOfMessages);
    }

    /** The answer to it: the first stream of messages is taken, every other is refused by port 0 (RFC 3264 section 6). */
    Sdp answer(int port, List<String> acceptTypes) {
        List<Stream> answers = new ArrayList<>();
        boolean taken = false;
        for (Stream offered : streams) {
            boolean takes = !taken && offered.isOfMessages();
            taken |= takes;
            answers.add(
                    takes
                            ? new Stream(offered.medium(), port, offered.protocol(), offered.formats(), acceptTypes)
                            : offered.rejected());
        }
        return new Sdp(answers);
    }

    /** The port that belongs to {@code server}. */
    static int port(SipUri server) {
        return server.port().orElse(PORT);
    }

    /** As the body of a message of whoever is reached under {@code server}. */
    SipBody body(SipUri server) {
        String host = server.host().orElse("");
        String address = host.startsWith("[") ? "IN IP6 " + host.substring(1, host.length() - 1) : "IN IP4 " + host;
        StringBuilder text = new StringBuilder("v=0\r\n")
                .append("o=- 0 0 ")
                .append(address)
                .append("\r\ns=session\r\nc=")
                .append(address)
                .append("\r\nt=0 0\r\n");
        for (Stream stream : streams) {
            text.append("m=")
                    .append(stream.medium())
                    .append(' ')
                    .append(stream.port())
                    .append(' ')
                    .append(stream.protocol())
                    .append(' ')
                    .append(String.join(" ", stream.formats()))
                    .append("\r\n");
            if (!stream.acceptTypes().isEmpty()) {
                text.append("a=accept-types:")
                        .append(String.join(" ", stream.acceptTypes()))
                        .append("\r\n");
            }
        }
        return SipBody.of(CONTENT_TYPE, text.toString());
    }
}
