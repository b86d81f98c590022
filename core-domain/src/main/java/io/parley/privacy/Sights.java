package io.parley.privacy;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.conference.Conference;
import io.parley.conference.Snapshot;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.Anonymity;
import io.parley.user.UserRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What people see of conferences. Pure: the same question gets the same answer as long as policy and users give it. Serves any number of
 * threads.
 *
 * @param policy says who sees the users that want to be unknown
 * @param users tells whose contacts are whose
 */
public record Sights(AccessPolicy policy, UserRegistry users) {

    /**
     * What {@code requester} sees of {@code conference}, which stands in {@code snapshot} or is about to be stored. A sidebar's users
     * are as unknown in it as they are in its main conference.
     */
    public Sight of(Snapshot snapshot, Conference conference, Requester requester) {
        Veil veil = new Veil(users);
        cover(veil, conference, requester);
        main(snapshot, conference).ifPresent(main -> cover(veil, main, requester));
        boolean steers = Standing.of(requester, conference).steers();
        return new Sight(
                conference,
                steers,
                steers ? Optional.empty() : Calls.asker(conference, requester.id()),
                veil,
                bans(snapshot, conference, requester),
                unseenTargets(snapshot, conference, requester),
                new Inside(snapshot, requester));
    }

    /** Whether the document of {@code main} tells {@code requester} of {@code sidebar}. */
    public boolean tells(Conference main, Conference sidebar, Requester requester) {
        return new SidebarRules(policy).tells(main, sidebar, requester);
    }

    private Set<String> unseenTargets(Snapshot snapshot, Conference conference, Requester requester) {
        return conference.kind().isSidebar()
                ? new SidebarRules(policy).unseenTargets(conference, main(snapshot, conference), requester)
                : Set.of();
    }

    private static Optional<Conference> main(Snapshot snapshot, Conference conference) {
        return conference.kind().isSidebar() ? conference.parent().flatMap(snapshot::find) : Optional.empty();
    }

    /**
     * What {@code requester} means by {@code given}, which describes a new object over what that inherits: whom a list bans of which he does
     * not see all is banned, whatever he says.
     */
    public static Element meant(Snapshot snapshot, Requester requester, Element inherited, Element given) {
        Optional<Element> users = given.child(Info.USERS);
        Optional<Element> asked = users.flatMap(element -> element.child(Xcon.DENY_USERS_LIST));
        Optional<Element> standing = inherited.at(Info.USERS, Xcon.DENY_USERS_LIST);
        if (asked.isEmpty() || standing.isEmpty()) {
            return given;
        }
        XconUri object = XconUri.of(given.attribute(Attributes.ENTITY).orElseThrow());
        Element meant = new Bans(object, true, Optional.empty(), takenOver(snapshot, object, requester))
                .meant(asked.get(), standing.get());
        return given.replacing(users.get(), users.get().replacing(asked.get(), meant));
    }

    private static Bans bans(Snapshot snapshot, Conference conference, Requester requester) {
        Optional<Element> parent = conference
                .parent()
                .filter(id -> conference.isLinked())
                .flatMap(snapshot::find)
                .map(Conference::document);
        return new Bans(
                conference.id(), conference.isLinked(), parent, takenOver(snapshot, conference.id(), requester));
    }

    /** What {@code object} takes over from others whose list {@code requester} does not see; of one that is no more, administrators do. */
    private static Predicate<Element> takenOver(Snapshot snapshot, XconUri object, Requester requester) {
        return Bans.takenOver(
                object,
                other -> snapshot.find(other)
                        .map(conference -> Standing.of(requester, conference).steers())
                        .orElseGet(requester::isAdministrator));
    }

    /**
     * What somebody sees of {@code conference}, apart from its sidebars.
     *
     * @param clearance how far he is cleared to see it
     * @param main its main conference, if it is a sidebar
     * @param ofMain how far he is cleared to see that
     */
    public Sight of(Conference conference, Clearance clearance, Optional<Conference> main, Clearance ofMain) {
        Veil veil = new Veil(users);
        cover(veil, conference, clearance);
        main.ifPresent(known -> cover(veil, known, ofMain));
        Bans bans = new Bans(
                conference.id(),
                conference.isLinked(),
                Optional.empty(),
                entry -> entry.attribute(Attributes.URI)
                        .filter(clearance.withheld()::contains)
                        .isPresent());
        Set<String> unseenTargets = clearance.steers() ? Set.of() : clearance.withheld();
        return new Sight(conference, clearance.steers(), clearance.asker(), veil, bans, unseenTargets, Sidebars.NONE);
    }

    /** How far {@code requester} is cleared to see {@code conference} and its lists. */
    public Clearance clearance(Snapshot snapshot, Conference conference, Requester requester) {
        Clearance clearance = clearance(conference, requester);
        return clearance.withholding(
                clearance.steers()
                        ? bans(snapshot, conference, requester).unseen(conference.document())
                        : unseenTargets(snapshot, conference, requester));
    }

    /** How far {@code requester} is cleared to see {@code conference}, of which he is told no lists. */
    public Clearance clearance(Conference conference, Requester requester) {
        boolean all = permits(requester, Action.SEE_ANONYMOUS_USERS, conference);
        boolean steers = Standing.of(requester, conference).steers();
        return new Clearance(
                conference
                        .attendance()
                        .pseudonyms()
                        .wish(requester.id())
                        .filter(wish -> !all)
                        .map(wish -> requester.id()),
                all || permits(requester, Action.SEE_SEMI_PRIVATE_USERS, conference),
                all,
                steers,
                Set.of(),
                steers ? Optional.empty() : Calls.asker(conference, requester.id()));
    }

    private void cover(Veil veil, Conference conference, Requester requester) {
        if (!conference.attendance().pseudonyms().isEmpty()) {
            cover(veil, conference, clearance(conference, requester));
        }
    }

    private static void cover(Veil veil, Conference conference, Clearance clearance) {
        for (Map.Entry<XconUserId, String> wish :
                conference.attendance().pseudonyms().wishes()) {
            if (!clearance.sees(wish.getKey(), wish.getValue())) {
                veil.cover(conference, wish.getKey(), wish.getValue().equals(Anonymity.HIDDEN));
            }
        }
    }

    private boolean permits(Requester requester, Action action, Conference conference) {
        return policy.refusal(new AccessRequest(requester, action, Optional.of(conference), Optional.empty()))
                .isEmpty();
    }

    private final class Inside implements Sidebars {

        private final Snapshot snapshot;
        private final Requester requester;

        Inside(Snapshot snapshot, Requester requester) {
            this.snapshot = snapshot;
            this.requester = requester;
        }

        @Override
        public Bans bans(Conference conference) {
            return Sights.bans(snapshot, conference, requester);
        }

        @Override
        public Optional<Conference> find(Element entry) {
            return entry.attribute(Attributes.ENTITY).flatMap(XconUri::parse).flatMap(snapshot::find);
        }

        /** The roster of the entry may be newer than the object in the snapshot: whom only it knows is not shown at all. */
        @Override
        public Veil veil(Veil main, Element entry) {
            Veil veil = main.copy();
            Optional<Conference> object = find(entry);
            object.ifPresent(sidebar -> cover(veil, sidebar, requester));
            Clearance clearance = object.map(sidebar -> clearance(sidebar, requester))
                    .orElse(Clearance.NONE)
                    .as(requester.id());
            Iterable<Element> roster = entry.child(Info.USERS)
                    .map(users -> users.children(Info.USER))
                    .orElse(List.of());
            for (Element record : roster) {
                XconUserId user =
                        XconUserId.of(record.attribute(Attributes.ENTITY).orElse(""));
                String wish = record.childText(Xcon.PROVIDE_ANONYMITY).orElse("");
                if (!wish.isBlank() && !clearance.sees(user, wish) && !veil.covers(user)) {
                    veil.cover(user, Optional.of(record), Optional.empty());
                }
            }
            return veil;
        }
    }
}
