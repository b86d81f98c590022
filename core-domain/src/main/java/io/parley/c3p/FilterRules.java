package io.parley.c3p;

import static io.parley.c3p.C3pNames.msci;

import io.parley.document.Element;
import io.parley.document.View;
import java.util.Optional;

/**
 * What an MCU lets people do to their own media: {@code mediaFiltersRules} of its {@code entity-view} (section 8.2).
 *
 * @param element the {@code entity-view}
 */
public record FilterRules(Element element) implements View {

    /**
     * Whether somebody of {@code role} may lift the blocks of his own media: as the state of the MCU tells, or else its settings. Presenters may
     * unless it says otherwise, attendees may if it says so.
     */
    public boolean mayModifyOwnFilters(C3pRole role) {
        return told("entity-state", role)
                .or(() -> told("entity-settings", role))
                .orElseGet(() -> unsaid(role));
    }

    /** What holds where no MCU says anything. */
    public static boolean unsaid(C3pRole role) {
        return role == C3pRole.PRESENTER;
    }

    private Optional<Boolean> told(String part, C3pRole role) {
        Optional<Element> rules = element.at(msci(part), msci("mediaFiltersRules"));
        if (rules.isPresent()) {
            for (Element rule : rules.get().children(msci("mayModifyOwnFilters"))) {
                if (rule.childText(msci("role"))
                        .map(String::strip)
                        .filter(role.word()::equals)
                        .isPresent()) {
                    return rule.childText(msci("value"))
                            .map(value -> value.strip().equals("true"));
                }
            }
        }
        return Optional.empty();
    }
}
