package io.parley.http.client;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Subject;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.Endpoint;
import io.parley.user.EndpointMedia;
import io.parley.user.MediaStatus;
import io.parley.user.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who sends requests, with what he knows: his XCON-USERID, his credentials, the passwords of conferences, how much of him others may
 * see. Each of the methods here writes one request of RFC 6503 section 5.3; none sends it. Immutable.
 *
 * <pre>{@code
 * Sender alice = Sender.of("xcon-userid:alice@example.com").subject("alice", "secret");
 * CcmpResult created = client.send(alice.create(Conferences.newConference("example.com").title("Weekly").build()));
 * }</pre>
 *
 * @see io.parley.conference.Conferences the builders of documents
 */
public final class Sender {

    private final Optional<XconUserId> id;
    private final Optional<Subject> subject;
    private final Optional<String> anonymity;
    private final Map<XconUri, String> passwords;

    private Sender(
            Optional<XconUserId> id,
            Optional<Subject> subject,
            Optional<String> anonymity,
            Map<XconUri, String> passwords) {
        this.id = id;
        this.subject = subject;
        this.anonymity = anonymity;
        this.passwords = Map.copyOf(passwords);
    }

    /** The user of that XCON-USERID. */
    public static Sender of(XconUserId id) {
        return new Sender(Optional.of(id), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Like {@link #of(XconUserId)}; an {@link IllegalArgumentException} shows the text that is none. */
    public static Sender of(String id) {
        return of(XconUserId.of(id));
    }

    /** Somebody without XCON-USERID, who can do nothing but join ({@link #join(XconUri, Element)}); the response has his. */
    public static Sender stranger() {
        return new Sender(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** With credentials, which go with every request. */
    public Sender subject(String username, String password) {
        Subject proof = new Subject(Optional.of(username), Optional.of(password));
        return new Sender(id, Optional.of(proof), anonymity, passwords);
    }

    /** With the password of a conference, which goes with every request about it. */
    public Sender conferencePassword(XconUri conference, String password) {
        Map<XconUri, String> more = new HashMap<>(passwords);
        more.put(conference, password);
        return new Sender(id, subject, anonymity, more);
    }

    /**
     * With how much of him others may see, a word of {@link io.parley.user.Anonymity}. It goes into his own user record in every
     * {@code confRequest} and {@code userRequest} that creates or updates with a document (RFC 6503 section 10.3); not into a clone,
     * which takes none.
     */
    public Sender anonymity(String word) {
        return new Sender(id, subject, Optional.of(word), passwords);
    }

    /** His XCON-USERID. */
    public Optional<XconUserId> id() {
        return id;
    }

    /** Any request, to be completed. */
    public CcmpRequest request(Message message) {
        return new CcmpRequest(
                message,
                subject,
                id.map(XconUserId::toString),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Body.none(),
                List.of());
    }

    /** Any request about a conference, to be completed. */
    public CcmpRequest request(Message message, Operation operation, XconUri conference) {
        CcmpRequest request = request(message).on(conference.toString()).operation(operation);
        return Optional.ofNullable(passwords.get(conference))
                .map(request::conferencePassword)
                .orElse(request);
    }

    /** Which conferences there are. */
    public CcmpRequest confs() {
        return request(Message.CONFS);
    }

    /** Which conferences there are of those that {@code xpath} chooses (RFC 6503 section 5.3.2). */
    public CcmpRequest confs(String xpath) {
        return confs().body(new Body.Filter(xpath, Map.of()));
    }

    /** Which blueprints there are. */
    public CcmpRequest blueprints() {
        return request(Message.BLUEPRINTS);
    }

    /** A blueprint. */
    public CcmpRequest blueprint(XconUri blueprint) {
        return request(Message.BLUEPRINT, Operation.RETRIEVE, blueprint);
    }

    /** A conference as the server makes them. */
    public CcmpRequest create() {
        return request(Message.CONF).operation(Operation.CREATE);
    }

    /** A conference that {@code conference} describes. */
    public CcmpRequest create(Element conference) {
        return create().info(withMe(conference));
    }

    /** A conference like that blueprint or reservation. */
    public CcmpRequest cloneOf(XconUri parent) {
        return request(Message.CONF, Operation.CREATE, parent);
    }

    /** A conference. */
    public CcmpRequest retrieve(XconUri conference) {
        return request(Message.CONF, Operation.RETRIEVE, conference);
    }

    /** A change of a conference, whatever has become of it meanwhile; {@link CcmpRequest#basedOn} says of which version. */
    public CcmpRequest update(XconUri conference, Element changes) {
        return request(Message.CONF, Operation.UPDATE, conference).info(withMe(changes));
    }

    /** The end of a conference. */
    public CcmpRequest delete(XconUri conference) {
        return request(Message.CONF, Operation.DELETE, conference);
    }

    /** The users of a conference. */
    public CcmpRequest users(XconUri conference) {
        return request(Message.USERS, Operation.RETRIEVE, conference);
    }

    /** A change of the users of a conference. */
    public CcmpRequest updateUsers(XconUri conference, Element changes) {
        return request(Message.USERS, Operation.UPDATE, conference).info(changes);
    }

    /** A user of a conference. */
    public CcmpRequest user(XconUri conference, XconUserId user) {
        return request(Message.USER, Operation.RETRIEVE, conference)
                .info(User.builder(user).build());
    }

    /** That he comes himself. */
    public CcmpRequest join(XconUri conference) {
        CcmpRequest join = request(Message.USER, Operation.CREATE, conference);
        return id.isPresent() && anonymity.isPresent()
                ? join.info(hiding(User.builder(id.get()).build()))
                : join;
    }

    /**
     * That he comes himself, with a record: without XCON-USERID one with a placeholder and a contact (RFC 6503 section 5.3.6), such as
     * {@code Conferences.newUser("example.com").endpoint("sip:me@example.net").build()}.
     */
    public CcmpRequest join(XconUri conference, Element record) {
        return request(Message.USER, Operation.CREATE, conference).info(hiding(record));
    }

    /** That somebody else comes. */
    public CcmpRequest add(XconUri conference, Element record) {
        return request(Message.USER, Operation.CREATE, conference).info(record);
    }

    /** A change of the record of a user. */
    public CcmpRequest updateUser(XconUri conference, Element changes) {
        boolean mine = id.filter(me -> new User(changes).id().equals(me)).isPresent();
        return request(Message.USER, Operation.UPDATE, conference).info(mine ? hiding(changes) : changes);
    }

    /**
     * That a stream of an endpoint reaches the others no longer, or again; the user hears on (RFC 6504 section 6.2).
     */
    public CcmpRequest mute(XconUri conference, XconUserId user, String endpoint, String media, boolean muted) {
        String status = muted ? MediaStatus.RECVONLY : MediaStatus.SENDRECV;
        return request(Message.USER, Operation.UPDATE, conference)
                .info(User.changes(user)
                        .endpoint(Endpoint.builder(endpoint)
                                .media(EndpointMedia.builder(media).status(status)))
                        .build());
    }

    /** That he leaves. */
    public CcmpRequest leave(XconUri conference) {
        return request(Message.USER, Operation.DELETE, conference);
    }

    /** That somebody else leaves. */
    public CcmpRequest remove(XconUri conference, XconUserId user) {
        return leave(conference).info(User.builder(user).build());
    }

    /** What the server can do. */
    public CcmpRequest options() {
        return request(Message.OPTIONS);
    }

    /** A message of an extension about a conference (RFC 6503 section 5.3.11). */
    public CcmpRequest extended(XconUri conference, String extensionName, List<Element> content) {
        return request(Message.EXTENDED, Operation.RETRIEVE, conference)
                .body(new Body.Extension(extensionName, content));
    }

    private Element withMe(Element conference) {
        if (anonymity.isEmpty() || id.isEmpty()) {
            return conference;
        }
        String me = id.get().toString();
        Element users = conference
                .child(Info.USERS)
                .orElseGet(() -> conference.type().child(Info.USERS).empty());
        Element mine = users.entry(Info.USER, me)
                .orElseGet(() -> User.builder(id.get()).build());
        return conference.with(users.with(hiding(mine)));
    }

    private Element hiding(Element record) {
        return anonymity.map(word -> record.with(Xcon.PROVIDE_ANONYMITY, word)).orElse(record);
    }

    /** For logs: who, without what he knows. */
    @Override
    public String toString() {
        return id.map(XconUserId::toString).orElse("a stranger");
    }
}
