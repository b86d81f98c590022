package io.parley.participation;

import io.parley.cloning.CloningTree;
import io.parley.cloning.Consequences;
import io.parley.cloning.Sidebars;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.schedule.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The end of a conference that somebody made by calling the conference factory (RFC 4579 section 5.12): with the last device of his, or when it
 * is active no more. Nothing is left of it then, unless another conference inherits from it.
 */
public final class Dissolving {

    private Dissolving() {}

    /** Whether {@code conference}, which {@code creator} made so, is over. */
    public static boolean isOver(Conference conference, XconUserId creator, ConferenceFactory factory) {
        Optional<FocusInstance> live = conference.focus().flatMap(Focus::instance);
        if (live.isEmpty()) {
            return true;
        }
        boolean isHis = live.get().creator().filter(creator::equals).isPresent();
        boolean isThere = live.get()
                .participant(creator)
                .filter(known -> !known.endpoints().isEmpty())
                .isPresent();
        return isHis && !isThere && !factory.outlivesCreator();
    }

    /** Ends the conference {@code id} and takes it away, if it is over. */
    public static Outcome<Boolean> decide(
            Snapshot snapshot, XconUri id, XconUserId creator, ConferenceFactory factory, Instant now) {
        Optional<Conference> over = snapshot.find(id).filter(state -> isOver(state, creator, factory));
        if (over.isEmpty()) {
            return Outcome.unchanged(false);
        }
        Cause cause = new Cause("focus/dissolve", Optional.empty(), now);
        boolean hasHeirs = new CloningTree(snapshot)
                .linkedTo(over.get()).stream().anyMatch(clone -> !clone.kind().isSidebar());
        if (!hasHeirs) {
            return Outcome.removing(withSidebars(snapshot, id), cause, true);
        }
        return over.get().info().isActive()
                ? Outcome.storing(Consequences.of(snapshot, Ending.of(over.get())), cause, true)
                : Outcome.unchanged(false);
    }

    /** A sidebar does not outlive its main conference: it goes first (RFC 5239 section 9.4). */
    private static List<XconUri> withSidebars(Snapshot snapshot, XconUri main) {
        List<XconUri> gone = new ArrayList<>();
        Sidebars.of(snapshot, main).forEach(sidebar -> gone.add(sidebar.id()));
        gone.add(main);
        return gone;
    }
}
