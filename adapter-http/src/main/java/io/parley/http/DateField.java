package io.parley.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of the {@code Date} field (RFC 9110 section 5.6.7), written once for each second. */
final class DateField {

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private volatile Written latest;

    DateField(InstantSource clock) {
        this.clock = clock;
        this.latest = Written.at(clock.instant().getEpochSecond());
    }

    String value() {
        long second = clock.instant().getEpochSecond();
        Written written = latest;
        if (written.second != second) {
            written = Written.at(second);
            latest = written;
        }
        return written.text;
    }

    private record Written(long second, String text) {
        static Written at(long second) {
            return new Written(second, IMF_FIXDATE.format(Instant.ofEpochSecond(second)));
        }
    }
}
