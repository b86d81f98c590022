package io.parley.conference;

import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which users of a conference want to be unknown, and the opaque identifiers by which the others know them (RFC 6501 section 4.6.5.1).
 *
 * <p>An identifier, once assigned, is kept as long as the conference: it is the same in every answer, and never means anybody else. Who
 * has left and wanted to be unknown stays unknown. Immutable; a change costs O(log n).
 */
public final class Pseudonyms {

    static final Pseudonyms NONE =
            new Pseudonyms(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

    private final PersistentMap<XconUserId, String> wishes;
    private final PersistentMap<XconUserId, Boolean> unassigned;
    private final PersistentMap<XconUserId, XconUserId> byUser;
    private final PersistentMap<XconUserId, XconUserId> byPseudonym;

    private Pseudonyms(
            PersistentMap<XconUserId, String> wishes,
            PersistentMap<XconUserId, Boolean> unassigned,
            PersistentMap<XconUserId, XconUserId> byUser,
            PersistentMap<XconUserId, XconUserId> byPseudonym) {
        this.wishes = wishes;
        this.unassigned = unassigned;
        this.byUser = byUser;
        this.byPseudonym = byPseudonym;
    }

    /** Who wants to be unknown, each with the word of {@code provide-anonymity} that his record says or last said. */
    public Iterable<Map.Entry<XconUserId, String>> wishes() {
        return wishes;
    }

    /** The word of {@code provide-anonymity} that {@code user}'s record says or last said, if he wants to be unknown. */
    public Optional<String> wish(XconUserId user) {
        return wishes.get(user);
    }

    /** The identifier by which the others know {@code user}; empty if none was assigned. */
    public Optional<XconUserId> of(XconUserId user) {
        return byUser.get(user);
    }

    /** Who is meant by {@code pseudonym}; empty if it is none. */
    public Optional<XconUserId> meaning(XconUserId pseudonym) {
        return byPseudonym.get(pseudonym);
    }

    /** Whether nobody wants to be unknown, and nobody ever wanted. */
    public boolean isEmpty() {
        return wishes.isEmpty() && byUser.isEmpty();
    }

    /** These pseudonyms after {@code user}'s record has come to say {@code wish} of his anonymity, or nothing. */
    Pseudonyms with(XconUserId user, Optional<String> wish) {
        if (wish.isEmpty()) {
            return wishes.containsKey(user)
                    ? new Pseudonyms(wishes.without(user), unassigned.without(user), byUser, byPseudonym)
                    : this;
        }
        return new Pseudonyms(
                wishes.with(user, wish.get()),
                byUser.containsKey(user) ? unassigned : unassigned.with(user, true),
                byUser,
                byPseudonym);
    }

    /** These pseudonyms, with a fresh one for everybody who wants one and has none. */
    Pseudonyms assigned(Supplier<XconUserId> fresh) {
        PersistentMap<XconUserId, XconUserId> named = byUser;
        PersistentMap<XconUserId, XconUserId> meaning = byPseudonym;
        for (Map.Entry<XconUserId, Boolean> user : unassigned) {
            XconUserId pseudonym = fresh.get();
            named = named.with(user.getKey(), pseudonym);
            meaning = meaning.with(pseudonym, user.getKey());
        }
        return unassigned.isEmpty() ? this : new Pseudonyms(wishes, PersistentMap.empty(), named, meaning);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pseudonyms that && wishes.equals(that.wishes) && byUser.equals(that.byUser);
    }

    @Override
    public int hashCode() {
        return 31 * wishes.hashCode() + byUser.hashCode();
    }

    /** Their number only: whom they mean belongs into no log. */
    @Override
    public String toString() {
        return byUser.size() + " pseudonyms";
    }
}
