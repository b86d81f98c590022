package io.parley.examples.flows;

import io.parley.inmemory.mcu.McuProfile;
import io.parley.participation.FocusSettings;
import io.parley.sip.focus.SipFocusSettingsBuilder;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a house is to be.
 *
 * @param settings what the operator decides for all foci
 * @param sip what he decides about SIP
 * @param description what stands in {@code conference-description} when Alice makes the conference
 * @param more what stands behind it
 * @param mcus the MCUs that there are, which do what the test has them do
 * @param chats whether there are MCUs of messages besides, which are called
 */
record Plan(
        UnaryOperator<FocusSettings> settings,
        UnaryOperator<SipFocusSettingsBuilder> sip,
        String description,
        String more,
        List<McuProfile> mcus,
        boolean chats) {

    static final Plan STANDARD = new Plan(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            "<ci:subject>Weekly</ci:subject>",
            "",
            List.of(),
            false);

    Plan with(McuProfile... others) {
        return new Plan(settings, sip, description, more, List.of(others), chats);
    }

    Plan describedBy(String text) {
        return new Plan(settings, sip, description + text, more, mcus, chats);
    }

    Plan with(String text) {
        return new Plan(settings, sip, description, text, mcus, chats);
    }

    Plan focus(UnaryOperator<FocusSettings> change) {
        return new Plan(change, sip, description, more, mcus, chats);
    }

    Plan sip(UnaryOperator<SipFocusSettingsBuilder> change) {
        return new Plan(settings, change, description, more, mcus, chats);
    }

    /** With MCUs of messages that are called by SIP. */
    Plan chatting() {
        return new Plan(settings, sip, description, more, mcus, true);
    }
}
