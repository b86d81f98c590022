package io.parley.mcu;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.ConferenceCommand.ModifyConference;
import io.parley.c3p.Reason;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.List;
import java.util.Optional;

/**
 * {@code modifyConference}: what of an MCU's settings a client changes (MS-CONFBAS sections 2.2.2.7, 2.2.2.10 and 2.2.3.27). They stand in
 * {@code entity-settings}, or for want of care in {@code entity-state}. What the MCU has no such setting for is ignored.
 */
final class Settings {

    private static final Name OPTIONS = msmcu("permission-options");
    private static final Name OPTION = msmcu("permission-option");
    private static final Name NAME = msmcu("name");
    private static final Name VALUE = msmcu("value");
    private static final Name MUTABLE = msmcu("mutable");
    private static final List<Name> REPLACED = List.of(C3pNames.msci("mediaFiltersRules"), C3pNames.msci("media"));

    private Settings() {}

    static McuExecution modify(C3pRequest request, ModifyConference command, McuState state) {
        EntityView view = state.view();
        for (Name place : List.of(C3pNames.msci("entity-settings"), C3pNames.msci("entity-state"))) {
            Optional<Element> wanted =
                    command.conferenceInfo().at(C3pNames.CONFERENCE_VIEW, C3pNames.ENTITY_VIEW, place);
            for (Element child : wanted.map(Element::elements).orElse(List.of())) {
                Optional<String> refusal = child.name().equals(OPTIONS) ? refusal(child, view) : Optional.empty();
                if (refusal.isPresent()) {
                    return refused(request, state, Reason.FORBIDDEN, refusal.get());
                }
                view = applied(child, view);
            }
        }
        return view.fits()
                ? McuExecution.done(state.with(view), request, McuCommands.conference(state))
                : refused(
                        request,
                        state,
                        Reason.ENTITY_SETTINGS_TOO_LARGE,
                        "what an MCU tells of itself has " + EntityView.MOST_BYTES + " bytes at most");
    }

    /** {@code view} with what {@code entityView}, as it was provisioned, sets at the beginning; what cannot be set is left as it is. */
    static EntityView provisioned(EntityView view, Element entityView) {
        EntityView set = view;
        for (Element child : entityView
                .child(C3pNames.msci("entity-settings"))
                .map(Element::elements)
                .orElse(List.of())) {
            boolean isRefused =
                    child.name().equals(OPTIONS) && refusal(child, set).isPresent();
            EntityView next = isRefused ? set : applied(child, set);
            set = next.fits() ? next : set;
        }
        return set;
    }

    private static McuExecution refused(C3pRequest request, McuState state, Reason reason, String words) {
        return McuExecution.failed(state, request, reason, McuCommands.conference(state), words);
    }

    private static EntityView applied(Element child, EntityView view) {
        if (child.name().equals(OPTIONS)) {
            return view.state(OPTIONS)
                    .map(options -> view.with(changed(options, child)))
                    .orElse(view);
        }
        boolean isSetting =
                REPLACED.contains(child.name()) && view.state(child.name()).isPresent();
        return isSetting ? view.with(child) : view;
    }

    /** The options that there are, with the values that {@code wanted} gives them. */
    private static Element changed(Element options, Element wanted) {
        Element changed = ElementType.foreign(OPTIONS).empty();
        for (Element option : options.children(OPTION)) {
            String value = option(wanted, name(option))
                    .flatMap(other -> other.childText(VALUE))
                    .orElseGet(() -> option.childText(VALUE).orElse(""));
            changed = changed.with(option(name(option), value, isMutable(option)));
        }
        return changed;
    }

    /** Why {@code wanted} cannot be had, if it cannot. */
    private static Optional<String> refusal(Element wanted, EntityView view) {
        for (Element option : wanted.children(OPTION)) {
            Optional<Element> standing = view.state(OPTIONS).flatMap(options -> option(options, name(option)));
            String value = option.childText(VALUE).orElse("");
            if (standing.isEmpty()) {
                return Optional.of("there is no permission option '" + name(option) + "' here");
            }
            if (!value.equals("true") && !value.equals("false")) {
                return Optional.of("the permission option " + name(option) + " is true or false, not '" + value + "'");
            }
            if (!isMutable(standing.get())
                    && !standing.get().childText(VALUE).orElse("").equals(value)) {
                return Optional.of("the permission option " + name(option) + " cannot be changed");
            }
        }
        return Optional.empty();
    }

    private static Optional<Element> option(Element options, String name) {
        for (Element option : options.children(OPTION)) {
            if (name(option).equals(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static String name(Element option) {
        return option.childText(NAME).orElse("");
    }

    private static boolean isMutable(Element option) {
        return option.childText(MUTABLE)
                .filter(text -> text.equals("true") || text.equals("1"))
                .isPresent();
    }

    private static Element option(String name, String value, boolean mutable) {
        return ElementType.foreign(OPTION)
                .empty()
                .with(NAME, name)
                .with(VALUE, value)
                .with(MUTABLE, Boolean.toString(mutable));
    }

    private static Name msmcu(String local) {
        return Name.of(C3pNames.MSMCU, local);
    }
}
