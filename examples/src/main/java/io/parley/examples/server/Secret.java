package io.parley.examples.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Passwords of the command line, which need not stand there: {@code env:VARIABLE} and {@code file:PATH} say where they are. */
final class Secret {

    private static final String VARIABLE = "env:";
    private static final String FILE = "file:";

    private Secret() {}

    /** The secret that {@code text} is or refers to; a {@link StartException} names {@code option} and what is not there. */
    static String read(String option, String text) {
        return read(option, text, System::getenv);
    }

    static String read(String option, String text, UnaryOperator<@Nullable String> environment) {
        if (text.startsWith(VARIABLE)) {
            String value = environment.apply(text.substring(VARIABLE.length()));
            if (value == null) {
                throw new StartException(option + " " + text + ": there is no such variable");
            }
            return value;
        }
        if (text.startsWith(FILE)) {
            try {
                return Files.readString(Path.of(text.substring(FILE.length()))).stripTrailing();
            } catch (IOException | InvalidPathException unreadable) {
                throw new StartException(option + " " + text + ": cannot be read", unreadable);
            }
        }
        return text;
    }
}
