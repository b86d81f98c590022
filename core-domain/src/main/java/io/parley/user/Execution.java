package io.parley.user;

import io.parley.document.Element;
import io.parley.document.Info;
import java.time.Instant;
import java.util.Optional;

/**
 * When, why and by whom something was done (RFC 4575 section 5.7.2).
 *
 * @param element the element that says so, such as {@code joining-info}
 */
public record Execution(Element element) implements View {

    /** When. */
    public Optional<Instant> when() {
        return time(Info.WHEN);
    }

    /** Why, for humans. */
    public Optional<String> reason() {
        return text(Info.REASON);
    }

    /** By whom, as a URI. */
    public Optional<String> by() {
        return text(Info.BY);
    }
}
