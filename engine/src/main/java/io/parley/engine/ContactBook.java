package io.parley.engine;

import io.parley.ccmp.Newcomer;
import io.parley.conference.Change;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.ChangeListener;
import io.parley.ports.out.UserDirectory;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Binds the contacts that stand in the records of users to these users in the directory, so that somebody who comes by one of them is
 * known (RFC 6503 section 5.3.6). A contact that belongs to somebody stays his.
 */
final class ContactBook implements ChangeListener {

    private final UserDirectory users;

    ContactBook(UserDirectory users) {
        this.users = users;
    }

    @Override
    public void changed(Change change) {
        if (change.after().isEmpty()) {
            return;
        }
        Element before = change.before().map(ContactBook::roster).orElseGet(Schema.USERS::empty);
        Element after = roster(change.after().get());
        Set<String> touched = new LinkedHashSet<>();
        for (Difference difference : Diff.between(before, after)) {
            difference.path().steps().stream()
                    .filter(step -> step.name().equals(Info.USER))
                    .findFirst()
                    .flatMap(step -> step.key())
                    .ifPresent(touched::add);
        }
        touched.forEach(key -> after.entry(Info.USER, key).ifPresent(this::bind));
    }

    private void bind(Element user) {
        XconUserId id = XconUserId.of(user.attribute(Attributes.ENTITY).orElseThrow());
        for (ContactUri contact : Newcomer.contacts(user)) {
            users.claim(id, Set.of(contact));
        }
    }

    private static Element roster(Conference conference) {
        return conference.document().child(Info.USERS).orElseGet(Schema.USERS::empty);
    }
}
