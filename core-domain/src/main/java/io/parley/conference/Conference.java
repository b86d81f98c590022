package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.Users;
import java.util.Optional;

/**
 * A conference object (RFC 6503 section 3.1) in one of its versions.
 *
 * <p>Immutable. The document is a {@code conference-info} element whose entity is the identity; its {@code conference-state} says the
 * same as {@code kind}, and its {@code user-count} the number of its users.
 *
 * @param id the XCON-URI, unique in the system
 * @param kind what it is for at the moment
 * @param owner who created it; empty for what the system itself provides
 * @param parent the object that it was cloned from; empty for the first of its line
 * @param version 1 at creation, one higher with every accepted change
 * @param document the whole document
 * @param attendance who of its users has joined
 */
public record Conference(
        XconUri id,
        Kind kind,
        Optional<XconUserId> owner,
        Optional<XconUri> parent,
        Version version,
        Element document,
        Attendance attendance) {

    /** Refuses a document that is none, or that another conference's identity stands in. */
    public Conference {
        if (document.type() != Schema.CONFERENCE_INFO) {
            throw new IllegalArgumentException("not a conference-info document: " + document.name());
        }
        if (document.attribute(Attributes.ENTITY)
                .flatMap(XconUri::parse)
                .filter(id::equals)
                .isEmpty()) {
            throw new IllegalArgumentException("the document of " + id + " has the entity "
                    + document.attribute(Attributes.ENTITY).orElse("(none)"));
        }
    }

    /** A blueprint of the system, at version 1, with the identity that its document states. */
    public static Conference blueprint(Element document) {
        XconUri id = XconUri.of(document.attribute(Attributes.ENTITY).orElse("(no entity)"));
        return new Conference(
                id, Kind.BLUEPRINT, Optional.empty(), Optional.empty(), Version.FIRST, document, Attendance.NOBODY);
    }

    /** The next version, with another document; the kind, the count of users and who has joined follow it. */
    public Conference next(Element changed) {
        return next(changed, Documents.attending(attendance, document, changed));
    }

    /** The next version, with another document and attendance. */
    public Conference next(Element changed, Attendance joined) {
        return new Conference(
                id, kindAfter(changed), owner, parent, version.next(), Documents.counted(changed), joined);
    }

    private Kind kindAfter(Element changed) {
        return kind.isConference() ? Documents.isActive(changed) ? Kind.ACTIVE_CONFERENCE : Kind.RESERVATION : kind;
    }

    /** The document, under the names that Java gives it. */
    public ConferenceInfo info() {
        return new ConferenceInfo(document);
    }

    /** The users of the document, under the names that Java gives them. */
    public Users users() {
        return info().users();
    }

    /** The record of a user. */
    public Optional<Element> user(XconUserId user) {
        return document.child(Info.USERS).flatMap(users -> users.entry(Info.USER, user.toString()));
    }

    /** Whether {@code user} created it. */
    public boolean isOwnedBy(XconUserId user) {
        return owner.filter(user::equals).isPresent();
    }
}
