package io.parley.privacy;

import io.parley.conference.Conference;
import io.parley.document.Element;
import java.util.Optional;

/** What has to be known of the sidebars that stand inside the document of their main conference. */
interface Sidebars {

    /** The conference object of which {@code entry} is the document. */
    Optional<Conference> find(Element entry);

    /** The bans of {@code conference}. */
    Bans bans(Conference conference);

    /** {@code main}, and over it the users of {@code entry} who want to be unknown there. */
    Veil veil(Veil main, Element entry);

    /** What is known where no sidebar is shown. */
    Sidebars NONE = new Sidebars() {
        @Override
        public Bans bans(Conference conference) {
            return new Bans(
                    conference.id(),
                    conference.isLinked(),
                    Optional.empty(),
                    Bans.takenOver(conference.id(), other -> false));
        }

        @Override
        public Optional<Conference> find(Element entry) {
            return Optional.empty();
        }

        @Override
        public Veil veil(Veil main, Element entry) {
            return main;
        }
    };
}
