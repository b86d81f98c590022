package io.parley.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server depends on. It is ready when every check says so.
 *
 * <p>Checks are added by one thread before a server is built with them; they are asked by any number of threads at once, with each
 * request, and should answer at once. One that throws has failed.
 */
public final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();

    /** Depends on nothing yet. */
    public Health() {}

    /** Depends on {@code check} as well, and shows its outcome under {@code name}, of small letters, digits and hyphens. */
    public Health check(String name, BooleanSupplier check) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a name of small letters, digits and hyphens: " + name);
        }
        checks.put(name, check);
        return this;
    }

    /** The outcome of every check, in the order in which they were added. */
    Map<String, Boolean> ask() {
        Map<String, Boolean> outcomes = new LinkedHashMap<>();
        checks.forEach((name, check) -> outcomes.put(name, passes(name, check)));
        return outcomes;
    }

    private static boolean passes(String name, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException fault) {
            Incident.of(fault).report(LOG, "The check " + name + " failed");
            return false;
        }
    }
}
