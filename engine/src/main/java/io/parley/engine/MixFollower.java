package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.McuGateway;
import java.util.Optional;

/** Keeps the mix of each conference and sidebar as it says; blueprints have none. */
final class MixFollower implements ChangeListener {

    private final McuGateway mcus;

    MixFollower(McuGateway mcus) {
        this.mcus = mcus;
    }

    @Override
    public void changed(Change change) {
        Optional<Conference> conference = change.after().filter(MixFollower::hasMix);
        if (conference.isPresent()) {
            mcus.mix(conference.get());
        } else if (change.after().isEmpty()
                && change.before().filter(MixFollower::hasMix).isPresent()) {
            mcus.stop(change.conference());
        }
    }

    private static boolean hasMix(Conference state) {
        return state.kind() != Kind.BLUEPRINT;
    }
}
