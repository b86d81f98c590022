package io.parley.mcu;

import io.parley.c3p.C3pNames;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.roster.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an MCU tells of itself: the content of its {@code entity-view} (MS-CONFBAS section 2.2.2.7).
 *
 * @param locked whether it lets in nobody new
 * @param announces whether it announces who comes and goes; empty if it never does
 * @param capabilities its {@code entity-capabilities}
 * @param state what stands in its {@code entity-state} besides, at most one element of each name
 */
public record EntityView(
        boolean locked, Optional<Boolean> announces, Optional<Element> capabilities, List<Element> state) {

    /** The most bytes that a child of an {@code entity-view} may have (MS-CONFBAS section 2.2.5). */
    public static final int MOST_BYTES = 2048;

    private static final Name ANNOUNCEMENTS = Name.of(C3pNames.MSMCU, "entry-exit-announcements");

    /** An MCU of which nothing is told but whether it is locked. */
    public static final EntityView PLAIN = new EntityView(false, Optional.empty(), Optional.empty(), List.of());

    /** Copies the list. */
    public EntityView {
        state = List.copyOf(state);
    }

    /** Whether it lets in nobody new. */
    public boolean isLocked() {
        return locked;
    }

    /** This view, locked or not. */
    public EntityView locked(boolean now) {
        return new EntityView(now, announces, capabilities, state);
    }

    /** This view of an MCU that announces comings and goings, or does not at the moment. */
    public EntityView announcing(boolean now) {
        return new EntityView(locked, Optional.of(now), capabilities, state);
    }

    /** This view with those capabilities. */
    public EntityView withCapabilities(Element now) {
        return new EntityView(locked, announces, Optional.of(now), state);
    }

    /** This view with {@code child} in its state, in place of the one of that name. */
    public EntityView with(Element child) {
        List<Element> changed = new ArrayList<>(state);
        changed.removeIf(standing -> standing.name().equals(child.name()));
        changed.add(child);
        return new EntityView(locked, announces, capabilities, changed);
    }

    /**
     * This view with the initial settings that were provisioned for the MCU.
     *
     * @param entityView its {@code entity-view} of the provisioning (MS-CONFPRO)
     */
    public EntityView provisioned(Element entityView) {
        return Settings.provisioned(this, entityView);
    }

    /** What stands in its state under that name. */
    public Optional<Element> state(Name name) {
        return state.stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /** Whether each of its children has no more bytes than it may, when it is written. */
    public boolean fits() {
        return fits(entityState()) && capabilities.map(EntityView::fits).orElse(true);
    }

    private static boolean fits(Element child) {
        return Fragment.size(child) <= MOST_BYTES;
    }

    /** The {@code entity-state}. */
    Element entityState() {
        Element element = ElementType.foreign(C3pNames.msci("entity-state"))
                .empty()
                .with(C3pNames.msci("active"), "true")
                .with(C3pNames.msci("locked"), Boolean.toString(locked));
        for (Element child : state) {
            element = element.with(child);
        }
        return announces.isEmpty() ? element : withAnnouncements(element, announces.get());
    }

    /** Behind the groups that the schema has of its own. */
    private static Element withAnnouncements(Element entityState, boolean enabled) {
        Element separator = ElementType.foreign(C3pNames.SEPARATOR).empty();
        return entityState
                .with(separator)
                .with(separator)
                .with(separator)
                .with(ElementType.foreign(ANNOUNCEMENTS)
                        .empty()
                        .with(Name.of(C3pNames.MSMCU, "modifiable"), "true")
                        .with(Name.of(C3pNames.MSMCU, "enabled"), Boolean.toString(enabled)));
    }
}
