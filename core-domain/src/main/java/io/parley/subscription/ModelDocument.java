package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Clearance;
import io.parley.privacy.Sight;
import io.parley.privacy.Sights;
import java.util.Optional;

/**
 * A state of a conference in the data model of RFC 6501 (RFC 6502 section 4): what a CCMP retrieve shows.
 *
 * @param sights what people see of conferences
 * @param state the state
 */
record ModelDocument(Sights sights, Watched state) {

    Element of(Audience audience) {
        return audience instanceof Audience.Admitted admitted
                ? whole(admitted)
                : alone(((Audience.Waiting) audience).user());
    }

    private Element whole(Audience.Admitted audience) {
        Conference conference = state.conference();
        return sights.of(conference, audience.clearance(), state.main(), audience.ofMain())
                .whole(id -> sidebar(id, audience));
    }

    private Optional<Sight> sidebar(XconUri id, Audience.Admitted audience) {
        Optional<Clearance> clearance = Optional.ofNullable(audience.sidebars().get(id));
        return state.sidebars().stream()
                .filter(sidebar -> sidebar.id().equals(id))
                .findFirst()
                .flatMap(sidebar -> clearance.map(
                        cleared -> sights.of(sidebar, cleared, Optional.of(state.conference()), audience.clearance())));
    }

    /** What he sees who has not been admitted: himself, and how far his devices are. */
    private Element alone(XconUserId user) {
        Conference conference = state.conference();
        Clearance own = Clearance.NONE.as(user);
        Element bare = Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, conference.id().toString())
                .with(Schema.CONFERENCE_DESCRIPTION.empty());
        return sights.of(conference, own, state.main(), own)
                .user(user)
                .map(record -> bare.with(Schema.USERS.empty().with(bare(record))))
                .orElse(bare);
    }

    private static Element bare(Element record) {
        Element bare = record;
        for (Element endpoint : record.children(Info.ENDPOINT)) {
            Element empty = endpoint.withoutContent();
            bare = bare.replacing(
                    endpoint, endpoint.child(Info.STATUS).map(empty::with).orElse(empty));
        }
        return bare;
    }
}
