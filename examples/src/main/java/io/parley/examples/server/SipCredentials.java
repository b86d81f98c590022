package io.parley.examples.server;

import io.parley.sip.authentication.Credentials;
import io.parley.sip.authentication.DigestCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file of {@code --sip-credentials}: lines {@code NAME:REALM:PASSWORD}, among which may be empty ones and those that begin with {@code #}. */
final class SipCredentials {

    private SipCredentials() {}

    /** What stands in {@code file}; a {@link StartException} tells what is wrong with which line, and no password. */
    static Credentials read(Path file) {
        List<Credentials> all = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                all.add(credentials(line, "--sip-credentials " + file + ", line " + number));
            }
        }
        if (all.isEmpty()) {
            throw new StartException("--sip-credentials " + file + ": NAME:REALM:PASSWORD is wanted");
        }
        return (request, challenge) -> all.stream()
                .flatMap(credentials -> credentials.answer(request, challenge).stream())
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new StartException("--sip-credentials " + file + ": cannot be read", unreadable);
        }
    }

    private static Credentials credentials(String line, String where) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new StartException(where + ": NAME:REALM:PASSWORD is wanted");
        }
        try {
            return new DigestCredentials(parts[0], parts[2]).inRealm(parts[1]);
        } catch (IllegalArgumentException refused) {
            throw new StartException(where + ": " + refused.getMessage(), refused);
        }
    }
}
