package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.user.Role;
import io.parley.user.View;
import java.time.Instant;
import java.util.Optional;

/**
 * When a conference takes place, and what holds then: an entry of {@code conference-time} (RFC 6501 section 4.2.5).
 *
 * @param element the {@code entry} element
 */
public record ConferenceTime(Element element) implements View {

    /** The iCalendar object that tells the occurrences (RFC 5545), as sent. */
    public String base() {
        return text(Xcon.BASE).orElse("");
    }

    /** When mixing starts; empty for at once. */
    public Optional<Instant> mixingStart() {
        return time(Xcon.MIXING_START_OFFSET);
    }

    /** The role of which somebody has to be there before mixing starts. */
    public Optional<Role> mixingStartRequires() {
        return required(Xcon.MIXING_START_OFFSET);
    }

    /** When mixing ends; empty for a conference without bounds. */
    public Optional<Instant> mixingEnd() {
        return time(Xcon.MIXING_END_OFFSET);
    }

    /** The role of which the last one to leave ends mixing. */
    public Optional<Role> mixingEndRequires() {
        return required(Xcon.MIXING_END_OFFSET);
    }

    /** Before when nobody can join. */
    public Optional<Instant> canJoinAfter() {
        return time(Xcon.CAN_JOIN_AFTER_OFFSET);
    }

    /** After when nobody new can join. */
    public Optional<Instant> mustJoinBefore() {
        return time(Xcon.MUST_JOIN_BEFORE_OFFSET);
    }

    /** When those of the allowed-users list are asked to join. */
    public Optional<Instant> requestUsersAt() {
        return time(Xcon.REQUEST_USER);
    }

    /** How many seconds before the end the users are told of it; empty for never. */
    public Optional<Integer> notifyEndSeconds() {
        return number(Xcon.NOTIFY_END_OF_CONFERENCE);
    }

    /** Whether the end may be moved later; what holds where nothing is said, RFC 6501 does not tell. */
    public Optional<Boolean> mayExtend() {
        return flag(Xcon.ALLOWED_EXTEND_MIXING_END_OFFSET);
    }

    private Optional<Role> required(Name offset) {
        return element.child(offset)
                .flatMap(time -> time.attribute(Attributes.REQUIRED_PARTICIPANT))
                .map(Role::of);
    }
}
