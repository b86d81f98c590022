package io.parley.privacy;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What somebody sees of a conference, and what he means when he sends back what he saw.
 *
 * <p>Passwords and the list of the banned are for those who steer the conference; of what that takes over from another object's list, only
 * for those who may see that one. Users who want to be unknown are known by their
 * pseudonyms, or not at all; calls of the focus are for those who steer and for whoever asked for them; whatever else in the document names them is left out. What somebody does not see he neither changes nor
 * removes by not mentioning it, and he cannot name it. Made for one answer; serves one thread.
 */
public final class Sight {

    private final Conference conference;
    private final boolean steers;
    private final Optional<XconUserId> asker;
    private final Veil veil;
    private final Bans bans;
    private final Set<String> unseenTargets;
    private final Sidebars sidebars;

    Sight(
            Conference conference,
            boolean steers,
            Optional<XconUserId> asker,
            Veil veil,
            Bans bans,
            Set<String> unseenTargets,
            Sidebars sidebars) {
        this.conference = conference;
        this.steers = steers;
        this.asker = asker;
        this.veil = veil;
        this.bans = bans;
        this.unseenTargets = unseenTargets;
        this.sidebars = sidebars;
    }

    /** The whole document apart from its sidebars, which are not for everybody; what holds nothing to hide is shared. */
    public Element document() {
        return shown().document(visible().without(Info.SIDEBARS_BY_VAL).without(Info.SIDEBARS_BY_REF));
    }

    /**
     * The whole document, as a retrieve shows it: with those of its sidebars of which the viewer is told.
     *
     * @param told what he sees of such a sidebar; empty for every other
     */
    public Element whole(Function<XconUri, Optional<Sight>> told) {
        if (!conference.kind().isConference()) {
            return withSidebars();
        }
        Element whole = shown().document(visible().without(Info.SIDEBARS_BY_VAL));
        Optional<Element> references = whole.child(Info.SIDEBARS_BY_REF);
        if (references.isPresent()) {
            Element left = byReference(references.get(), told);
            whole = left.size() == 0 ? whole.without(references.get()) : whole.replacing(references.get(), left);
        }
        Optional<Element> values = conference
                .document()
                .child(Info.SIDEBARS_BY_VAL)
                .map(list -> byValue(list, told))
                .filter(list -> list.size() > 0);
        return values.isPresent() ? whole.with(values.get()) : whole;
    }

    private static Element byValue(Element list, Function<XconUri, Optional<Sight>> told) {
        Element left = list;
        for (Element entry : list.children(Info.ENTRY)) {
            Optional<Sight> sidebar =
                    entry.attribute(Attributes.ENTITY).flatMap(XconUri::parse).flatMap(told);
            left = sidebar.isPresent()
                    ? left.replacing(entry, entry.type().adopt(sidebar.get().withSidebars()))
                    : left.without(entry);
        }
        return left;
    }

    /** The title of a sidebar may name its owner. */
    private Element byReference(Element list, Function<XconUri, Optional<Sight>> told) {
        Element left = list;
        for (Element entry : list.children(Info.ENTRY)) {
            Optional<Conference> sidebar = entry.childText(Info.URI)
                    .flatMap(XconUri::parse)
                    .flatMap(told)
                    .map(sight -> sight.conference);
            if (sidebar.isEmpty()) {
                left = left.without(entry);
            } else if (sidebar.get().owner().filter(veil::covers).isPresent()) {
                left = left.replacing(entry, entry.without(Info.DISPLAY_TEXT));
            }
        }
        return left;
    }

    /** The whole document with its sidebars, each with its own secrets, for who decides which of them are for the viewer. */
    public Element withSidebars() {
        return shown().document(visible());
    }

    /** {@code visible}, a document as somebody sees it, without the passwords, which no list shows anybody. */
    public static Element inLists(Element visible) {
        return Secrets.withoutPasswords(visible);
    }

    /** The description, as it stands in {@link #document}. */
    public Optional<Element> description() {
        return Secrets.withItsPasswords(conference, steers)
                .child(Info.CONFERENCE_DESCRIPTION)
                .map(shown()::description);
    }

    /** The users, as they stand in {@link #document}. */
    public Element users() {
        return visible().child(Info.USERS).map(shown()::users).orElseGet(Schema.USERS::empty);
    }

    /** The record of {@code user}, who is named by his own identifier, as it stands in {@link #document}. */
    public Optional<Element> user(XconUserId user) {
        return conference
                .user(user)
                .map(record -> steers ? record : Calls.shown(conference, record, user, asker))
                .flatMap(shown()::user);
    }

    /** Whether {@code user} is called, and the viewer has asked for it without steering the conference. */
    public boolean hasAskedFor(XconUserId user) {
        return Calls.isFor(conference, user, asker);
    }

    /** Those whom the viewer does not see by their own names, whether they are there or once were. */
    public Set<XconUserId> unseen() {
        return Set.copyOf(veil.users());
    }

    /** Whether {@code uri} is that of somebody whom the viewer does not see by his own name. */
    public boolean betrays(String uri) {
        return !veil.isEmpty() && veil.names(uri);
    }

    /** The part {@code name} of the document that is neither its description nor its users, as it stands in {@link #document}. */
    public Optional<Element> part(Name name) {
        return conference.document().child(name).flatMap(part -> shown().part(part));
    }

    /** Whether the viewer may mean {@code named} by that name: he does not know those by their own name whom he does not see. */
    public boolean knows(XconUserId named) {
        return !veil.covers(named);
    }

    /** Whom the viewer means by {@code named}. */
    public XconUserId meant(XconUserId named) {
        return conference.attendance().pseudonyms().meaning(named).orElse(named);
    }

    /**
     * What the viewer means by {@code changes}, an Info that is to be merged into the whole: pseudonyms stand for the users behind
     * them, what is as he saw it stays as it is, and what he cannot see stays out of his reach. A list of the banned replaces what he saw
     * of the list; what he could not see of it stays, even if he names the same.
     *
     * @param base the document that he has in mind, in this version or an earlier one
     */
    public Element meant(Element changes, Element base) {
        return new Meant(conference, shown(), veil, base).changes(changes);
    }

    /** {@code document}, of this version or an earlier one, without the bans that the viewer does not see. */
    public Element withoutUnseenBans(Element document) {
        return bans.shown(document);
    }

    /** {@code reason} as it may be told after a request with {@code changes}: it names nobody whom these name by a pseudonym. */
    public String told(String reason, Optional<Element> changes) {
        if (veil.isEmpty() || changes.isEmpty()) {
            return reason;
        }
        String lower = reason.toLowerCase(Locale.ROOT);
        for (XconUserId user :
                Meant.named(changes.get(), conference.attendance().pseudonyms())) {
            Optional<XconUserId> pseudonym = veil.pseudonym(user);
            boolean tells = lower.contains(user.key())
                    || conference
                            .user(user)
                            .filter(record -> tells(lower, record))
                            .isPresent();
            if (veil.covers(user) && tells) {
                return "what is asked of " + pseudonym.map(XconUserId::toString).orElse("a user") + " cannot be done";
            }
        }
        return reason;
    }

    /** What is wrong if {@code draft} says something else of the anonymity of somebody whom the viewer does not see. */
    public Optional<Finding> unveiled(Element draft) {
        for (XconUserId user : veil.users()) {
            Optional<Element> before = conference.user(user);
            Optional<Element> after = draft.child(Info.USERS).flatMap(users -> users.entry(Info.USER, user.toString()));
            boolean changed = before.isPresent()
                    && after.isPresent()
                    && !before.get()
                            .child(Xcon.PROVIDE_ANONYMITY)
                            .equals(after.get().child(Xcon.PROVIDE_ANONYMITY));
            if (changed) {
                return Optional.of(new Finding(
                        "info:users/info:user/xcon:provide-anonymity",
                        "is for the user himself to set, who is unknown to you"));
            }
        }
        return Optional.empty();
    }

    private static boolean tells(String reason, Element record) {
        for (Element child : record.elements()) {
            boolean told = child.attributes().stream()
                    .anyMatch(attribute -> attribute.value().length() > 1
                            && reason.contains(attribute.value().toLowerCase(Locale.ROOT)));
            if (told) {
                return true;
            }
        }
        return false;
    }

    private Element visible() {
        Element visible = Secrets.visible(conference, steers, bans, unseenTargets);
        return steers ? visible : Calls.shown(conference, visible, asker);
    }

    private Shown shown() {
        return new Shown(conference, steers, veil, bans, sidebars);
    }
}
