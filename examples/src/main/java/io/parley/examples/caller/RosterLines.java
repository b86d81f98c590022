package io.parley.examples.caller;

import io.parley.c3p.C3pEndpoint;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pUser;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.roster.RosterCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What has changed in a roster, a line each: the conference; then {@code +} before a user who has come, {@code *} before one of whom something is
 * different, {@code -} before one who has gone.
 */
public final class RosterLines {

    private RosterLines() {}

    /** The lines that lead from {@code before} to {@code now}; none if nothing is different that they tell. */
    public static List<String> of(RosterCopy before, RosterCopy now) {
        List<String> lines = new ArrayList<>();
        String conference = conference(now);
        if (!conference.equals(conference(before))) {
            lines.add(conference);
        }
        for (Map.Entry<String, Element> user : now.users()) {
            String line = user(user.getKey(), user.getValue());
            Optional<String> known = before.users().get(user.getKey()).map(element -> user(user.getKey(), element));
            if (!known.equals(Optional.of(line))) {
                lines.add((known.isEmpty() ? "+ " : "* ") + line);
            }
        }
        for (Map.Entry<String, Element> user : before.users()) {
            if (!now.users().containsKey(user.getKey())) {
                lines.add("- " + user.getKey());
            }
        }
        return lines.stream().map(RosterLines::printable).toList();
    }

    private static String conference(RosterCopy roster) {
        Optional<String> subject = roster.parts()
                .get(Info.CONFERENCE_DESCRIPTION)
                .flatMap(description -> description.childText(C3pNames.ci("subject")));
        boolean locked = roster.views()
                .get(roster.entity())
                .flatMap(view -> view.textAt(C3pNames.msci("entity-state"), C3pNames.msci("locked")))
                .filter("true"::equals)
                .isPresent();
        return "conference" + subject.map(text -> " \"" + text + "\"").orElse("") + (locked ? ", locked" : ", open");
    }

    private static String user(String entity, Element element) {
        return entity
                + C3pUser.read(element)
                        .map(user -> user.displayText()
                                        .map(name -> " (" + name + ")")
                                        .orElse("")
                                + user.roles().stream().map(role -> ", " + role).collect(Collectors.joining())
                                + user.endpoints().stream()
                                        .map(RosterLines::endpoint)
                                        .collect(Collectors.joining(", ", ": ", "")))
                        .orElse("");
    }

    private static String endpoint(C3pEndpoint endpoint) {
        return endpoint.sessionType().or(endpoint::entity).orElse("?")
                + endpoint.status().map(status -> " " + status).orElse("");
    }

    /** What comes from others must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
