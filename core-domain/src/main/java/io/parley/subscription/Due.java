package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import java.util.List;
import java.util.Optional;

/**
 * A document that somebody has to be told, as far as it is the same for all of his audience.
 *
 * @param before what they were told last; empty if the document has to be a full one
 * @param after the state that they are to know
 * @param audience who they are
 */
public record Due(Optional<Watched> before, Watched after, Audience audience) {

    /** Lets all belong to one audience who are told the same, and refuses a step from one conference to another. */
    public Due {
        if (before.isPresent() && !id(before.get()).equals(id(after))) {
            throw new IllegalArgumentException(id(before.get()) + " cannot become " + id(after));
        }
        audience = audience.towards(before, after);
    }

    /** By what documents that are equal but for the version of the subscription are known. */
    public Key key() {
        return new Key(id(after), before.map(Due::versions), versions(after), audience);
    }

    private static XconUri id(Watched state) {
        return state.conference().id();
    }

    private static Versions versions(Watched state) {
        return new Versions(
                state.conference().version(),
                state.main().map(Conference::version),
                state.byValue().map(Conference::version).toList(),
                state.since());
    }

    /**
     * The name of a document.
     *
     * @param conference of which conference
     * @param from since which state of it; empty for a full document
     * @param to up to which state of it
     * @param audience for whom
     */
    public record Key(XconUri conference, Optional<Versions> from, Versions to, Audience audience) {}

    /**
     * The name of a state.
     *
     * @param conference the version of what is watched
     * @param main that of its main conference, if it is a sidebar
     * @param sidebars those of its sidebars by value, which stand in its documents
     * @param since the one since which those have left who are shown once more, if any are
     */
    public record Versions(
            Version conference, Optional<Version> main, List<Version> sidebars, Optional<Version> since) {
        /** Copies the list. */
        public Versions {
            sidebars = List.copyOf(sidebars);
        }
    }
}
