package io.parley.mcu;

import io.parley.c3p.C3pUser;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.focus.ConferenceUri;
import io.parley.focus.Focus;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.persistent.PersistentMap;
import java.util.Objects;
import java.util.Optional;

/**
 * What an MCU knows of its conference. Immutable; a change costs O(log n).
 *
 * @param uri its MCU-Conference-URI
 * @param conference the conference-URI
 * @param view what it tells of itself
 * @param users whom it has, each with one endpoint at most (MS-CONFBAS section 2.2.5), by the key of his address
 */
public record McuState(SipUri uri, SipUri conference, EntityView view, PersistentMap<String, C3pUser> users) {

    /** Refuses nulls. */
    public McuState {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(conference, "conference");
    }

    /**
     * An MCU of {@code conference} at its beginning: without anybody, locked if the conference is, and set as it was provisioned.
     *
     * @param uri its MCU-Conference-URI
     * @param own what MCUs of its type tell of themselves before that
     */
    public static McuState starting(McuType type, SipUri uri, Conference conference, EntityView own) {
        Optional<Provisioning> provisioning = conference.focus().map(Focus::provisioning);
        EntityView view = own.locked(conference.info().isLocked());
        return of(
                uri,
                provisioning.map(Provisioning::uri).orElseGet(() -> ConferenceUri.of(conference.id())),
                provisioning
                        .flatMap(known ->
                                Optional.ofNullable(known.parts().entityViews().get(type)))
                        .map(view::provisioned)
                        .orElse(view));
    }

    /** An MCU that has nobody. */
    public static McuState of(SipUri uri, SipUri conference, EntityView view) {
        return new McuState(uri, conference, view, PersistentMap.empty());
    }

    /** Who is in it under that address. */
    public Optional<C3pUser> user(SipUri entity) {
        return users.get(Provisioning.key(entity));
    }

    /** Whether it lets in nobody whom it has not. */
    public boolean isLocked() {
        return view.isLocked();
    }

    /** This MCU with {@code user} as he is now. */
    public McuState with(C3pUser user) {
        if (user.endpoints().size() > 1) {
            throw new IllegalArgumentException(
                    user.entity() + " has " + user.endpoints().size() + " endpoints, an MCU has one of a user");
        }
        return new McuState(uri, conference, view, users.with(Provisioning.key(user.entity()), user));
    }

    /** This MCU without that user. */
    public McuState without(SipUri entity) {
        return new McuState(uri, conference, view, users.without(Provisioning.key(entity)));
    }

    /** This MCU without anybody. */
    public McuState withoutUsers() {
        return new McuState(uri, conference, view, PersistentMap.empty());
    }

    /** This MCU, telling something else of itself. */
    public McuState with(EntityView other) {
        return new McuState(uri, conference, other, users);
    }

    /** All that it has to report: an {@code application/conference-info+xml} document of that version. */
    public Element full(long version) {
        return McuDocuments.full(this, version);
    }

    /** What it has to report after it has become {@code later}, as a document of that version; empty if nothing of it shows. */
    public Optional<Element> changes(McuState later, long version) {
        return McuDocuments.partial(this, later, version);
    }
}
