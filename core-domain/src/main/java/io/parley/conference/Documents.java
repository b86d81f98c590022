package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUserId;
import java.util.Optional;

/** What the server itself keeps right in a document and beside it: state, count and attendance. */
final class Documents {

    private Documents() {}

    /** Whether the document says that the conference is running. */
    static boolean isActive(Element document) {
        return document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)
                .filter("true"::equals)
                .isPresent();
    }

    /** The document with the number of its users in its state, if it has a state. */
    static Element counted(Element document) {
        Optional<Element> state = document.child(Info.CONFERENCE_STATE);
        if (state.isEmpty()) {
            return document;
        }
        String count = Integer.toString(
                document.child(Info.USERS).map(users -> users.count(Info.USER)).orElse(0));
        return state.get().childText(Info.USER_COUNT).filter(count::equals).isPresent()
                ? document
                : document.with(state.get().with(Info.USER_COUNT, count));
    }

    /** {@code attendance} without those whose record has gone on the way from {@code before} to {@code after}. */
    static Attendance attending(Attendance attendance, Element before, Element after) {
        Attendance remaining = attendance;
        for (Difference difference : Diff.between(roster(before), roster(after))) {
            if (difference instanceof Difference.OfElement gone
                    && gone.type() == Schema.USER
                    && gone.after().isEmpty()) {
                remaining = remaining.without(id(gone.before().orElseThrow()));
            }
        }
        return remaining;
    }

    private static Element roster(Element document) {
        return document.child(Info.USERS).orElseGet(Schema.USERS::empty);
    }

    private static XconUserId id(Element user) {
        return XconUserId.of(user.attribute(Attributes.ENTITY).orElseThrow());
    }
}
