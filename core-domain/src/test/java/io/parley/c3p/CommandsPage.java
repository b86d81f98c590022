package io.parley.c3p;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of the commands of C3P as Markdown. */
final class CommandsPage {

    static final String HOW_TO_RENDER = "mvn -q test -pl core-domain -Dtest=CommandsPageTest -Dcommands=write";

    private static final String PAGE = """
            # Commands of C3P

            What a client may ask of a conference over MS-CONFBAS, and of a Focus Factory over MS-CONFPRO. Do not edit:
            `CommandsPageTest` renders this page from `C3pCommand`, and fails when it is stale. To render it again:

                %s

            A presenter may send every command of a focus, the organizer every command of his factory. The attendee's column says what
            somebody else may. Every command can fail for the common reasons:
            %s.

            ## In an INVITE, to join

            %s
            ## In an INFO, within the dialog

            %s
            ## In a SERVICE, to a Focus Factory

            %s""";

    private CommandsPage() {}

    static String render() {
        return PAGE.formatted(
                HOW_TO_RENDER,
                words(Reason.COMMON),
                table(Carrier.INVITE),
                table(Carrier.INFO),
                table(Carrier.SERVICE));
    }

    private static String table(Carrier carrier) {
        StringBuilder table = new StringBuilder("""
                | element | row | section | about | executed by | mcuUri | an attendee may | fails for |
                |---|---|---|---|---|---|---|---|
                """);
        for (C3pCommand command : C3pCommand.values()) {
            if (command.carrier() == carrier) {
                table.append("| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                command.element(),
                                words(command),
                                command.clause(),
                                command.level().name().toLowerCase(Locale.ROOT),
                                command.executor(),
                                command.needsMcuUri() ? "needed" : "",
                                command.attendeeMay(),
                                words(command.reasons())));
            }
        }
        return table.toString();
    }

    private static String words(C3pCommand command) {
        return command.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(List<Reason> reasons) {
        return reasons.stream().map(reason -> "`" + reason + "`").collect(Collectors.joining(", "));
    }
}
