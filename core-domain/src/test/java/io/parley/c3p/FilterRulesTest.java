package io.parley.c3p;

import static io.parley.c3p.C3pNames.msci;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.document.ElementType;
import org.junit.jupiter.api.Test;

/** Who may lift the blocks of his own media (section 8.2). */
class FilterRulesTest {

    private static final Element VIEW =
            ElementType.foreign(C3pNames.ENTITY_VIEW).empty();

    private static Element telling(String part, String role, String value) {
        Element rule = ElementType.foreign(msci("mayModifyOwnFilters"))
                .empty()
                .with(msci("role"), role)
                .with(msci("value"), value);
        return ElementType.foreign(msci(part))
                .empty()
                .with(ElementType.foreign(msci("mediaFiltersRules")).empty().with(rule));
    }

    private static boolean may(Element view, C3pRole role) {
        return new FilterRules(view).mayModifyOwnFilters(role);
    }

    @Test
    void whereNothingIsSaidPresentersMayAndAttendeesMayNot() {
        assertThat(may(VIEW, C3pRole.PRESENTER)).isTrue();
        assertThat(may(VIEW, C3pRole.ATTENDEE)).isFalse();
    }

    @Test
    void theStateOfAnMcuSaysOtherwiseForTheRoleThatItNames() {
        Element view = VIEW.with(telling("entity-state", "attendee", "true"));
        assertThat(may(view, C3pRole.ATTENDEE)).isTrue();
        assertThat(may(view, C3pRole.PRESENTER)).isTrue();
        assertThat(may(VIEW.with(telling("entity-state", "presenter", "false")), C3pRole.PRESENTER))
                .isFalse();
    }

    @Test
    void settingsCountWhereTheStateIsSilent() {
        Element settings = VIEW.with(telling("entity-settings", "attendee", "true"));
        assertThat(may(settings, C3pRole.ATTENDEE)).isTrue();
        assertThat(may(settings.with(telling("entity-state", "attendee", "false")), C3pRole.ATTENDEE))
                .isFalse();
    }
}
