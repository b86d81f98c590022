package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Element;
import io.parley.document.Excerpt;
import io.parley.document.Info;
import io.parley.document.Overlay;
import io.parley.document.Schema;
import io.parley.focus.Focus;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.Users;
import java.util.List;
import java.util.Optional;

/**
 * A conference object (RFC 6503 section 3.1) in one of its versions.
 *
 * <p>Immutable. The document is a {@code conference-info} element whose entity is the identity; its {@code conference-state} says the
 * same as {@code kind}, and its {@code user-count} the number of its users. The document of a linked clone follows from that of its
 * parent and from what the clone has of its own; it is kept here so that it is put together once a change, not once a read.
 *
 * <p>New objects come from {@link #blueprint} and {@link #founded}, which the methods named {@code with...} complete; later versions
 * come from {@link #next} and {@link #following}.
 *
 * @param id the XCON-URI, unique in the system
 * @param kind what it is for at the moment
 * @param owner who created it; empty for what the system itself provides
 * @param parent the object that it was cloned from, for a sidebar its main conference; empty for the first of its line
 * @param version 1 at creation, one higher with every accepted change
 * @param document the whole document
 * @param attendance who of its users has joined; it follows the document
 * @param overrides what it has of its own over what it inherits; present exactly for a linked clone
 * @param history its earlier documents
 * @param focus what only its focus knows; empty as long as nobody came by signalling and nobody provisioned it. It follows the document
 */
public record Conference(
        XconUri id,
        Kind kind,
        Optional<XconUserId> owner,
        Optional<XconUri> parent,
        Version version,
        Element document,
        Attendance attendance,
        Optional<Overlay> overrides,
        History history,
        Optional<Focus> focus) {

    /** Refuses a document that is none, or that another conference's identity stands in, and a clone linked to nothing. */
    public Conference {
        if (document.type() != Schema.CONFERENCE_INFO) {
            throw new IllegalArgumentException("not a conference-info document: " + document.name());
        }
        if (document.attribute(Attributes.ENTITY)
                .filter(entity -> entity.equals(id.toString())
                        || XconUri.parse(entity).filter(id::equals).isPresent())
                .isEmpty()) {
            throw new IllegalArgumentException("the document of " + id + " has the entity "
                    + document.attribute(Attributes.ENTITY).orElse("(none)"));
        }
        if (overrides.isPresent() && parent.isEmpty()) {
            throw new IllegalArgumentException(id + " is linked to nothing");
        }
        attendance = attendance.following(document);
    }

    /** A conference object of which no focus knows anything. */
    public Conference(
            XconUri id,
            Kind kind,
            Optional<XconUserId> owner,
            Optional<XconUri> parent,
            Version version,
            Element document,
            Attendance attendance,
            Optional<Overlay> overrides,
            History history) {
        this(id, kind, owner, parent, version, document, attendance, overrides, history, Optional.empty());
    }

    /** A blueprint of the system, at version 1, with the identity that its document states. */
    public static Conference blueprint(Element document) {
        return founded(Kind.BLUEPRINT, document);
    }

    /** A new object at version 1, with the identity that its document states; without owner and parent, and nobody has joined it. */
    public static Conference founded(Kind kind, Element document) {
        return new Conference(
                XconUri.of(document.attribute(Attributes.ENTITY).orElse("(no entity)")),
                kind,
                Optional.empty(),
                Optional.empty(),
                Version.FIRST,
                document,
                Attendance.NOBODY,
                Optional.empty(),
                History.upTo(History.STANDARD_LIMIT));
    }

    /** This object, created by {@code creator}. */
    public Conference withOwner(XconUserId creator) {
        return new Conference(
                id, kind, Optional.of(creator), parent, version, document, attendance, overrides, history, focus);
    }

    /** This object, made from {@code origin} and independent of it from then on. */
    public Conference withParent(XconUri origin) {
        return new Conference(
                id, kind, owner, Optional.of(origin), version, document, attendance, Optional.empty(), history, focus);
    }

    /** This object, a linked clone of {@code origin} that has {@code own} over what it inherits. */
    public Conference withParent(XconUri origin, Overlay own) {
        return new Conference(
                id, kind, owner, Optional.of(origin), version, document, attendance, Optional.of(own), history, focus);
    }

    /** This object with another overlay, which makes the same document. */
    public Conference withOverrides(Overlay own) {
        return new Conference(id, kind, owner, parent, version, document, attendance, Optional.of(own), history, focus);
    }

    /** This object with another history. */
    public Conference withHistory(History earlier) {
        return new Conference(id, kind, owner, parent, version, document, attendance, overrides, earlier, focus);
    }

    /** This object before it is stored first, with what its focus knows. */
    public Conference withFocus(Focus known) {
        return new Conference(
                id, kind, owner, parent, version, document, attendance, overrides, history, Optional.of(known));
    }

    /** The next version, with another document; the kind, the count of users, who has joined and who is muted follow it. */
    public Conference next(Element changed) {
        return next(changed, attendance);
    }

    /**
     * The next version, with another document and attendance. What a linked clone is changed in is its own. Whoever is admitted after he
     * waited starts it, if nobody has.
     */
    public Conference next(Element changed, Attendance joined) {
        Attendance after = joined.following(changed);
        boolean admits = attendance.pending().stream().anyMatch(after::hasJoined);
        Element alike = Muting.alike(document, changed);
        Element counted = Documents.counted(admits ? Documents.active(alike) : alike);
        return next(counted, after, overrides.map(own -> own.after(document, counted)));
    }

    /** The next version, with another document and attendance, and with what its focus then knows. */
    public Conference next(Element changed, Attendance joined, Focus known) {
        Conference next = next(changed, joined);
        return new Conference(
                id,
                next.kind,
                owner,
                parent,
                next.version,
                next.document,
                next.attendance,
                next.overrides,
                next.history,
                Optional.of(FocusFollowing.inactive(known, next.document)));
    }

    /** This state, which several decisions have made of {@code before} one after the other, as the next version of it: one change. */
    public Conference asNextOf(Conference before) {
        return new Conference(
                id,
                kind,
                owner,
                parent,
                before.version.next(),
                document,
                attendance,
                overrides,
                before.history.and(before.version, before.document),
                focus);
    }

    /** This state, which later decisions have made of {@code founded}, in its place: it is stored first as it is after them. */
    public Conference asFoundedLike(Conference founded) {
        return new Conference(
                id, kind, owner, parent, founded.version, document, attendance, overrides, founded.history, focus);
    }

    /** This version with another document in its place, as long as it is not stored: one change is one version, whatever belongs to it. */
    public Conference amended(Element changed) {
        Element counted = Documents.counted(changed);
        return new Conference(
                id,
                kindAfter(counted),
                owner,
                parent,
                version,
                counted,
                attendance,
                overrides.map(own -> own.after(document, counted)),
                history,
                focus.map(known -> FocusFollowing.of(known, document, counted)));
    }

    /**
     * The next version of a linked clone after what it inherits has changed; empty if nothing of that shows in it. Costs what the excerpt
     * holds.
     *
     * @param excerpt where what it inherits has changed
     * @param inherited what it inherits there now
     */
    public Optional<Conference> following(Excerpt excerpt, Element inherited) {
        Overlay own = overrides.orElseThrow(() -> new IllegalStateException(id + " inherits nothing"));
        Element derived = MediaDirections.statedIn(own.at(excerpt).over(inherited));
        Element changed = Documents.counted(Diff.apply(document, Diff.between(excerpt.of(document), derived)));
        return Diff.between(document, changed).isEmpty()
                ? Optional.empty()
                : Optional.of(next(changed, attendance, overrides));
    }

    private Conference next(Element changed, Attendance joined, Optional<Overlay> own) {
        return new Conference(
                id,
                kindAfter(changed),
                owner,
                parent,
                version.next(),
                changed,
                joined,
                own,
                history.and(version, document),
                focus.map(known -> FocusFollowing.of(known, document, changed)));
    }

    /** This version, in which everybody who wants to be unknown has an identifier of its domain by which the others know him. */
    public Conference withPseudonyms(FreshIdentifiers fresh) {
        Attendance named = attendance.withPseudonyms(() -> XconUserId.of(fresh.token(), id.host()));
        return named == attendance
                ? this
                : new Conference(id, kind, owner, parent, version, document, named, overrides, history, focus);
    }

    /** This version, as long as it is not stored, with the note of how those went who are gone in it. */
    public Conference withDisconnections(List<Disconnection> gone) {
        return new Conference(
                id,
                kind,
                owner,
                parent,
                version,
                document,
                attendance.disconnecting(version, gone),
                overrides,
                history,
                focus);
    }

    /** This version with {@code roster} in the place of its users, for whoever is shown somebody who is not there; not to be stored. */
    public Conference showing(Element roster) {
        return new Conference(
                id, kind, owner, parent, version, document.with(roster), attendance, overrides, history, focus);
    }

    private Kind kindAfter(Element changed) {
        return kind.isConference() ? Documents.isActive(changed) ? Kind.ACTIVE_CONFERENCE : Kind.RESERVATION : kind;
    }

    /** Whether later changes of its parent reach it. */
    public boolean isLinked() {
        return overrides.isPresent();
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
