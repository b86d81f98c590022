package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.user.Draft;
import io.parley.user.Role;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Builds a time at which a conference takes place (RFC 6501 section 4.2.5). */
public final class ConferenceTimeBuilder implements Draft {

    private static final ElementType TIME =
            Schema.CONFERENCE_DESCRIPTION.child(Xcon.CONFERENCE_TIME).child(Xcon.ENTRY);

    private Element time;

    ConferenceTimeBuilder(String base) {
        this.time = TIME.empty().with(Xcon.BASE, base);
    }

    /** Changes the {@code entry} element in a way that has no name here. */
    public ConferenceTimeBuilder edit(UnaryOperator<Element> change) {
        time = change.apply(time);
        return this;
    }

    /** When mixing starts, and the role of which somebody has to be there, {@link Role#NONE} for nobody. */
    public ConferenceTimeBuilder mixingStart(Instant at, Role required) {
        return offset(Xcon.MIXING_START_OFFSET, at, required);
    }

    /** When mixing ends, and the role of which the last one to leave ends it, {@link Role#NONE} for nobody. */
    public ConferenceTimeBuilder mixingEnd(Instant at, Role required) {
        return offset(Xcon.MIXING_END_OFFSET, at, required);
    }

    /** Before when nobody can join. */
    public ConferenceTimeBuilder canJoinAfter(Instant at) {
        return edit(entry -> entry.with(Xcon.CAN_JOIN_AFTER_OFFSET, at.toString()));
    }

    /** After when nobody new can join. */
    public ConferenceTimeBuilder mustJoinBefore(Instant at) {
        return edit(entry -> entry.with(Xcon.MUST_JOIN_BEFORE_OFFSET, at.toString()));
    }

    /** When those of the allowed-users list are asked to join. */
    public ConferenceTimeBuilder requestUsersAt(Instant at) {
        return edit(entry -> entry.with(Xcon.REQUEST_USER, at.toString()));
    }

    /** How many seconds before the end the users are told of it. */
    public ConferenceTimeBuilder notifyEndSeconds(int seconds) {
        return edit(entry -> entry.with(Xcon.NOTIFY_END_OF_CONFERENCE, Integer.toString(seconds)));
    }

    /** Whether the end may be moved later. */
    public ConferenceTimeBuilder mayExtend(boolean may) {
        return edit(entry -> entry.with(Xcon.ALLOWED_EXTEND_MIXING_END_OFFSET, Boolean.toString(may)));
    }

    @Override
    public Element build() {
        return time;
    }

    private ConferenceTimeBuilder offset(Name name, Instant at, Role required) {
        return edit(entry -> entry.with(
                TIME.child(name).text(at.toString()).withAttribute(Attributes.REQUIRED_PARTICIPANT, required.word())));
    }
}
