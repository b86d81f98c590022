package io.parley.ccmp;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.cloning.CloningTree;
import io.parley.cloning.Consequences;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.History;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.filter.FilterLanguage;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import io.parley.privacy.Sights;
import io.parley.schedule.Schedules;
import io.parley.user.RegisteredUser;
import io.parley.user.UserRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An admitted request against one snapshot: what it brings, what surrounds it, and what the checks have found out so far. Made anew
 * each time a decision is made; serves one thread.
 */
final class Deliberation {

    /**
     * What surrounds a decision; the same for all decisions of a system.
     *
     * @param settings what the operator decides
     * @param table the operations
     * @param policy permits and refuses
     * @param users the registered users
     * @param extensions by each of their names
     * @param schedules reads when conferences take place
     * @param filters how the filters of lists are understood; empty if there are none
     */
    record Surroundings(
            CcmpSettings settings,
            OperationTable table,
            AccessPolicy policy,
            UserRegistry users,
            Map<String, CcmpExtension> extensions,
            Schedules schedules,
            Optional<FilterLanguage> filters) {}

    private final Admitted admitted;
    private final CcmpOperation operation;
    private final Surroundings surroundings;
    private final Requester requester;
    private final Optional<RegisteredUser> newcomer;
    private final Snapshot snapshot;
    private final Instant now;
    private final FreshIdentifiers fresh;

    private @Nullable Conference found;
    private @Nullable RequestDocument given;
    private @Nullable Element draft;
    private @Nullable XconUserId named;
    private @Nullable String collision;
    private @Nullable XconUserId subject;
    private @Nullable Sight sight;
    private final Map<XconUri, Conference> stored = new HashMap<>();

    Deliberation(
            Admitted admitted,
            Surroundings surroundings,
            Requester requester,
            Optional<RegisteredUser> newcomer,
            Snapshot snapshot,
            Instant now,
            FreshIdentifiers fresh) {
        this.admitted = admitted;
        this.operation = admitted.row().handler().operation();
        this.surroundings = surroundings;
        this.requester = requester;
        this.newcomer = newcomer;
        this.snapshot = snapshot;
        this.now = now;
        this.fresh = fresh;
    }

    // The checks, each told to the operation.

    Optional<Rejection> target() {
        return operation.target(this);
    }

    /** RFC 6503 section 5.1: a protected conference wants its password in every request that addresses it. */
    Optional<Rejection> password() {
        return found == null ? Optional.empty() : ConferencePassword.refusal(found, request());
    }

    Optional<Rejection> permission() {
        return operation.permission(this);
    }

    Optional<Rejection> document() {
        return operation.document(this);
    }

    Optional<Rejection> targetUser() {
        return operation.targetUser(this);
    }

    Optional<Rejection> protectedParts() {
        return operation.protectedParts(this);
    }

    Optional<Rejection> conflicts() {
        return operation
                .conflicts(this)
                .or(() -> Capacity.forMaximum(this))
                .or(() -> Optional.ofNullable(draft).flatMap(document -> Capacity.forDocument(this, document)));
    }

    /** What the linked descendants of an object make of its change: none contradicts what it enforces, or breaks by what it inherits. */
    Optional<Rejection> descendants() {
        if (found == null
                || draft == null
                || !found.document().attribute(Attributes.ENTITY).equals(draft.attribute(Attributes.ENTITY))) {
            return Optional.empty();
        }
        if (new CloningTree(snapshot).linkedTo(found).isEmpty()) {
            return Optional.empty();
        }
        return Consequences.obstacle(snapshot, found.next(draft))
                .map(finding -> new Rejection(ResponseCode.CONFLICT, finding.toString()));
    }

    // What it brings and what surrounds it.

    CcmpOperation operation() {
        return operation;
    }

    OperationTable.Row row() {
        return admitted.row();
    }

    CcmpRequest request() {
        return admitted.request();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    String domain() {
        return surroundings.settings().domain();
    }

    Requester requester() {
        return requester;
    }

    /** Whether the sender came without an identifier and is given one by this request. */
    boolean isFirstJoin() {
        return request().confUserId().filter(id -> !id.isBlank()).isEmpty();
    }

    /** Who the newcomer of the request is, if it brings one. */
    Optional<RegisteredUser> newcomer() {
        return newcomer;
    }

    /** The number of the newcomer's placeholder. */
    Optional<String> newcomersPlaceholder() {
        return admitted.newcomer().map(Newcomer::placeholder);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The conference object of that identity as it is when this request is done. */
    Optional<Conference> current(XconUri id) {
        return Optional.ofNullable(stored.get(id)).or(() -> snapshot.find(id));
    }

    FreshIdentifiers fresh() {
        return fresh;
    }

    Instant now() {
        return now;
    }

    Cause cause() {
        return new Cause(request().action(), Optional.of(requester.id()), now);
    }

    /** The version on which an update is based, if the request says so. */
    Optional<Version> baseVersion() {
        return request()
                .version()
                .or(() -> request()
                        .body()
                        .info()
                        .flatMap(info -> info.attribute(Attributes.VERSION))
                        .map(text -> new Version(Long.parseLong(text))));
    }

    /** The history of an object that is created: it keeps as many versions as the operator wants. */
    History history() {
        return History.upTo(surroundings.settings().limits().history());
    }

    // What has been found out.

    void find(Conference conference) {
        this.found = conference;
        this.sight = null;
    }

    /** The conference object addressed; after the check that finds it. */
    Conference found() {
        return present(found, "the object addressed");
    }

    Optional<Conference> foundIfAny() {
        return Optional.ofNullable(found);
    }

    void give(RequestDocument document) {
        this.given = document;
    }

    /** The document of the request, read; after the check that reads it. */
    RequestDocument given() {
        return present(given, "the document of the request");
    }

    /** Whether the request held placeholders. */
    boolean heldPlaceholders() {
        return given != null && given.heldPlaceholders();
    }

    void draft(Element document) {
        this.draft = document;
    }

    /** The document to be; after the check that drafts it. */
    Element draft() {
        return present(draft, "the document to be");
    }

    /** Notes why the draft cannot be made any more, for the check of conflicts to say. */
    void collide(String reason) {
        this.collision = reason;
    }

    Optional<String> collision() {
        return Optional.ofNullable(collision);
    }

    /** Notes that the request is about the user whom it names so. */
    void address(XconUserId name) {
        this.named = name;
        this.subject = sight().meant(name);
    }

    /** Notes that the request is about its sender, or the newcomer whom it brings. */
    void addressOneself(XconUserId own) {
        this.named = own;
        this.subject = own;
    }

    /** The user whom the request is about, by the name that the request has for him. */
    XconUserId named() {
        return present(named, "the user addressed");
    }

    /** The user whom the request is about; after he was named. */
    XconUserId subject() {
        return present(subject, "the user addressed");
    }

    private static <T> T present(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException(what + " is not known at this point of the checks");
        }
        return value;
    }

    // What operations share.

    /** The standing of the requester in the conference object addressed. */
    Standing standing() {
        return Standing.of(requester, found());
    }

    /** What the requester sees of the object addressed, as it stands. */
    Sight sight() {
        if (sight == null) {
            sight = sight(found());
        }
        return sight;
    }

    /** What the requester sees of {@code conference}. */
    Sight sight(Conference conference) {
        return sights().of(snapshot, conference, requester);
    }

    /** What {@code conference} looks like to the requester. */
    Element visible(Conference conference) {
        return sight(conference)
                .whole(id -> current(id)
                        .filter(sidebar -> sights().tells(conference, sidebar, requester))
                        .map(this::sight));
    }

    private Sights sights() {
        return new Sights(surroundings.policy(), surroundings.users());
    }

    /** {@code reason} in words that give nothing away. */
    String told(String reason) {
        return found == null ? reason : sight().told(reason, request().body().info());
    }

    /** Asks the policy about {@code action} on the object addressed, and refuses with {@code code}. */
    Optional<Rejection> ask(Action action, ResponseCode code) {
        return ask(action, Optional.ofNullable(subject), code);
    }

    private Optional<Rejection> ask(Action action, Optional<XconUserId> user, ResponseCode code) {
        return surroundings
                .policy()
                .refusal(new AccessRequest(requester, action, Optional.ofNullable(found), user))
                .map(reason -> new Rejection(code, reason));
    }

    /** Whether the policy lets the requester see {@code conference}. */
    boolean maySee(Conference conference, Action action) {
        return may(action, conference);
    }

    /** Whether the policy permits the requester {@code action} on {@code conference}. */
    boolean may(Action action, Conference conference) {
        return surroundings
                .policy()
                .refusal(new AccessRequest(requester, action, Optional.of(conference), Optional.empty()))
                .isEmpty();
    }

    /** The states to store when an object becomes {@code changed}. */
    List<Conference> states(Conference changed) {
        List<Conference> states = Consequences.of(snapshot, changed).stream()
                .map(state -> state.withPseudonyms(fresh))
                .toList();
        states.forEach(state -> stored.put(state.id(), state));
        return states;
    }

    /** Stores {@code changed} with all that follows from it, and answers what {@code answer} makes of the state that is stored. */
    Outcome<CcmpResponse> storing(Conference changed, Function<Conference, CcmpResponse> answer) {
        List<Conference> states = states(changed);
        Conference own = current(changed.id()).orElseThrow();
        return Outcome.storing(states, cause(), answer.apply(own));
    }

    /** The answer that all is done. */
    CcmpResponse success() {
        CcmpResponse response = CcmpResponse.to(request(), ResponseCode.SUCCESS, ResponseCode.SUCCESS.words());
        return isFirstJoin() ? response.confUserId(requester.id().toString()) : response;
    }

    /** The answer that all is done with a conference object that exists afterwards. */
    CcmpResponse success(Conference state) {
        return success().on(state.id().toString()).version(state.version());
    }
}
