package io.parley.examples.server;

import io.parley.ccmp.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code serve} that limit how much there may be; what would go beyond is answered 511. */
final class LimitOptions {

    @Option(
            names = "--max-conferences",
            paramLabel = "NUMBER",
            description = "The most conferences in the system; blueprints are none. Default: no limit.")
    private @Nullable String conferences;

    @Option(
            names = "--max-conferences-per-owner",
            paramLabel = "NUMBER",
            description = "The most conferences that one user has created. Default: no limit.")
    private @Nullable String conferencesPerOwner;

    @Option(
            names = "--max-users",
            paramLabel = "NUMBER",
            description = "The most users who have joined conferences, in the whole system. Default: no limit.")
    private @Nullable String users;

    @Option(
            names = "--max-participants",
            paramLabel = "NUMBER",
            description = "The most users in a conference that has no maximum-user-count. Default: no limit.")
    private @Nullable String participants;

    @Option(
            names = "--max-sidebars",
            paramLabel = "NUMBER",
            description = "The most sidebars of a conference. Default: no limit.")
    private @Nullable String sidebars;

    @Option(
            names = "--max-document-size",
            paramLabel = "CHARACTERS",
            description = "The most characters of a conference document. Default: 67108864.")
    private @Nullable String documentSize;

    @Option(
            names = "--history",
            paramLabel = "NUMBER",
            description = "The versions of a conference that are kept for updates based on them. Default: 32.")
    private @Nullable String history;

    @Option(
            names = "--service-timeout",
            paramLabel = "SECONDS",
            description =
                    "After how long a request is answered 510 without having changed anything; 0.5 is half a second. "
                            + "Default: 30, after which clients give up.")
    private String serviceTimeout = "30";

    Limits limits() {
        Limits usual = Limits.defaults();
        return new Limits(
                number("--max-conferences", conferences, usual.conferences()),
                number("--max-conferences-per-owner", conferencesPerOwner, usual.conferencesPerOwner()),
                number("--max-users", users, usual.users()),
                number("--max-participants", participants, usual.participants()),
                number("--max-sidebars", sidebars, usual.sidebars()),
                documentSize == null ? usual.documentSize() : number("--max-document-size", documentSize, Limits.NONE),
                number("--history", history, usual.history()));
    }

    Duration serviceTimeout() {
        return ServeOptions.read("--service-timeout", serviceTimeout, LimitOptions::seconds);
    }

    private static int number(String option, @Nullable String text, int usual) {
        Function<String, Integer> reading = LimitOptions::number;
        return text == null ? usual : ServeOptions.read(option, text, reading);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("a number from 0 to 999999999 is wanted");
        }
        return Integer.parseInt(text);
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,3})?") || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException("a number of seconds above 0 is wanted, such as 30 or 0.5");
        }
        return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
    }
}
