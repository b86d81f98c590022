package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a client reaches the MCU that has accepted it (section 2.2.3.18).
 *
 * @param entries pairs of a key and a value, in order
 */
public record ConnectionInfo(List<Entry> entries) {

    /** The key of the URI to which requests to the MCU are sent. */
    public static final String MCU_SERVER_URI = "Mcu-Server-Uri";

    /** The key of the MCU-Conference-URI. */
    public static final String MCU_CONFERENCE_URI = "Mcu-Conference-Uri";

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the value
     */
    public record Entry(String key, String value) {}

    /** Copies the list. */
    public ConnectionInfo {
        entries = List.copyOf(entries);
    }

    /** What an MCU that is reached over SIP tells. */
    public static ConnectionInfo of(SipUri serverUri, SipUri conferenceUri) {
        return new ConnectionInfo(List.of(
                new Entry(MCU_SERVER_URI, serverUri.toString()),
                new Entry(MCU_CONFERENCE_URI, conferenceUri.toString())));
    }

    /**
     * The value of the first entry of that key. Keys are compared with regard to case, but for the two of this specification's own,
     * which begin with {@code Mcu-}.
     */
    public Optional<String> value(String key) {
        return entries.stream()
                .filter(entry -> comparable(entry.key()).equals(comparable(key)))
                .map(Entry::value)
                .findFirst();
    }

    private static String comparable(String key) {
        boolean isCaseless = key.equalsIgnoreCase(MCU_SERVER_URI) || key.equalsIgnoreCase(MCU_CONFERENCE_URI);
        return isCaseless ? key.toLowerCase(Locale.ROOT) : key;
    }

    /** The URI to which requests to the MCU are sent. */
    public Optional<SipUri> serverUri() {
        return value(MCU_SERVER_URI).flatMap(SipUri::parse);
    }

    /** The MCU-Conference-URI. */
    public Optional<SipUri> conferenceUri() {
        return value(MCU_CONFERENCE_URI).flatMap(SipUri::parse);
    }
}
