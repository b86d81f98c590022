package io.parley.focus;

import java.util.Objects;
import java.util.Optional;

/**
 * What of a conference only its focus knows.
 *
 * @param provisioning how it was provisioned
 * @param instance what is going on; present exactly while the conference is activated
 */
public record Focus(Provisioning provisioning, Optional<FocusInstance> instance) {

    /** Refuses nulls. */
    public Focus {
        Objects.requireNonNull(provisioning, "provisioning");
    }

    /** The focus of a conference that is not activated. */
    public static Focus of(Provisioning provisioning) {
        return new Focus(provisioning, Optional.empty());
    }

    /** This focus with another instance. */
    public Focus with(FocusInstance now) {
        return new Focus(provisioning, Optional.of(now));
    }

    /** This focus, deactivated. */
    public Focus withoutInstance() {
        return instance.isEmpty() ? this : new Focus(provisioning, Optional.empty());
    }

    /** This focus, provisioned otherwise. */
    public Focus with(Provisioning other) {
        return new Focus(other, instance);
    }

    /** What holds now of the settings of the lobby. */
    public LobbySettings lobby() {
        return instance.map(FocusInstance::lobby).orElse(provisioning.lobby());
    }
}
