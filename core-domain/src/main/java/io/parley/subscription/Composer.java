package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.focus.Focus;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import io.parley.privacy.Sights;
import io.parley.roster.EntityViews;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import io.parley.roster.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts together the documents that watchers are told (RFC 4575 section 4.4, MS-CONFBAS sections 2.2.4 and 3.4.5.2.1): trees of foreign elements in
 * the order of the schema, without a version, which belongs to the subscription. A partial document costs what has changed; whose wish to
 * be unknown changes, or who is unknown and changes, costs a look at everybody. Pure; serves any number of threads.
 *
 * <p>The conferences have a focus; an {@link IllegalArgumentException} says of one that it has none. Sidebars stand in no document.
 *
 * @param sights what people see of conferences
 */
public record Composer(Sights sights) {

    /** The document that {@code due} asks for; empty if the audience sees no difference. */
    public Optional<Element> compose(Due due) {
        return due.before().isEmpty()
                ? Optional.of(full(due.after(), due.audience()))
                : partial(due.before().get(), due.after(), due.audience());
    }

    /** All that {@code audience} may know of {@code state}, as a new subscription and {@code getConference} tell it. */
    public Element full(Watched state, Audience audience) {
        Projection seen = projection(state, audience);
        Element document = root(state.conference(), State.FULL);
        document = Foreign.with(document, seen.parts());
        TreeMap<String, Element> users = new TreeMap<>();
        for (XconUserId user : seen.everybody()) {
            seen.user(user).ifPresent(element -> users.put(entity(element), element));
        }
        document = document.with(users(State.FULL, users.values()));
        List<Element> views = seen.views();
        return views.isEmpty() ? document : document.with(view(State.FULL, views));
    }

    /** What {@code audience} has to be told for knowing {@code after}, who know {@code before}; empty if nothing. */
    public Optional<Element> partial(Watched before, Watched after, Audience audience) {
        Projection then = projection(before, audience);
        Projection now = projection(after, audience);
        if (!names(now.parts()).containsAll(names(then.parts()))) {
            return Optional.of(full(after, audience)); // no partial document can say that a part without state has gone
        }
        List<Element> changed = new ArrayList<>(changedParts(then, now));
        List<Element> users = changedUsers(then, now);
        if (!users.isEmpty()) {
            changed.add(users(State.PARTIAL, users));
        }
        List<Element> views = changedViews(then, now);
        if (!views.isEmpty()) {
            changed.add(view(State.PARTIAL, views));
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(Foreign.with(root(after.conference(), State.PARTIAL), changed));
    }

    /** The document that ends a subscription because the conference is over. */
    public static Element ended(Conference conference) {
        return root(conference, State.DELETED);
    }

    /** {@code document} with the version that it has in one subscription. */
    public static Element stamped(Element document, long version) {
        return document.withAttribute(Attributes.VERSION, Long.toString(version));
    }

    private Projection projection(Watched state, Audience audience) {
        if (audience instanceof Audience.Admitted admitted) {
            Sight sight = sights.of(state.conference(), admitted.clearance(), state.main(), admitted.ofMain());
            return admitted.profile() == Profile.C3P
                    ? new C3pProjection(state, sight)
                    : new PlainProjection(state, sight, admitted.clearance().steers());
        }
        return new LobbyProjection(state.conference(), (Audience.Waiting) audience);
    }

    private static List<Name> names(List<Element> elements) {
        return elements.stream().map(Element::name).toList();
    }

    private static List<Element> changedParts(Projection then, Projection now) {
        List<Element> known = then.parts();
        List<Element> changed = new ArrayList<>();
        for (Element part : now.parts()) {
            if (!known.contains(part)) {
                changed.add(part);
            }
        }
        return changed;
    }

    private static List<Element> changedUsers(Projection then, Projection now) {
        TreeMap<String, Element> told = new TreeMap<>();
        for (XconUserId user : then.touched(now)) {
            then.user(user)
                    .filter(was -> now.user(user)
                            .filter(is -> entity(is).equals(entity(was)))
                            .isEmpty())
                    .ifPresent(gone -> told.putIfAbsent(entity(gone), deleted(gone)));
            now.user(user)
                    .filter(is -> then.user(user).filter(is::equals).isEmpty())
                    .ifPresent(is -> told.put(entity(is), is));
        }
        return new ArrayList<>(told.values());
    }

    private static List<Element> changedViews(Projection then, Projection now) {
        List<Element> known = then.views();
        List<Element> views = now.views();
        List<Element> changed = new ArrayList<>();
        for (Element view : views) {
            if (!known.contains(view)) {
                changed.add(view);
            }
        }
        for (Element was : known) {
            if (views.stream().noneMatch(view -> entity(view).equals(entity(was)))) {
                changed.add(EntityViews.deleted(entity(was)));
            }
        }
        return changed;
    }

    private static Element root(Conference conference, State state) {
        return Foreign.element(Info.CONFERENCE_INFO)
                .withAttribute(
                        Attributes.ENTITY,
                        focus(conference).provisioning().uri().toString())
                .withAttribute(Attributes.STATE, state.word());
    }

    static Focus focus(Conference conference) {
        return conference
                .focus()
                .orElseThrow(() -> new IllegalArgumentException(conference.id() + " has no focus to watch"));
    }

    private static Element users(State state, Iterable<Element> users) {
        return Foreign.with(Foreign.element(Info.USERS).withAttribute(Attributes.STATE, state.word()), users);
    }

    private static Element view(State state, List<Element> views) {
        return Foreign.with(
                Foreign.element(InfoNames.CONFERENCE_VIEW).withAttribute(InfoNames.STATE, state.word()), views);
    }

    private static Element deleted(Element user) {
        return Foreign.element(Info.USER)
                .withAttribute(Attributes.ENTITY, entity(user))
                .withAttribute(Attributes.STATE, State.DELETED.word());
    }

    private static String entity(Element element) {
        return element.attribute(Attributes.ENTITY).orElse("");
    }
}
