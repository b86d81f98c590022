package io.parley.examples.embedding;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.ports.out.ChangeListener;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints a line for every change of a conference: who is in now. */
public final class RosterPrinter implements ChangeListener {

    private final Consumer<String> printer;

    /** Prints with {@code printer}; {@code System.out::println} will do. */
    public RosterPrinter(Consumer<String> printer) {
        this.printer = printer;
    }

    @Override
    public void changed(Change change) {
        printer.accept(change.after().map(RosterPrinter::roster).orElseGet(() -> change.conference() + " is over"));
    }

    private static String roster(Conference conference) {
        return conference.users().stream()
                .filter(user -> conference.attendance().hasJoined(user.id()))
                .map(user -> user.id().name())
                .collect(Collectors.joining(", ", conference.id() + " has in it: ", ""));
    }
}
