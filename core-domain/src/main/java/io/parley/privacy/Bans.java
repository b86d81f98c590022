package io.parley.privacy;

import io.parley.cloning.Origins;
import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.CloningMarks;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The {@code deny-users-list} of an object as somebody sees it who steers that object: without the entries that the object only takes
 * over from others whose list he may not see. They ban all the same, and whatever he makes of the list they stay; an entry that he puts
 * there himself is his own beside the one that he does not see, so that he never learns whether there is one.
 */
final class Bans {

    private final XconUri object;
    private final boolean linked;
    private final Optional<Element> parent;
    private final Predicate<Element> hidden;

    /**
     * The bans of {@code object}.
     *
     * @param linked whether it goes on inheriting; if not, its entries alone tell what it took over
     * @param parent the document from which it inherits
     * @param hidden whether the viewer does not see an entry
     */
    Bans(XconUri object, boolean linked, Optional<Element> parent, Predicate<Element> hidden) {
        this.object = object;
        this.linked = linked;
        this.parent = parent;
        this.hidden = hidden;
    }

    /**
     * Which entries of the list of {@code object} one does not see.
     *
     * @param open whether he sees the list of that other object
     */
    static Predicate<Element> takenOver(XconUri object, Predicate<XconUri> open) {
        return entry -> {
            Set<XconUri> origins = Origins.of(entry);
            return !origins.isEmpty()
                    && !origins.contains(object)
                    && origins.stream().noneMatch(open);
        };
    }

    /** {@code document} with the list as the viewer sees it; nothing in it tells where an entry comes from. */
    Element shown(Element document) {
        Optional<Element> users = document.child(Info.USERS);
        Optional<Element> list = users.flatMap(element -> element.child(Xcon.DENY_USERS_LIST));
        if (list.isEmpty()) {
            return document;
        }
        Element shown = list.get();
        for (Element entry : list.get().children(Xcon.TARGET)) {
            shown = isHidden(entry)
                    ? shown.without(entry)
                    : shown.replacing(entry, entry.withoutAttribute(CloningMarks.SAID_BY));
        }
        boolean emptied =
                shown.size() == 0 && list.get().size() > 0 && shown.attributes().isEmpty();
        Element seen = emptied ? users.get().without(list.get()) : users.get().replacing(list.get(), shown);
        return document.replacing(users.get(), seen);
    }

    /** Whether the viewer does not see {@code entry} of the list. */
    boolean isHidden(Element entry) {
        return hidden.test(entry);
    }

    /** The URIs of the entries of the list in {@code document} that the viewer does not see. */
    Set<String> unseen(Element document) {
        Set<String> unseen = new HashSet<>();
        document.at(Info.USERS, Xcon.DENY_USERS_LIST)
                .ifPresent(list -> list.children(Xcon.TARGET).forEach(entry -> {
                    if (isHidden(entry)) {
                        uri(entry).ifPresent(unseen::add);
                    }
                }));
        return unseen;
    }

    /** The list that the viewer means by {@code asked}, which replaces {@code standing}. */
    Element meant(Element asked, Element standing) {
        Element meant = standing.type().empty();
        for (Attribute attribute : asked.attributes()) {
            meant = meant.withAttribute(attribute.name(), attribute.value());
        }
        List<Element> added = new ArrayList<>(asked.elements());
        for (Element entry : standing.elements()) {
            Optional<Element> again = added.stream()
                    .filter(element -> element.type().equals(entry.type()) && isSame(element, entry))
                    .findFirst();
            again.ifPresent(added::remove);
            Optional<Element> kept = again.isPresent() ? Optional.of(own(again.get(), entry)) : left(entry);
            meant = kept.isPresent() ? meant.with(kept.get()) : meant;
        }
        for (Element element : added) {
            meant = meant.with(element);
        }
        return meant;
    }

    private static boolean isSame(Element one, Element other) {
        return one.type().isForeign() ? one.equals(other) : uri(one).equals(uri(other));
    }

    private static Optional<String> uri(Element entry) {
        return entry.attribute(Attributes.URI);
    }

    /** {@code asked} in the place of {@code entry}: said by whoever says it already, and by this object if the viewer could not see that. */
    private Element own(Element asked, Element entry) {
        if (asked.equals(entry)) {
            return entry; // kept out of the viewer's reach already, or nobody else's
        }
        Set<XconUri> origins = new LinkedHashSet<>(Origins.of(entry));
        if (isHidden(entry)) {
            origins.add(object);
        }
        return entry.type().isForeign() ? asked : Origins.with(asked, origins);
    }

    /** What stays of an entry that the viewer does not want any more: what others say and he does not see. */
    private Optional<Element> left(Element entry) {
        if (isHidden(entry)) {
            return Optional.of(entry);
        }
        if (linked) {
            return parent.flatMap(document -> uri(entry).flatMap(uri -> Origins.inherited(document, uri)))
                    .filter(this::isHidden);
        }
        Set<XconUri> others = Origins.of(entry);
        others.remove(object);
        return Optional.of(Origins.with(entry, others)).filter(this::isHidden);
    }
}
