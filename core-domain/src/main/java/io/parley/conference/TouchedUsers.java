package io.parley.conference;

import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUserId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whose records differ between two documents of a conference. Costs in proportion to what differs. */
public final class TouchedUsers {

    private TouchedUsers() {}

    /** The users whose records came, went or changed between {@code before} and {@code after}. */
    public static Set<XconUserId> between(Element before, Element after) {
        Element then = roster(before);
        Element now = roster(after);
        Set<XconUserId> touched = new LinkedHashSet<>();
        if (then == now) {
            return touched;
        }
        for (Difference difference : Diff.between(then, now)) {
            difference.path().steps().stream()
                    .filter(step -> step.name().equals(Info.USER))
                    .findFirst()
                    .flatMap(step -> step.key())
                    .flatMap(XconUserId::parse)
                    .ifPresent(touched::add);
        }
        return touched;
    }

    private static Element roster(Element document) {
        return document.child(Info.USERS).orElseGet(Schema.USERS::empty);
    }
}
