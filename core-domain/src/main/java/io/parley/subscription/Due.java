package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import java.util.Optional;

/**
 * A document that somebody has to be told, as far as it is the same for all of his audience.
 *
 * @param before what they were told last; empty if the document has to be a full one
 * @param after the state that they are to know
 * @param audience who they are
 */
public record Due(Optional<Conference> before, Conference after, Audience audience) {

    /** Lets all belong to one audience who are told the same, and refuses a step from one conference to another. */
    public Due {
        if (before.isPresent() && !before.get().id().equals(after.id())) {
            throw new IllegalArgumentException(before.get().id() + " cannot become " + after.id());
        }
        audience = audience.towards(before, after);
    }

    /** By what documents that are equal but for the version of the subscription are known. */
    public Key key() {
        return new Key(after.id(), before.map(Conference::version), after.version(), audience);
    }

    /**
     * The name of a document.
     *
     * @param conference of which conference
     * @param from since which version of it; empty for a full document
     * @param to up to which version of it
     * @param audience for whom
     */
    public record Key(XconUri conference, Optional<Version> from, Version to, Audience audience) {}
}
