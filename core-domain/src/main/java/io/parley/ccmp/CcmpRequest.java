package io.parley.ccmp;

import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.identity.XconUserId;
import java.util.List;
import java.util.Optional;

/**
 * A request (RFC 6503 section 5.1). Tokens have lost their surrounding white space; an empty sender is none.
 *
 * @param message which of the twelve
 * @param subject the credentials of the sender
 * @param confUserId the XCON-USERID of the sender, as written
 * @param confObjId the XCON-URI of the object addressed, as written
 * @param operation what to do with it
 * @param conferencePassword the password of the conference
 * @param version the base version of an update, given beside the specialised part
 * @param body the specialised part
 * @param foreign elements of foreign namespaces behind the parameters; kept, never interpreted
 * @param authenticatedAs the user whom the sender has proved to be by means of the transport; no part of the message
 */
public record CcmpRequest(
        Message message,
        Optional<Subject> subject,
        Optional<String> confUserId,
        Optional<String> confObjId,
        Optional<Operation> operation,
        Optional<String> conferencePassword,
        Optional<Version> version,
        Body body,
        List<Element> foreign,
        Optional<XconUserId> authenticatedAs) {

    /** Copies the foreign elements. */
    public CcmpRequest {
        foreign = List.copyOf(foreign);
    }

    /** A request as the message says it, whose transport proves nothing. */
    public CcmpRequest(
            Message message,
            Optional<Subject> subject,
            Optional<String> confUserId,
            Optional<String> confObjId,
            Optional<Operation> operation,
            Optional<String> conferencePassword,
            Optional<Version> version,
            Body body,
            List<Element> foreign) {
        this(
                message,
                subject,
                confUserId,
                confObjId,
                operation,
                conferencePassword,
                version,
                body,
                foreign,
                Optional.empty());
    }

    /** A request of {@code message} with nothing but its sender. */
    public static CcmpRequest of(Message message, String confUserId) {
        return new CcmpRequest(
                message,
                Optional.empty(),
                Optional.of(confUserId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Body.none(),
                List.of());
    }

    /** This request without a sender. */
    public CcmpRequest withoutConfUserId() {
        return new CcmpRequest(
                message,
                subject,
                Optional.empty(),
                confObjId,
                operation,
                conferencePassword,
                version,
                body,
                foreign,
                authenticatedAs);
    }

    /** This request with credentials. */
    public CcmpRequest subject(String username, String password) {
        return new CcmpRequest(
                message,
                Optional.of(new Subject(Optional.of(username), Optional.of(password))),
                confUserId,
                confObjId,
                operation,
                conferencePassword,
                version,
                body,
                foreign,
                authenticatedAs);
    }

    /** This request, addressed to an object. */
    public CcmpRequest on(String objectId) {
        return new CcmpRequest(
                message,
                subject,
                confUserId,
                Optional.of(objectId),
                operation,
                conferencePassword,
                version,
                body,
                foreign,
                authenticatedAs);
    }

    /** This request, with what to do. */
    public CcmpRequest operation(Operation what) {
        return new CcmpRequest(
                message,
                subject,
                confUserId,
                confObjId,
                Optional.of(what),
                conferencePassword,
                version,
                body,
                foreign,
                authenticatedAs);
    }

    /** This request with the password of the conference. */
    public CcmpRequest conferencePassword(String password) {
        return new CcmpRequest(
                message,
                subject,
                confUserId,
                confObjId,
                operation,
                Optional.of(password),
                version,
                body,
                foreign,
                authenticatedAs);
    }

    /** This request as a change of that version. */
    public CcmpRequest basedOn(Version base) {
        return new CcmpRequest(
                message,
                subject,
                confUserId,
                confObjId,
                operation,
                conferencePassword,
                Optional.of(base),
                body,
                foreign,
                authenticatedAs);
    }

    /** This request with another specialised part. */
    public CcmpRequest body(Body content) {
        return new CcmpRequest(
                message,
                subject,
                confUserId,
                confObjId,
                operation,
                conferencePassword,
                version,
                content,
                foreign,
                authenticatedAs);
    }

    /** This request, whose sender has proved to be {@code user} by means of the transport: as good as a right {@code subject}. */
    public CcmpRequest authenticatedAs(XconUserId user) {
        return new CcmpRequest(
                message,
                subject,
                confUserId,
                confObjId,
                operation,
                conferencePassword,
                version,
                body,
                foreign,
                Optional.of(user));
    }

    /** This request with a document or a part of one. */
    public CcmpRequest info(Element element) {
        return body(new Body.Info(element));
    }

    /** Its message and operation, as the logs and causes name them: {@code confRequest/update}. */
    public String action() {
        return operation.map(what -> message + "/" + what).orElseGet(message::toString);
    }

    /** For logs: what is asked of what by whom, no password and no document. */
    @Override
    public String toString() {
        return action() + confObjId.map(object -> " on " + object).orElse("") + " by " + confUserId.orElse("nobody");
    }
}
