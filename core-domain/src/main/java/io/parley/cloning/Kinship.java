package io.parley.cloning;

import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import io.parley.schedule.Ending;
import io.parley.user.User;
import io.parley.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What binds sidebars and their main conferences (RFC 5239 section 9.4), restored after a change: a sidebar ends with its main
 * conference; who leaves that leaves its sidebars by value; and the main conference lists what is new, and holds each sidebar by value as
 * it is now. An object that the change has reached already is amended, so that its version rises once.
 */
final class Kinship {

    private final Snapshot snapshot;
    private final Map<XconUri, Conference> states;

    /** The kinship in {@code snapshot} with {@code states}, the objects that a change has reached. */
    Kinship(Snapshot snapshot, Map<XconUri, Conference> states) {
        this.snapshot = snapshot;
        this.states = states;
    }

    void restore() {
        for (Conference state : List.copyOf(states.values())) {
            if (state.kind().isConference()) {
                snapshot.find(state.id()).ifPresent(before -> follow(before, state));
            }
        }
        for (Conference state : List.copyOf(states.values())) {
            boolean isNew = snapshot.find(state.id()).isEmpty();
            if (state.kind() == Kind.SIDEBAR_BY_VALUE || (state.kind() == Kind.SIDEBAR_BY_REFERENCE && isNew)) {
                edit(state.parent().orElseThrow(), main -> Sidebars.with(main, state));
            }
        }
    }

    /** What the sidebars of a conference make of its way from {@code before} to {@code after}. */
    private void follow(Conference before, Conference after) {
        boolean ends = before.info().isActive() && !after.info().isActive();
        List<User> left = left(before.users(), after.users());
        if (ends || !left.isEmpty()) {
            for (Conference sidebar : Sidebars.of(snapshot, after.id())) {
                if (ends && sidebar.info().isActive()) {
                    Conference reached = states.getOrDefault(sidebar.id(), sidebar);
                    states.put(sidebar.id(), Ending.of(reached).asNextOf(sidebar));
                }
                if (sidebar.kind() == Kind.SIDEBAR_BY_VALUE) {
                    edit(sidebar.id(), document -> without(left, document));
                }
            }
        }
    }

    private static List<User> left(Users before, Users after) {
        List<User> left = new ArrayList<>();
        for (Difference difference : Diff.between(before.element(), after.element())) {
            if (difference instanceof Difference.OfElement gone
                    && gone.type() == Schema.USER
                    && gone.after().isEmpty()) {
                left.add(new User(gone.before().orElseThrow()));
            }
        }
        return left;
    }

    private static Element without(List<User> gone, Element document) {
        Element result = document;
        for (User user : gone) {
            Element users = result.child(Info.USERS).orElseGet(Schema.USERS::empty);
            Element left = users.entry(Info.USER, user.id().toString())
                    .map(users::without)
                    .orElse(users);
            result = left == users ? result : result.replacing(users, left);
        }
        return result;
    }

    private void edit(XconUri id, UnaryOperator<Element> change) {
        Optional<Conference> reached = Optional.ofNullable(states.get(id));
        Conference state = reached.or(() -> snapshot.find(id)).orElseThrow();
        Element edited = change.apply(state.document());
        if (edited != state.document()) {
            states.put(id, reached.isPresent() ? state.amended(edited) : state.next(edited));
        }
    }
}
