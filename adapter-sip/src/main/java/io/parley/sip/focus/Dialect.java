package io.parley.sip.focus;

import io.parley.sip.message.SipBody;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a family of clients speaks C3P over SIP. A call is answered in the dialect in which it came.
 *
 * @param commands the content type of requests and responses
 * @param rosters the content type of conference documents
 * @param factory the {@code opaque} parameter of a Focus Factory's URI, to which SERVICE is sent
 */
public record Dialect(String commands, String rosters, String factory) {

    /** As MS-CONFBAS has it. */
    public static final Dialect LYNC =
            new Dialect("application/cccp+xml", "application/conference-info+xml", "app:conf:focusfactory");

    /** As phones of other vendors have it, who use the same documents under another name. */
    public static final Dialect CONFERENCE_CONTROL =
            new Dialect("application/conference-ctrl+xml", "application/conference-info+xml", "app:conf:focusfactory");

    /** Both. */
    public static final List<Dialect> ALL = List.of(LYNC, CONFERENCE_CONTROL);

    /** The dialect among {@code known} in which {@code body} is a command, if it is one. */
    static Optional<Dialect> of(SipBody body, List<Dialect> known) {
        Optional<String> type = body.contentType().map(Dialect::withoutParameters);
        return known.stream()
                .filter(dialect -> type.filter(dialect.commands()::equals).isPresent())
                .findFirst();
    }

    private static String withoutParameters(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
