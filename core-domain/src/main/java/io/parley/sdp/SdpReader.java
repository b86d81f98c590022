package io.parley.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a session description. It begins with its version, and what stands below an {@code m=} is that stream's; in which order lines stand
 * otherwise does not matter, since not all clients keep to it. A type of lines that RFC 8866 does not know is a fault, as section 5 demands.
 */
final class SdpReader {

    private Optional<Origin> origin = Optional.empty();
    private String name = "-";
    private String times = SessionDescription.ANY_TIME;
    private Optional<String> uri = Optional.empty();
    private final List<String> emails = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();
    private final Section session = new Section(Optional.empty());
    private final List<Section> streams = new ArrayList<>();

    private SdpReader() {}

    /** The session, or a stream whose {@code m=} is known. */
    private static final class Section {
        private final Optional<MediaDescription> medium;
        private Optional<String> information = Optional.empty();
        private final List<Connection> connections = new ArrayList<>();
        private final List<String> bandwidths = new ArrayList<>();
        private final List<Attribute> attributes = new ArrayList<>();

        Section(Optional<MediaDescription> medium) {
            this.medium = medium;
        }

        MediaDescription stream() {
            MediaDescription first = medium.orElseThrow();
            return new MediaDescription(
                    first.media(),
                    first.port(),
                    first.ports(),
                    first.protocol(),
                    first.formats(),
                    information,
                    connections,
                    bandwidths,
                    attributes);
        }
    }

    static SdpReading read(String text) {
        if (text.length() > SessionDescription.MOST_CHARACTERS) {
            return new SdpReading.Unreadable(0, "it has " + text.length() + " characters");
        }
        SdpReader reader = new SdpReader();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            if (line.isBlank() && number > 1) {
                continue;
            }
            try {
                reader.line(number, line);
            } catch (IllegalArgumentException fault) {
                return new SdpReading.Unreadable(number, String.valueOf(fault.getMessage()));
            }
        }
        return reader.description();
    }

    private SdpReading description() {
        if (origin.isEmpty()) {
            return new SdpReading.Unreadable(0, "it has no o=");
        }
        return new SdpReading.Read(new SessionDescription(
                origin.get(),
                name,
                session.information,
                uri,
                emails,
                phones,
                session.connections.stream().findFirst(),
                session.bandwidths,
                times,
                session.attributes,
                streams.stream().map(Section::stream).toList()));
    }

    private void line(int number, String line) {
        if (number == 1) {
            if (!line.strip().equals("v=0")) {
                throw new IllegalArgumentException("no version 0: '" + line + "'");
            }
            return;
        }
        if (line.length() < 2 || line.charAt(1) != '=') {
            throw new IllegalArgumentException("no line of the form x=...: '" + line + "'");
        }
        String value = line.substring(2);
        if (line.charAt(0) == 'm') {
            stream(value);
        } else if (!shared(line.charAt(0), value) && !(streams.isEmpty() && ofSession(line.charAt(0), value))) {
            throw new IllegalArgumentException("nothing that may stand here: '" + line + "'");
        }
    }

    /** What may stand below a stream as well. */
    private boolean shared(char type, String value) {
        Section section = streams.isEmpty() ? session : streams.get(streams.size() - 1);
        switch (type) {
            case 'i' -> section.information = text(value);
            case 'c' -> section.connections.add(connection(words(value), 0));
            case 'b' -> section.bandwidths.add(Texts.line("a bandwidth", value));
            case 'a' -> section.attributes.add(attribute(value));
            case 'k' -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean ofSession(char type, String value) {
        switch (type) {
            case 'o' -> origin = Optional.of(origin(words(value)));
            case 's' -> name = text(value).orElse("-");
            case 'u' -> uri = text(value);
            case 'e' -> emails.add(Texts.line("an address", value));
            case 'p' -> phones.add(Texts.line("a number", value));
            case 't' -> times = Texts.times(String.join(" ", words(value)));
            case 'r', 'z' -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(Texts.line("a text", value));
    }

    private static Attribute attribute(String value) {
        int colon = value.indexOf(':');
        return colon < 0 || colon == value.length() - 1
                ? Attribute.flag(colon < 0 ? value.strip() : value.substring(0, colon))
                : Attribute.of(value.substring(0, colon), value.substring(colon + 1));
    }

    private static Origin origin(List<String> words) {
        if (words.size() != 6) {
            throw new IllegalArgumentException("an origin has six parts: " + words);
        }
        return new Origin(words.get(0), words.get(1), words.get(2), connection(words, 3));
    }

    private static Connection connection(List<String> words, int from) {
        if (words.size() != from + 3) {
            throw new IllegalArgumentException("an address has three parts: " + words);
        }
        return new Connection(words.get(from), words.get(from + 1), words.get(from + 2));
    }

    private void stream(String value) {
        List<String> words = words(value);
        if (words.size() < 4) {
            throw new IllegalArgumentException("a stream has four parts: '" + value + "'");
        }
        if (streams.size() == SessionDescription.MOST_STREAMS) {
            throw new IllegalArgumentException("more than " + SessionDescription.MOST_STREAMS + " streams");
        }
        String[] ports = words.get(1).split("/", 2);
        streams.add(new Section(Optional.of(new MediaDescription(
                words.get(0),
                port(ports[0]),
                ports.length == 1 ? 1 : port(ports[1]),
                words.get(2),
                words.subList(3, words.size()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of()))));
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("no port: '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.split("[ \t]+", -1)));
        words.removeIf(String::isEmpty);
        return words;
    }
}
