package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.identity.XconUserId;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.OperatorDesk;
import io.parley.user.JoinHandling;

/** Tells the operators who has begun to wait for them. */
final class OperatorFollower implements ChangeListener {

    private final OperatorDesk operators;

    OperatorFollower(OperatorDesk operators) {
        this.operators = operators;
    }

    @Override
    public void changed(Change change) {
        if (change.after().isEmpty()) {
            return;
        }
        Conference after = change.after().get();
        boolean directed = after.users()
                .joinHandling()
                .filter(JoinHandling.DIRECTED_OPERATOR::equals)
                .isPresent();
        for (XconUserId user : after.attendance().pending()) {
            boolean waited = change.before()
                    .filter(before -> before.attendance().isPending(user))
                    .isPresent();
            if (directed && !waited) {
                operators.waits(after.id(), user);
            }
        }
    }
}
