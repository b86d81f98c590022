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
import io.parley.identity.XconUserId;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.Signalling;

/**
 * Ends the calls of endpoints that have gone from a roster, with their user or with the whole conference. Those that the focus knows by their
 * dialogs are {@link FocusFollower}'s, those that it calls {@link DialFollower}'s.
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
        Conference was = change.before().get();
        Element before = roster(was);
        Element after = change.after().map(CallFollower::roster).orElseGet(Schema.USERS::empty);
        for (Difference difference : Diff.between(before, after)) {
            if (difference instanceof Difference.OfElement gone && gone.after().isEmpty()) {
                hangUp(was, gone.path().in(before).get(1), gone.before().orElseThrow());
            }
        }
    }

    private void hangUp(Conference was, Element user, Element gone) {
        if (gone.type() == Schema.USER) {
            gone.children(Info.ENDPOINT).forEach(endpoint -> hangUp(was, user, endpoint));
        } else if (gone.type() == ENDPOINT) {
            gone.attribute(Attributes.ENTITY)
                    .filter(entity -> !isOfFocus(was, user, entity))
                    .flatMap(ContactUri::parse)
                    .ifPresent(contact -> signalling.bye(was.id(), contact));
        }
    }

    private static boolean isOfFocus(Conference was, Element user, String entity) {
        return user.attribute(Attributes.ENTITY)
                .flatMap(XconUserId::parse)
                .flatMap(id -> FocusEngine.instance(was)
                        .filter(live -> live.hasDevice(id, entity) || live.isCalledAs(id, entity)))
                .isPresent();
    }

    private static Element roster(Conference conference) {
        return conference.document().child(Info.USERS).orElseGet(Schema.USERS::empty);
    }
}
