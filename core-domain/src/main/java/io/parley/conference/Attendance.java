package io.parley.conference;

import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What of the users of a conference its document does not tell: who has joined, who waits to be admitted, by which identifiers those
 * are known who want to be unknown, and how those went who have left not long ago. A creator, or a user inherited from a blueprint, stands in the roster before he has joined;
 * the document does not tell the two apart.
 *
 * <p>It follows the document: who has gone from the roster has left, and who waits has joined when an endpoint of his is connected,
 * which only the server or who steers the conference can say. Immutable; a change costs O(log n) for each user whom it touches.
 */
public final class Attendance {

    /** Nobody has joined. */
    public static final Attendance NOBODY = new Attendance(
            Schema.USERS.empty(), PersistentMap.empty(), PersistentMap.empty(), Pseudonyms.NONE, PersistentMap.empty());

    private final Element roster;
    private final PersistentMap<XconUserId, Boolean> joined;
    private final PersistentMap<XconUserId, Boolean> pending;
    private final Pseudonyms pseudonyms;
    private final PersistentMap<Version, List<Disconnection>> disconnections;

    private Attendance(
            Element roster,
            PersistentMap<XconUserId, Boolean> joined,
            PersistentMap<XconUserId, Boolean> pending,
            Pseudonyms pseudonyms,
            PersistentMap<Version, List<Disconnection>> disconnections) {
        this.roster = roster;
        this.joined = joined;
        this.pending = pending;
        this.pseudonyms = pseudonyms;
        this.disconnections = disconnections;
    }

    /** Whether this user has joined. */
    public boolean hasJoined(XconUserId user) {
        return joined.containsKey(user);
    }

    /** Whether this user waits to be admitted. */
    public boolean isPending(XconUserId user) {
        return pending.containsKey(user);
    }

    /** How many have joined; who waits has not. */
    public int size() {
        return joined.size();
    }

    /** Who waits to be admitted. */
    public Set<XconUserId> pending() {
        Set<XconUserId> waiting = new LinkedHashSet<>();
        for (Map.Entry<XconUserId, Boolean> entry : pending) {
            waiting.add(entry.getKey());
        }
        return waiting;
    }

    /** By which identifiers those are known who want to be unknown. */
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /** This attendance with {@code user}, who joins or is admitted. */
    public Attendance with(XconUserId user) {
        return new Attendance(roster, joined.with(user, true), pending.without(user), pseudonyms, disconnections);
    }

    /** This attendance with {@code user} waiting to be admitted. */
    public Attendance withPending(XconUserId user) {
        return new Attendance(roster, joined.without(user), pending.with(user, true), pseudonyms, disconnections);
    }

    /** This attendance without {@code user}. */
    public Attendance without(XconUserId user) {
        return joined.containsKey(user) || pending.containsKey(user)
                ? new Attendance(roster, joined.without(user), pending.without(user), pseudonyms, disconnections)
                : this;
    }

    /** This attendance, in which everybody who wants to be unknown has an identifier by which the others know him. */
    Attendance withPseudonyms(Supplier<XconUserId> fresh) {
        Pseudonyms assigned = pseudonyms.assigned(fresh);
        return assigned == pseudonyms ? this : new Attendance(roster, joined, pending, assigned, disconnections);
    }

    /** This attendance with what has come by the change to {@code version}; what everybody has been told is forgotten. */
    Attendance disconnecting(Version version, List<Disconnection> gone) {
        PersistentMap<Version, List<Disconnection>> remembered = disconnections;
        for (Map.Entry<Version, List<Disconnection>> entry : disconnections) {
            boolean isLate = entry.getValue().get(0).isForgotten(gone.get(0).at());
            if (!isLate && remembered.size() < Disconnection.MOST) {
                break;
            }
            remembered = remembered.without(entry.getKey());
        }
        return new Attendance(roster, joined, pending, pseudonyms, remembered.with(version, List.copyOf(gone)));
    }

    /** Who has left by changes after {@code version} and how, in their order, as far as it is remembered. */
    public List<Disconnection> disconnectedSince(Version version) {
        List<Disconnection> since = new ArrayList<>();
        for (Map.Entry<Version, List<Disconnection>> entry : disconnections.from(version.next())) {
            since.addAll(entry.getValue());
        }
        return since;
    }

    /** How {@code user} has left last, as far as it is remembered. */
    public Optional<Disconnection> disconnection(XconUserId user) {
        Optional<Disconnection> last = Optional.empty();
        for (Map.Entry<Version, List<Disconnection>> entry : disconnections) {
            for (Disconnection gone : entry.getValue()) {
                last = gone.user().equals(user) ? Optional.of(gone) : last;
            }
        }
        return last;
    }

    /** This attendance after the document has become {@code document}. */
    Attendance following(Element document) {
        Element now = document.child(Info.USERS).orElse(NOBODY.roster);
        if (now == roster) {
            return this;
        }
        Set<String> touched = new LinkedHashSet<>();
        for (Difference difference : Diff.between(roster, now)) {
            difference.path().steps().stream()
                    .filter(step -> step.name().equals(Info.USER))
                    .findFirst()
                    .flatMap(step -> step.key())
                    .ifPresent(touched::add);
        }
        Attendance next = new Attendance(now, joined, pending, pseudonyms, disconnections);
        for (String key : touched) {
            Optional<XconUserId> user = XconUserId.parse(key);
            if (user.isPresent()) {
                next = next.following(user.get(), now.entry(Info.USER, key));
            }
        }
        return next;
    }

    private Attendance following(XconUserId user, Optional<Element> record) {
        if (record.isEmpty()) {
            return without(user);
        }
        Optional<String> wish = record.get().childText(Xcon.PROVIDE_ANONYMITY).filter(word -> !word.isBlank());
        Attendance next = new Attendance(roster, joined, pending, pseudonyms.with(user, wish), disconnections);
        return isPending(user) && isConnected(record.get()) ? next.with(user) : next;
    }

    private static boolean isConnected(Element record) {
        return new User(record)
                .endpoints().stream()
                        .map(Endpoint::status)
                        .anyMatch(status ->
                                status.filter(EndpointStatus.CONNECTED::equals).isPresent());
    }

    /** Tells {@code joiners} who is in {@code later} and not here, {@code leavers} the reverse; what the two share costs nothing. */
    public void differences(Attendance later, Consumer<XconUserId> joiners, Consumer<XconUserId> leavers) {
        joined.differences(later.joined, (user, before, after) -> {
            if (before.isEmpty()) {
                joiners.accept(user);
            } else if (after.isEmpty()) {
                leavers.accept(user);
            }
        });
    }

    /** Tells {@code visitor} whose attendance differs in {@code later}: who came, went or was admitted. */
    public void differences(Attendance later, Consumer<XconUserId> visitor) {
        joined.differences(later.joined, (user, before, after) -> visitor.accept(user));
        pending.differences(later.pending, (user, before, after) -> visitor.accept(user));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attendance that
                && joined.equals(that.joined)
                && pending.equals(that.pending)
                && pseudonyms.equals(that.pseudonyms)
                && disconnections.equals(that.disconnections);
    }

    @Override
    public int hashCode() {
        return 31 * joined.hashCode() + pending.hashCode();
    }

    /** Numbers only: who they are belongs into no log. */
    @Override
    public String toString() {
        return joined.size() + " joined, " + pending.size() + " pending, " + pseudonyms;
    }
}
