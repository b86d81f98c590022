package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.focus.ConferenceUri;
import io.parley.focus.Focus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import io.parley.privacy.Sights;
import io.parley.roster.EntityViews;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import io.parley.roster.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts together the documents that watchers are told (RFC 4575 section 4.4, MS-CONFBAS sections 2.2.4 and 3.4.5.2.1): trees of foreign elements in
 * the order of the schema, without a version, which belongs to the subscription. A partial document costs what has changed; whose wish to
 * be unknown changes, or who is unknown and changes, costs a look at everybody. Pure; serves any number of threads.
 *
 * <p>For documents of C3P the conferences have a focus; an {@link IllegalArgumentException} says of one that it has none, and
 * tell of no sidebars. Those of XCON are whole, whatever was told before.
 *
 * @param sights what people see of conferences
 */
public record Composer(Sights sights) {

    /** The document that {@code due} asks for; empty if the audience sees no difference. */
    public Optional<Element> compose(Due due) {
        return due.before().isEmpty() || due.audience().profile() == Profile.XCON
                ? Optional.of(full(due.after(), due.audience()))
                : partial(due.before().get(), due.after(), due.audience());
    }

    /** All that {@code audience} may know of {@code state}, as a new subscription and {@code getConference} tell it. */
    public Element full(Watched state, Audience audience) {
        if (audience.profile() == Profile.XCON) {
            return new ModelDocument(sights, state.shown()).of(audience);
        }
        return Foreign.with(root(state.conference(), State.FULL), all(projection(state, audience)));
    }

    private static List<Element> all(Projection seen) {
        List<Element> all = new ArrayList<>(seen.parts());
        TreeMap<String, Element> users = new TreeMap<>();
        for (XconUserId user : seen.everybody()) {
            seen.user(user).ifPresent(element -> users.put(entity(element), element));
        }
        all.add(list(Info.USERS, State.FULL, users.values()));
        if (!seen.references().isEmpty()) {
            all.add(list(Info.SIDEBARS_BY_REF, State.FULL, seen.references()));
        }
        if (!seen.sidebars().isEmpty()) {
            List<Element> sidebars = new ArrayList<>();
            seen.sidebars().forEach((uri, sidebar) -> sidebars.add(entry(uri, State.FULL, all(sidebar))));
            all.add(list(Info.SIDEBARS_BY_VAL, State.FULL, sidebars));
        }
        List<Element> views = seen.views();
        if (!views.isEmpty()) {
            all.add(view(State.FULL, views));
        }
        return all;
    }

    /** What {@code audience} has to be told for knowing {@code after}, who know {@code before}; empty if nothing. */
    public Optional<Element> partial(Watched before, Watched after, Audience audience) {
        Optional<List<Element>> changed = changes(projection(before, audience), projection(after, audience));
        if (changed.isEmpty()) {
            return Optional.of(full(after, audience));
        }
        return changed.get().isEmpty()
                ? Optional.empty()
                : Optional.of(Foreign.with(root(after.conference(), State.PARTIAL), changed.get()));
    }

    /**
     * What has changed; empty if a partial document cannot say it: that a part without state has gone, or that there are no references left, of
     * which the schema knows no empty list.
     */
    private static Optional<List<Element>> changes(Projection then, Projection now) {
        boolean bereft = now.references().isEmpty() && !then.references().isEmpty();
        if (bereft || !names(now.parts()).containsAll(names(then.parts()))) {
            return Optional.empty();
        }
        List<Element> changed = new ArrayList<>(changedParts(then, now));
        List<Element> users = changedUsers(then, now);
        if (!users.isEmpty()) {
            changed.add(list(Info.USERS, State.PARTIAL, users));
        }
        if (!now.references().equals(then.references())) {
            changed.add(list(Info.SIDEBARS_BY_REF, State.FULL, now.references()));
        }
        List<Element> sidebars = changedSidebars(then.sidebars(), now.sidebars());
        if (!sidebars.isEmpty()) {
            changed.add(list(Info.SIDEBARS_BY_VAL, State.PARTIAL, sidebars));
        }
        List<Element> views = changedViews(then, now);
        if (!views.isEmpty()) {
            changed.add(view(State.PARTIAL, views));
        }
        return Optional.of(changed);
    }

    private static List<Element> changedSidebars(Map<String, Projection> then, Map<String, Projection> now) {
        List<Element> told = new ArrayList<>();
        now.forEach((uri, is) -> {
            Optional<List<Element>> changed = Optional.ofNullable(then.get(uri)).flatMap(was -> changes(was, is));
            if (changed.isEmpty()) {
                told.add(entry(uri, State.FULL, all(is)));
            } else if (!changed.get().isEmpty()) {
                told.add(entry(uri, State.PARTIAL, changed.get()));
            }
        });
        for (String uri : then.keySet()) {
            if (!now.containsKey(uri)) {
                told.add(entry(uri, State.DELETED, List.of()));
            }
        }
        return told;
    }

    /** The document that ends a subscription because the conference is over. */
    public static Element ended(Conference conference) {
        return root(conference, State.DELETED);
    }

    /** {@code document} with the version that it has in one subscription. */
    public static Element stamped(Element document, long version) {
        return document.withAttribute(Attributes.VERSION, Long.toString(version));
    }

    private Projection projection(Watched watched, Audience audience) {
        Watched state = watched.shown();
        if (audience instanceof Audience.Admitted admitted) {
            Sight sight = sights.of(state.conference(), admitted.clearance(), state.main(), admitted.ofMain());
            return admitted.profile() == Profile.C3P
                    ? new C3pProjection(state, sight)
                    : new PlainProjection(state, sight, admitted.clearance().steers(), sidebars(state, admitted));
        }
        return new LobbyProjection(state.conference(), (Audience.Waiting) audience);
    }

    private List<Projection> sidebars(Watched main, Audience.Admitted audience) {
        List<Projection> sidebars = new ArrayList<>();
        for (Conference sidebar : main.sidebars()) {
            Optional.ofNullable(audience.sidebars().get(sidebar.id()))
                    .map(cleared -> new Audience.Admitted(audience.profile(), cleared, audience.clearance(), Map.of()))
                    .ifPresent(those -> sidebars.add(projection(main.within(sidebar), those)));
        }
        return sidebars;
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
                .withAttribute(Attributes.ENTITY, uri(conference).toString())
                .withAttribute(Attributes.STATE, state.word());
    }

    /** Where {@code conference} is called: one that CCMP made, and nobody has called yet, is called by the URI that follows from its identifier. */
    static SipUri uri(Conference conference) {
        return conference
                .focus()
                .map(focus -> focus.provisioning().uri())
                .orElseGet(() -> ConferenceUri.of(conference.id()));
    }

    static Focus focus(Conference conference) {
        return conference
                .focus()
                .orElseThrow(() -> new IllegalArgumentException(conference.id() + " has no focus to watch"));
    }

    private static Element list(Name name, State state, Iterable<Element> entries) {
        return Foreign.with(Foreign.element(name).withAttribute(Attributes.STATE, state.word()), entries);
    }

    private static Element entry(String uri, State state, List<Element> content) {
        return Foreign.with(
                Foreign.element(Info.ENTRY)
                        .withAttribute(Attributes.ENTITY, uri)
                        .withAttribute(Attributes.STATE, state.word()),
                content);
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
