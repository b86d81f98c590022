package io.parley.ports.contract;

import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.focus.CallId;
import io.parley.focus.DialOut;
import io.parley.focus.OutgoingCall;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.time.Instant;
import java.util.Optional;

/** Conference objects to store, each no more than an identity, a parent and a subject that says who wrote it. */
public final class Samples {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Samples() {}

    /** {@code xcon:name@example.com}. */
    public static XconUri id(String name) {
        return XconUri.of(name, "example.com");
    }

    /** A new object at version 1, without a parent. */
    public static Conference fresh(XconUri id) {
        return fresh(id, Optional.empty());
    }

    /** A new object at version 1. */
    public static Conference fresh(XconUri id, Optional<XconUri> parent) {
        return at(Version.FIRST, id, parent);
    }

    /** An object at any version. */
    public static Conference at(Version version, XconUri id, Optional<XconUri> parent) {
        Conference first = fresh(id, parent, "");
        return new Conference(
                id,
                first.kind(),
                first.owner(),
                parent,
                version,
                first.document(),
                first.attendance(),
                first.overrides(),
                first.history());
    }

    /** A new object at version 1 with this subject. */
    public static Conference fresh(XconUri id, Optional<XconUri> parent, String subject) {
        Element document = Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, id.toString());
        Conference founded = Conference.blueprint(subject.isEmpty() ? document : withSubject(document, subject));
        return parent.map(founded::withParent).orElse(founded);
    }

    /** The next version, with {@code word} written behind the subject that it has. */
    public static Conference edited(Conference conference, String word) {
        return conference.next(withSubject(conference.document(), subject(conference) + word));
    }

    private static Element withSubject(Element document, String subject) {
        Element description =
                document.child(Info.CONFERENCE_DESCRIPTION).orElseGet(Schema.CONFERENCE_DESCRIPTION::empty);
        return document.with(description.with(Info.SUBJECT, subject));
    }

    /** Its subject, empty if it has none. */
    public static String subject(Conference conference) {
        return conference
                .document()
                .textAt(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT)
                .orElse("");
    }

    /** A call of the focus to {@code target}; those with the same method are one. */
    public static OutgoingCall call(ContactUri target, DialOut.Method method) {
        DialOut wanted = new DialOut(
                SipUri.of(target.toString()),
                method,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DialOut.Headers.NONE);
        return OutgoingCall.first(
                new CallId(method.name()), XconUserId.of("callee", "example.com"), wanted, target.toString(), false);
    }

    /** A reason for a change. */
    public static Cause cause(String action) {
        return new Cause(action, Optional.empty(), NOON);
    }
}
