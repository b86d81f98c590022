package io.parley.engine;

import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.ContactUri;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.Signalling;

/**
 * Ends the calls of endpoints that have gone from a roster, with their user or with the whole conference. Those that the focus knows by their
 * dialogs are {@link FocusFollower}'s.
 */
final class CallFollower implements ChangeListener {

    private static final ElementType ENDPOINT = Schema.USER.child(Info.ENDPOINT);

    private final Signalling signalling;

    CallFollower(Signalling signalling) {
        this.signalling = signalling;
    }

    @Override
    public void changed(Change change) {
        if (change.before().isEmpty()) {
            return;
        }
        Element before = roster(change.before().get());
        Element after = change.after().map(CallFollower::roster).orElseGet(Schema.USERS::empty);
        for (Difference difference : Diff.between(before, after)) {
            if (difference instanceof Difference.OfElement gone && gone.after().isEmpty()) {
                hangUp(change, gone.before().orElseThrow());
            }
        }
    }

    private void hangUp(Change change, Element gone) {
        if (gone.type() == Schema.USER) {
            gone.children(Info.ENDPOINT).forEach(endpoint -> hangUp(change, endpoint));
        } else if (gone.type() == ENDPOINT) {
            gone.attribute(Attributes.ENTITY)
                    .filter(entity -> !FocusEngine.hasDevice(change.before().orElseThrow(), entity))
                    .flatMap(ContactUri::parse)
                    .ifPresent(contact -> signalling.bye(change.conference(), contact));
        }
    }

    private static Element roster(Conference conference) {
        return conference.document().child(Info.USERS).orElseGet(Schema.USERS::empty);
    }
}
